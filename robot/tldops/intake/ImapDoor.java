package tldops.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import tldops.core.Rules.MailingList;

/// The IMAP door (`intake.imap`): reads a mailbox, one connection for each folder, and moves or flags a mail only when it
/// is on our disk (P4, L12, L24). A second robot on the same mailbox is noticed ([ImapRivals]).
public final class ImapDoor implements AutoCloseable {
    /// How the mailbox is reached and read.
    ///
    /// @param authorities PEM; empty = those that Java knows
    /// @param processed where a mail goes when it is stored; empty = it stays and is flagged as seen
    /// @param idle how long one IDLE may last
    /// @param trusted whether the Authentication-Results in the mails count (MAIL_RULES 1)
    /// @param most bytes of one mail, the larger of `limits.request` and `limits.post`
    /// @param patience for connecting and for each answer
    /// @param shortest first pause after something went wrong; each further one is twice as long
    /// @param longest pause
    /// @param renewed how often the mark in the mailbox is renewed by which another robot sees us
    /// @param stale a mark that is older belongs to a robot that has stopped
    public record Settings(
            String host, int port, Protection protection, Optional<Path> authorities, String user, String password, List<String> folders,
            Optional<String> processed, Duration idle, Duration poll, boolean takeOld, boolean trusted, int most,
            Duration patience, Duration shortest, Duration longest, Duration renewed, Duration stale) {
        /// Never the password.
        @Override
        public String toString() {
            return user + " at " + host + " port " + port + ", " + folders;
        }
    }

    /// STARTTLS is required where it is chosen, and the certificate has to be the server's.
    public enum Protection { NONE, STARTTLS, TLS }

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("imap-watch").factory());
    private final AtomicLong aside = new AtomicLong();
    private final Duration grace;
    private final List<ImapBox> boxes;
    private final List<Thread> threads;

    private ImapDoor(Settings settings, MailingList list, String robot, boolean copy, ImapMarks marks, Inlet inlet, InstantSource clock) {
        grace = settings.patience().compareTo(Duration.ofSeconds(2)) < 0 ? settings.patience() : Duration.ofSeconds(2);
        ImapRivals rivals = new ImapRivals(robot, copy, settings.renewed(), settings.stale(), clock);
        boxes = settings.folders().stream().map(folder -> new ImapBox(settings, folder, new ImapMail(settings, list), rivals, marks, inlet, clock, watch, aside)).toList();
        threads = boxes.stream().map(box -> Thread.ofVirtual().name("imap-" + box.folder()).start(box)).toList();
    }

    /// Begins to read. A server that cannot be reached is no failure here: it is tried again and again.
    ///
    /// @param robot our own id
    /// @param copy whether our data are a copy of another robot's, which may still read with the same id
    /// @throws IOException with a sentence for the operator when the authorities cannot be used
    public static ImapDoor open(Settings settings, MailingList list, String robot, boolean copy, ImapMarks marks, Inlet inlet, InstantSource clock) throws IOException {
        Authorities.context(settings.authorities());
        return new ImapDoor(settings, list, robot, copy, marks, inlet, clock);
    }

    /// What keeps a folder from being read, as a sentence for the operator; empty when all is well.
    public Optional<String> trouble() {
        return boxes.stream().flatMap(box -> box.trouble().stream()).findFirst();
    }

    /// Whether every folder was read to its end once since the start (SPEC 1.10).
    public boolean readThrough() {
        return boxes.stream().allMatch(box -> box.lastRead().isPresent());
    }

    /// When the folder that was read longest ago was read to its end.
    public Optional<Instant> lastRead() {
        return readThrough() ? boxes.stream().flatMap(box -> box.lastRead().stream()).min(Comparator.naturalOrder()) : Optional.empty();
    }

    /// How many mails could not be used since the start; they lie in their folders with a flag (`\Flagged`).
    public long setAside() {
        return aside.get();
    }

    /// Stops reading; a mail that is being stored is stored. No thread is interrupted, since it may be waiting for the store.
    @Override
    public void close() {
        boxes.forEach(ImapBox::stop);
        boolean ended = joined(grace);
        if (!ended) {
            boxes.forEach(ImapBox::cut);
            joined(grace.plusSeconds(3));
        }
        watch.shutdownNow();
    }

    private boolean joined(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            for (Thread thread : threads) if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) return false;
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

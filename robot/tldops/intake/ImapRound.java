package tldops.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Reads what is new in a folder, one mail after the other: fetch, store, then flag or move, then remember (P4). What goes
/// wrong with one mail holds up no other (L24).
final class ImapRound {
    /// @param trouble what the operator should know; empty when all is well
    /// @param complete whether the folder was read to its end and nothing of it is left
    /// @param pause until a mail that is left is to be tried again
    record Result(Optional<String> trouble, boolean complete, Duration pause) {}

    private static final Logger LOG = LoggerFactory.getLogger(ImapRound.class);
    private static final Duration LONG = Duration.ofDays(1);
    /// So often the server may fail to give out a mail before it is set aside.
    private static final int REFUSED = 3;
    /// So often the connection may break in the middle of the same mail.
    private static final int LOST = 10;
    /// So many mails in a row that cannot be stored are a matter of the store, not of the mails.
    private static final int IN_A_ROW = 2;

    private enum Outcome { DONE, ASIDE, LATER, FULL, FAILED }

    private final ImapDoor.Settings settings;
    private final String folder;
    private final ImapMail mails;
    private final ImapRivals rivals;
    private final ImapMarks marks;
    private final Inlet inlet;
    private final InstantSource clock;
    private final AtomicLong aside;
    private final BooleanSupplier stopping;
    private final Pauses pauses;

    private Optional<ImapMarks.Mark> mark = Optional.empty();
    private boolean anew;
    private long highest;
    /// Mails up to the highest that could not be stored yet.
    private final TreeSet<Long> left = new TreeSet<>();
    private final Map<Long, Integer> refused = new HashMap<>();
    private final Map<Long, Integer> lost = new HashMap<>();
    private Optional<Long> again = Optional.empty();
    private Optional<String> leftReason = Optional.empty();
    private Optional<String> unmoved = Optional.empty();

    ImapRound(ImapDoor.Settings settings, String folder, ImapMail mails, ImapRivals rivals, ImapMarks marks, Inlet inlet, InstantSource clock, AtomicLong aside, BooleanSupplier stopping) {
        this.settings = settings;
        this.folder = folder;
        this.mails = mails;
        this.rivals = rivals;
        this.marks = marks;
        this.inlet = inlet;
        this.clock = clock;
        this.aside = aside;
        this.stopping = stopping;
        pauses = new Pauses(settings.shortest(), settings.longest());
    }

    Result run(ImapLine line) throws IOException, ProtocolException {
        ImapLine.Opened opened = line.open(folder);
        if (mark.isEmpty() || mark.get().validity() != opened.validity()) begin(line, opened);
        boolean due = !left.isEmpty() && again.filter(moment -> moment - System.nanoTime() > 0).isEmpty();
        List<Long> found = line.from(due ? left.first() : highest + 1);
        // what somebody has taken away meanwhile is not ours to read any more
        if (due) left.retainAll(found);
        long began = System.nanoTime();
        int inARow = 0;
        boolean through = true;
        for (long uid : found) {
            if (uid <= highest && !(due && left.contains(uid))) continue;
            if (stopping.getAsBoolean()) return new Result(Optional.empty(), false, LONG);
            // our sign has to be renewed, or another robot would take over in the middle of a large mailbox
            if (System.nanoTime() - began > settings.renewed().toNanos()) return new Result(Optional.empty(), false, Duration.ZERO);
            Outcome outcome = one(line, uid);
            inARow = outcome == Outcome.LATER ? inARow + 1 : 0;
            settle(uid, outcome);
            if (outcome == Outcome.FULL || inARow == IN_A_ROW) {
                through = false;
                break;
            }
        }
        remember();
        return result(due, through);
    }

    private Result result(boolean due, boolean through) {
        if (left.isEmpty()) {
            pauses.reset();
            again = Optional.empty();
            leftReason = Optional.empty();
            return new Result(unmoved, through, LONG);
        }
        if (due || again.isEmpty()) again = Optional.of(System.nanoTime() + pauses.next().toNanos());
        Duration wait = Duration.ofNanos(Math.max(1_000_000, again.get() - System.nanoTime()));
        return new Result(leftReason.map(reason -> "mail is left unread until it can be stored: " + reason), false, wait);
    }

    // ---- the mark

    private void begin(ImapLine line, ImapLine.Opened opened) throws ProtocolException {
        left.clear();
        refused.clear();
        lost.clear();
        Optional<ImapMarks.Mark> known = marks.read().apply(folder);
        if (known.isEmpty()) {
            // without the server's clock a day less: ours may be ahead of it, and a new mail must not pass for an old one
            Instant began = settings.takeOld() ? Instant.EPOCH : rivals.serverTime().orElseGet(() -> clock.instant().minus(Duration.ofDays(1)));
            highest = settings.takeOld() ? 0 : opened.next() > 0 ? opened.next() - 1 : line.from(1).stream().max(Long::compare).orElse(0L);
            LOG.info("imap {}: opened for the first time; {}", folder, settings.takeOld() ? "all that lies there is read" : "what lies there is left alone");
            save(new ImapMarks.Mark(opened.validity(), highest, began));
        } else if (known.get().validity() == opened.validity()) {
            mark = known;
            highest = known.get().uid();
        } else {
            LOG.warn("imap {}: the server numbers the mails anew (UIDVALIDITY {} became {}); what came since {} is looked at again, nothing is done twice",
                    folder, known.get().validity(), opened.validity(), known.get().began());
            highest = 0;
            anew = true;
            save(new ImapMarks.Mark(opened.validity(), 0, known.get().began()));
        }
    }

    private void save(ImapMarks.Mark next) {
        marks.write().accept(folder, next);
        mark = Optional.of(next);
    }

    /// Below what is left, so that after a restart it is found again; what was stored above it then comes in a second time
    /// and is known.
    private void remember() {
        long done = left.isEmpty() ? highest : left.first() - 1;
        if (mark.isEmpty() || mark.get().uid() == done) return;
        save(new ImapMarks.Mark(mark.get().validity(), done, mark.get().began()));
    }

    private void settle(long uid, Outcome outcome) {
        highest = Math.max(highest, uid);
        if (outcome == Outcome.DONE || outcome == Outcome.ASIDE) {
            left.remove(uid);
            refused.remove(uid);
            lost.remove(uid);
            remember();
        } else {
            left.add(uid);
        }
    }

    // ---- one mail

    private Outcome one(ImapLine line, long uid) throws ProtocolException {
        int breaks = lost.merge(uid, 1, Integer::sum);
        try {
            if (breaks > LOST) return aside(line, uid, "the connection broke " + LOST + " times while it was read");
            return taken(line, uid);
        } catch (CommandFailedException | BadCommandException | RuntimeException | StackOverflowError failed) {
            lost.remove(uid);
            if (refused.merge(uid, 1, Integer::sum) >= REFUSED) return aside(line, uid, "it could not be read: " + ImapLine.reason(failed));
            LOG.warn("imap {}: mail {} could not be read and is tried again: {}", folder, uid, ImapLine.reason(failed));
            leftReason = Optional.of(ImapLine.reason(failed));
            return Outcome.FAILED;
        }
    }

    private Outcome taken(ImapLine line, long uid) throws ProtocolException {
        ImapLine.Lying lying = line.lying(uid).orElseThrow(() -> new IllegalStateException("the server does not describe it"));
        if (lying.deleted()) return Outcome.DONE;
        if (mark.isPresent() && lying.came().isBefore(mark.get().began())) {
            // to be expected when all is looked at again, else worth a look at the server's clock
            LOG.atLevel(anew ? Level.INFO : Level.WARN).log("imap {}: mail {} came {}, before the robot looked into this folder first, and is left alone (L12)", folder, uid, lying.came());
            return Outcome.DONE;
        }
        if (lying.size() > settings.most()) return aside(line, uid, mails.tooLarge().reason());
        byte[] bytes = line.bytes(uid, settings.most()).orElseThrow(() -> new IllegalStateException("the server does not give it out"));
        return switch (mails.seen(bytes)) {
            case ImapMail.Unusable(var reason) -> aside(line, uid, reason);
            case ImapMail.Usable(var envelope, var raw) -> {
                try {
                    inlet.take(envelope, raw);
                } catch (TooLarge much) {
                    yield aside(line, uid, "it is " + much.words());
                } catch (NotNow later) {
                    lost.remove(uid);
                    leftReason = Optional.of(Optional.ofNullable(later.getMessage()).orElse("not now"));
                    yield later.code() == 452 ? Outcome.FULL : Outcome.LATER;
                }
                yield put(line, uid);
            }
        };
    }

    /// The mail is on our disk; from here on nothing can keep it from being done with.
    private Outcome put(ImapLine line, long uid) throws ProtocolException {
        try {
            if (settings.processed().isPresent()) line.move(uid, settings.processed().get());
            else line.flag(uid, "\\Seen");
            unmoved = Optional.empty();
        } catch (CommandFailedException | BadCommandException refusal) {
            String what = settings.processed().map(to -> "moved to " + to).orElse("flagged as seen");
            unmoved = Optional.of("mail that was taken in could not be " + what + ": " + ImapLine.reason(refusal));
        }
        return Outcome.DONE;
    }

    /// It stays where it is, flagged for people, and is not read again (L24).
    private Outcome aside(ImapLine line, long uid, String reason) throws ProtocolException {
        aside.incrementAndGet();
        LOG.warn("imap {}: mail {} cannot be used and stays there, flagged: {}", folder, uid, reason);
        try {
            line.flag(uid, "\\Flagged");
        } catch (CommandFailedException | BadCommandException refusal) {
            LOG.warn("imap {}: mail {} could not be flagged: {}", folder, uid, ImapLine.reason(refusal));
        }
        return Outcome.ASIDE;
    }
}

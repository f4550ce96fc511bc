package tldops.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps two robots from reading one mailbox. Each lays a sign into the folder `tldops-robot` there, then looks at all of
/// them: who began with the lower number goes on, the other takes its own away and waits. Only the server's numbers and
/// the server's clock count, so clocks of hosts may differ. Shared by all folders of the mailbox.
final class ImapRivals {
    static final String FOLDER = "tldops-robot";
    private static final Logger LOG = LoggerFactory.getLogger(ImapRivals.class);
    /// Larger mails in that folder are none of ours.
    private static final int LARGEST = 4096;

    private final String robot;
    private final boolean copy;
    private final String life = UUID.randomUUID().toString();
    private final Duration renewed;
    private final Duration stale;
    private final InstantSource clock;
    private Optional<Long> looked = Optional.empty();
    private Optional<Long> laid = Optional.empty();
    private Optional<String> verdict = Optional.empty();
    private Optional<Instant> serverTime = Optional.empty();
    private String since = "";
    private String refusal = "";
    private long validity;
    /// Number of the first sign since the start.
    private long born;
    /// Number of the sign with which we began to read, 0 while we do not.
    private long first;

    ImapRivals(String robot, boolean copy, Duration renewed, Duration stale, InstantSource clock) {
        this.robot = robot;
        this.copy = copy;
        this.renewed = renewed;
        this.stale = stale;
        this.clock = clock;
    }

    /// Looks whether another robot reads the mailbox, and shows that we do; not more often than it needs to be.
    ///
    /// @return a sentence for the operator when we must not read
    synchronized Optional<String> look(ImapLine line) throws IOException, ProtocolException {
        if (looked.isPresent() && since(looked.get()).compareTo(renewed) < 0) return verdict;
        try {
            verdict = seen(line);
            refusal = "";
        } catch (CommandFailedException | BadCommandException refused) {
            // a mailbox without room for a sign is read all the same
            String reason = ImapLine.reason(refused);
            if (!reason.equals(refusal)) LOG.warn("imap: a second robot on this mailbox could not be noticed, the server refuses the folder {}: {}", FOLDER, reason);
            refusal = reason;
            verdict = Optional.empty();
        }
        looked = Optional.of(System.nanoTime());
        return verdict;
    }

    /// The time on the server's clock when we looked last; empty when it is not known.
    synchronized Optional<Instant> serverTime() {
        return serverTime;
    }

    /// Takes our sign away, so that another robot can begin at once.
    synchronized void leave(ImapLine line) throws IOException, ProtocolException {
        if (first == 0) return;
        line.open(line.own(FOLDER));
        for (ImapMarker sign : signs(line)) if (sign.life().equals(life)) line.delete(sign.uid());
        first = 0;
        looked = Optional.empty();
    }

    private Optional<String> seen(ImapLine line) throws IOException, ProtocolException {
        String folder = line.own(FOLDER);
        long now = line.open(folder).validity();
        if (now != validity) born = 0;
        // after a long silence another may have begun in our place, rightly
        if (now != validity || laid.isEmpty() || since(laid.get()).compareTo(stale.dividedBy(2)) > 0) first = 0;
        validity = now;
        if (first == 0) since = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        line.append(folder, new ImapMarker(0, Instant.EPOCH, robot, life, host(), since, first).bytes());
        line.open(folder);
        List<ImapMarker> signs = signs(line);
        ImapMarker mine = signs.stream().filter(sign -> sign.life().equals(life)).max(Comparator.comparingLong(ImapMarker::uid)).orElseThrow(() -> new IOException("the mailbox does not show what was laid into its folder " + folder));
        laid = Optional.of(System.nanoTime());
        serverTime = Optional.of(mine.came());
        if (born == 0) born = mine.uid();
        if (first == 0) first = mine.uid();
        return judged(line, signs, mine);
    }

    private Optional<String> judged(ImapLine line, List<ImapMarker> signs, ImapMarker mine) throws ProtocolException {
        Optional<ImapMarker> rival = signs.stream().filter(sign -> rival(sign, mine.came()) && sign.seniority() < first).max(Comparator.comparingLong(ImapMarker::uid));
        for (ImapMarker sign : signs) {
            boolean ours = sign.life().equals(life) && (rival.isPresent() || sign.uid() != mine.uid());
            boolean past = rival.isEmpty() && !sign.life().equals(life) && !rival(sign, mine.came());
            if (ours || past) line.delete(sign.uid());
        }
        if (rival.isPresent()) first = 0;
        return rival.map(other -> "another robot, id " + other.robot() + (other.robot().equals(robot) ? " (a copy of our own data folder)" : "") + " on host " + other.host()
                + ", reads this mailbox since " + other.since() + "; stop one of them");
    }

    /// Whether another robot lives that laid this sign. One with our own id from before our start is from our former life;
    /// one from after it is from a copy of our data. When we are the copy, any is the original's: to read what it has not
    /// read yet would take its mail away.
    private boolean rival(ImapMarker sign, Instant now) {
        return !sign.life().equals(life) && sign.came().isAfter(now.minus(stale)) && (copy || !sign.robot().equals(robot) || sign.uid() > born);
    }

    private static List<ImapMarker> signs(ImapLine line) throws ProtocolException {
        List<ImapMarker> signs = new ArrayList<>();
        for (long uid : line.from(1)) {
            Optional<ImapLine.Lying> lying = line.lying(uid).filter(each -> !each.deleted() && each.size() <= LARGEST);
            if (lying.isEmpty()) continue;
            line.bytes(uid, LARGEST).flatMap(bytes -> ImapMarker.read(uid, lying.get().came(), Raw.crlf(bytes))).ifPresent(signs::add);
        }
        return signs;
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "?");
        } catch (UnknownHostException unnamed) {
            return "unknown";
        }
    }
}

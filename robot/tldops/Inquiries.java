package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tldops.core.Authentication;
import tldops.core.Need;
import tldops.mail.Reading;
import tldops.store.Inbox;

/// What is asked outside for a mail that waits beside the line, and what becomes of it: IANA for what it needs (X29), the DNS for
/// who sent it (MAIL_RULES 9). Without an answer it waits and is asked for again; after its limit it is decided without (L33).
///
/// @param judging blocks
/// @param limit for one judgement
/// @param unjudged `dns.unreachable-limit`
/// @param room for what is judged at a time
record Inquiries(Inbox inbox, LookUps lookUps, Rooms.Judging judging, Duration limit, Duration unjudged, Supplier<Instant> clock, Ahead.Room room) {
    private static final int KIB = 64 * 1024;
    /// They mostly wait for the DNS.
    private static final int AT_ONCE = 512;

    static Inquiries of(Inbox inbox, LookUps lookUps, Rooms rooms, Rooms.Limits limits) {
        return new Inquiries(inbox, lookUps, rooms.judging(), limits.lookUp(), limits.unjudged(), rooms.clock(), Ahead.Room.of(KIB, AT_ONCE));
    }

    /// Asks the DNS on a virtual thread and tells from there how sure we are now; it always tells something.
    void judge(Inbox.Row row, Read.Written read, Consumer<Read> told) {
        Thread.startVirtualThread(() -> {
            int taken = room.taken(row.size());
            room.free().acquireUninterruptibly(taken);
            try {
                told.accept(new Read.Written(judged(row, read.reading()), read.masked()));
            } finally {
                room.free().release(taken);
            }
        });
    }

    private Reading judged(Inbox.Row row, Reading read) {
        try {
            byte[] raw = inbox.raw(row.id()).orElseThrow();
            return Limited.within(limit, () -> judging.apply(row, raw, read));
        } catch (TimeoutException slow) {
            return sure(read, Authentication.awaited("not judged within " + limit.toSeconds() + " seconds"));
        } catch (InterruptedException | ExecutionException | RuntimeException broken) {
            return sure(read, Authentication.none("it could not be judged"));
        }
    }

    private static Reading sure(Reading read, Authentication sure) {
        // a signature counts whatever the DNS says
        Authentication signed = read.mail().authentication().signature().map(sure::with).orElse(sure);
        return new Reading(read.mail().judged(signed), read.request(), read.headers());
    }

    // ---- the decider's thread

    /// What the DNS said.
    ///
    /// @param need what IANA will be asked for
    void judged(Turn turn, Read read, Need need) {
        if (!(turn.step() instanceof Turn.Step.Asking)) return;
        Instant now = clock.get();
        Optional<Instant> again = read.awaited() ? LookUps.again(turn.askedFirst(now), now, unjudged) : Optional.empty();
        if (again.isEmpty()) turn.ready(read, LookUps.Answer.NOTHING);
        else later(turn, read, now, again.get(), need, read.mail().orElseThrow().authentication().reason());
    }

    /// What IANA said.
    ///
    /// @return whether the mail goes on waiting
    boolean answered(Turn turn, Read read, LookUps.Answer answer) {
        Instant now = clock.get();
        Optional<Instant> again = answer.failure().flatMap(_ -> lookUps.again(turn.askedFirst(now), now));
        if (again.isEmpty()) turn.ready(read, answer);
        else later(turn, read, now, again.get(), answer.need(), answer.failure().orElse(""));
        return again.isPresent();
    }

    private void later(Turn turn, Read read, Instant now, Instant next, Need need, String reason) {
        turn.later(read, next, need.tlds());
        inbox.later(turn.id(), now, next, reason);
    }
}

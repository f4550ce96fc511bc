package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a case stands.
public sealed interface Stage {
    /// Waits until another question of its ccTLD is answered (`quota.questions-per-authority`, MAIL_RULES 21b).
    record Queued() implements Stage {}

    /// Its letter is written; the relay has not taken it yet.
    record Written(Instant at) implements Stage {}

    /// The relay took the letter: day 0 of the working days (SPEC 1.10).
    ///
    /// @param extra working days that the Secretariat added (`extend 5`)
    record Asked(Instant accepted, int extra) implements Stage {}

    /// The reminder was written (T1).
    record Reminded(Instant accepted, int extra, Instant reminded) implements Stage {}

    /// The Secretariat is asked `release`, `extend 5` or `close` (P3); closes by itself after 10 working days.
    ///
    /// @param resumable whether there is something to ask the IANA address again
    record Held(Why why, Instant since, int extra, boolean resumable) implements Stage {}

    enum Why {
        /// The admin contact cannot be reached: no address at IANA, a bounce, a give-up (X29).
        UNREACHABLE,
        /// IANA did not answer for `iana.unreachable-limit`.
        IANA_SILENT,
        /// A second, opposite verdict came: in cases of earlier versions only.
        OPPOSITE_VERDICT,
        /// The IANA address is not the one that was asked (MAIL_RULES 11).
        CONTACT_CHANGED,
        /// Nobody answered within the working days: escalated before it is given up.
        NO_ANSWER,
        /// RDAP and WHOIS did not name the same contact for `iana.unreachable-limit`; goes on when they do (MAIL_RULES 11).
        IANA_DIFFERS,
        /// IANA names other contacts for too many ccTLDs at a time (MAIL_RULES 34).
        MANY_MOVED
    }

    /// Over. Late answers are judged by X32.
    ///
    /// @param undo what the notice's token can take back, within 72 h (P6, P7, N28)
    record Ended(Outcome outcome, Instant at, Optional<Undo> undo) implements Stage {}

    enum Outcome { ADMITTED, DENIED, FAILED, CLOSED, SUPERSEDED, ANSWERED, UNDONE, CHANGED }

    /// @param added who was admitted by the act
    /// @param removed who had to leave
    /// @param changed whose data became others
    /// @param provisional it was done on a token alone (P6)
    record Undo(Instant until, List<Member.Id> added, List<Member> removed, List<Turned> changed, boolean provisional) {}

    /// @param now his name in the registry since
    /// @param before as he was
    record Turned(Member.Id now, Member before) {}

    default boolean open() {
        return !(this instanceof Ended);
    }
}

package tldops.core;

import java.time.Instant;
import java.util.Optional;

/// What happens to a case next if nobody answers, and when: the same days that the deadlines count (SPEC 1.10).
public record Prospect(What what, Instant at) {
    public enum What {
        /// Who was asked is reminded (R031, L40).
        REMINDER,
        /// Somebody else is asked: the Secretariat whether to try once more (R032, R034), the admin contact of a silent SSC (R108).
        ESCALATION,
        /// It is over (R043, P3).
        END,
        /// The next rank is asked to call (N13).
        NEXT_RANK
    }

    /// Empty when its time does not run: it has ended, waits for its turn, or its letter has not left yet.
    public static Optional<Prospect> of(Registry registry, Case matter) {
        if (!matter.open()) return Optional.empty();
        if (matter.matter() instanceof Matter.Urgent call) {
            Optional<Instant> next = call.next().filter(Urgency.end(matter)::isAfter);
            return Optional.of(new Prospect(next.isPresent() ? What.NEXT_RANK : What.END, next.orElse(Urgency.end(matter))));
        }
        if (matter.matter().personal()) return Optional.of(new Prospect(What.END, matter.opened().plus(Deadlines.ACTION_LIVES)));
        if (Checks.is(matter)) return Checks.prospect(registry, matter);
        Rules.Times times = registry.rules().times();
        return switch (matter.stage()) {
            case Stage.Asked asked -> Optional.of(asked(registry, matter, asked, times));
            case Stage.Reminded reminded -> Optional.of(new Prospect(last(matter), Days.due(registry, matter.tld(), reminded.accepted(), times.failureDays() + reminded.extra())));
            case Stage.Held held -> Optional.of(new Prospect(What.END, Days.due(registry, Optional.empty(), held.since(), times.heldDays() + held.extra())));
            case Stage.Queued _, Stage.Written _, Stage.Ended _ -> Optional.empty();
        };
    }

    /// When the admin contact hears that this member's address has never answered (L38); empty when it has, or he knows.
    public static Optional<Instant> unproved(Registry registry, Member member) {
        if (member.proved().isPresent() || member.unprovedTold()) return Optional.empty();
        return Optional.of(Days.due(registry, Optional.of(member.tld()), Life.named(registry, member), registry.rules().times().proofDays()));
    }

    private static Prospect asked(Registry registry, Case matter, Stage.Asked asked, Rules.Times times) {
        return Deadlines.reminds(matter)
                ? new Prospect(What.REMINDER, Days.due(registry, matter.tld(), asked.accepted(), times.reminderDays()))
                : new Prospect(What.END, Days.due(registry, matter.tld(), asked.accepted(), times.failureDays() + asked.extra()));
    }

    private static What last(Case matter) {
        return matter.matter() instanceof Matter.Invitation ? What.ESCALATION : What.END;
    }
}

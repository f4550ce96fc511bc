package tldops.core;

import java.time.Instant;
import java.util.Optional;

/// What happens to a case next if nobody answers, and when: the same days that the deadlines count (SPEC 1.10).
public record Prospect(What what, Instant at) {
    public enum What {
        /// The admin contact is reminded (R031).
        REMINDER,
        /// The Secretariat is asked whether to try once more (R032, R034).
        ESCALATION,
        /// It is over (R043, P3).
        END
    }

    /// Empty when its time does not run: it has ended, waits for its turn, or its letter has not left yet.
    public static Optional<Prospect> of(Registry registry, Case matter) {
        if (!matter.open()) return Optional.empty();
        if (matter.matter().ofMember()) return Optional.of(new Prospect(What.END, matter.opened().plus(Deadlines.ACTION_LIVES)));
        Rules.Times times = registry.rules().times();
        return switch (matter.stage()) {
            case Stage.Asked asked -> Optional.of(asked(registry, matter, asked, times));
            case Stage.Reminded reminded -> Optional.of(new Prospect(last(matter), Days.due(registry, matter.tld(), reminded.accepted(), times.failureDays() + reminded.extra())));
            case Stage.Held held -> Optional.of(new Prospect(What.END, Days.due(registry, Optional.empty(), held.since(), times.heldDays() + held.extra())));
            case Stage.Queued _, Stage.Written _, Stage.Ended _ -> Optional.empty();
        };
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

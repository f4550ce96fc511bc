package tldops.core;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// What is asked by the calendar goes to the admin contact that IANA names on that day, not to the one of the day on which
/// it was raised (R011, N01): a question whose turn has come, a reminder, a question whose letter could not leave.
final class Whom {
    private Whom() {}

    /// Asks whom IANA names now. While IANA is silent nothing is asked and nothing is lost: the next run tries again.
    ///
    /// @param ask what follows for the case that names him
    /// @param holds the Secretariat is told when IANA has been silent for too long (X29); a mere reminder only waits
    static Decision today(Registry registry, Case matter, Facts facts, boolean holds, Function<Case, Decision> ask, Moment at) {
        Authority authority = facts.of(matter.tld().orElseThrow());
        if (authority.unsettled().isPresent()) return silent(registry, matter, authority, holds, at);
        if (Anchors.fresh(registry, matter.tld().orElseThrow(), authority)) return Decision.EMPTY;
        Optional<Address> today = TechContact.asked(registry, matter, authority, at);
        if (today.isEmpty()) return Oversight.hold(registry, matter, Stage.Why.UNREACHABLE, Oversight.details(authority), true, at);
        Case now = asking(matter, today.get());
        if (!now.asked().equals(matter.asked()) && Questions.exhausted(registry, now.asked(), 0, at.now())) return Decision.EMPTY;
        return ask.apply(now).and(heard(registry, matter, at));
    }

    /// The case as it asks this address; what another one holds of it acts no more.
    static Case asking(Case matter, Address admin) {
        return admin.equals(matter.asked()) ? matter : matter.spent(Issued.Purpose.FORM).spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.CHOICE).asking(admin);
    }

    private static String key(Case matter) {
        return "silent:" + matter.number() + ":";
    }

    private static Decision silent(Registry registry, Case matter, Authority authority, boolean holds, Moment at) {
        Optional<Instant> since = registry.lastCounted(key(matter));
        if (since.isEmpty()) return Decision.of(Journal.of("waits for IANA", Oversight.details(authority) + " (X29)", matter, matter)).and(new Change.Counted(key(matter), at.now()));
        if (!holds || at.now().isBefore(since.get().plus(registry.rules().times().ianaUnreachable()))) return Decision.EMPTY;
        return Oversight.hold(registry, matter, Oversight.why(authority), Oversight.details(authority), true, at).and(heard(registry, matter, at));
    }

    private static Decision heard(Registry registry, Case matter, Moment at) {
        return registry.lastCounted(key(matter)).isEmpty() ? Decision.EMPTY : Decision.EMPTY.and(new Change.CountsForgotten(key(matter), at.now()));
    }
}

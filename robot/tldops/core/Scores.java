package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// On how many days mail to an address on the list came back (L05-L08, MAIL_RULES 25). The count belongs to the address:
/// a changed one begins anew, and an answer from it ends it. Enough of them make it unreachable ([Unreachable]); nobody is
/// taken off by it.
public final class Scores {
    static final String PREFIX = "bounce:";
    /// Those of them that said that nobody has the address.
    static final String HARD = "hard:";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LATELY = Duration.ofDays(30);
    /// Who writes nothing to the list gets a letter a month, so two of them lie within this.
    private static final Duration TWO_REMINDERS = Duration.ofDays(70);

    private Scores() {}

    /// @param days of the last thirty
    public record Score(int days, Instant last) {}

    /// Empty when nothing came back lately.
    public static Optional<Score> of(Registry registry, Address address, Instant now) {
        int days = registry.counted(key(PREFIX, address), now.minus(LATELY));
        return days == 0 ? Optional.empty() : registry.lastCounted(key(PREFIX, address)).map(last -> new Score(days, last));
    }

    /// A letter came back to its own bounce address, which says whose it was, whomever else the report names (L02). One report
    /// counts once (L08).
    static Decision bounced(Registry registry, Verp.Key key, Request.Bounced bounce, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Address address : Mailings.addressed(registry, key)) {
            String back = Mailings.BACK + key.name() + ";" + address.key();
            Cause cause = cause(bounce, address);
            String said = "came back: " + bounce.summary();
            if (registry.lastCounted(back).isPresent()) decision = decision.and(Journal.of("nothing", "this letter has come back before (L08)").people(List.of(address.toString())));
            else decision = decision.and(Journal.of("not delivered", (cause == Cause.POLICY ? "refused by policy (L07): " : "") + said).people(List.of(address.toString())))
                    .and(new Change.Counted(back, at.now())).and(failed(registry, address, cause, at));
        }
        return decision;
    }

    /// Of the report's recipients this address; else the first, somebody behind it (L02).
    static Cause cause(Request.Bounced bounce, Address address) {
        return bounce.failed().stream().filter(failure -> failure.recipient().filter(address::equals).isPresent()).findFirst().orElse(bounce.failed().getFirst()).cause();
    }

    /// A copy came back for good; what was refused for what it is counts nothing (L07). Once a day, however much came back (L06).
    static Decision failed(Registry registry, Address address, Cause cause, Moment at) {
        if (cause == Cause.POLICY) return Decision.EMPTY;
        boolean again = registry.counted(key(PREFIX, address), at.now().minus(DAY)) > 0;
        boolean hard = cause == Cause.ADDRESS && registry.counted(key(HARD, address), at.now().minus(DAY)) == 0;
        if (again && !hard) return Decision.EMPTY;
        int days = registry.counted(key(PREFIX, address), at.now().minus(LATELY)) + (again ? 0 : 1);
        int hardDays = registry.counted(key(HARD, address), at.now().minus(TWO_REMINDERS)) + (hard ? 1 : 0);
        List<Change> counted = new ArrayList<>();
        if (!again) counted.add(new Change.Counted(key(PREFIX, address), at.now()));
        if (hard) counted.add(new Change.Counted(key(HARD, address), at.now()));
        String told = "days of the last 30: " + days + (hardDays == 0 ? "" : "; that nobody has it: " + hardDays) + " (L06)";
        return Decision.of(Journal.of("address fails", told)).and(counted.toArray(Change[]::new)).and(Unreachable.by(registry, address, days, hardDays, at));
    }

    /// A mail that surely came from it shows that all is well again (L06, L08): it is authenticated, or it brings back the secret
    /// that went there.
    static Decision healed(Registry registry, Mail mail, Moment at) {
        Set<Address> shown = new LinkedHashSet<>();
        if (mail.authenticated()) mail.from().ifPresent(shown::add);
        Proofs.by(registry, mail).forEach(member -> shown.add(member.person().address()));
        Decision decision = Decision.EMPTY;
        for (Address address : shown) decision = decision.and(healed(registry, address, at));
        return decision;
    }

    static Decision healed(Registry registry, Address address, Moment at) {
        if (registry.lastCounted(key(PREFIX, address)).isEmpty() && !Unreachable.is(registry, address)) return Decision.EMPTY;
        boolean lost = Unreachable.is(registry, address);
        return Decision.of(Journal.of("address works", "an answer came from it (L08)" + (lost ? "; it is reachable again (L41)" : ""))).and(forgotten(registry, address));
    }

    /// Nothing is counted of it any more.
    static Decision forgotten(Registry registry, Address address) {
        List<Change> gone = new ArrayList<>();
        for (String prefix : List.of(PREFIX, HARD, Unreachable.PREFIX, Unreachable.TOLD)) registry.lastOf(key(prefix, address)).keySet().forEach(key -> gone.add(new Change.CountGone(key)));
        return Decision.EMPTY.and(gone.toArray(Change[]::new));
    }

    /// No address is the beginning of another's key.
    static String key(String prefix, Address address) {
        return prefix + address.key() + ";";
    }
}

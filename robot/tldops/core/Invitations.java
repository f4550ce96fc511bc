package tldops.core;

import java.util.List;
import java.util.Optional;

/// Validator-initiated subscription begins (R021, R071): each admin contact is asked for its SSCs.
final class Invitations {
    private Invitations() {}

    static Decision ordered(Registry registry, List<Tld> tlds, Facts facts, Moment at) {
        Decision decision = Decision.EMPTY;
        int offset = 0;
        for (Tld tld : tlds.stream().distinct().toList()) {
            Decision one = invite(registry, tld, facts, offset, at);
            if (!one.changes().isEmpty()) offset++;
            decision = decision.and(one);
        }
        return decision;
    }

    private static Decision invite(Registry registry, Tld tld, Facts facts, int offset, Moment at) {
        if (!registry.rules().knows(tld) || !registry.rules().ccTld(tld).delegated()) return Decision.of(Journal.of("not invited", "no ccTLD that IANA has delegated", tld));
        if (Imports.settled(registry, tld)) return Decision.of(Journal.of("not invited", "it has members already", tld));
        if (registry.casesOf(tld).stream().anyMatch(matter -> matter.open() && matter.matter() instanceof Matter.Invitation)) return Decision.of(Journal.of("not invited", "an invitation is open (L20)", tld));
        Authority authority = facts.of(tld);
        Address asked = authority.address().orElse(registry.rules().list().owner());
        Case matter = new Case(registry.nextCase(offset), Optional.of(tld), new Matter.Invitation(Optional.empty()), new Stage.Queued(), asked, Language.EN, at.now(), List.of(), false);
        if (authority instanceof Authority.Known) return write(registry, matter, authority, "ordered by the operator (R021)", at);
        Stage.Why why = authority instanceof Authority.Unreachable ? Stage.Why.IANA_SILENT : Stage.Why.UNREACHABLE;
        return Oversight.hold(registry, matter, why, Oversight.details(authority), true, at);
    }

    /// Writes the SSC Request (A.1).
    static Decision write(Registry registry, Case matter, Authority authority, String reason, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Rules rules = registry.rules();
        Content content = new Content.Invitation(tld, rules.ssc().max(), rules.times().reminderDays(), Days.last(registry, matter.tld(), at.now(), rules.times().reminderDays()));
        Letters.Asking asking = Letters.question(registry, matter.at(new Stage.Written(at.now())), Issued.Purpose.FORM, matter.asked(), content, at);
        return Decision.of(Journal.of("invited", reason, matter, asking.matter()).evidence(authority)).and(new Change.CaseSaved(asking.matter())).and(asking.letter());
    }
}

package tldops.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return Oversight.hold(registry, matter, Oversight.why(authority), Oversight.details(authority), true, at);
    }

    /// Those of a batch; ccTLDs of one admin contact get one letter (MAIL_RULES 14).
    ///
    /// @param trial a test batch
    static Decision batch(Registry registry, List<Tld> tlds, Facts facts, boolean trial, String reason, Moment at) {
        Map<Address, List<Tld>> together = new LinkedHashMap<>();
        List<Tld> unknown = new ArrayList<>();
        for (Tld tld : tlds) facts.of(tld).address().ifPresentOrElse(admin -> together.computeIfAbsent(admin, _ -> new ArrayList<>()).add(tld), () -> unknown.add(tld));
        Decision decision = Decision.EMPTY;
        int offset = 0;
        for (Map.Entry<Address, List<Tld>> one : together.entrySet()) {
            List<Case> matters = new ArrayList<>();
            for (Tld tld : one.getValue())
                matters.add(new Case(registry.nextCase(offset++), Optional.of(tld), new Matter.Invitation(Optional.empty()), new Stage.Queued(), one.getKey(), Language.EN, at.now(), List.of(), false));
            decision = decision.and(matters.size() == 1
                    ? write(registry, matters.getFirst(), facts.of(matters.getFirst().tld().orElseThrow()), trial, reason, at)
                    : joint(registry, matters, facts, trial, reason, at));
        }
        for (Tld tld : unknown) decision = decision.and(invite(registry, tld, facts, offset++, at));
        return decision;
    }

    /// Once more, to whom the cases ask now.
    static Decision anew(Registry registry, List<Case> matters, Facts facts, String reason, Moment at) {
        return matters.size() == 1 ? write(registry, matters.getFirst(), facts.of(matters.getFirst().tld().orElseThrow()), reason, at) : joint(registry, matters, facts, false, reason, at);
    }

    private static Decision joint(Registry registry, List<Case> matters, Facts facts, boolean trial, String reason, Moment at) {
        Rules rules = registry.rules();
        int days = rules.times().reminderDays();
        String id = at.name("joint " + matters.getFirst().number(), 16);
        List<BulletinContent.Slip> slips = new ArrayList<>();
        Decision decision = Decision.EMPTY;
        for (Case matter : matters) {
            Tld tld = matter.tld().orElseThrow();
            Token token = at.token(matter.number() + " joint");
            slips.add(new BulletinContent.Slip(tld, token, Days.last(registry, matter.tld(), at.now(), days)));
            Case asked = matter.at(new Stage.Written(at.now())).carrying(new Issued(token.hash(), Issued.Purpose.FORM, matter.asked(), id, true));
            decision = decision.and(Journal.of("invited", reason + ", " + matters.size() + " ccTLDs in one letter", matter, asked).evidence(facts.of(tld))).and(new Change.CaseSaved(asked));
        }
        return decision.and(Letters.joint(registry, matters, id, new BulletinContent.JointInvitation(List.copyOf(slips), rules.ssc().max(), days, trial), at));
    }

    /// Writes the SSC Request (A.1).
    static Decision write(Registry registry, Case matter, Authority authority, String reason, Moment at) {
        return write(registry, matter, authority, false, reason, at);
    }

    private static Decision write(Registry registry, Case matter, Authority authority, boolean trial, String reason, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Rules rules = registry.rules();
        Content content = new Content.Invitation(tld, rules.ssc().max(), rules.times().reminderDays(), Days.last(registry, matter.tld(), at.now(), rules.times().reminderDays()), trial);
        Letters.Asking asking = Letters.question(registry, matter.at(new Stage.Written(at.now())), Issued.Purpose.FORM, matter.asked(), content, at);
        return Decision.of(Journal.of("invited", reason, matter, asking.matter()).evidence(authority)).and(new Change.CaseSaved(asking.matter())).and(asking.letter());
    }
}

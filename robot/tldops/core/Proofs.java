package tldops.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// An SSC's address has answered: from now on private data may go there (P5, L38).
final class Proofs {
    private Proofs() {}

    /// The members whose address this mail proves: it brings their welcome letter's secret from their own address, or
    /// is authenticated for it.
    static Stream<Member> by(Registry registry, Mail mail) {
        if (mail.failed() || mail.redirectedBy().isPresent() || mail.from().isEmpty()) return Stream.empty();
        Address from = mail.from().get();
        Map<Member.Id, Member> proved = new LinkedHashMap<>();
        boolean welcomed = mail.bearers().stream().anyMatch(bearer -> registry.provedBy(bearer.token()).filter(member -> member.person().has(from)).isPresent());
        if (welcomed || mail.authenticated()) registry.membersWith(from).forEach(member -> proved.put(member.id(), member));
        return proved.values().stream();
    }

    static Decision of(Registry registry, Mail mail, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Member member : by(registry, mail).filter(member -> member.proved().isEmpty()).toList()) {
            decision = decision.and(new Change.MemberSaved(member.proved(at.now()))).and(Journal.of("address proved", "an answer came from it (L38)", member.tld()));
        }
        return decision;
    }

    /// The member as this very mail leaves it.
    static Member seen(Registry registry, Mail mail, Member member, Moment at) {
        return by(registry, mail).anyMatch(proved -> proved.id().equals(member.id())) ? member.proved(at.now()) : member;
    }
}

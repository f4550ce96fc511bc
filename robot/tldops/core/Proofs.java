package tldops.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// An SSC's first address has answered: from now on private data may go there (P5, L38). The second one does not speak for
/// it: the first may have been mistyped, and the second is right.
final class Proofs {
    private Proofs() {}

    /// The members whose first address this mail proves: it brings the secret of their welcome letter, which went there, from
    /// an address of theirs, or is from there and authenticated.
    static Stream<Member> by(Registry registry, Mail mail) {
        if (mail.failed() || mail.redirectedBy().isPresent() || mail.from().isEmpty()) return Stream.empty();
        Address from = mail.from().get();
        Set<Address> proved = new HashSet<>();
        if (mail.authenticated()) proved.add(from);
        for (Bearer bearer : mail.bearers()) registry.provedBy(bearer.token()).filter(member -> member.person().has(from)).ifPresent(member -> proved.add(member.person().address()));
        return proved.stream().flatMap(address -> at(registry, address));
    }

    private static Stream<Member> at(Registry registry, Address address) {
        return registry.membersWith(address).stream().filter(member -> member.person().address().equals(address));
    }

    static Decision of(Registry registry, Mail mail, Moment at) {
        Decision decision = Decision.EMPTY;
        List<Member> fresh = by(registry, mail).filter(member -> member.proved().isEmpty()).toList();
        for (Member member : fresh) decision = decision.and(new Change.MemberSaved(member.proved(at.now()))).and(Journal.of("address proved", "an answer came from it (L38)", member.tld()));
        return decision;
    }

    /// This address was asked and has answered.
    static Decision answered(Registry registry, Address asked, Moment at) {
        return Scores.healed(registry, asked, at)
                .and(at(registry, asked).filter(member -> member.proved().isEmpty()).map(member -> (Change) new Change.MemberSaved(member.proved(at.now()))).toArray(Change[]::new));
    }

    /// The member as this very mail leaves it.
    static Member seen(Registry registry, Mail mail, Member member, Moment at) {
        return by(registry, mail).anyMatch(proved -> proved.id().equals(member.id())) ? member.proved(at.now()) : member;
    }

    /// The member as it is answered now, at the address that this mail is from: that one is proved, whichever of the two it is.
    static Member answers(Registry registry, Mail mail, Member member, Moment at) {
        boolean second = mail.authenticated() && mail.redirectedBy().isEmpty() && mail.from().filter(member.person()::has).isPresent();
        return second ? member.proved(at.now()) : seen(registry, mail, member, at);
    }

    /// Whether it is enough that this mail came, whatever it says: it answers our welcome.
    static boolean enough(Registry registry, Mail mail) {
        boolean welcome = mail.bearers().stream().anyMatch(bearer -> registry.provedBy(bearer.token()).isPresent());
        return welcome && by(registry, mail).findAny().isPresent();
    }
}

package tldops.core;

import java.util.List;
import java.util.Optional;

/// `unsubscribe` (R050, X19): his own word stops delivery at once; the admin contact and the Secretariat are told who is left.
final class Leaving {
    private Leaving() {}

    /// @param tlds empty: of all his ccTLDs, and the goodbye says so
    static Decision leave(Registry registry, Address address, List<Tld> tlds, int opened, Facts facts, Moment at) {
        List<Member> all = Memberships.of(registry, address);
        List<Member> leaving = all.stream().filter(member -> tlds.isEmpty() || tlds.contains(member.tld())).toList();
        if (leaving.isEmpty()) return Decision.EMPTY;
        Decision decision = ended(registry, leaving, opened, facts, at);
        // who was admitted a moment ago may still be a guest as well: nothing shall come any more
        if (tlds.isEmpty() && registry.guest(address).isPresent()) decision = decision.and(new Change.GuestGone(address));
        Member first = leaving.getFirst();
        List<Tld> others = all.stream().map(Member::tld).filter(tld -> leaving.stream().noneMatch(member -> member.tld().equals(tld))).toList();
        Content goodbye = new ChangeContent.Goodbye(first.person(), leaving.stream().map(Member::tld).toList(), others);
        Case matter = departure(registry, first, opened, at);
        return decision.and(Letters.notice(registry, matter, leaving.stream().map(member -> member.person().address()).distinct().toList(), goodbye, first.language(), at));
    }

    /// The memberships end; the admin contacts and the Secretariat are told, a case each.
    static Decision ended(Registry registry, List<Member> leaving, int opened, Facts facts, Moment at) {
        Decision decision = Decision.EMPTY;
        for (int i = 0; i < leaving.size(); i++) decision = decision.and(one(registry, departure(registry, leaving.get(i), opened + i, at), leaving.get(i), facts.of(leaving.get(i).tld()), at));
        return decision;
    }

    private static Case departure(Registry registry, Member member, int opened, Moment at) {
        return new Case(registry.nextCase(opened), Optional.of(member.tld()), new Matter.Departure(member.id()), new Stage.Ended(Stage.Outcome.ANSWERED, at.now(), Optional.empty()),
                member.person().address(), member.language(), at.now(), List.of(), false);
    }

    private static Decision one(Registry registry, Case matter, Member member, Authority authority, Moment at) {
        List<Person> rest = registry.membersOf(member.tld()).stream().filter(other -> !other.id().equals(member.id())).map(Member::person).toList();
        String left = rest.size() == 1 ? "one contact is left" : rest.isEmpty() ? "no contact is left" : rest.size() + " contacts are left";
        Decision decision = Decision.of(Journal.of("left", "by his own wish (X19); " + left, matter, matter).evidence(authority).people(Admissions.names(List.of(member.person()), List.of())))
                .and(new Change.CaseSaved(matter), new Change.MemberGone(member.id()))
                .and(Oversight.copy(registry, matter, "left by own wish", List.of(member.person()), matter.asked(), "his own word (X19); " + left, at));
        Optional<Address> admin = Anchors.fresh(registry, member.tld(), authority) ? Anchors.of(registry, member.tld()).map(Kept.Sighting::admin) : authority.address();
        Language language = registry.caseNumber(member.caseNumber()).map(Case::language).orElse(Language.EN);
        return admin.map(address -> Letters.notice(registry, matter, List.of(address), new ChangeContent.Left(member.tld(), member.person(), rest), language, at)).map(decision::and).orElse(decision);
    }

    /// Whether this member left by his own wish since that case ended.
    static boolean left(Registry registry, Member.Id id, Case since) {
        return registry.casesOf(id.tld()).stream().anyMatch(matter -> matter.number() > since.number() && matter.matter() instanceof Matter.Departure departure && departure.member().equals(id));
    }
}

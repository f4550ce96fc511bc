package tldops.core;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who gives a command by mail: an SSC, somebody else on the list (X20), or a stranger.
///
/// @param address the stored address he writes from
/// @param member one of his memberships, one that reads the roster if there is such
record Caller(Address address, Optional<Member> member, Optional<Guest> guest) {
    /// Whoever this mail is from, as the mail leaves him.
    static Caller of(Registry registry, Mail mail, Moment at) {
        Address from = mail.from().orElseThrow();
        List<Member> his = Memberships.shared(registry, from) ? registry.membersWith(from) : Memberships.of(registry, from);
        Optional<Member> member = his.stream().map(found -> Proofs.answers(registry, mail, found, at))
                .min(Comparator.comparing((Member found) -> !found.readsRoster(at.now())).thenComparing(Member::tld));
        return new Caller(from, member, member.isPresent() ? Optional.empty() : guest(registry, from, at));
    }

    /// Who was asked at his stored address and has answered.
    static Caller of(Registry registry, Address asked, Optional<Member.Id> id, Moment at) {
        Optional<Member> member = id.flatMap(registry::member).map(found -> found.proved(at.now()));
        return new Caller(asked, member, id.isPresent() ? Optional.empty() : guest(registry, asked, at));
    }

    private static Optional<Guest> guest(Registry registry, Address address, Moment at) {
        LocalDate today = LocalDate.ofInstant(at.now(), registry.rules().listCalendar().zone());
        return registry.guest(address).filter(guest -> guest.stays(today));
    }

    static boolean onList(Registry registry, Address address, Moment at) {
        return !registry.membersWith(address).isEmpty() || guest(registry, address, at).isPresent();
    }

    boolean stranger() {
        return member.isEmpty() && guest.isEmpty();
    }

    Standing.Relation relation() {
        if (member.isPresent()) return Standing.Relation.MEMBER;
        return guest.map(found -> found.roster() ? Standing.Relation.READER : Standing.Relation.GUEST).orElse(Standing.Relation.STRANGER);
    }

    String name() {
        return member.map(found -> found.person().name()).or(() -> guest.map(Guest::name)).orElse("");
    }

    /// How he is addressed in a letter; of a guest no telephone number is known.
    Person person() {
        return member.map(Member::person).orElseGet(() -> new Person(name(), java.util.List.of(address), new Phone("", "", true, "")));
    }

    Optional<Tld> tld() {
        return member.map(Member::tld);
    }

    Language language() {
        return member.map(Member::language).or(() -> guest.map(Guest::language)).orElse(Language.EN);
    }

    /// The date where he is.
    LocalDate today(Registry registry, Moment at) {
        return LocalDate.ofInstant(at.now(), Days.calendar(registry, tld()).zone());
    }
}

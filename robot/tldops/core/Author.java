package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may write to the list under an address: an SSC by either of his (P8), an observer, a poster (X20, R064).
///
/// @param tlds those that he is a contact of
/// @param reads whether contact data may be sent to him now (P5)
/// @param from when he may post: his time to be undone is over (P6)
record Author(Standing.Relation relation, Address address, String name, Set<Tld> tlds, boolean reads, Instant from) {
    /// @param proves the mail in question proves the address
    static Optional<Author> of(Registry registry, Address address, boolean proves, Instant now) {
        List<Member> his = Memberships.of(registry, address);
        List<Member> members = his.isEmpty() ? registry.membersWith(address) : his;
        if (members.isEmpty()) return registry.guest(address).filter(guest -> guest.stays(today(registry, now))).map(Author::of);
        boolean reads = members.stream().anyMatch(member -> (proves || member.proved().isPresent()) && !now.isBefore(member.rosterFrom()));
        Instant from = members.stream().map(Member::rosterFrom).min(Comparator.naturalOrder()).orElseThrow();
        return Optional.of(new Author(Standing.Relation.MEMBER, address, members.getFirst().person().name(), members.stream().map(Member::tld).collect(Collectors.toUnmodifiableSet()), reads, from));
    }

    private static Author of(Guest guest) {
        return new Author(Standing.Relation.GUEST, guest.address(), guest.name(), Set.of(), guest.role() == Guest.Role.OBSERVER && guest.roster(), guest.since());
    }

    /// As the list counts its days.
    static LocalDate today(Registry registry, Instant now) {
        return LocalDate.ofInstant(now, registry.rules().listCalendar().zone());
    }

    Optional<Tld> tld() {
        return tlds.stream().sorted().findFirst();
    }
}

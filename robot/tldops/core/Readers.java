package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// To whom a bulletin with the contact list goes (P5): SSCs whose address has answered and who are not away, and observers
/// who read the list, until their end. Each address once, and the first of a person's two (P8).
final class Readers {
    private Readers() {}

    /// @param memberships those that the address is the first of; empty for a guest
    record Reader(Address address, String name, Language language, List<Member> memberships, Optional<Guest> guest) {}

    static List<Reader> of(Registry registry, Instant now) {
        Map<Address, List<Member>> members = new TreeMap<>();
        for (Member member : registry.members()) if (member.readsRoster(now)) members.computeIfAbsent(member.person().address(), _ -> new ArrayList<>()).add(member);
        List<Reader> readers = new ArrayList<>();
        members.forEach((address, all) -> {
            if (all.stream().allMatch(member -> member.onList(now, today(registry, member, now))))
                readers.add(new Reader(address, all.getFirst().person().name(), all.getFirst().language(), List.copyOf(all), Optional.empty()));
        });
        LocalDate today = LocalDate.ofInstant(now, registry.rules().listCalendar().zone());
        for (Guest guest : registry.guests()) {
            boolean reads = guest.role() == Guest.Role.OBSERVER && guest.roster() && guest.stays(today) && !guest.options().awayOn(today);
            if (reads && !members.containsKey(guest.address())) readers.add(new Reader(guest.address(), guest.name(), guest.language(), List.of(), Optional.of(guest)));
        }
        return List.copyOf(readers);
    }

    private static LocalDate today(Registry registry, Member member, Instant now) {
        return LocalDate.ofInstant(now, registry.rules().knows(member.tld()) ? registry.rules().ccTld(member.tld()).calendar().zone() : registry.rules().listCalendar().zone());
    }
}

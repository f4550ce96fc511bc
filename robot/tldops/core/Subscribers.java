package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Who gets mail of the list now, each address once (R051, R053, P6, P8): SSCs at their first address, and observers.
final class Subscribers {
    private Subscribers() {}

    /// What he writes in; a text that does not tell is answered in the language that he is known by.
    static Language language(Registry registry, Address address, Mail mail) {
        return mail.language() == Language.EN ? language(registry, address) : mail.language();
    }

    /// In which language the sender of a mail is answered where the mail says for certain who he is; else the mail's own, which
    /// tells nobody what he chose.
    static Language answered(Registry registry, Mail mail) {
        return mail.authenticated() && mail.from().isPresent() ? language(registry, mail.from().get(), mail) : mail.language();
    }

    static Language language(Registry registry, Address address) {
        return registry.membersWith(address).stream().map(Member::language).findFirst().or(() -> registry.guest(address).map(Guest::language)).orElse(Language.EN);
    }

    /// The addresses with the language of each. What somebody chose for one of his places holds for his address: the digest if
    /// it is on in any of them, and nothing while he is away in any.
    ///
    /// @param digest those who get one mail a day, or those who get each post
    static Map<Address, Language> of(Registry registry, boolean digest, Instant now) {
        Map<Address, List<Options>> chosen = new TreeMap<>();
        Map<Address, Language> all = new TreeMap<>();
        List<Address> away = new ArrayList<>();
        for (Member member : registry.members()) {
            Address address = member.person().address();
            LocalDate today = LocalDate.ofInstant(now, Days.calendar(registry, Optional.of(member.tld())).zone());
            if (member.options().awayOn(today)) away.add(address);
            chosen.computeIfAbsent(address, _ -> new ArrayList<>()).add(member.options());
            if (member.onList(now, today)) all.putIfAbsent(address, member.language());
        }
        LocalDate today = Author.today(registry, now);
        for (Guest guest : registry.guests()) {
            if (guest.role() != Guest.Role.OBSERVER || !guest.stays(today)) continue;
            if (guest.options().awayOn(today)) away.add(guest.address());
            chosen.computeIfAbsent(guest.address(), _ -> new ArrayList<>()).add(guest.options());
            all.putIfAbsent(guest.address(), guest.language());
        }
        all.keySet().removeAll(new java.util.HashSet<>(away));
        all.keySet().removeIf(address -> chosen.getOrDefault(address, List.of()).stream().anyMatch(Options::digest) != digest);
        return all;
    }
}

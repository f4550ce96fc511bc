package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// Who gets mail of the list now, each address once (R051, R053, P6, P8): SSCs at their first address, and observers.
final class Subscribers {
    private Subscribers() {}

    /// What he writes in; a text that does not tell is answered in the language that he is known by.
    static Language language(Registry registry, Address address, Mail mail) {
        return mail.language() == Language.EN ? language(registry, address) : mail.language();
    }

    static Language language(Registry registry, Address address) {
        return registry.membersWith(address).stream().map(Member::language).findFirst().or(() -> registry.guest(address).map(Guest::language)).orElse(Language.EN);
    }

    /// The addresses with the language of each.
    ///
    /// @param digest those who get one mail a day, or those who get each post
    static Map<Address, Language> of(Registry registry, boolean digest, Instant now) {
        LocalDate today = Author.today(registry, now);
        Map<Address, Language> all = new TreeMap<>();
        for (Member member : registry.members()) {
            if (member.onList(now, today) && member.options().digest() == digest) all.putIfAbsent(member.person().address(), member.language());
        }
        for (Guest guest : registry.guests()) {
            boolean reads = guest.role() == Guest.Role.OBSERVER && guest.stays(today) && !guest.options().awayOn(today);
            if (reads && guest.options().digest() == digest) all.putIfAbsent(guest.address(), guest.language());
        }
        return all;
    }
}

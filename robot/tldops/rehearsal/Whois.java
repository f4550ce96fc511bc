package tldops.rehearsal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Digest;
import tldops.core.Facts;
import tldops.core.Need;
import tldops.core.Tld;

/// What IANA says of each ccTLD in the rehearsal: the one who is its admin contact at that moment.
final class Whois {
    private final Map<Tld, Human> admins = new TreeMap<>();
    private final Set<Tld> silent = new HashSet<>();

    void names(Tld tld, Human admin) {
        admins.put(tld, admin);
    }

    /// Its record gives no usable address.
    void silent(Tld tld, boolean now) {
        if (now) silent.add(tld);
        else silent.remove(tld);
    }

    Optional<Human> admin(Tld tld) {
        return Optional.ofNullable(admins.get(tld));
    }

    Facts facts(Need need, Instant now) {
        Map<Tld, Authority> known = new HashMap<>();
        for (Tld tld : need.tlds()) known.put(tld, authority(tld, now));
        if (!need.servedBy().isEmpty()) admins.forEach((tld, admin) -> {
            if (need.servedBy().contains(admin.address())) known.put(tld, authority(tld, now));
        });
        return new Facts(known);
    }

    private Authority authority(Tld tld, Instant now) {
        Optional<Human> admin = admin(tld);
        Address address = admin.map(Human::address).orElse(new Address("nobody", "iana.example"));
        String raw = "domain: " + tld.label() + "\ncontact: administrative\ne-mail: " + address;
        Authority.Evidence evidence = new Authority.Evidence("rehearsal", now, Digest.hex(raw), raw);
        if (admin.isEmpty() || silent.contains(tld)) return new Authority.Silent(evidence);
        return new Authority.Known(address, admin.get().person.name(), "Registry of " + tld.display(), Optional.empty(), evidence);
    }
}

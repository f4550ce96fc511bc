package tldops.core;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What was looked up for one event.
///
/// @param authorities IANA's word for each ccTLD that matters here
public record Facts(Map<Tld, Authority> authorities) {
    public static final Facts NONE = new Facts(Map.of());

    public Authority of(Tld tld) {
        return authorities.getOrDefault(tld, new Authority.Unreachable("not looked up"));
    }

    /// The ccTLDs among them whose admin contact has this address, in alphabetical order (X15).
    public Set<Tld> servedBy(Address address) {
        Set<Tld> served = new TreeSet<>();
        new TreeMap<>(authorities).forEach((tld, authority) -> {
            if (authority.address().filter(address::equals).isPresent()) served.add(tld);
        });
        return served;
    }
}

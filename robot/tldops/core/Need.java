package tldops.core;

import java.time.Duration;
import java.util.Set;

/// What has to be looked up before a request can be decided.
///
/// @param tlds the ccTLDs it is about
/// @param servedBy also every ccTLD we know one of these addresses to be the admin contact of (X15)
/// @param maxAge how old an answer of IANA may be (`iana.max-age`)
public record Need(Set<Tld> tlds, Set<Address> servedBy, Duration maxAge) {
    public static final Need NOTHING = new Need(Set.of(), Set.of(), Duration.ZERO);

    public boolean nothing() {
        return tlds.isEmpty() && servedBy.isEmpty();
    }
}

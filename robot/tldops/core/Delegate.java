package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Who may speak for the admin contact of one ccTLD, as far as X31 lets him (N23).
///
/// @param by the admin contact's address that appointed him: another one at IANA ends it at once
/// @param until his last day, at most twelve months on
/// @param proved when a secret came back from his address; until then he is nobody
/// @param caseNumber the case that appointed him
public record Delegate(Tld tld, Address address, Address by, LocalDate until, Optional<Instant> proved, long caseNumber) {
    public Delegate proved(Instant at) {
        return proved.isPresent() ? this : new Delegate(tld, address, by, until, Optional.of(at), caseNumber);
    }
}

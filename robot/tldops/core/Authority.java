package tldops.core;

import java.time.Instant;
import java.util.Optional;

/// What IANA says about the admin contact of a ccTLD: the trust anchor (R011, N01, IANA_DATA).
public sealed interface Authority {
    /// @param admin the one address whose answers count
    /// @param technical only for the record (X03)
    record Known(Address admin, String name, String organisation, Optional<Address> technical, Evidence evidence) implements Authority {}

    /// The record is there but gives no usable address for the admin contact (X29).
    record Silent(Evidence evidence) implements Authority {}

    record NotAssigned(Evidence evidence) implements Authority {}

    record NoSuchTld(Evidence evidence) implements Authority {}

    /// Nobody answered, and the mail has waited for as long as it may (X29).
    record Unreachable(String reason) implements Authority {}

    /// The raw answer, kept with its hash and time for every decision that rests on it (N01).
    ///
    /// @param source `whois.iana.org`, `folder`
    /// @param sha256 of the raw answer's UTF-8 bytes, hex
    record Evidence(String source, Instant at, String sha256, String raw) {}

    default Optional<Address> address() {
        return this instanceof Known known ? Optional.of(known.admin()) : Optional.empty();
    }
}

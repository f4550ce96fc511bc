package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// RDAP and WHOIS both answered and do not name the same contact: neither counts (MAIL_RULES 11).
    ///
    /// @param rdap what it says, in words: an address or that there is none
    /// @param whois the same
    record Disputed(String rdap, String whois, Evidence evidence) implements Authority {}

    /// The raw answer, kept with its hash and time for every decision that rests on it (N01).
    ///
    /// @param source `https://rdap.iana.org/domain/nl`, `whois.iana.org`, `folder`
    /// @param sha256 of the raw answer's UTF-8 bytes, hex
    /// @param beside what the second source answered to the same question; empty: there is but one, or it was silent
    /// @param remark how the two fit, where they do not simply say the same; goes into the journal
    record Evidence(String source, Instant at, String sha256, String raw, Optional<Evidence> beside, String remark) {
        public Evidence(String source, Instant at, String sha256, String raw) {
            this(source, at, sha256, raw, Optional.empty(), "");
        }

        public Evidence with(Evidence second) {
            return new Evidence(source, at, sha256, raw, Optional.of(second), remark);
        }

        public Evidence remarked(String how) {
            return new Evidence(source, at, sha256, raw, beside, how);
        }
    }

    default Optional<Address> address() {
        return this instanceof Known known ? Optional.of(known.admin()) : Optional.empty();
    }

    /// The answer that it rests on first; empty when nobody answered.
    default Optional<Evidence> first() {
        return switch (this) {
            case Known known -> Optional.of(known.evidence());
            case Silent silent -> Optional.of(silent.evidence());
            case NotAssigned not -> Optional.of(not.evidence());
            case NoSuchTld no -> Optional.of(no.evidence());
            case Disputed disputed -> Optional.of(disputed.evidence());
            case Unreachable _ -> Optional.empty();
        };
    }

    /// All answers that it rests on.
    default List<Evidence> answers() {
        return first().stream().flatMap(one -> Stream.concat(Stream.of(one), one.beside().stream())).toList();
    }

    /// Why nothing can be decided by it now and asking again may help; empty when IANA has spoken.
    default Optional<String> unsettled() {
        return switch (this) {
            case Unreachable(var reason) -> Optional.of(reason);
            case Disputed _ -> Optional.of("RDAP and WHOIS do not name the same contact");
            default -> Optional.empty();
        };
    }
}

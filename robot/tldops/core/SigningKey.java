package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The public half of what somebody signs his mail with (R012, MAIL_RULES §4).
///
/// @param fingerprint upper-case hex: SHA-256 of a certificate; that of an OpenPGP key as its version defines it
/// @param text PEM of the certificate, or the armored OpenPGP key
/// @param addresses whose it says it is
/// @param until its last moment; empty when it has none
public record SigningKey(Kind kind, String fingerprint, String text, List<Address> addresses, Instant from, Optional<Instant> until) {
    public enum Kind {
        /// An S/MIME certificate (RFC 8550).
        CERTIFICATE,
        /// An OpenPGP key (RFC 9580).
        OPENPGP;

        String words() {
            return this == CERTIFICATE ? "S/MIME certificate" : "OpenPGP key";
        }
    }

    public SigningKey {
        addresses = List.copyOf(addresses);
    }

    boolean over(Instant now) {
        return until.filter(last -> !now.isBefore(last)).isPresent();
    }

    /// As people compare it: in groups of four, on two lines.
    public List<String> grouped() {
        int half = fingerprint.length() / 8 * 4;
        return Stream.of(fingerprint.substring(0, half), fingerprint.substring(half)).map(part -> part.replaceAll("(.{4})(?!$)", "$1 ")).toList();
    }
}

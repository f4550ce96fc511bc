package tldops.core;

/// How sure we are that the From address sent this mail (P2, MAIL_RULES 9 and 10), and why.
///
/// @param reason for the journal and for `tldops explain`, without personal data
public record Authentication(Sureness sureness, String reason) {
    public enum Sureness {
        /// DMARC-aligned for exactly the From address's domain.
        AUTHENTICATED,
        /// Nothing speaks for it, nothing against it.
        UNAUTHENTICATED,
        /// The From domain publishes DMARC, the door can judge, and nothing aligned passed: never acts.
        FAILED
    }

    public static Authentication none(String reason) {
        return new Authentication(Sureness.UNAUTHENTICATED, reason);
    }

    public boolean authenticated() {
        return sureness == Sureness.AUTHENTICATED;
    }

    public boolean failed() {
        return sureness == Sureness.FAILED;
    }
}

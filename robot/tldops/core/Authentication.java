package tldops.core;

import java.util.Optional;
import java.util.Set;

/// How sure we are that the From address sent this mail (P2, MAIL_RULES 9 and 10), and why.
///
/// @param reason for the journal and for `tldops explain`, without personal data
/// @param policy what the From domain wants done with mail that is not its own, as far as our border says
/// @param signers the domains of the signatures that our border found valid (RFC 6376)
/// @param awaited the DNS has not answered yet: the mail can wait, and is unauthenticated if it can wait no longer (L33)
/// @param signature what its S/MIME or OpenPGP signature comes to; empty when it has none or no key is on file for From (R012)
public record Authentication(Sureness sureness, String reason, Policy policy, Set<String> signers, boolean awaited, Optional<Signature> signature) {
    public Authentication(Sureness sureness, String reason) {
        this(sureness, reason, Policy.NONE, Set.of());
    }

    public Authentication(Sureness sureness, String reason, Policy policy, Set<String> signers) {
        this(sureness, reason, policy, signers, false, Optional.empty());
    }

    /// What the domain of From publishes for DMARC (RFC 9989).
    public enum Policy {
        /// Nothing, or p=none; also when our border does not say.
        NONE,
        /// Something; our border does not say what.
        SOME,
        /// p=quarantine or p=reject.
        STRICT
    }


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

    public static Authentication awaited(String reason) {
        return new Authentication(Sureness.UNAUTHENTICATED, reason, Policy.NONE, Set.of(), true, Optional.empty());
    }

    public Authentication under(Policy published, Set<String> signed) {
        return new Authentication(sureness, reason, published, signed, awaited, signature);
    }

    public Authentication with(Signature given) {
        return new Authentication(sureness, reason, policy, signers, awaited, Optional.of(given));
    }

    /// Signed by the key on file over the secret of the question: outranks whatever else speaks for or against it.
    public boolean signed() {
        return signature.filter(Signature.Counted.class::isInstance).isPresent();
    }

    public boolean authenticated() {
        return sureness == Sureness.AUTHENTICATED || signed();
    }

    public boolean failed() {
        return sureness == Sureness.FAILED && !signed();
    }
}

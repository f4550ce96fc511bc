package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The letters about keys on file, all to the admin contact (R012).
public sealed interface KeyContent extends Content {
    /// A key was put on file for him; `undo` takes it away, whenever he says so.
    ///
    /// @param fingerprint in groups of four, line by line
    record KeyAdded(Tld tld, SigningKey.Kind kind, List<String> fingerprint, Optional<Instant> until) implements KeyContent {}

    /// A key of his counts no more.
    ///
    /// @param himself he took it away; otherwise the operator did
    record KeyRemoved(Tld tld, SigningKey.Kind kind, List<String> fingerprint, boolean himself) implements KeyContent {}

    /// Why his signature did not help him.
    record SignatureUncounted(Optional<Tld> tld, Signature.Reason reason) implements KeyContent {}
}

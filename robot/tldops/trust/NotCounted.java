package tldops.trust;

import tldops.core.Signature;

/// Why a signature does not count, found while it is checked.
final class NotCounted extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Signature.Uncounted why;

    NotCounted(Signature.Reason reason, String words) {
        super(words, null, false, false);
        why = new Signature.Uncounted(reason, words);
    }

    Signature.Uncounted why() {
        return why;
    }
}

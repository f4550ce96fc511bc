package tldops.core;

import java.time.Instant;
import java.util.Set;

/// What the signature on a mail comes to (R012, MAIL_RULES 10, level A). Read where the bytes are, with the keys on file for
/// its From address; whether it counts is decided with the case it is about.
public sealed interface Signature {
    /// Good, by a key on file for the From address. What the mail asks for was read from the signed part alone.
    ///
    /// @param at when it was signed
    /// @param secrets ours that stand in the signed text
    record Good(SigningKey.Kind kind, String fingerprint, Instant at, Set<Token> secrets) implements Signature {}

    /// Good, by the key on file for this ccTLD and the contact that IANA names, over the secret of an open question of its.
    record Counted(SigningKey.Kind kind, String fingerprint, Instant at) implements Signature {}

    /// There is a key on file for the From address and a signature, and it does not count.
    ///
    /// @param words why, as it stands in the journal
    record Uncounted(Reason reason, String words) implements Signature {}

    /// What the signer would have to do otherwise.
    enum Reason {
        /// Not by the key on file, the text was changed on its way, or it is no signature that can be read.
        NOT_GOOD,
        /// By an algorithm that nobody should rely on any more.
        WEAK,
        /// The key is over, was revoked, or had not begun.
        KEY_OVER,
        /// Signed too long ago, or in a time to come.
        TIME,
        /// The secret of the question does not stand in the signed text.
        NO_SECRET,
        /// The key is on file for another ccTLD, or IANA names somebody else.
        NOT_ON_FILE
    }
}

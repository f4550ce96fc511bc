package tldops.core;

import java.util.Optional;

/// Names, in the address that bounces go to, the letter and the one among its subscribers whose copy came back
/// (MAIL_RULES 19, 25). The letter's id is unguessable, so nobody makes up a bounce.
public final class Verp {
    private static final int HASH = 10;

    private Verp() {}

    /// @param letter the letter's id
    /// @param copy what tells the subscriber; empty when the bounce is about the letter as a whole
    public record Key(String letter, Optional<String> copy) {
        /// Whether this copy was for that address.
        public boolean isFor(Address address) {
            return copy.filter(hash -> Digest.same(hash, hash(address))).isPresent();
        }
    }

    /// The tag of the bounce address of one subscriber's copy.
    public static String key(String letter, Address subscriber) {
        return letter + "-" + hash(subscriber);
    }

    public static Key read(String tag) {
        int dash = tag.lastIndexOf('-');
        return dash < 0 ? new Key(tag, Optional.empty()) : new Key(tag.substring(0, dash), Optional.of(tag.substring(dash + 1)));
    }

    private static String hash(Address address) {
        return Digest.hex(address.key()).substring(0, HASH);
    }
}

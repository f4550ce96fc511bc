package tldops.core;

import java.util.Optional;

/// Names, in the address that bounces go to, the letter and the one among its subscribers whose copy came back
/// (MAIL_RULES 19, 25). The letter's id is unguessable, so nobody makes up a bounce; of a letter to many not even its readers see
/// the id, so none of them makes one up for another.
public final class Verp {
    private static final int HASH = 16;

    private Verp() {}

    /// @param name the letter's id, or for one of many copies the name that stands for it
    /// @param copy what tells the subscriber; empty when the bounce is about the letter as a whole
    public record Key(String name, Optional<String> copy) {
        /// Whether it is of that letter.
        public boolean names(String letter) {
            return !letter.isEmpty() && Digest.same(name, copy.isPresent() ? Verp.name(letter) : letter);
        }

        /// Whether that letter's copy was for that address.
        public boolean isFor(String letter, Address address) {
            return copy.filter(hash -> Digest.same(hash, hash(letter, address))).isPresent();
        }
    }

    /// The tag of the bounce address of one subscriber's copy.
    public static String key(String letter, Address subscriber) {
        return name(letter) + "-" + hash(letter, subscriber);
    }

    public static Key read(String tag) {
        int dash = tag.lastIndexOf('-');
        return dash < 0 ? new Key(tag, Optional.empty()) : new Key(tag.substring(0, dash), Optional.of(tag.substring(dash + 1)));
    }

    /// What the readers of a letter to many see of its id.
    static String name(String letter) {
        return Digest.hex("copies of " + letter).substring(0, HASH);
    }

    private static String hash(String letter, Address address) {
        return Digest.hex(letter + " " + address.key()).substring(0, HASH);
    }
}

package tldops.core;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A one-time secret that a letter carries and an answer brings back (MAIL_RULES 12): 130 bits as 26 letters of a
/// base-32 alphabet without look-alikes, lower case. Only its SHA-256 is ever kept.
public record Token(String secret) {
    /// Without i, l, o and u, which people misread when they copy.
    static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    /// The letters of a token, for readers that search a text for one.
    public static final int LENGTH = 26;

    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /// Reads a token; upper case is forgiven (some gateways fold addresses), anything else is not a token.
    public static Optional<Token> parse(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(folded).matches() ? Optional.of(new Token(folded)) : Optional.empty();
    }

    /// What is kept of it: SHA-256 in hex.
    public String hash() {
        return Digest.hex(secret);
    }

    /// Never the secret: tokens do not reach a log.
    @Override
    public String toString() {
        return "token";
    }
}

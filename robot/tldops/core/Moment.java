package tldops.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Time and chance of one event, as values (DESIGN 1.4). The chance is never kept.
public final class Moment {
    private final Instant now;
    private final byte[] chance;

    /// @param chance 32 random bytes for this event alone
    public Moment(Instant now, byte[] chance) {
        this.now = now;
        this.chance = chance.clone();
    }

    public Instant now() {
        return now;
    }

    /// The secret for one purpose within this event; the same purpose gives the same secret.
    public Token token(String purpose) {
        return new Token(letters("token " + purpose, Token.LENGTH));
    }

    /// An unguessable name of `length` letters for one purpose within this event.
    public String name(String purpose, int length) {
        return letters("name " + purpose, length);
    }

    private String letters(String purpose, int length) {
        byte[] bytes = Digest.sha256(chance, purpose.getBytes(StandardCharsets.UTF_8));
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) letters.append(Token.ALPHABET.charAt(bytes[i] & 31));
        return letters.toString();
    }
}

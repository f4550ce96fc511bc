package tldops.core;

import java.util.List;

/// The lines by which our letters are recognised when they come back quoted.
public final class Marks {
    private Marks() {}

    /// Stands on top of each letter that wants a word as answer; what a reply quotes begins here (L28).
    public static String answerAbove(Language language) {
        return switch (language) {
            case EN -> "--- Write your answer above this line ---";
            case FR -> "--- Écrivez votre réponse au-dessus de cette ligne ---";
        };
    }

    /// The reference line that carries the secret (MAIL_RULES 12).
    public static String reference(Language language, Token token) {
        return switch (language) {
            case EN -> "Reference: " + token.secret();
            case FR -> "Référence : " + token.secret();
        };
    }

    /// What a reference line begins with, in every language.
    public static final List<String> REFERENCES = List.of("Reference:", "Référence :", "Référence:");

    /// The mark of our own mail, against loops (MAIL_RULES 18, 22).
    public static final String LOOP_HEADER = "X-TLD-OPS-Robot";
}

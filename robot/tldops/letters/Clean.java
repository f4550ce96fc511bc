package tldops.letters;

import java.util.regex.Pattern;

/// Takes out of a value what could break a line, hide text or turn its direction (MAIL_RULES 30, 31).
final class Clean {
    /// Controls, line and paragraph separators, lone surrogates.
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]+");
    /// Turns of direction and invisible marks; joiners stay, since Persian and Indic names need them.
    private static final Pattern HIDDEN = Pattern.compile("[\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\x{e0000}-\\x{e007f}]");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SPACES = Pattern.compile("\\p{Zs}{2,}");

    private Clean() {}

    /// One line for the text of a letter.
    static String line(String value) {
        return HIDDEN.matcher(BREAKS.matcher(value).replaceAll(" ")).replaceAll("");
    }

    /// One line for a header.
    static String header(String value) {
        return SPACES.matcher(INVISIBLE.matcher(line(value)).replaceAll("")).replaceAll(" ").strip();
    }

    /// At most so many characters, never half of one.
    static String cut(String text, int length) {
        if (text.length() <= length) return text;
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}

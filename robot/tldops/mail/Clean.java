package tldops.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.text.Normalizer;

/// Takes out of a stranger's words what must not reach a header, a log or a reader's screen: controls, bidirectional
/// marks, characters without width (MAIL_RULES 30, 31).
final class Clean {
    static final int LINE = 200;

    private Clean() {}

    /// Text with lines: every kind of line end becomes `\n`, every kind of blank a blank.
    static String text(String dirty, int max) {
        StringBuilder clean = new StringBuilder(Math.min(dirty.length(), max));
        for (int at = 0; at < dirty.length() && clean.length() < max; ) {
            int c = dirty.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\r' && at < dirty.length() && dirty.charAt(at) == '\n') continue;
            if (c == '\n' || c == '\r' || c == '\f' || c == 0x0b || c == 0x85 || c == 0x2028 || c == 0x2029) clean.append('\n');
            else if (c == '\t') clean.append('\t');
            else if (Character.getType(c) == Character.SPACE_SEPARATOR) clean.append(' ');
            else if (visible(c)) clean.appendCodePoint(c);
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /// One line, cut at 200 characters: a subject, a name for the journal.
    static String line(String dirty) {
        String one = text(dirty, 4 * LINE).replaceAll("\\s+", " ").strip();
        return one.codePointCount(0, one.length()) <= LINE ? one : one.substring(0, one.offsetByCodePoints(0, LINE));
    }

    /// One line of a header field with encoded words (RFC 2047).
    static String decoded(String value) {
        try {
            return line(MimeUtility.decodeText(value));
        } catch (UnsupportedEncodingException unknown) {
            return line(value);
        }
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> c != 0x034f && c != 0x115f && c != 0x1160 && c != 0x3164 && c != 0xffa0 && !(c >= 0xfe00 && c <= 0xfe0f);
        };
    }
}

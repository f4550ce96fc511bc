package tldops.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import tldops.core.Clean;

/// A stranger's words as we work with them: decoded, cut to a size we are willing to read, cleaned of what nobody sees
/// (RFC 2047, MAIL_RULES 29, 30).
final class Decoded {
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private Decoded() {}

    /// One line of at most 200 characters from a header field.
    static String header(String value) {
        try {
            return Clean.header(MimeUtility.decodeText(value));
        } catch (UnsupportedEncodingException unknown) {
            return Clean.header(value);
        }
    }

    /// Lines parted by `\n`, composed letters, one kind of blank.
    static String text(String text, int most) {
        String cut = text.length() > most ? text.substring(0, most) : text;
        return Normalizer.normalize(BLANK.matcher(Clean.text(cut)).replaceAll(" "), Normalizer.Form.NFC);
    }
}

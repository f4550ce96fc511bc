package tldops.mail;

import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Clean;

/// A stranger's words as we work with them: decoded, cut to a size we are willing to read, cleaned of what nobody sees
/// (RFC 2047, MAIL_RULES 29, 30).
final class Decoded {
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private static final Pattern ENCODED = Pattern.compile("=\\?[^?\\s]{1,60}\\?[bqBQ]\\?[^?]*\\?=");

    private Decoded() {}

    /// One line of at most 200 characters from a header field.
    static String header(String value) {
        try {
            return Clean.header(MimeUtility.decodeText(value));
        } catch (UnsupportedEncodingException unknown) {
            return Clean.header(value);
        }
    }

    /// The same uncut, as the mail programs of others may read it: encoded words inside of others, too. Empty when a word of
    /// it can not be decoded: then nobody can say what they show.
    static Optional<String> whole(String value) {
        try {
            StringBuilder all = new StringBuilder();
            Matcher word = ENCODED.matcher(MimeUtility.decodeText(value));
            while (word.find()) word.appendReplacement(all, Matcher.quoteReplacement(MimeUtility.decodeWord(word.group().replace(' ', '_'))));
            return Optional.of(Clean.line(word.appendTail(all).toString()));
        } catch (UnsupportedEncodingException | ParseException unknown) {
            return Optional.empty();
        }
    }

    /// Lines parted by `\n`, composed letters, one kind of blank.
    static String text(String text, int most) {
        String cut = text.length() > most ? text.substring(0, most) : text;
        return Normalizer.normalize(BLANK.matcher(Clean.text(cut)).replaceAll(" "), Normalizer.Form.NFC);
    }
}

package tldops.mail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import tldops.core.Clean;

/// A text as it is compared with our tables of words: lower case, without accents, with plain quotes, dashes and
/// spaces, so that what came through a word processor or a web page is still recognised (R097).
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern QUOTES = Pattern.compile("[‘’‚‛′`´ʼ＇]");
    private static final Pattern DOUBLE = Pattern.compile("[“”„‟″«»]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}−]");
    private static final Pattern STOPS = Pattern.compile("[。｡]");
    private static final Pattern COMMAS = Pattern.compile("[،、]");
    private static final Pattern TATWEEL = Pattern.compile("\\u0640+");
    private static final Pattern COLONS = Pattern.compile("[∶꞉︓﹕：]");

    private Folded() {}

    static String of(String text) {
        if (plain(text)) return Clean.line(text.toLowerCase(Locale.ROOT));
        String plain = DOUBLE.matcher(QUOTES.matcher(text).replaceAll("'")).replaceAll("\"");
        plain = COLONS.matcher(plain.replace('°', 'o')).replaceAll(":");
        plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        plain = DASHES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        return Clean.line(marked(plain.replace("œ", "oe").replace("æ", "ae")));
    }

    /// Arabic and Chinese marks as ours, Arabic letters as they are often typed, digits of any script as ASCII (N08).
    private static String marked(String text) {
        String plain = COMMAS.matcher(STOPS.matcher(text).replaceAll(".")).replaceAll(",").replace('؛', ';').replace('؟', '?');
        plain = TATWEEL.matcher(plain).replaceAll("").replace('ى', 'ي').replace('ة', 'ه').replace('ی', 'ي').replace('ک', 'ك');
        StringBuilder digits = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> digits.appendCodePoint(c > 0x7f && Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return digits.toString();
    }

    /// Nothing in it needs folding: what most lines are.
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > '~' || text.charAt(i) < ' ' || text.charAt(i) == '`') return false;
        return true;
    }
}

package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes out of foreign text what no header, letter, log or name may hold: line ends where one line is due, controls,
/// bidi marks, invisible characters and half characters (MAIL_RULES 30).
public final class Clean {
    private static final int HEADER = 200;
    private static final Pattern BLANK = Pattern.compile("[\\p{Zs}\\p{Zl}\\p{Zp}\\t\\r\\n\\x0B\\f\\x85]+");
    private static final String JOINER = "[\\u200C\\u200D]";
    /// Letters that show as nothing: combining grapheme joiner and the Hangul fillers.
    private static final String EMPTY = "\\u034F\\u115F\\u1160\\u3164\\uFFA0";
    /// Beside these a joiner changes what is read: names of Arabic and Indic scripts need it (RFC 5892 A.1, A.2).
    private static final String JOINS = "[\\p{L}\\p{M}&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsCommon}\\p{IsInherited}" + EMPTY + "]]";
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\uFFFE\\uFFFF" + EMPTY + "&&[^\\u200C\\u200D]]|(?<!" + JOINS + ")" + JOINER + "|" + JOINER + "(?!" + JOINS + ")");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n\\x85\\u2028\\u2029]");

    private Clean() {}

    /// One line: every run of spaces, tabs and line ends becomes one space, everything hidden goes.
    public static String line(String text) {
        if (plain(text)) return text.strip();
        return BLANK.matcher(HIDDEN.matcher(BLANK.matcher(text).replaceAll(" ")).replaceAll("")).replaceAll(" ").strip();
    }

    /// One line of at most `most` characters, never ending in half a character.
    public static String line(String text, int most) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= most ? line : line(line.substring(0, line.offsetByCodePoints(0, most)));
    }

    /// Lines of at most `most` characters, broken between words where that is possible.
    static List<String> wrapped(List<String> lines, int most) {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            String rest = line;
            while (rest.length() > most) {
                int gap = rest.lastIndexOf(' ', most);
                if (gap < 1) break;
                all.add(rest.substring(0, gap));
                rest = rest.substring(gap + 1);
            }
            all.add(rest);
        }
        return List.copyOf(all);
    }

    /// A value that may stand in a header: nothing without width at all.
    public static String header(String text) {
        return line(text.replaceAll(JOINER, ""), HEADER);
    }

    /// Several lines parted by `\n`: as many as before, their spaces kept, everything hidden gone.
    public static String text(String text) {
        if (clean(text)) return text;
        StringBuilder cleaned = new StringBuilder(text.length());
        for (String line : LINE_END.split(text, -1)) {
            String spaced = line.replace('\t', ' ');
            cleaned.append((shown(spaced) ? spaced : HIDDEN.matcher(spaced).replaceAll("")).stripTrailing()).append('\n');
        }
        cleaned.setLength(cleaned.length() - 1);
        return cleaned.toString();
    }

    /// Nothing in it can be hidden: what most texts are, told without a pattern.
    private static boolean shown(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
        return true;
    }

    /// Lines of what can be seen, without blanks at their ends.
    private static boolean clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n') || c > '~' || (c == ' ' && (i + 1 == text.length() || text.charAt(i + 1) == '\n'))) return false;
        }
        return true;
    }

    /// One line already, its words parted by single spaces.
    private static boolean plain(String text) {
        return shown(text) && !text.contains("  ");
    }
}

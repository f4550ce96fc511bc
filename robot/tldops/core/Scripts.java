package tldops.core;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Letters of several alphabets in one word, where one of them may stand for another that looks like it: Unicode's
/// restriction level "highly restrictive" is left (UTS 39 5.2, MAIL_RULES 8, 31).
public final class Scripts {
    /// Whose own spelling mixes them.
    private static final Set<Set<UnicodeScript>> TOGETHER = Set.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Scripts() {}

    /// One word, or one label of a domain.
    public static boolean mixed(String word) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
        return scripts.size() > 1 && TOGETHER.stream().noneMatch(all -> all.containsAll(scripts));
    }

    /// Whether a word of a name is; that the words differ among each other is no trick: "Anna (Анна)".
    public static boolean mixedName(String name) {
        return BETWEEN_WORDS.splitAsStream(name).anyMatch(Scripts::mixed);
    }

    /// A name as it stands where somebody decides by looking: marked when it is none of one alphabet.
    public static String marked(String name) {
        return mixedName(name) ? name + " [mixed alphabets]" : name;
    }
}

package tldops.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Parts words of Chinese, which writes none apart, by the words that answers are made of; and takes the joined `and` off
/// an Arabic one (N08, N10).
final class LeafletWords {
    private static final Set<String> KNOWN = VerdictWords.known();
    private static final int LONGEST = KNOWN.stream().filter(LeafletWords::han).map(String::length).max(Comparator.naturalOrder()).orElse(1);

    private LeafletWords() {}

    /// The words of a run of letters and digits.
    static List<String> of(String token) {
        if (token.codePoints().allMatch(c -> c < 0x600)) return List.of(token);
        if (token.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) return japanese(token) ? List.of(token) : chinese(token);
        boolean joined = token.length() > 2 && (token.charAt(0) == 'و' || token.charAt(0) == 'ف') && !KNOWN.contains(token) && KNOWN.contains(token.substring(1));
        return List.of(joined ? token.substring(1) : token);
    }

    /// The longest known word at each place; what is between them stays together.
    private static List<String> chinese(String token) {
        List<String> words = new ArrayList<>();
        boolean open = false;
        int at = 0;
        while (at < token.length()) {
            Optional<String> known = known(token, at);
            String piece = known.orElse(Character.toString(token.codePointAt(at)));
            if (open && known.isEmpty() && han(piece) == han(words.getLast())) words.set(words.size() - 1, words.getLast() + piece);
            else words.add(piece);
            open = known.isEmpty();
            at += piece.length();
        }
        return words;
    }

    private static Optional<String> known(String token, int at) {
        return IntStream.iterate(Math.min(LONGEST, token.length() - at), length -> length > 0, length -> length - 1)
                .mapToObj(length -> token.substring(at, at + length))
                .filter(word -> han(word) && KNOWN.contains(word)).findFirst();
    }

    private static boolean japanese(String token) {
        return token.codePoints().mapToObj(Character.UnicodeScript::of).anyMatch(script -> script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA);
    }

    private static boolean han(String word) {
        return word.codePoints().allMatch(LeafletWords::han);
    }

    private static boolean han(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}

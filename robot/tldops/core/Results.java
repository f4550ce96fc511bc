package tldops.core;

import java.util.ArrayList;
import java.util.List;

/// One answer for many ccTLDs: results for the same reader go in one letter, a line per ccTLD (N09).
final class Results {
    private Results() {}

    static Decision merged(Decision decision) {
        List<Letter> letters = new ArrayList<>();
        for (Letter letter : decision.letters()) {
            int same = letter.content() instanceof Content.Done ? earlier(letters, letter) : -1;
            if (same < 0) letters.add(letter);
            else letters.set(same, joined(letters.get(same), letter));
        }
        return new Decision(decision.changes(), letters, decision.journal());
    }

    private static int earlier(List<Letter> letters, Letter like) {
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            if (letter.content() instanceof Content.Done && letter.to().equals(like.to()) && letter.language() == like.language()) return i;
        }
        return -1;
    }

    private static Letter joined(Letter one, Letter other) {
        List<Content.Result> results = new ArrayList<>(((Content.Done) one.content()).results());
        results.addAll(((Content.Done) other.content()).results());
        // the letter with the secret stays
        return (one.reply().isPresent() ? one : other).saying(new Content.Done(List.copyOf(results)));
    }
}

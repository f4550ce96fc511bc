package tldops.conversations;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// Compares what is written in a story with what came: a line `...` stands for any lines, `...` within a line for
/// any letters of that line, and remarks do not count.
final class Likeness {
    static final String ANY = "...";

    private Likeness() {}

    /// Index of the first expected line that nothing fits; `expected.size()` when more came than was expected;
    /// -1 when all fits.
    static int firstMiss(List<String> expected, List<String> actual) {
        BitSet reached = new BitSet(actual.size() + 1);
        reached.set(0);
        for (int i = 0; i < expected.size(); i++) {
            reached = step(Remark.strip(expected.get(i)), actual, reached);
            if (reached.isEmpty()) return i;
        }
        return reached.get(actual.size()) ? -1 : expected.size();
    }

    static boolean same(List<String> expected, List<String> actual) {
        return firstMiss(expected, actual) < 0;
    }

    /// Whether one written line (without remark) fits one line that came.
    static boolean fits(String expected, String actual) {
        String came = actual.stripTrailing();
        if (!expected.contains(ANY)) return expected.equals(came);
        List<String> parts = new ArrayList<>();
        for (String part : expected.split(Pattern.quote(ANY), -1)) parts.add(Pattern.quote(part));
        return Pattern.matches(String.join(".*", parts), came);
    }

    private static BitSet step(String line, List<String> actual, BitSet from) {
        BitSet next = new BitSet(actual.size() + 1);
        if (line.equals(ANY)) {
            next.set(from.nextSetBit(0), actual.size() + 1);
            return next;
        }
        for (int at = from.nextSetBit(0); at >= 0 && at < actual.size(); at = from.nextSetBit(at + 1)) {
            if (fits(line, actual.get(at))) next.set(at + 1);
        }
        return next;
    }
}

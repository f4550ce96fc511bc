package tldops.core;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Whether a domain could be taken for another: the same to the eye, one letter off, the same name elsewhere (N34).
final class Resemblance {
    /// The worst comes first.
    enum Kind { ALIKE, ONE_LETTER, SAME_NAME }

    /// Second levels under which anybody registers; the lists of all there are change daily and are not needed to ask.
    private static final Set<String> PUBLIC = Set.of("co", "com", "net", "org", "ac", "edu", "gov", "gob", "gouv", "govt", "go", "or", "ne", "mil");
    private static final int SHORTEST = 3;

    private Resemblance() {}

    /// @param domain the new one, as A-label
    /// @param known as A-label
    /// @param skeleton what a text looks like (UTS 39 4): equal for texts that look the same
    static Optional<Kind> of(String domain, String known, UnaryOperator<String> skeleton) {
        if (house(domain).equals(house(known))) return Optional.empty();
        String one = IDN.toUnicode(house(domain));
        String other = IDN.toUnicode(house(known));
        if (skeleton.apply(one).equals(skeleton.apply(other))) return Optional.of(Kind.ALIKE);
        boolean sameName = name(one).equals(name(other));
        boolean sameEnd = end(one).equals(end(other));
        if (!sameName && skeleton.apply(name(one)).equals(skeleton.apply(name(other)))) return Optional.of(Kind.ALIKE);
        if (sameEnd && Math.min(name(one).length(), name(other).length()) >= SHORTEST && oneOff(name(one), name(other))) return Optional.of(Kind.ONE_LETTER);
        if (sameName && name(one).length() > SHORTEST) return Optional.of(Kind.SAME_NAME);
        String dotted = "." + IDN.toUnicode(domain).replace('-', '.') + ".";
        return dotted.contains("." + other.replace('-', '.') + ".") ? Optional.of(Kind.SAME_NAME) : Optional.empty();
    }

    /// The domain that somebody registered, under which all is his: the last two labels, or three.
    static String house(String domain) {
        List<String> labels = List.of(domain.split("\\."));
        int size = labels.size();
        int kept = size > 2 && PUBLIC.contains(labels.get(size - 2)) ? 3 : 2;
        return String.join(".", labels.subList(Math.max(0, size - kept), size));
    }

    private static String name(String house) {
        return house.substring(0, house.indexOf('.'));
    }

    private static String end(String house) {
        return house.substring(house.indexOf('.'));
    }

    /// One letter more, less or other, or two neighbours that changed places.
    static boolean oneOff(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        if (a.length > b.length) return oneOff(b, a);
        return oneOff(a, b);
    }

    private static boolean oneOff(int[] shorter, int[] longer) {
        int at = Arrays.mismatch(shorter, longer);
        if (at < 0 || longer.length - shorter.length > 1) return false;
        if (shorter.length < longer.length) return same(shorter, at, longer, at + 1);
        boolean swapped = at + 1 < longer.length && shorter[at] == longer[at + 1] && shorter[at + 1] == longer[at] && same(shorter, at + 2, longer, at + 2);
        return swapped || same(shorter, at + 1, longer, at + 1);
    }

    private static boolean same(int[] a, int from, int[] b, int start) {
        return Arrays.equals(a, from, a.length, b, start, b.length);
    }
}

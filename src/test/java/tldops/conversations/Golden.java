package tldops.conversations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes expectations anew from what came (`-Dgolden=rewrite`): what still fits stays as it is written, `...` goes on
/// standing for what it stood for, and remarks stay on the line that took the place of theirs. A remark whose line is
/// gone stands behind `??` and fails the story until somebody finds its place.
final class Golden {
    private static final String LOST = "?? ";
    private static final double ALIKE = 0.45;

    private Golden() {}

    static List<String> lines(List<String> written, List<String> came) {
        if (Likeness.same(written, came)) return written;
        int[] place = places(written, came);
        List<String> golden = new ArrayList<>();
        int next = 0;
        boolean any = false;
        for (int w = 0; w < written.size(); w++) {
            if (Remark.strip(written.get(w)).equals(Likeness.ANY)) {
                any = true;
            } else if (place[w] >= 0) {
                gap(golden, came.subList(next, place[w]), any);
                String line = came.get(place[w]);
                golden.add(Likeness.fits(Remark.strip(written.get(w)), line) ? written.get(w) : line + Remark.of(written.get(w)));
                next = place[w] + 1;
                any = false;
            } else if (!Remark.of(written.get(w)).isEmpty()) {
                golden.add((written.get(w).startsWith(LOST) ? "" : LOST) + written.get(w));
            }
        }
        gap(golden, came.subList(next, came.size()), any);
        return golden;
    }

    static List<String> letters(Letters written, List<Posted> posted) {
        List<Integer> meant = written.meant(posted);
        List<List<String>> parts = new ArrayList<>();
        for (int w = 0; w < written.all().size(); w++) {
            Letters.Wanted wanted = written.all().get(w);
            if (meant.get(w) >= 0) parts.add(letter(wanted, posted.get(meant.get(w))));
            else lost(wanted, parts);
        }
        for (int p = 0; p < posted.size(); p++) {
            if (meant.contains(p)) continue;
            List<String> fresh = new ArrayList<>(posted.get(p).headerLines(List.of()));
            fresh.addAll(List.of("", Likeness.ANY));
            parts.add(fresh);
        }
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            if (!all.isEmpty()) all.add(Letters.RULE);
            all.addAll(part);
        }
        return all;
    }

    private static List<String> letter(Letters.Wanted wanted, Posted posted) {
        List<String> all = new ArrayList<>();
        List<String> names = wanted.names();
        for (String line : posted.headerLines(names)) {
            String name = line.substring(0, line.indexOf(':'));
            int old = names.indexOf(name);
            if (old < 0) all.add(line);
            else all.add(Likeness.fits(Remark.strip(wanted.headers().get(old)), line) ? wanted.headers().get(old) : line + Remark.of(wanted.headers().get(old)));
        }
        all.add("");
        all.addAll(lines(wanted.text(), posted.shown()));
        return all;
    }

    private static void lost(Letters.Wanted wanted, List<List<String>> parts) {
        List<String> remarked = new ArrayList<>();
        for (List<String> lines : List.of(wanted.headers(), wanted.text())) {
            for (String line : lines) if (!Remark.of(line).isEmpty()) remarked.add(line.startsWith(LOST) ? line : LOST + line);
        }
        if (!remarked.isEmpty()) parts.add(remarked);
    }

    private static void gap(List<String> golden, List<String> came, boolean any) {
        if (any && !came.isEmpty()) golden.add(Likeness.ANY);
        else golden.addAll(came);
    }

    /// For each written line the line that came in its place, in rising order, or -1.
    private static int[] places(List<String> written, List<String> came) {
        int[] place = fitting(written, came);
        for (int w = 0; w < place.length; w++) {
            if (place[w] >= 0 || Remark.strip(written.get(w)).equals(Likeness.ANY) || written.get(w).isBlank()) continue;
            int from = 0;
            int to = came.size();
            for (int before = 0; before < w; before++) if (place[before] >= 0) from = place[before] + 1;
            for (int after = w + 1; after < place.length && to == came.size(); after++) if (place[after] >= 0) to = place[after];
            double best = ALIKE;
            for (int c = from; c < to; c++) {
                double alike = alike(Remark.strip(written.get(w)), came.get(c));
                if (alike > best) {
                    best = alike;
                    place[w] = c;
                }
            }
        }
        return place;
    }

    /// The longest common subsequence of lines that fit.
    private static int[] fitting(List<String> written, List<String> came) {
        int[][] longest = new int[written.size() + 1][came.size() + 1];
        for (int w = written.size() - 1; w >= 0; w--) {
            for (int c = came.size() - 1; c >= 0; c--) {
                longest[w][c] = fit(written.get(w), came.get(c)) ? longest[w + 1][c + 1] + 1 : Math.max(longest[w + 1][c], longest[w][c + 1]);
            }
        }
        int[] place = new int[written.size()];
        Arrays.fill(place, -1);
        int c = 0;
        for (int w = 0; w < place.length; w++) {
            int at = c;
            while (at < came.size() && !(fit(written.get(w), came.get(at)) && longest[w][c] == longest[w + 1][at + 1] + 1)) at++;
            if (at == came.size()) continue;
            place[w] = at;
            c = at + 1;
        }
        return place;
    }

    private static boolean fit(String written, String came) {
        String line = Remark.strip(written);
        return !line.equals(Likeness.ANY) && Likeness.fits(line, came);
    }

    /// Which part of the written words stands in the other line.
    private static double alike(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        return first.isEmpty() ? 0 : (double) both.size() / first.size();
    }

    private static Set<String> words(String line) {
        Set<String> words = new HashSet<>(List.of(line.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}

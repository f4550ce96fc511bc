package tldops.conversations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The letters of an `out` block, parted by lines `----`, and whether those that left are exactly these.
///
/// @param all in the order in which they are written, which is no order of sending
record Letters(List<Wanted> all) {
    static final String RULE = "----";

    /// One letter as it is written in a story.
    ///
    /// @param at line of the file on which it begins
    /// @param headers as written, remarks included
    /// @param text as written; what is not there may not come
    record Wanted(int at, List<String> headers, List<String> text) {
        List<String> names() {
            return headers.stream().map(Wanted::name).toList();
        }

        private static String name(String line) {
            int colon = line.indexOf(':');
            return colon < 0 ? line : line.substring(0, colon);
        }

        private static String value(String line) {
            return Remark.strip(line).substring(name(line).length() + 1).strip();
        }

        String header(String name) {
            return headers.stream().filter(line -> name(line).equals(name)).map(Wanted::value).findFirst().orElse("");
        }

        /// Why it is not this one, with the line of the file; "" when it is.
        String unlike(Posted posted) {
            for (int i = 0; i < headers.size(); i++) {
                String line = headers.get(i);
                if (!line.contains(":")) return (at + i) + ": no header line: " + line;
                String came = Posted.blanked(posted.header(name(line)));
                if (!Likeness.fits(value(line), came)) return (at + i) + ": " + name(line) + " is \"" + came + "\"";
            }
            for (String name : List.of("To", "Cc", "Subject")) {
                if (!names().contains(name) && !posted.header(name).isEmpty()) return at + ": it has a " + name + ": " + posted.header(name);
            }
            List<String> shown = posted.shown();
            int miss = Likeness.firstMiss(text, shown);
            if (miss < 0) return "";
            int line = at + headers.size() + 1 + miss;
            return miss < text.size() ? line + ": nothing fits \"" + Remark.strip(text.get(miss)) + "\"" : line + ": it says more than that";
        }

        /// How near that letter is to it, to find the one that was meant: greater is nearer.
        int nearness(Posted posted) {
            int score = 0;
            if (unlike(posted).isEmpty()) score += 8;
            if (Likeness.fits(header("To"), posted.header("To"))) score += 4;
            if (Likeness.fits(header("Subject"), posted.header("Subject"))) score += 2;
            return score;
        }
    }

    static Letters of(Block block) {
        List<Wanted> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        int at = block.lineOf(0);
        for (int i = 0; i <= block.body().size(); i++) {
            boolean end = i == block.body().size();
            if (end || block.body().get(i).strip().equals(RULE)) {
                if (!lines.stream().allMatch(String::isBlank)) all.add(wanted(at, lines));
                lines.clear();
                at = block.lineOf(i + 1);
            } else {
                lines.add(block.body().get(i));
            }
        }
        return new Letters(List.copyOf(all));
    }

    private static Wanted wanted(int at, List<String> lines) {
        int gap = 0;
        while (gap < lines.size() && !lines.get(gap).isBlank()) gap++;
        List<String> text = new ArrayList<>(lines.subList(Math.min(gap + 1, lines.size()), lines.size()));
        while (!text.isEmpty() && text.getLast().isBlank()) text.removeLast();
        return new Wanted(at, List.copyOf(lines.subList(0, gap)), List.copyOf(text));
    }

    /// Which of the letters that left is meant by each wanted one, nearest first; -1 = none. One that many would fit takes what
    /// the others leave.
    List<Integer> meant(List<Posted> posted) {
        List<Integer> choosy = IntStream.range(0, all.size()).boxed().sorted(Comparator.comparingLong(w -> posted.stream().filter(letter -> all.get(w).unlike(letter).isEmpty()).count())).toList();
        int[] meant = all.stream().mapToInt(_ -> -1).toArray();
        boolean[] used = new boolean[posted.size()];
        for (int score = 14; score >= 4; score--) {
            for (int w : choosy) {
                for (int p = 0; p < used.length && meant[w] < 0; p++) {
                    if (used[p] || all.get(w).nearness(posted.get(p)) != score) continue;
                    meant[w] = p;
                    used[p] = true;
                }
            }
        }
        return Arrays.stream(meant).boxed().toList();
    }

    /// The letters that left in the order in which the story writes them, the unwritten ones last.
    List<Posted> inOrder(List<Posted> posted) {
        List<Integer> meant = meant(posted);
        List<Posted> ordered = new ArrayList<>(meant.stream().filter(p -> p >= 0).map(posted::get).toList());
        for (int p = 0; p < posted.size(); p++) if (!meant.contains(p)) ordered.add(posted.get(p));
        return ordered;
    }

    /// Every difference, one a line; "" when exactly these letters left.
    String unlike(List<Posted> posted) {
        List<Integer> meant = meant(posted);
        List<String> differences = new ArrayList<>();
        for (int w = 0; w < all.size(); w++) {
            Wanted wanted = all.get(w);
            if (meant.get(w) < 0) differences.add(wanted.at() + ": was not sent: " + wanted.header("To") + " \"" + wanted.header("Subject") + "\"");
            else if (!wanted.unlike(posted.get(meant.get(w))).isEmpty()) differences.add(wanted.unlike(posted.get(meant.get(w))));
        }
        for (int p = 0; p < posted.size(); p++) {
            if (!meant.contains(p)) differences.add("nobody expected: " + posted.get(p).header("To") + " \"" + posted.get(p).header("Subject") + "\"");
        }
        return differences.stream().collect(Collectors.joining("\n"));
    }
}

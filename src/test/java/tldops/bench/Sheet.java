package tldops.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of figures, a row as soon as it is known.
final class Sheet {
    private final List<String> heads = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    void head(String line) {
        heads.add(line);
        System.out.println(line);
    }

    /// @param target "" where none is set
    void row(int members, String what, String figure, String target) {
        String row = "| " + String.format(Locale.ROOT, "%,d", members) + " | " + what + " | " + figure + " | " + target + " |";
        rows.add(row);
        System.out.println(row);
    }

    String markdown() {
        return String.join("; ", heads) + ".\n\n| members | what | measured | target |\n|---|---|---|---|\n" + String.join("\n", rows) + "\n";
    }
}

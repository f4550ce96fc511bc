package tldops.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tldops.rehearsal.Report;

/// What `simulate` prints (N31): a line a month within 80 columns, and a summary.
final class RehearsalPages {
    private static final int WIDTH = 80;
    private static final String SHAPE = "%-7s %5s %4s %4s %3s %3s %3s %6s %6s %7s %5s %6s %4s";
    private static final List<String> OPEN = List.of("invited", "reminded", "in question", "held");
    private static final List<String> NONE = List.of("failed", "denied", "left");

    private final Sheet sheet;
    private final boolean monthly;
    private final boolean watched;
    private final int months;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private long copies;
    private int passed;

    /// @param monthly whether there is a line for each month
    /// @param watched whether somebody sees standard error
    RehearsalPages(Sheet sheet, boolean monthly, boolean watched, int months) {
        this.sheet = sheet;
        this.monthly = monthly;
        this.watched = watched;
        this.months = months;
    }

    void month(Report.Month month) {
        clear();
        if (monthly && passed == 0) sheet.out().println(SHAPE.formatted("MONTH", "NEVER", "OPEN", "NONE", "1", "2", "3+", "IN", "OUT", "COPIES", "POSTS", "JOINED", "LEFT"));
        if (monthly) sheet.out().println(line(month));
        month.letters().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
        copies += month.copies();
        passed++;
        if (!watched) return;
        sheet.out().flush();
        sheet.err().print(month.month() + " has passed, " + 100 * passed / months + " %");
        sheet.err().flush();
    }

    private static String line(Report.Month month) {
        Map<String, Integer> standing = month.standing();
        int all = standing.values().stream().mapToInt(Integer::intValue).sum();
        int one = standing.getOrDefault("with 1 SSC", 0);
        int two = standing.getOrDefault("with 2 SSCs", 0);
        int never = standing.getOrDefault("never asked", 0);
        int open = OPEN.stream().mapToInt(word -> standing.getOrDefault(word, 0)).sum();
        int none = NONE.stream().mapToInt(word -> standing.getOrDefault(word, 0)).sum();
        return SHAPE.formatted(month.month(), never, open, none, one, two, all - never - open - none - one - two, month.mails(), month.sent(), month.copies(), month.letters().getOrDefault("Carried", 0),
                month.joined(), month.left());
    }

    /// Takes the line of the progress away.
    void clear() {
        if (!watched || passed == 0) return;
        sheet.err().print("\r\u001b[K");
        sheet.err().flush();
    }

    void end(Report report) {
        if (monthly) sheet.out().println();
        sheet.out().println("Seed " + report.seed() + ": " + report.months().size() + " months of " + report.ccTlds() + " ccTLDs, " + report.mails() + " mails in, " + report.letters() + " letters out");
        sheet.out().println("in " + copies + " copies. The letters by kind:");
        List<String> words = new ArrayList<>();
        kinds.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey())).forEach(kind -> words.add(kind.getValue() + " " + kind.getKey()));
        wrapped(words).forEach(line -> sheet.out().println("  " + line));
        if (report.violation().isEmpty()) {
            sheet.out().println("At every step it held that");
            report.invariants().forEach(held -> sheet.out().println("  " + held));
            return;
        }
        Report.Violation broken = report.violation().get();
        sheet.err().println("It must hold that " + broken.invariant() + ", and it did not.");
        sheet.err().println("  seed " + report.seed() + ", at " + broken.at() + ": " + broken.what());
        broken.journal().forEach(line -> sheet.err().println("  " + Cells.disarmed(line)));
    }

    private static List<String> wrapped(List<String> words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty() && line.length() + word.length() + 5 > WIDTH) {
                lines.add(line + ",");
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ", ").append(word);
        }
        if (!line.isEmpty()) lines.add(line + ".");
        return List.copyOf(lines);
    }
}

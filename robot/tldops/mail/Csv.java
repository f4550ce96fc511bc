package tldops.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Comma separated values (RFC 4180): written so that no cell becomes a formula where a spreadsheet opens it (L53), read
/// with commas, semicolons or tabs.
final class Csv {
    private static final int MOST = 100_000;
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]+( [0-9]+)+");
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+@\\t\\r'＝＋－＠-].*");
    private static final Pattern QUOTED = Pattern.compile("(?s).*[\",;\\t\\r\\n].*|\\s.*|.*\\s");

    /// @param line where the record begins, from 1
    record Row(int line, List<String> cells) {}

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /// A cell that a spreadsheet would compute begins with an apostrophe, as one types it there; [#rows] takes it off. Phone numbers,
    /// too: `+31-6-5550` would become a difference, and `+31612345678` lose its plus. One with spaces alone is text to all.
    private static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() && !PHONE.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(safe).matches() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    static List<Row> rows(String text, char separator) {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begin = 1;
        for (int i = 0; i < text.length() && rows.size() < MOST; i++) {
            char c = text.charAt(i);
            if (c == '\n') line++;
            if (quoted) {
                if (c != '"') cell.append(c);
                else if (i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
                else quoted = false;
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                take(cells, cell);
            } else if (c == '\n') {
                take(cells, cell);
                rows.add(new Row(begin, List.copyOf(cells)));
                cells.clear();
                begin = line;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        take(cells, cell);
        if (cells.size() > 1 || !cells.getFirst().isEmpty()) rows.add(new Row(begin, List.copyOf(cells)));
        return rows;
    }

    private static void take(List<String> cells, StringBuilder cell) {
        cells.add(cell.length() > 1 && cell.charAt(0) == '\'' && "=+@-\t\r'＝＋－＠".indexOf(cell.charAt(1)) >= 0 ? cell.substring(1) : cell.toString());
        cell.setLength(0);
    }
}

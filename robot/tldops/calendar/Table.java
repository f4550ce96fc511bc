package tldops.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table of the configuration: `#` lines are remarks, the first other line names the columns, cells are parted by
/// tabs. Whatever is wrong is noted with file and line, and reading goes on.
final class Table {
    /// One line of the table.
    record Row(String file, int line, Map<String, String> cells) {
        /// The cell of a column that [#read] was told to expect.
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        String wrong(String what) {
            return file + ":" + line + ": " + what;
        }
    }

    private Table() {}

    /// The complete rows; a row that lacks a cell is an error and left out.
    static List<Row> read(String file, Reader text, List<String> columns, List<String> errors) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> names = List.of();
        BufferedReader lines = new BufferedReader(text);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            List<String> cells = List.of(line.split("\t", -1));
            if (names.isEmpty()) {
                names = cells;
                for (String column : columns) if (!names.contains(column)) errors.add(file + ":" + number + ": no column " + column);
                continue;
            }
            Row row = new Row(file, number, named(names, cells));
            List<String> missing = columns.stream().filter(names::contains).filter(column -> row.cell(column).isBlank()).toList();
            if (cells.size() > names.size()) errors.add(row.wrong("more cells than columns"));
            else if (missing.isEmpty()) rows.add(row);
            else errors.add(row.wrong("nothing in column " + String.join(", ", missing)));
        }
        if (names.isEmpty()) errors.add(file + ": no line with the names of the columns");
        return rows;
    }

    private static Map<String, String> named(List<String> names, List<String> cells) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) named.put(names.get(i), cells.get(i).strip());
        return named;
    }
}

package tldops.cli;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Records as aligned columns under their names. Where the screen is too narrow the widest columns
/// give way; into a file or a pipe everything is written in full.
final class Table {
    private static final int LEAST = 8;

    private Table() {}

    /// @param width columns of the screen, 0 = as wide as needed
    static List<String> lines(List<? extends Record> rows, int width) {
        if (rows.isEmpty()) return List.of("(none)");
        RecordComponent[] components = rows.getFirst().getClass().getRecordComponents();
        List<List<String>> cells = new ArrayList<>();
        cells.add(
                Arrays.stream(components)
                        .map(component -> Cells.title(component.getName()))
                        .toList());
        for (Record row : rows)
            cells.add(
                    Arrays.stream(components)
                            .map(component -> Cells.of(value(row, component)))
                            .toList());
        int[] columns = new int[components.length];
        for (List<String> row : cells) {
            for (int i = 0; i < columns.length; i++)
                columns[i] = Math.max(columns[i], Cells.width(row.get(i)));
        }
        if (width > 0) narrow(columns, width);
        return cells.stream().map(row -> line(row, columns)).toList();
    }

    private static void narrow(int[] columns, int width) {
        while (Arrays.stream(columns).sum() + 2 * (columns.length - 1) > width) {
            int widest = 0;
            for (int i = 1; i < columns.length; i++) {
                if (columns[i] > columns[widest]) widest = i;
            }
            if (columns[widest] <= LEAST) return;
            columns[widest]--;
        }
    }

    private static String line(List<String> row, int[] columns) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            String cell = Cells.cut(row.get(i), columns[i]);
            line.append(cell).repeat(' ', columns[i] - Cells.width(cell) + 2);
        }
        return line.toString().stripTrailing();
    }

    static Object value(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(
                    "a record of Rows that is not public: " + row.getClass(), impossible);
        }
    }
}

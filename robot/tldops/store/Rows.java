package tldops.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/// Writes many rows with one prepared statement, whose text is made once for each table: rendering it anew for every
/// record took more time than the database itself (measured). Everything else is asked through jOOQ.
final class Rows {
    private static final Map<Table<?>, String> INSERTS = new ConcurrentHashMap<>();
    private static final Map<Table<?>, String> UPDATES = new ConcurrentHashMap<>();

    private Rows() {}

    /// All of one table.
    static <R extends Record> void insert(DSLContext sql, Table<R> table, Collection<R> rows) {
        if (rows.isEmpty()) return;
        String text = INSERTS.computeIfAbsent(table, Rows::inserting);
        List<Field<?>> fields = List.of(table.fields());
        sql.connection(connection -> each(connection, text, fields, rows));
    }

    /// The same, in the place of those that have their key.
    static <R extends Record> void save(DSLContext sql, Table<R> table, Collection<R> rows) {
        if (rows.isEmpty()) return;
        String text = UPDATES.computeIfAbsent(table, Rows::updating);
        List<Field<?>> fields = new ArrayList<>(values(table));
        fields.addAll(key(table));
        List<R> fresh = new ArrayList<>();
        sql.connection(connection -> {
            int[] found = each(connection, text, fields, rows);
            int at = 0;
            for (R row : rows) if (found[at++] == 0) fresh.add(row);
        });
        insert(sql, table, fresh);
    }

    /// One statement for many values.
    ///
    /// @return how many rows each of them changed
    static int[] run(DSLContext sql, String text, List<List<Object>> values) {
        if (values.isEmpty()) return new int[0];
        return sql.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                for (List<Object> each : values) {
                    bind(statement, each);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /// What the one column of one query says for each of these keys; those of which it says nothing are left out.
    static <K> Map<K, Object> look(DSLContext sql, String text, Collection<K> keys) {
        if (keys.isEmpty()) return new HashMap<>();
        return sql.connectionResult(connection -> {
            Map<K, Object> found = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                for (K key : keys) {
                    bind(statement, List.of(key));
                    try (ResultSet rows = statement.executeQuery()) {
                        if (rows.next()) found.put(key, rows.getObject(1));
                    }
                }
            }
            return found;
        });
    }

    private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, bound(values.get(i)));
    }

    private static int[] each(Connection connection, String text, List<Field<?>> fields, Collection<? extends Record> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (Record row : rows) {
                for (int i = 0; i < fields.size(); i++) statement.setObject(i + 1, bound(row.get(fields.get(i))));
                if (rows.size() == 1) return new int[] {statement.executeUpdate()};
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            for (int i = 0; i < counts.length; i++) if (counts[i] == Statement.SUCCESS_NO_INFO) throw new SQLException("no count of rows");
            return counts;
        }
    }

    private static Object bound(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    private static String inserting(Table<?> table) {
        return "insert into " + table.getName() + " (" + names(List.of(table.fields()), ", ") + ") values (" + ", ?".repeat(table.fields().length).substring(2) + ")";
    }

    private static String updating(Table<?> table) {
        return "update " + table.getName() + " set " + names(values(table), " = ?, ") + " = ? where " + names(key(table), " = ? and ") + " = ?";
    }

    private static String names(List<? extends Field<?>> fields, String between) {
        return fields.stream().map(Field::getName).collect(Collectors.joining(between));
    }

    private static List<? extends TableField<?, ?>> key(Table<?> table) {
        return java.util.Objects.requireNonNull(table.getPrimaryKey(), table.getName()).getFields();
    }

    private static List<Field<?>> values(Table<?> table) {
        List<Field<?>> values = new ArrayList<>(List.of(table.fields()));
        values.removeAll(key(table));
        return values;
    }
}

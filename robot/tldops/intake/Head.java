package tldops.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Finds header fields in the raw bytes of a mail, without taking the mail apart (RFC 5322 2.2).
final class Head {
    private Head() {}

    /// Gets the offsets of one field: its name's first byte, its colon, and the end behind its last CRLF.
    @FunctionalInterface
    interface Visitor {
        void field(int start, int colon, int end);
    }

    /// Shows every field of the header to the visitor, in order. A line that is no field is passed over.
    static void each(byte[] raw, Visitor visitor) {
        int start = 0;
        while (start < raw.length && raw[start] != '\r' && raw[start] != '\n') {
            int end = line(raw, start);
            while (end < raw.length && (raw[end] == ' ' || raw[end] == '\t')) end = line(raw, end);
            int colon = colon(raw, start, end);
            if (colon > start) visitor.field(start, colon, end);
            start = end;
        }
    }

    /// Whether the field is called so, in any case; blanks before the colon are obsolete but read by others, so by us.
    static boolean named(byte[] raw, int start, int colon, String name) {
        int end = colon;
        while (end > start && (raw[end - 1] == ' ' || raw[end - 1] == '\t')) end--;
        return end - start == name.length() && new String(raw, start, end - start, StandardCharsets.ISO_8859_1).equalsIgnoreCase(name);
    }

    static int count(byte[] raw, String name) {
        int[] count = {0};
        each(raw, (start, colon, _) -> {
            if (named(raw, start, colon, name)) count[0]++;
        });
        return count[0];
    }

    /// The unfolded values of the fields of this name, the first `most` of them.
    static List<String> values(byte[] raw, String name, int most) {
        List<String> values = new ArrayList<>();
        each(raw, (start, colon, end) -> {
            if (values.size() < most && named(raw, start, colon, name))
                values.add(new String(raw, colon + 1, end - colon - 1, StandardCharsets.UTF_8).replaceAll("\\r?\\n", "").strip());
        });
        return values;
    }

    private static int line(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') at++;
        return Math.min(at + 1, raw.length);
    }

    private static int colon(byte[] raw, int start, int end) {
        for (int at = start; at < end; at++) if (raw[at] == ':') return at;
        return -1;
    }
}

package tldops.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The header of a mail as it came, field by field and byte for byte, so that what is not touched stays what it is (RFC 5322
/// 2.2, RFC 6376 3.4.1). What is no field is left out.
///
/// @param body index of the first byte behind the header
record Fields(List<Field> list, int body) {
    /// @param name in lower case
    /// @param text the whole field with its folds and line ends, a character for each byte
    record Field(String name, String text) {
        static Field of(String name, String value) {
            return new Field(name.toLowerCase(Locale.ROOT), name + ": " + value + "\r\n");
        }

        /// Unfolded; as UTF-8 where it is that.
        String value() {
            byte[] bytes = text.substring(text.indexOf(':') + 1).replaceAll("\r?\n(?=[ \t])", "").strip().getBytes(StandardCharsets.ISO_8859_1);
            return Headers.text(bytes, 0, bytes.length);
        }
    }

    static Fields of(byte[] raw) {
        List<Field> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int at = 0;
        while (at < raw.length) {
            int end = Headers.endOfLine(raw, at, raw.length);
            String line = new String(raw, at, end - at, StandardCharsets.ISO_8859_1);
            if (line.endsWith("\r")) line = line.substring(0, line.length() - 1);
            at = Math.min(raw.length, end + 1);
            if (line.isEmpty()) break;
            if (line.charAt(0) != ' ' && line.charAt(0) != '\t') add(fields, field);
            field.append(line).append("\r\n");
        }
        add(fields, field);
        return new Fields(List.copyOf(fields), at);
    }

    private static void add(List<Field> fields, StringBuilder field) {
        String text = field.toString();
        field.setLength(0);
        int colon = text.indexOf(':');
        String name = colon > 0 ? text.substring(0, colon).stripTrailing() : "";
        boolean named = !name.isEmpty() && name.chars().allMatch(c -> c > 32 && c < 127);
        if (named) fields.add(new Field(name.toLowerCase(Locale.ROOT), text));
    }

    List<Field> all(String name) {
        return list.stream().filter(field -> field.name().equals(name)).toList();
    }

    Optional<Field> first(String name) {
        return list.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /// The same with this one in the place of the first of its name, and no other of that name; at the end where there was none.
    Fields with(Field field) {
        List<Field> changed = new ArrayList<>();
        boolean there = false;
        for (Field each : list) {
            if (!each.name().equals(field.name())) changed.add(each);
            else if (!there) changed.add(field);
            there |= each.name().equals(field.name());
        }
        if (!there) changed.add(field);
        return new Fields(List.copyOf(changed), body);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        list.forEach(field -> text.append(field.text()));
        return text.toString();
    }
}

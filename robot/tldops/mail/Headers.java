package tldops.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The header of a mail or of a part of it, read from raw bytes in the order of the mail (RFC 5322 2.2), within the
/// limits of MAIL_RULES 29: 500 fields, 64 KiB. What is no field is skipped; a blank before the colon is forgiven, so
/// that a second `From :` cannot hide.
///
/// @param body index of the first byte behind the header
/// @param beyond the header is larger than the limits and was not read to its end
record Headers(List<Header> list, int body, boolean beyond) {
    static final int MAX_FIELDS = 500;
    static final int MAX_BYTES = 64 * 1024;

    static Headers parse(byte[] raw, int from, int to) {
        List<Header> list = new ArrayList<>();
        int limit = Math.min(to, from + MAX_BYTES);
        String name = "";
        StringBuilder value = new StringBuilder();
        int at = from;
        while (at < limit) {
            int end = endOfLine(raw, at, to);
            String line = text(raw, at, Math.min(end, limit));
            at = Math.min(to, end + 1);
            if (line.isEmpty()) {
                add(list, name, value);
                return new Headers(List.copyOf(list), at, false);
            }
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                value.append(line);
                continue;
            }
            add(list, name, value);
            if (list.size() >= MAX_FIELDS) return new Headers(List.copyOf(list), at, true);
            int colon = line.indexOf(':');
            name = colon > 0 ? line.substring(0, colon).stripTrailing() : "";
            if (!name.chars().allMatch(c -> c > 32 && c < 127)) name = "";
            value = new StringBuilder(colon > 0 ? line.substring(colon + 1) : "");
        }
        add(list, name, value);
        return new Headers(List.copyOf(list), at, at < to || to - from > MAX_BYTES);
    }

    private static void add(List<Header> list, String name, StringBuilder value) {
        if (!name.isEmpty()) list.add(new Header(name, value.toString().strip()));
    }

    static int endOfLine(byte[] raw, int from, int to) {
        int end = from;
        while (end < to && raw[end] != '\n') end++;
        return end;
    }

    /// A line without its CR; as UTF-8 (RFC 6532) where it is that, else byte by byte.
    static String text(byte[] raw, int from, int to) {
        int length = (to > from && raw[to - 1] == '\r' ? to - 1 : to) - from;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw, from, length)).toString();
        } catch (CharacterCodingException other) {
            return new String(raw, from, length, StandardCharsets.ISO_8859_1);
        }
    }

    List<String> all(String name) {
        return list.stream().filter(header -> header.name().equalsIgnoreCase(name)).map(Header::value).toList();
    }

    Optional<String> first(String name) {
        return list.stream().filter(header -> header.name().equalsIgnoreCase(name)).map(Header::value).findFirst();
    }

    boolean has(String name) {
        return first(name).isPresent();
    }
}

package tldops.trust;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.jdkim.api.Headers;

/// A mail as signatures see it: its header fields byte for byte with their folds, and where its body begins (RFC 6376 3.4).
/// Of the DKIM-Signature fields only the one that is being judged.
///
/// @param fields without the line end behind each
/// @param body index of its first byte
@SuppressWarnings("ArrayRecordComponent")
record SignedMail(byte[] raw, List<String> fields, int body) implements Headers {
    private static final String SIGNATURE = "DKIM-Signature";

    static SignedMail of(byte[] raw) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int at = 0; at + 1 < raw.length; at++) {
            if (raw[at] != '\r' || raw[at + 1] != '\n') continue;
            int next = at + 2;
            boolean goesOn = next < raw.length && (raw[next] == ' ' || raw[next] == '\t');
            if (at == start) return new SignedMail(raw, List.copyOf(fields), next);
            if (goesOn) continue;
            fields.add(text(raw, start, at));
            start = next;
        }
        if (start < raw.length) fields.add(text(raw, start, raw.length));
        return new SignedMail(raw, List.copyOf(fields), raw.length);
    }

    /// What jDKIM makes bytes of again by UTF-8: other bytes break a signature, and nothing else.
    private static String text(byte[] raw, int from, int to) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw, from, to - from)).toString();
        } catch (CharacterCodingException bytes) {
            return new String(raw, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /// All signatures, top first.
    List<String> signatures() {
        return getFields(SIGNATURE);
    }

    SignedMail withSignature(String only) {
        List<String> kept = new ArrayList<>(fields.stream().filter(field -> !named(field, SIGNATURE)).toList());
        kept.addFirst(only);
        return new SignedMail(raw, List.copyOf(kept), body);
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> named(field, name));
    }

    InputStream bodyStream() {
        return new ByteArrayInputStream(raw, body, raw.length - body);
    }

    /// As the mail itself is read: the name with its colon in the first line, of plain characters, a blank between them forgiven.
    /// What is no such field, a reader does not see, so that no signature may hold over it.
    private static boolean named(String field, String name) {
        int colon = field.indexOf(':');
        if (colon < name.length() || !field.regionMatches(true, 0, name, 0, name.length())) return false;
        int line = field.indexOf('\n');
        boolean plain = field.substring(0, name.length()).chars().allMatch(c -> c > 32 && c < 127);
        return plain && (line < 0 || colon < line) && field.substring(name.length(), colon).isBlank();
    }

    @Override
    public List<String> getFields() {
        return fields;
    }

    @Override
    public List<String> getFields(String name) {
        return fields.stream().filter(field -> named(field, name)).toList();
    }
}

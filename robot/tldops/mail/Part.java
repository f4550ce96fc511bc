package tldops.mail;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A mail or a part of it, taken apart by RFC 2045 and 2046 in one pass and within the limits of MAIL_RULES 29: 50
/// parts, 10 levels. What is beyond them stays unread. Nothing is decoded before it is asked for.
final class Part {
    static final int MAX_PARTS = 50;
    static final int MAX_DEPTH = 10;
    private static final Pattern TYPE = Pattern.compile("\\s*([a-z0-9.+_-]{1,60}/[a-z0-9.+_-]{1,60}).*", Pattern.DOTALL);

    private final Headers headers;
    private final byte[] raw;
    private final int begin;
    private final int from;
    private final int to;
    private final String type;
    private final Optional<ParameterList> parameters;
    private final List<Part> parts = new ArrayList<>();

    private Part(Headers headers, byte[] raw, int begin, int to, String usual) {
        this.headers = headers;
        this.raw = raw;
        this.begin = begin;
        this.from = headers.body();
        this.to = to;
        String declared = headers.first("Content-Type").orElse("");
        Optional<ContentType> parsed = contentType(declared);
        Matcher loose = TYPE.matcher(declared.toLowerCase(Locale.ROOT));
        this.type = parsed.map(known -> known.getBaseType().toLowerCase(Locale.ROOT)).orElse(loose.matches() ? loose.group(1) : usual);
        this.parameters = parsed.map(ContentType::getParameterList);
    }

    private static Optional<ContentType> contentType(String declared) {
        try {
            return Optional.of(new ContentType(declared));
        } catch (ParseException broken) {
            return Optional.empty();
        }
    }

    /// A whole mail.
    ///
    /// @param beyond a limit was reached: what is read may not be what a person sees
    record Tree(Part root, boolean beyond) {}

    static Tree parse(byte[] raw) {
        return parse(raw, 0);
    }

    private static Tree parse(byte[] raw, int depth) {
        Splitter splitter = new Splitter(raw);
        Part root = splitter.part(start(raw), raw.length, depth, "text/plain");
        return new Tree(root, splitter.beyond);
    }

    /// Behind the `From ` line that some mail boxes put before a mail.
    private static int start(byte[] raw) {
        byte[] mark = "From ".getBytes(StandardCharsets.US_ASCII);
        boolean box = raw.length > 5 && Arrays.equals(raw, 0, 5, mark, 0, 5) && !Headers.text(raw, 5, Headers.endOfLine(raw, 5, raw.length)).stripLeading().startsWith(":");
        return box ? Math.min(raw.length, Headers.endOfLine(raw, 0, raw.length) + 1) : 0;
    }

    private static final class Splitter {
        private final byte[] raw;
        private int count;
        private boolean beyond;

        Splitter(byte[] raw) {
            this.raw = raw;
        }

        Part part(int from, int to, int depth, String usual) {
            Headers headers = Headers.parse(raw, from, to);
            beyond |= headers.beyond();
            Part part = new Part(headers, raw, from, to, usual);
            if (!part.is("multipart/") || headers.beyond()) return part;
            if (depth >= MAX_DEPTH) beyond = true;
            else split(part, depth);
            return part;
        }

        private void split(Part whole, int depth) {
            String usual = whole.is("multipart/digest") ? "message/rfc822" : "text/plain";
            String boundary = whole.parameter("boundary").stripTrailing();
            int begun = -1;
            for (int at = whole.from; at < whole.to; ) {
                int end = Headers.endOfLine(raw, at, whole.to);
                if (boundary.isEmpty() && end - at > 3 && raw[at] == '-' && raw[at + 1] == '-') boundary = Headers.text(raw, at + 2, end).stripTrailing();
                int mark = boundary.isEmpty() ? 0 : delimiter(at, end, boundary);
                if (mark > 0) {
                    if (begun >= 0) child(whole, begun, trimmed(begun, at), depth, usual);
                    begun = mark == 1 && !beyond ? Math.min(whole.to, end + 1) : -1;
                    if (begun < 0) return;
                }
                at = end + 1;
            }
            if (begun >= 0) child(whole, begun, whole.to, depth, usual);
        }

        private void child(Part whole, int from, int to, int depth, String usual) {
            if (++count > MAX_PARTS) beyond = true;
            else whole.parts.add(part(from, to, depth + 1, usual));
        }

        /// The line end before a delimiter belongs to it.
        private int trimmed(int from, int at) {
            int end = at > from && raw[at - 1] == '\n' ? at - 1 : at;
            return end > from && raw[end - 1] == '\r' ? end - 1 : end;
        }

        /// 1 for a delimiter, 2 for the last one, 0 for any other line.
        private int delimiter(int at, int end, String boundary) {
            if (end - at < boundary.length() + 2 || end - at > boundary.length() + 80 || raw[at] != '-' || raw[at + 1] != '-') return 0;
            String line = Headers.text(raw, at + 2, end).stripTrailing();
            return line.equals(boundary) ? 1 : line.equals(boundary + "--") ? 2 : 0;
        }
    }

    Headers headers() {
        return headers;
    }

    List<Part> parts() {
        return parts;
    }

    String type() {
        return type;
    }

    /// Whether its type begins so: `text/plain`, `multipart/`.
    boolean is(String prefix) {
        return type.startsWith(prefix);
    }

    /// A parameter of its Content-Type; "" when it has none.
    String parameter(String name) {
        return parameters.map(list -> list.get(name)).orElse("");
    }

    boolean attached() {
        return headers.first("Content-Disposition").map(Part::attachment).orElse(false) || !parameter("name").isEmpty();
    }

    private static boolean attachment(String value) {
        try {
            ContentDisposition disposition = new ContentDisposition(value);
            return "attachment".equalsIgnoreCase(disposition.getDisposition()) || disposition.getParameter("filename") != null;
        } catch (ParseException broken) {
            return !value.toLowerCase(Locale.ROOT).startsWith("inline");
        }
    }

    /// Its body without transfer encoding.
    byte[] content() {
        return Transfer.decode(Arrays.copyOfRange(raw, from, to), headers.first("Content-Transfer-Encoding").orElse("7bit"));
    }

    /// Its very bytes, header and body, as a signature covers them (RFC 1847 2.1).
    byte[] whole() {
        return Arrays.copyOfRange(raw, begin, to);
    }

    /// The mail inside a `message/rfc822` part.
    Tree inner() {
        return parse(content(), 1);
    }

    /// It and everything below it, in the order of the mail.
    Stream<Part> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Part::all));
    }
}

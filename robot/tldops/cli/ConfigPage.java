package tldops.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The manual page of the configuration, made from config/tldops.conf: every key with its default and its comment.
final class ConfigPage {
    private static final String FILE = "/config/tldops.conf";

    private final Roff roff;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<String> comment = new ArrayList<>();

    private ConfigPage(Roff roff) {
        this.roff = roff;
    }

    static String page(String version, String book) {
        Roff roff = new Roff("tldops.conf", 5, version, book);
        roff.section("NAME").paragraphless("tldops.conf - configuration of the TLD-OPS mail robot");
        roff.section("DESCRIPTION");
        new ConfigPage(roff).read(text());
        roff.section("FILES");
        Surroundings.FILES.entrySet().stream().filter(file -> file.getKey().endsWith(".conf")).forEach(file -> roff.term(file.getKey(), List.of(file.getValue())));
        roff.section("EXAMPLES").paragraph("A whole configuration of one's own:");
        roff.verbatim(EXAMPLE);
        return roff.seeAlso(List.of("tldops(1)", "tldops-check-config(1)")).toString();
    }

    private static final String EXAMPLE = """
            list { name = tld-ops, domain = lists.example }
            secretariat.addresses = ["secretariat@tld-ops.example"]
            iana.source = rdap
            send { mode = smtp, host = "127.0.0.1" }
            store.folder = "/var/lib/tldops"
            """;

    private static String text() {
        try (InputStream stream = ConfigPage.class.getResourceAsStream(FILE)) {
            if (stream == null) throw new IllegalStateException("the robot was packed without " + FILE);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(String text) {
        boolean head = true;
        List<String> lines = text.lines().map(String::strip).toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith("#")) comment.add(line.substring(1).strip());
            else if (line.isEmpty() && head) {
                paragraphs().forEach(roff::paragraph);
                roff.section("KEYS");
                head = false;
            } else if (line.equals("}")) path.removeLast();
            else if (line.endsWith("{")) group(line.substring(0, line.length() - 1).strip());
            else if (!line.isEmpty()) at = key(lines, at);
        }
    }

    private void group(String name) {
        path.addLast(name);
        roff.part(String.join(".", path));
        paragraphs().forEach(roff::paragraph);
    }

    /// @return the line on which it ends: a long list stands on several
    private int key(List<String> lines, int at) {
        StringBuilder whole = new StringBuilder(lines.get(at));
        int end = at;
        while (open(whole)) whole.append(' ').append(lines.get(++end));
        int name = whole.indexOf("=") >= 0 ? whole.indexOf("=") : whole.indexOf("{");
        String value = whole.substring(whole.indexOf("=") >= 0 ? name + 1 : name).strip().replace("[ ", "[").replace(" ]", "]");
        String above = path.isEmpty() ? "" : String.join(".", path) + ".";
        List<String> meaning = new ArrayList<>(paragraphs());
        meaning.add("Default: " + value);
        roff.term(above + whole.substring(0, name).strip(), meaning);
        return end;
    }

    private static boolean open(CharSequence text) {
        return text.chars().filter(c -> c == '[').count() > text.chars().filter(c -> c == ']').count();
    }

    /// The comment above; an empty line of it parts paragraphs.
    private List<String> paragraphs() {
        List<String> all = List.of(String.join("\n", comment).split("\n\n")).stream().map(each -> each.replace('\n', ' ').strip()).filter(each -> !each.isEmpty()).toList();
        comment.clear();
        return all;
    }
}

package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tldops.core.Form;
import tldops.core.Request;

/// Every `src/test/mail/forms/NAME.txt` reads as `NAME.expected` says. In a specimen, `%% signature` and `%% quoted`
/// begin these parts, `%% token` says that a secret came back.
class FormSpecimensTest {
    private static final Path FORMS = Path.of("src/test/mail/forms");

    @TestFactory
    Stream<DynamicTest> every_specimen_reads_as_expected() throws IOException {
        List<Path> specimens;
        try (Stream<Path> files = Files.list(FORMS)) {
            specimens = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
        assertFalse(specimens.isEmpty());
        return specimens.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            Path expected = Path.of(file.toString().replaceAll("txt$", "expected"));
            assertEquals(Files.readString(expected), reading(Files.readString(file)));
        }));
    }

    /// The texts of all specimens, for mutation.
    static List<String> texts() {
        try (Stream<Path> files = Files.list(FORMS)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".txt")).sorted().toList()) texts.add(Files.readString(file));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String reading(String specimen) {
        Map<String, String> parts = new HashMap<>();
        String part = "written";
        for (String line : specimen.split("\n", -1)) {
            if (line.startsWith("%% ")) {
                String named = line.substring(3);
                parts.put(named, "");
                if (!named.equals("token")) part = named;
            } else {
                parts.merge(part, line + "\n", String::concat);
            }
        }
        NewText text = new NewText(parts.getOrDefault("written", ""), parts.getOrDefault("signature", ""), parts.getOrDefault("quoted", ""));
        return shown(RequestReader.read("", text, false, parts.containsKey("token")));
    }

    private static String shown(Request request) {
        return request instanceof Request.FilledIn(Form form) ? shown(form) : request.toString().replaceAll("password=Optional\\[.*?]", "password") + "\n";
    }

    private static String shown(Form form) {
        StringBuilder shown = new StringBuilder("form " + form.language() + (form.statement() ? ", statement" : "") + (form.quoted() ? ", quoted" : "") + "\n");
        for (Form.Field<?> tld : form.tlds()) shown.append("  ccTLD ").append(shown(tld));
        for (Form.Entry entry : form.entries()) {
            shown.append("  #").append(entry.number()).append(entry.empty() ? " empty\n" : "\n");
            if (entry.empty()) continue;
            shown.append("    name  ").append(shown(entry.name()));
            shown.append("    email ").append(shown(entry.email()));
            shown.append("    phone ").append(shown(entry.phone()));
        }
        return shown.toString();
    }

    private static String shown(Form.Field<?> field) {
        String value = field.value().stream().map(Object::toString).collect(Collectors.joining());
        return field.line() + " | " + field.typed() + " | " + (value.isEmpty() ? "UNREAD" : value) + "\n";
    }
}

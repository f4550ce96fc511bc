package tldops.spec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Prints where each number of the spec is shown, `make spec`: the file, the line, and that line
/// itself, so that a reader sees what would fail if the rule were gone; which numbers are not
/// shown yet; and the tests of each rule about who sent a mail ([MailRules]).
public final class SpecLister {
    /// @param line 1-based
    public record Shown(String file, int line, String text) {}

    public record Number(String number, String title, List<Shown> shown) {}

    private SpecLister() {}

    public static void main(String[] words) throws IOException {
        List<Number> numbers = list(Path.of("src/test"));
        if (List.of(words).contains("--json")) {
            ObjectMapper json =
                    JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            System.out.println(json.writeValueAsString(Map.of("numbers", numbers, "rules", MailRules.list(Path.of("src/test")))));
        } else {
            lines(numbers).forEach(System.out::println);
            System.out.println();
            MailRules.lines(MailRules.list(Path.of("src/test"))).forEach(System.out::println);
        }
    }

    /// @param tests folder with `spec/numbers.tsv`, `conversations/*.md` and `java/`
    static List<Number> list(Path tests) throws IOException {
        Map<String, String> titles = titles(tests.resolve("spec/numbers.tsv"));
        Map<String, List<Shown>> shown = new LinkedHashMap<>();
        titles.keySet().forEach(number -> shown.put(number, new ArrayList<>()));
        for (Path file : files(tests.resolve("conversations"), ".md")) {
            found(file, Citations.inConversation(Files.readAllLines(file)), shown);
        }
        for (Path file : files(tests.resolve("java"), ".java")) {
            found(file, Citations.inTest(Files.readAllLines(file)), shown);
        }
        return shown.entrySet().stream()
                .map(entry ->
                        new Number(
                                entry.getKey(),
                                titles.getOrDefault(entry.getKey(), "not in the spec"),
                                List.copyOf(entry.getValue())))
                .toList();
    }

    private static void found(
            Path file, List<Citations.Citation> citations, Map<String, List<Shown>> shown) {
        for (Citations.Citation citation : citations) {
            List<Shown> places = shown.get(citation.number());
            if (places != null)
                places.add(new Shown(file.toString(), citation.line(), citation.text()));
        }
    }

    private static List<String> lines(List<Number> numbers) {
        List<String> lines = new ArrayList<>();
        for (Number number : numbers) {
            if (number.shown().isEmpty()) continue;
            lines.add(number.number() + "  " + number.title());
            for (Shown shown : number.shown())
                lines.add("      " + shown.file() + ":" + shown.line() + "  " + shown.text());
        }
        List<Number> missing = numbers.stream().filter(number -> number.shown().isEmpty()).toList();
        lines.add("");
        lines.add("Not shown yet: " + missing.size() + " of " + numbers.size());
        missing.forEach(number -> lines.add("      " + number.number() + "  " + number.title()));
        return lines;
    }

    private static Map<String, String> titles(Path file) throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", 2);
            if (parts.length == 2) titles.put(parts[0], parts[1]);
        }
        return titles;
    }

    static List<Path> files(Path folder, String suffix) throws IOException {
        if (Files.notExists(folder)) return List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }
}

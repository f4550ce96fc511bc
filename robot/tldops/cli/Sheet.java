package tldops.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Function;

/// Where a command writes its answer: as a table or in words, or as one JSON document.
///
/// @param width columns of the screen, 0 when nobody looks at one
/// @param colour whether that screen shows colours
record Sheet(PrintStream out, PrintStream err, boolean json, int width, boolean colour) {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    int rows(List<? extends Record> rows) {
        if (json) document(rows);
        else Table.lines(rows, width).forEach(out::println);
        return Exit.DONE;
    }

    /// One thing in full: short values beside their names, texts and lists below them.
    int one(Record thing) {
        if (json) document(thing);
        else describe(thing, "");
        return Exit.DONE;
    }

    /// Sentences in full, however wide; the word that says how grave each is stands first, in its colour.
    <T extends Record> void told(List<T> rows, Function<T, String> grave) {
        List<String> lines = Table.lines(rows, 0);
        out.println(lines.getFirst());
        for (int i = 1; i < lines.size(); i++) {
            String word = grave.apply(rows.get(i - 1));
            String line = lines.get(i);
            out.println(line.startsWith(word) ? WatchCommands.painted(word, colour) + line.substring(word.length()) : line);
        }
    }

    int outcome(Rows.Outcome outcome) {
        if (json) document(outcome);
        else
            (outcome.result() == Rows.Outcome.Result.DONE ? out : err)
                    .println(Cells.disarmed(outcome.message()));
        return Exit.of(outcome);
    }

    /// The worst of them decides.
    int outcomes(List<Rows.Outcome> outcomes) {
        if (json) {
            document(outcomes);
            return outcomes.stream().mapToInt(Exit::of).max().orElse(Exit.DONE);
        }
        return outcomes.stream().mapToInt(this::outcome).max().orElse(Exit.DONE);
    }

    int no(String message) {
        return outcome(Rows.Outcome.no(message));
    }

    void document(Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(
                    "a row that JSON cannot hold: " + value.getClass(), impossible);
        }
    }

    private void describe(Record thing, String indent) {
        for (RecordComponent component : thing.getClass().getRecordComponents()) {
            Object value = Table.value(thing, component);
            String title = indent + Cells.title(component.getName());
            switch (value) {
                case List<?> many when many.isEmpty() -> out.println(title + "  -");
                case List<?> many when many.getFirst() instanceof Record -> {
                    for (int i = 0; i < many.size(); i++) {
                        out.println(title + " " + (i + 1));
                        describe((Record) many.get(i), indent + "  ");
                    }
                }
                case List<?> many -> {
                    out.println(title);
                    many.forEach(each -> out.println(indent + "  " + Cells.of(each)));
                }
                case String text when text.strip().contains("\n") -> {
                    out.println(title);
                    Cells.disarmed(text)
                            .strip()
                            .lines()
                            .forEach(line -> out.println((indent + "  " + line).stripTrailing()));
                }
                default -> out.println(title + "  " + Cells.of(value));
            }
        }
    }
}

package tldops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tldops.cli.Tldops;

/// A folder with a configuration of its own, and somebody who types commands with it. No duty falls due by itself: in
/// that moment it would be a line of the journal, or a letter, that no test expects.
final class Terminal {
    private static final String NEVER = String.join("\n",
            Stream.of("clock.deadlines", "clock.housekeeping", "clock.digest", "oversight.report", "bulletins.notification", "bulletins.reminder", "batches.when", "contacts.when", "watch.when").map(duty -> duty + " = \"0 0 0 1 1 ? 2098\"").toList()) + "\n";

    private final Path folder;
    private final Path file;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// @param folder an empty one
    Terminal(Path folder) throws IOException {
        this.folder = folder;
        file = folder.resolve("own.conf");
        Path records = Files.createDirectory(folder.resolve("iana"));
        for (String name : List.of("nl", "fr")) Files.copy(Path.of("config/demo/iana/" + name + ".txt"), records.resolve(name + ".txt"));
        configure("");
    }

    /// @param more lines over the usual ones
    void configure(String more) throws IOException {
        Files.writeString(file, "intake.smtp.port = 0\nhealth.port = 0\niana.folder = \"" + folder.resolve("iana") + "\"\nstore.folder = \"" + data() + "\"\n" + NEVER + more + "\n");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path file() {
        return file;
    }

    Running running() throws IOException {
        return new Running(((ConfigReader.Reading.Good) ConfigReader.read(Optional.of(file), Map.of())).config());
    }

    /// `tldops run`, where it is expected to end at once.
    int start() {
        err.reset();
        return Main.run(Optional.of(file), Map.of(), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    int type(String... words) {
        return typed("", words);
    }

    int deliver(String mail) {
        return typed(mail, "deliver", "--to", "tld-ops-request@lists.example");
    }

    JsonNode json(String... words) throws IOException {
        int code = type(Stream.concat(Arrays.stream(words), Stream.of("--json")).toArray(String[]::new));
        if (code != 0) throw new AssertionError(Arrays.toString(words) + " ended with " + code + ": " + err());
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private int typed(String body, String... words) {
        out.reset();
        err.reset();
        String[] all = Stream.concat(Stream.of("--config", file.toString()), Arrays.stream(words)).toArray(String[]::new);
        PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Tldops(Main.house(Map.of()), Map.of(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), toOut, toErr).execute(all);
    }

    /// What the last command printed.
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return out().lines().toList();
    }
}

package tldops;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// `tldops demo`: a robot of its own in a new folder, on a free port of this machine and with a clock that can be moved,
/// plays the main job before the user's eyes. It leaves nothing behind.
///
/// @param colours whether a person looks on
/// @param temporary where its folder is made
record Demo(PrintStream out, boolean colours, Path temporary) {
    private static final Instant BEGIN = Instant.parse("2027-01-14T10:00:00Z");
    private static final List<String> RECORDS = List.of("nl", "fr", "be", "se");

    Demo(PrintStream out, boolean colours) {
        this(out, colours, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// @return 0 when every step went as told
    int play() {
        DemoScreen screen = new DemoScreen(out, colours);
        try {
            Path folder = Files.createTempDirectory(temporary, "tldops-demo-");
            Thread sweeper = new Thread(() -> sweep(folder));
            Runtime.getRuntime().addShutdownHook(sweeper);
            try {
                play(folder, screen);
                return 0;
            } finally {
                sweep(folder);
                Runtime.getRuntime().removeShutdownHook(sweeper);
            }
        } catch (DemoStage.Otherwise otherwise) {
            screen.failed(String.valueOf(otherwise.getMessage()));
        } catch (IOException | InterruptedException | RuntimeException broken) {
            screen.failed(broken.toString());
        }
        return 1;
    }

    private static void play(Path folder, DemoScreen screen) throws IOException, InterruptedException {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        Config config = config(folder, password);
        AtomicReference<Instant> clock = new AtomicReference<>(BEGIN);
        try (Daemon daemon = new Daemon(config, clock::get, new SecureRandom(), false)) {
            DemoScript.play(new DemoStage(config, daemon, clock, password, screen));
        }
    }

    private static Config config(Path folder, String password) throws IOException {
        Path records = Files.createDirectory(folder.resolve("iana"));
        for (String name : RECORDS) Files.writeString(records.resolve(name + ".txt"), resource("iana/" + name + ".txt"));
        Path file = Files.writeString(folder.resolve("tldops.conf"), resource("tldops.conf") + "\niana.folder = \"" + records + "\"\nstore.folder = \"" + folder.resolve("data") + "\"\n");
        return switch (ConfigReader.read(Optional.of(file), Map.of("DEMO_PASSWORD", password))) {
            case ConfigReader.Reading.Good(var config) -> config;
            case ConfigReader.Reading.Bad(var problems, _) -> throw new IOException("its configuration is bad: " + problems);
        };
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Demo.class.getResourceAsStream("/config/demo/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void sweep(Path folder) {
        if (Files.notExists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException busy) {
            System.err.println("tldops demo: could not remove " + folder + ": " + busy.getMessage());
        }
    }
}

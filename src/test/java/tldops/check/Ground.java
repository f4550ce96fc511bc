package tldops.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tldops.Config;
import tldops.ConfigReader;
import tldops.core.Tld;

/// All that a robot stands on, in one folder: its configuration, its data, and a record for every ccTLD there is, each
/// with an admin contact of its own.
public record Ground(Path folder, List<Tld> tlds) {
    public static final String USER = "mx";
    static final String PASSWORD = "a long password of the border server";
    public static final String AUTHSERV = "mx.lists.example";
    public static final Map<String, String> ENVIRONMENT = Map.of("MX_PASSWORD", PASSWORD);

    /// @param more lines of the configuration
    public static Ground lay(Path folder, List<String> more) throws IOException {
        Ground ground = new Ground(folder, delegated());
        Path records = Files.createDirectories(folder.resolve("iana"));
        for (Tld tld : ground.tlds) Files.writeString(records.resolve(tld.label() + ".txt"), ground.record(tld));
        List<String> lines = new ArrayList<>(List.of(
                "intake.smtp { port = 0, authserv-ids = [" + AUTHSERV + "], border-hosts = [" + AUTHSERV + "], trusted-clients = [127.0.0.1], auth.users { mx = \"env:MX_PASSWORD\" } }",
                "health.port = 0",
                "iana { source = folder, folder = \"" + records + "\" }",
                "store { folder = \"" + ground.data() + "\", min-free = 1 MB }"));
        lines.addAll(more);
        Files.write(ground.file(), lines);
        return ground;
    }

    /// Sends to a relay on this machine, and has no limits that a load of mails could meet.
    static List<String> busy(int relay) {
        return List.of(
                "quota { answers-per-address { unknown-per-day = 1000, known-per-hour = 1000 }, per-domain = 1000000, unauthenticated-total = 1000000, questions-per-authority = 1000 }",
                "breaker = 10000000",
                "send { mode = smtp, host = \"127.0.0.1\", port = " + relay + ", retries = [1 second] }");
    }

    private static List<Tld> delegated() throws IOException {
        List<Tld> found = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(Ground.class.getResourceAsStream("/config/cctlds.tsv")), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) if (line.split("\t")[6].equals("delegated")) found.add(new Tld(line.split("\t")[0]));
        }
        return List.copyOf(found);
    }

    public static String admin(Tld tld) {
        return "hostmaster@registry-" + tld.label() + ".example";
    }

    private String record(Tld tld) {
        String name = tld.display().substring(1).toUpperCase(Locale.ROOT);
        String ace = tld.label().startsWith("xn--") ? "domain-ace:   " + tld.label().toUpperCase(Locale.ROOT) + "\n" : "";
        return """
                %% IANA WHOIS server

                domain:       %s
                %s
                organisation: Example Registry

                contact:      administrative
                name:         Admin Contact
                organisation: Example Registry
                e-mail:       %s

                contact:      technical
                name:         Technical Contact
                organisation: Example Registry
                e-mail:       tech@registry-%s.example

                source:       IANA
                """.formatted(name, ace, admin(tld), tld.label());
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Path file() {
        return folder.resolve("tldops.conf");
    }

    public static Config config(Path file) {
        return switch (ConfigReader.read(Optional.of(file), ENVIRONMENT)) {
            case ConfigReader.Reading.Good(var config) -> config;
            case ConfigReader.Reading.Bad(var problems, _) -> throw new IllegalArgumentException(problems.toString());
        };
    }
}

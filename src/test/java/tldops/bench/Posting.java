package tldops.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tldops.Config;
import tldops.ConfigReader;
import tldops.Daemon;
import tldops.core.Address;
import tldops.store.Sample;

/// The daemon, and one who records a letter to all members for each line that is said to it.
final class Posting {
    private static final int BYTES = 2000;

    private Posting() {}

    /// @param arguments the configuration file, how many members
    public static void main(String[] arguments) throws IOException {
        ConfigReader.Reading read = ConfigReader.read(Optional.of(Path.of(arguments[0])), System.getenv());
        Config config = ((ConfigReader.Reading.Good) read).config();
        List<Address> members = IntStream.range(0, Integer.parseInt(arguments[1])).mapToObj(number -> Address.of(Site.member(number))).toList();
        try (Daemon daemon = new Daemon(config, Instant::now, new SecureRandom(), true);
                BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.err.println("takes mail for the bench");
            for (String id = words.readLine(); id != null; id = words.readLine()) daemon.store().record(List.of(Sample.post(id, members, BYTES, Instant.now())));
        }
        Runtime.getRuntime().halt(0);
    }
}

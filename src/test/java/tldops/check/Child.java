package tldops.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import tldops.Daemon;
import tldops.cli.Exit;
import tldops.store.Sample;
import tldops.store.Unavailable;

/// A daemon in a process of its own, for killing: says its port once its doors are open, settles, writes to many or runs an [Errand]
/// when it is told to, and does not outlive whoever started it.
final class Child {
    private Child() {}

    /// @param arguments the configuration file
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (Daemon daemon = new Daemon(Ground.config(Path.of(arguments[0])), Instant::now, new SecureRandom(), true);
                BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            daemon.endWithTheDisk();
            System.out.println("port " + daemon.doors().smtpPort());
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                if (word.startsWith("post ")) {
                    daemon.store().record(List.of(Sample.post(word.split(" ")[1], FanOutTest.members(Integer.parseInt(word.split(" ")[2])), 2000, Instant.now())));
                    System.out.println("posted");
                    continue;
                }
                if (!word.equals("settle")) {
                    Errand.run(daemon, word);
                    System.out.println("done");
                    continue;
                }
                daemon.settle();
                System.out.println("settled");
            }
        } catch (Unavailable disk) {
            System.err.println(disk.getMessage());
            Runtime.getRuntime().halt(Exit.DISK);
        }
        Runtime.getRuntime().halt(0);
    }
}

package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Change;
import tldops.core.Event;
import tldops.core.Journal;

/// What was acknowledged is there after the process was killed at any moment (P4).
class CrashTest {
    private static final Pattern SAID = Pattern.compile("((mail|decision) .*)[.]");

    @TempDir
    Path temporary;

    @Test
    void what_was_acknowledged_survives_kill_9() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path data = temporary.resolve("data");
        List<String> acknowledged = new ArrayList<>();

        for (int round = 0; round < 4; round++) acknowledged.addAll(killedAfter(data, round, 20 + random.nextInt(800)));

        try (Store store = Store.open(data)) {
            Set<String> kept = store.inbox().list(Optional.empty(), Integer.MAX_VALUE).stream().map(row -> "mail " + row.messageId()).collect(Collectors.toSet());
            List<Journals.Line> lines = store.journals().range(0, Long.MAX_VALUE);
            Set<String> decided = lines.stream().map(line -> "decision " + line.journal().what()).collect(Collectors.toSet());
            assertThat(acknowledged).as("seed " + seed).isNotEmpty().allMatch(line -> kept.contains(line) || decided.contains(line));
            assertThat(store.journals().verify()).as("seed " + seed).isEmpty();
            // each decision is one line, one letter and one entry of the ledger: all or none
            assertThat(store.outbox().list(Optional.empty(), Integer.MAX_VALUE)).hasSameSizeAs(lines);
            assertThat(lines).allMatch(line -> store.load(Sample.rules()).done(Event.Duty.DEADLINES, line.journal().what()).isPresent());
        }
    }

    /// H2 2.5.252 fails it: what it writes into a gap of its file it does not find again after kill -9. A gap is used when
    /// it is 45 seconds old, here at once.
    @Test
    void what_was_acknowledged_is_found_again_wherever_in_the_file_it_was_written() throws Exception {
        Path data = temporary.resolve("data");
        List<Path> left = new ArrayList<>();
        try (Store store = Store.open(data)) {
            store.database().written(sql -> sql.execute("set retention_time 0"));
            for (int mail = 1; mail <= 30; mail++) {
                store.inbox().put(Sample.mail("mail" + mail + "@x.example", "x".repeat(mail % 5 == 0 ? 200_000 : 100))).join();
                left.add(asKilled(data, mail));
            }
        }

        for (int mails = 1; mails <= left.size(); mails++) {
            try (Store store = Store.open(left.get(mails - 1))) {
                assertThat(store.inbox().list(Optional.empty(), Integer.MAX_VALUE)).as("the file as it was when mail %s was acknowledged", mails).hasSize(mails); // P4
            }
        }
    }

    private Path asKilled(Path data, int number) throws IOException {
        Path copy = Files.createDirectory(temporary.resolve("killed" + number), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(data.resolve(Opening.FILE), copy.resolve(Opening.FILE));
        return copy;
    }

    private static List<String> killedAfter(Path data, int round, int lines) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                Busy.class.getName(), data.toString(), Integer.toString(round)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> heard = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            while (heard.size() < lines) said(reader.readLine(), heard);
            process.toHandle().destroyForcibly();
            // what it still said before it died counts as well
            reader.lines().forEach(line -> said(line, heard));
        } finally {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        return heard;
    }

    private static void said(String line, List<String> heard) {
        Matcher matcher = SAID.matcher(line);
        if (matcher.matches()) heard.add(matcher.group(1));
    }

    /// Stores mails and records decisions as fast as it can, and says each as soon as it may be believed.
    static final class Busy {
        public static void main(String[] arguments) {
            Store store = Store.open(Path.of(arguments[0]));
            String round = arguments[1];
            PrintStream out = System.out;
            for (int thread = 0; thread < 8; thread++) {
                String name = round + "-" + thread + "-";
                Thread.ofPlatform().start(() -> {
                    for (int i = 0; ; i++) {
                        String id = name + i + "@x.example";
                        Inbox.Arrival mail = Sample.mail(id, "text " + id);
                        if (i % 2 == 0) store.inbox().take(mail).join();
                        else store.inbox().put(mail).join();
                        out.println("mail " + id + ".");
                    }
                });
            }
            for (int i = 0; ; i++) {
                String what = "d" + round + "-" + i;
                store.record(List.of(Sample.recorded(0, Journal.of(what, "test"), List.of(new Change.DutyDone(Event.Duty.DEADLINES, what, Sample.NOW)),
                        Sample.composed(Sample.letter(what, false, false), "body"))));
                out.println("decision " + what + ".");
            }
        }
    }
}

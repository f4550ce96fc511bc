package tldops.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tldops.intake.Call;

/// What an operator sets going with one command: the monthly reminder, a letter for each member with the whole list in it, and
/// an import of a thousand contacts, each of whom gets a letter.
final class Bulletins {
    private static final int IMPORTED = 1000;

    private Bulletins() {}

    static void reminder(Path folder, List<String> options, int members, Sheet sheet) throws Exception {
        try (Sink sink = new Sink(Optional.empty())) {
            Site site = Site.lay(Files.createDirectory(folder.resolve("reminder-" + members)), members, 10, Sink.freePort(), sink.port());
            try (Robot robot = new Robot(site, site.port(), options)) {
                double cpu = robot.cpu();
                long start = System.nanoTime();
                command(site, InputStream.nullInputStream(), "duty", "reminder");
                double decided = (System.nanoTime() - start) / 1e9;
                double seconds = (sink.await(members, 600) - start) / 1e9;
                sheet.row(members, "the reminder to all", String.format(Locale.ROOT, "%,.0f letters a second (%.2f s, %.2f of them to word and to record; %.2f ms of processor each)", members / seconds, seconds, decided, (robot.cpu() - cpu) * 1000 / members), "");
                Posts.memory(robot, members, sheet);
            }
        }
    }

    static void takeOver(Path folder, List<String> options, int members, Sheet sheet) throws Exception {
        try (Sink sink = new Sink(Optional.empty())) {
            Site site = Site.lay(Files.createDirectory(folder.resolve("import-" + members)), members, IMPORTED, Sink.freePort(), sink.port());
            StringBuilder list = new StringBuilder();
            for (int number = 0; number < IMPORTED; number++) {
                Site.Applicant one = site.applicant(number);
                list.append(one.ssc()).append(" (Sam Keeper, +31 6 12345678, ").append(one.ccTld()).append(")\n");
            }
            try (Robot robot = new Robot(site, site.port(), options)) {
                long start = System.nanoTime();
                command(site, new ByteArrayInputStream(list.toString().getBytes(StandardCharsets.UTF_8)), "import", "-", "--go");
                double decided = (System.nanoTime() - start) / 1e9;
                double seconds = (sink.await(IMPORTED, 120) - start) / 1e9;
                sheet.row(members, String.format(Locale.ROOT, "import of %,d contacts", IMPORTED), String.format(Locale.ROOT, "%.2f s until they are members, %.2f s until each has his letter", decided, seconds), "");
            }
        }
    }

    private static void command(Site site, InputStream body, String... words) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Call.run(site.data().resolve("tldops.sock"), List.of(words), body, said, said);
        if (code != 0) throw new IOException(String.join(" ", words) + " ended with " + code + ": " + said.toString(StandardCharsets.UTF_8));
    }
}

package tldops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// `make bench`: how many mails a second the robot takes, decides and answers, every acknowledgement durable, over real
/// SMTP in (four kept connections) and out (`smtp-sink` of Debian's postfix), and how that changes with the number of
/// members. Prints a table in Markdown; nothing is asserted.
final class Bench {
    private static final int WARM = 20_000;

    private final Path folder;
    private final List<String> options;
    private final Sheet sheet = new Sheet();

    private Bench(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    /// @param arguments phases (`start`, `alone`, `help`, `who`, `flows`, `post`, `reminder`, `import`, `judged`) and sizes (`400`); nothing = everything
    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = Arrays.stream(arguments).filter(word -> word.matches("\\d+")).map(Integer::valueOf).toList();
        List<String> phases = Arrays.stream(arguments).filter(word -> !word.matches("\\d+")).toList();
        Path folder = Files.createTempDirectory(Path.of("target"), "bench").toAbsolutePath();
        Bench bench = new Bench(folder, List.of(System.getProperty("bench.java", "-XX:+UseSerialGC -Xms32m -Xmx512m").split(" ")));
        try {
            bench.all(sizes.isEmpty() ? List.of(400, 4_000, 40_000) : sizes, phases.isEmpty() ? List.of("start", "alone", "help", "who", "flows", "post", "reminder", "import", "judged") : phases);
        } finally {
            System.out.println("\n" + bench.sheet.markdown());
            Files.writeString(Path.of("target", "bench.md"), bench.sheet.markdown());
        }
    }

    private void all(List<Integer> sizes, List<String> phases) throws Exception {
        sheet.head(Machine.words(options));
        sheet.head("the relay's own ceiling " + Machine.ceiling() + " mails a second (smtp-source, 4 connections, 2 KB each); the disk: " + Machine.fsync(folder).words());
        if (phases.contains("start")) Start.measure(folder, sheet);
        for (int size : sizes) {
            if (phases.contains("alone") || phases.contains("help") || phases.contains("who")) answers(size, phases);
            if (phases.contains("flows")) flows(size);
            if (phases.contains("post")) Posts.measure(folder, options, size, sheet);
        }
        // each reminder holds the whole list, and there is none longer than three people of each ccTLD
        if (phases.contains("reminder")) for (int size : List.of(400, 926)) Bulletins.reminder(folder, options, size, sheet);
        if (phases.contains("judged")) Judged.measure(folder, options, sheet);
        if (phases.contains("import")) Bulletins.takeOver(folder, options, 400, sheet);
    }

    private void answers(int members, List<String> phases) throws Exception {
        Path here = Files.createDirectory(folder.resolve("answers-" + members));
        try (Sink sink = new Sink(Optional.empty())) {
            Site site = Site.lay(here, members, 10, Sink.freePort(), sink.port());
            try (Robot robot = new Robot(site, site.port(), options)) {
                run(robot, sink, helps("warm", WARM));
                if (phases.contains("alone")) Alone.measure(folder, robot, sink, members, sheet);
                if (phases.contains("help")) rate(robot, sink, helps("help", 20_000), members, "`help`", "1,000/s");
                if (phases.contains("who")) {
                    int count = Math.max(40, Math.min(8_000, 3_200_000 / members));
                    run(robot, sink, whos("warmwho", count / 2, site));
                    rate(robot, sink, whos("who", count, site), members, "`who`, full roster each", "600/s");
                }
                sheet.row(members, "memory after that, resident", robot.resident() + " MiB, at most " + robot.peak(), "250 MiB");
            }
        }
    }

    private static List<Mail> helps(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> Mail.help(name + i)).toList();
    }

    private static List<Mail> whos(String name, int count, Site site) {
        return IntStream.range(0, count).mapToObj(i -> Mail.who(name + i, Site.member(i % site.members()))).toList();
    }

    private void rate(Robot robot, Sink sink, List<Mail> mails, int members, String what, String target) throws Exception {
        double cpu = robot.cpu();
        double rate = run(robot, sink, mails);
        sheet.row(members, what, String.format(Locale.ROOT, "%.0f/s (%.2f ms of processor each)", rate, (robot.cpu() - cpu) * 1000 / mails.size()), members == 400 ? target : "");
    }

    private static double run(Robot robot, Sink sink, List<Mail> mails) throws Exception {
        long before = sink.taken();
        long start = System.nanoTime();
        Driver.bring(robot.port(), mails);
        return mails.size() / ((sink.await(before + mails.size(), 120) - start) / 1e9);
    }

    private void flows(int members) throws Exception {
        Path here = Files.createDirectory(folder.resolve("flows-" + members));
        Path dump = here.resolve("letters");
        int count = Integer.getInteger("bench.flows", 6_000);
        int warm = count;
        try (Sink sink = new Sink(Optional.of(dump))) {
            Site site = Site.lay(here, members, count + warm, Sink.freePort(), sink.port());
            try (Robot robot = new Robot(site, site.port(), options)) {
                Flows flows = new Flows(site, robot.port());
                flows.play(dump, warm);
                double cpu = robot.cpu();
                double rate = flows.play(dump, count);
                sheet.row(members, "whole flows (request, question, confirm, welcome)", String.format(Locale.ROOT, "%.0f/s (%.1f letters, %.1f ms of processor each)", rate,
                        flows.letters() / (double) (count + warm), (robot.cpu() - cpu) * 1000 / count), members == 400 ? "300/s" : "");
                sheet.row(members, "memory after that, resident", robot.resident() + " MiB, at most " + robot.peak(), "250 MiB");
            }
        } catch (IOException | InterruptedException failed) {
            sheet.row(members, "whole flows", "broke off: " + failed.getMessage(), "");
            throw failed;
        }
    }
}

package tldops.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// `make bench`: how many mails a second the robot takes, decides and answers, every acknowledgement durable, over real
/// SMTP in and out, and how that changes with the number of members.
final class Bench {
    private static final int WARM = 6_000;
    private static final int ALONE = 400;

    private final Path folder;
    private final List<String> options;

    private Bench(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    /// @param arguments phases (`help`, `who`, `flows`, `alone`) and sizes (`400`); nothing = everything
    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = Arrays.stream(arguments).filter(word -> word.matches("\\d+")).map(Integer::valueOf).toList();
        List<String> phases = Arrays.stream(arguments).filter(word -> !word.matches("\\d+")).toList();
        Path folder = Files.createTempDirectory(Path.of("target"), "bench").toAbsolutePath();
        List<String> options = List.of(System.getProperty("bench.java", "-XX:+UseSerialGC -Xmx512m").split(" "));
        Bench bench = new Bench(folder, options);
        for (int size : sizes.isEmpty() ? List.of(400, 4_000, 40_000) : sizes) {
            if (phases.isEmpty() || phases.stream().anyMatch(phase -> !phase.equals("flows"))) bench.answers(size, phases);
            if (phases.isEmpty() || phases.contains("flows")) bench.flows(size);
        }
    }

    private void answers(int members, List<String> phases) throws Exception {
        Path here = Files.createDirectory(folder.resolve("answers-" + members));
        try (Sink sink = new Sink(Optional.empty())) {
            Site site = Site.lay(here, members, 10, Sink.freePort(), sink.port());
            long start = System.nanoTime();
            try (Robot robot = new Robot(site, port(site), options)) {
                try (Line line = new Line(robot.port())) {
                    line.bring(Mail.help("first"));
                }
                System.out.printf("%d members: first mail after %.2f s, %d MiB%n", members, seconds(start), robot.resident());
                sink.await(1, 30);
                run(robot, sink, mails("warm", WARM, site, "help"));
                if (phases.isEmpty() || phases.contains("alone")) alone(robot, sink);
                if (phases.isEmpty() || phases.contains("help")) System.out.printf("%d members: help %.0f/s%n", members, run(robot, sink, mails("help", 20_000, site, "help")));
                if (phases.isEmpty() || phases.contains("who")) {
                    int count = Math.max(20, Math.min(8_000, 3_200_000 / members));
                    run(robot, sink, mails("warmwho", count / 2, site, "who"));
                    System.out.printf("%d members: who %.0f/s%n", members, run(robot, sink, mails("who", count, site, "who")));
                }
                System.out.printf("%d members: %d MiB, at most %d MiB%n", members, robot.resident(), robot.peak());
            }
        }
    }

    private static int port(Site site) throws IOException {
        String line = Files.readAllLines(site.config()).getFirst();
        return Integer.parseInt(line.substring(line.indexOf("port = ") + 7, line.indexOf(',')));
    }

    private static List<Mail> mails(String name, int count, Site site, String command) {
        return IntStream.range(0, count).mapToObj(i -> command.equals("help") ? Mail.help(name + i) : Mail.who(name + i, Site.member(i % site.members()))).toList();
    }

    private static double run(Robot robot, Sink sink, List<Mail> mails) throws Exception {
        long before = sink.taken();
        double cpu = robot.cpu();
        long start = System.nanoTime();
        Driver.bring(robot.port(), mails);
        long in = System.nanoTime();
        long end = sink.await(before + mails.size(), 120);
        System.out.printf("  in %.0f/s, %.2f ms of processor a mail%n", mails.size() / ((in - start) / 1e9), (robot.cpu() - cpu) * 1000 / mails.size());
        return mails.size() / ((end - start) / 1e9);
    }

    /// One mail at a time: from MAIL FROM to the relay's yes to the answer.
    private void alone(Robot robot, Sink sink) throws Exception {
        double[] disk = new double[ALONE];
        double[] mail = new double[ALONE];
        try (Line line = new Line(robot.port()); FileChannel file = FileChannel.open(folder.resolve("fsync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < ALONE; i++) {
                long start = System.nanoTime();
                file.write(ByteBuffer.allocate(4096), 4096L * i);
                file.force(true);
                disk[i] = (System.nanoTime() - start) / 1e6;
                long before = sink.taken();
                Mail one = Mail.help("alone" + i);
                start = System.nanoTime();
                line.bring(one);
                mail[i] = (sink.await(before + 1, 10) - start) / 1e6;
            }
        }
        Arrays.sort(disk);
        Arrays.sort(mail);
        System.out.printf("alone: median %.1f ms, p99 %.1f ms; fsync of 4 KiB median %.2f ms, p99 %.2f ms; allowed p99 %.1f ms%n", mail[ALONE / 2], mail[ALONE * 99 / 100], disk[ALONE / 2],
                disk[ALONE * 99 / 100], 15 + 3 * disk[ALONE * 99 / 100]);
    }

    private void flows(int members) throws Exception {
        Path here = Files.createDirectory(folder.resolve("flows-" + members));
        Path dump = here.resolve("letters");
        int count = Integer.getInteger("bench.flows", 6_000);
        int warm = count / 3;
        try (Sink sink = new Sink(Optional.of(dump))) {
            Site site = Site.lay(here, members, count + warm, Sink.freePort(), sink.port());
            try (Robot robot = new Robot(site, port(site), options)) {
                Flows flows = new Flows(site, robot.port());
                flows.play(dump, warm);
                double cpu = robot.cpu();
                System.out.printf("%d members: flows %.0f/s%n", members, flows.play(dump, count));
                System.out.printf("  %.2f ms of processor a flow%n", (robot.cpu() - cpu) * 1000 / count);
                System.out.printf("%d letters, %d MiB, at most %d MiB%n", flows.letters(), robot.resident(), robot.peak());
            }
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / (double) TimeUnit.SECONDS.toNanos(1);
    }

}

package tldops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One post to all members, again and again: from MAIL FROM of its author to the last copy at the relay, with a transaction
/// for each member and with a hundred members in one. The first ones after the start, and again when Java has compiled what
/// they need.
final class Posts {
    private static final int EACH = 100;
    /// Copies between the first posts and those of a robot that has run for a while.
    private static final int WARM = 200_000;
    private static final int BYTES = 2000;

    private Posts() {}

    static void measure(Path folder, List<String> options, int members, Sheet sheet) throws Exception {
        measure(folder, options, members, false, sheet);
        measure(folder, options, members, true, sheet);
    }

    private static void measure(Path folder, List<String> options, int members, boolean personal, Sheet sheet) throws Exception {
        String name = personal ? "personal" : "shared";
        Path here = Files.createDirectory(folder.resolve("post-" + name + "-" + members));
        try (Sink sink = new Sink(Optional.empty())) {
            Site site = Site.lay(here, members, 10, Sink.freePort(), sink.port());
            Files.writeString(site.config(), "list { personal-envelopes = " + (personal ? "on" : "off") + ", posts.per-hour = 10000 }\n", StandardOpenOption.APPEND);
            try (Robot robot = new Robot(site, site.port(), options); Line line = new Line(robot.port())) {
                long start = robot.resident();
                int posts = Math.max(3, Math.min(25, 40_000 / members));
                int mails = personal ? members : (members + EACH - 1) / EACH;
                String how = personal ? "one post to all, a transaction for each" : "one post to all, " + EACH + " in a transaction";
                sheet.row(members, how + ", the first " + posts, timed(robot, line, sink, "first", posts, members, mails), "");
                int between = WARM / members;
                for (int warm = 0; warm < between; warm++) post(line, sink, "warm" + warm, mails);
                sheet.row(members, how + ", " + between + " posts later", timed(robot, line, sink, "post", posts, members, mails), personal ? "3,000/s" : "17,000/s");
                sheet.row(members, "before it, resident", start + " MiB", "");
                memory(robot, members, sheet);
            }
        }
    }

    private static String timed(Robot robot, Line line, Sink sink, String name, int posts, int members, int mails) throws Exception {
        double cpu = robot.cpu();
        double[] seconds = new double[posts];
        for (int number = 0; number < posts; number++) seconds[number] = post(line, sink, name + number, mails);
        Arrays.sort(seconds);
        return String.format(Locale.ROOT, "%,.0f/s (%.3f s, median of %d, %.3f to %.3f; %.3f ms of processor each)", members / seconds[posts / 2], seconds[posts / 2], posts, seconds[0],
                seconds[posts - 1], (robot.cpu() - cpu) * 1000 / posts / members);
    }

    /// The heap at its fullest and what of it lived when it was collected last, from the log of the collector.
    static void memory(Robot robot, int members, Sheet sheet) throws IOException {
        Robot.Heap heap = robot.heap();
        sheet.row(members, "memory after that", String.format(Locale.ROOT, "resident %d MiB, at most %d; heap at most %d MiB, %d MiB of it live", robot.resident(), robot.peak(), heap.most(), heap.live()), "250 MiB resident");
    }

    /// @return how many seconds it took
    private static double post(Line line, Sink sink, String id, int mails) throws Exception {
        long before = sink.taken();
        Mail post = Mail.post(id, Site.member(0), BYTES);
        long start = System.nanoTime();
        line.bring(post);
        return (sink.await(before + mails, 300) - start) / 1e9;
    }
}

package tldops.bench;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/// One mail at a time: from MAIL FROM to the relay's final dot of the answer, beside what the disk takes by itself.
final class Alone {
    private static final int MAILS = 1000;

    private Alone() {}

    static void measure(Path folder, Robot robot, Sink sink, int members, Sheet sheet) throws Exception {
        double[] disk = new double[MAILS];
        double[] mail = new double[MAILS];
        try (Line line = new Line(robot.port()); FileChannel file = FileChannel.open(folder.resolve("alone"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < MAILS; i++) {
                disk[i] = Machine.fsync(file, i);
                long before = sink.taken();
                Mail one = Mail.help("alone" + i);
                long start = System.nanoTime();
                line.bring(one);
                mail[i] = (sink.await(before + 1, 10) - start) / 1e6;
            }
        }
        Arrays.sort(disk);
        Arrays.sort(mail);
        double allowed = 15 + 3 * disk[MAILS * 99 / 100];
        sheet.row(members, "one mail alone, median", String.format(Locale.ROOT, "%.1f ms", mail[MAILS / 2]), members == 400 ? "20 ms" : "");
        sheet.row(members, "one mail alone, 99th percentile", String.format(Locale.ROOT, "%.1f ms (fsync beside it: %.2f ms)", mail[MAILS * 99 / 100], disk[MAILS * 99 / 100]),
                members == 400 ? String.format(Locale.ROOT, "15 ms + 3 × fsync = %.1f ms", allowed) : "");
    }
}

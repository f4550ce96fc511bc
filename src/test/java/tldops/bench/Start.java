package tldops.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// From the command `tldops run`, as it is shipped, to the 250 of its first mail, with 400 members to load.
final class Start {
    private static final int RUNS = 7;

    private Start() {}

    static void measure(Path folder, Sheet sheet) throws Exception {
        double[] seconds = new double[RUNS];
        long[] resident = new long[RUNS];
        try (Sink sink = new Sink(Optional.empty())) {
            Site site = Site.lay(Files.createDirectory(folder.resolve("start")), 400, 10, Sink.freePort(), sink.port());
            for (int i = 0; i < RUNS; i++) {
                long start = System.nanoTime();
                ProcessBuilder builder = new ProcessBuilder(List.of("bin/tldops", "--config", site.config().toString(), "run")).redirectOutput(site.folder().resolve("start.log").toFile());
                builder.environment().put("MX_PASSWORD", Site.PASSWORD);
                Process robot = builder.start();
                try (BufferedReader said = robot.errorReader()) {
                    for (String line = said.readLine(); !line.contains("takes mail for"); line = said.readLine()) System.err.println("robot: " + line);
                    try (Line line = new Line(site.port())) {
                        line.bring(Mail.help("start" + i));
                    }
                    seconds[i] = (System.nanoTime() - start) / 1e9;
                    resident[i] = resident(robot.pid());
                } finally {
                    robot.destroy();
                    if (!robot.waitFor(60, TimeUnit.SECONDS)) robot.destroyForcibly();
                }
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(resident);
        sheet.row(400, "start to first accepted mail, median of " + RUNS, String.format(Locale.ROOT, "%.2f s (%.2f to %.2f)", seconds[RUNS / 2], seconds[0], seconds[RUNS - 1]), "2 s");
        sheet.row(400, "memory after the first mail, resident", resident[RUNS / 2] + " MiB", "250 MiB");
    }

    private static long resident(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        throw new IOException("no VmRSS");
    }
}

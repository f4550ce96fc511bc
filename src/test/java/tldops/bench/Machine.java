package tldops.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What the figures were measured on.
final class Machine {
    private Machine() {}

    static String words(List<String> options) throws IOException, InterruptedException {
        String cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line.indexOf(':') + 2)).orElse("?");
        return cpu + ", " + Runtime.getRuntime().availableProcessors() + " cores, driver and relay on them too; load before " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + "; Java "
                + Runtime.version() + " " + String.join(" ", options.stream().filter(option -> option.startsWith("-X")).toList()) + "; H2 " + org.h2.engine.Constants.VERSION + "; postfix "
                + said("postconf", "-d", "-h", "mail_version") + "; the default configuration but for ports, relay, trust in the driver, quotas and breaker; no random input";
    }

    private static String said(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        process.waitFor();
        return text;
    }

    /// How many mails a second the relay takes by itself.
    static String ceiling() throws IOException, InterruptedException {
        int mails = 20_000;
        try (Sink sink = new Sink(Optional.empty())) {
            long start = System.nanoTime();
            Process source = new ProcessBuilder("smtp-source", "-d", "-s", "4", "-m", Integer.toString(mails), "-l", "2000", "127.0.0.1:" + sink.port()).inheritIO().start();
            if (!source.waitFor(60, TimeUnit.SECONDS)) source.destroyForcibly();
            return String.format(Locale.ROOT, "%,.0f", mails / ((System.nanoTime() - start) / 1e9));
        }
    }

    /// @param median milliseconds
    record Fsync(double median, double p99) {
        String words() {
            return String.format(Locale.ROOT, "write and fsync of 4 KiB median %.2f ms, 99th percentile %.2f ms", median, p99);
        }
    }

    static Fsync fsync(Path folder) throws IOException {
        double[] times = new double[500];
        try (FileChannel file = FileChannel.open(folder.resolve("fsync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < times.length; i++) times[i] = fsync(file, i);
        }
        Arrays.sort(times);
        return new Fsync(times[times.length / 2], times[times.length * 99 / 100]);
    }

    static double fsync(FileChannel file, int number) throws IOException {
        long start = System.nanoTime();
        file.write(ByteBuffer.allocate(4096), 4096L * number);
        file.force(true);
        return (System.nanoTime() - start) / 1e6;
    }
}

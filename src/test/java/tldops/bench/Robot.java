package tldops.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The robot as it is shipped, `tldops run`, in a process of its own.
final class Robot implements AutoCloseable {
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    /// @param most MiB in use when it was collected, at most
    /// @param live MiB that were left the last time
    record Heap(long most, long live) {}

    private final Process process;
    private final int port;
    private final Path collector;

    /// Returns as soon as it takes mail.
    Robot(Site site, int port, List<String> options) throws IOException {
        this.port = port;
        collector = site.folder().resolve("gc.log");
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(options);
        words.add("-Xlog:gc:file=" + collector);
        words.addAll(List.of("-cp", site.resources() + ":" + System.getProperty("java.class.path")));
        words.addAll(List.of("tldops.Main", "--config", site.config().toString(), "run"));
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(site.folder().resolve("robot.log").toFile());
        builder.environment().put("MX_PASSWORD", Site.PASSWORD);
        process = builder.start();
        BufferedReader said = process.errorReader();
        for (String line = said.readLine(); ; line = said.readLine()) {
            if (line == null) throw new IOException("the robot does not start");
            if (line.contains("takes mail for")) break;
            System.err.println("robot: " + line);
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> System.err.println("robot: " + line)));
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// Seconds of processor time so far.
    double cpu() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /// Resident memory in MiB, now.
    long resident() throws IOException {
        return status("VmRSS:");
    }

    /// The most that it ever was.
    long peak() throws IOException {
        return status("VmHWM:");
    }

    /// As the log of the collector has it, so far.
    Heap heap() throws IOException {
        long most = 0;
        long live = 0;
        for (String line : Files.readAllLines(collector)) {
            Matcher collected = COLLECTED.matcher(line);
            if (!collected.find()) continue;
            most = Math.max(most, Long.parseLong(collected.group(1)));
            live = Long.parseLong(collected.group(2));
        }
        return new Heap(most, live);
    }

    private long status(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")))
            if (line.startsWith(name)) return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        throw new IOException("no " + name);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}

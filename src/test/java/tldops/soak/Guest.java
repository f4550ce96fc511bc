package tldops.soak;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.Config;
import tldops.Dial;
import tldops.Driven;
import tldops.check.Ground;

/// The robot in a process of its own, living in simulated time; says what it is asked on standard input.
final class Guest {
    private static final long TICK = 250;

    private volatile Duration set;
    private final Tempo tempo;

    private Guest(Tempo tempo, Duration set) {
        this.tempo = tempo;
        this.set = set;
    }

    /// @param words the configuration file; when time began; how it goes on; by how much the wall clock is set, in milliseconds
    public static void main(String[] words) throws Exception {
        // what the names file says now, not what it said a while ago
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        Tempo tempo = new Tempo(Instant.parse(words[1]));
        tempo.follow(words[2]);
        new Guest(tempo, Duration.ofMillis(Long.parseLong(words[3]))).live(Ground.config(Path.of(words[0])));
    }

    private Dial dial() {
        return tempo.dial(set);
    }

    private void live(Config config) throws Exception {
        Set<String> before = threads();
        Driven robot = new Driven(config, this::dial, tempo.begin());
        ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();
        var _ = ticking.scheduleWithFixedDelay(() -> tick(robot), 0, TICK, TimeUnit.MILLISECONDS);
        say("up");
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                switch (order.split(" ")[0]) {
                    case "clock" -> {
                        set = Duration.ofMillis(Long.parseLong(order.split(" ")[1]));
                        say("clock");
                    }
                    case "pace" -> tempo.follow(order.substring("pace ".length()));
                    case "settle" -> {
                        robot.daemon().settle();
                        say("settled");
                    }
                    case "measure" -> say("measured " + measured(robot));
                    default -> {
                        ticking.close();
                        robot.close();
                        Set<String> left = threads();
                        left.removeAll(before);
                        say("ended " + left);
                        Runtime.getRuntime().halt(0);
                    }
                }
            }
        }
        // whoever started it is gone
        Runtime.getRuntime().halt(1);
    }

    private static void tick(Driven robot) {
        try {
            robot.tick();
        } catch (RuntimeException | Error failed) {
            say("a tick failed: " + failed);
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /// KiB that live after a collection, threads but virtual ones, open files, sockets among them.
    private static String measured(Driven robot) throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return "heap=" + heap + " threads=" + threads + " files=" + files.count() + " asked=" + robot.iana().pulse().asked()
                    + " failed=" + robot.iana().pulse().failed();
        }
    }

    /// Number and name of each thread, virtual ones included, but for those with which Java itself drives those. Not to be
    /// asked while the robot works: Java 25 has died of it (SIGSEGV while it walked the stack of a virtual thread).
    private static Set<String> threads() {
        try {
            Path dump = Files.createTempDirectory("threads").resolve("dump");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            try (Stream<String> lines = Files.lines(dump)) {
                return lines.filter(line -> line.matches("#\\d+ \".*")).map(line -> line.replaceAll("^(#\\d+ \".*?\").*", "$1")).filter(line -> !line.matches(".*\"(ForkJoinPool|VirtualThread-|MasterPoller|SubPoller|Common-Cleaner).*"))
                        .collect(Collectors.toCollection(TreeSet::new));
            } finally {
                Files.delete(dump);
                Files.delete(dump.getParent());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

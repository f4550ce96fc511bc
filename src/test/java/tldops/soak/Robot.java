package tldops.soak;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import tldops.check.Ground;
import tldops.check.SmallDisk;
import tldops.cli.Exit;
import tldops.intake.Call;

/// The robot's process, one life after the other: killed, ended by its disk, and started again as systemd would.
final class Robot implements AutoCloseable {
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(500);

    private final SmallDisk disk;
    private final Ground ground;
    private final Tempo tempo;
    private final List<String> java;
    private final PrintWriter log;
    private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final List<Long> starts = new ArrayList<>();
    private volatile Process process;
    private volatile boolean up;
    private volatile boolean dying;
    private volatile boolean over;
    private volatile int life;
    private volatile int kills;
    private volatile int diskEnds;
    private volatile Duration set = Duration.ZERO;
    private volatile long begun;
    private volatile long since;
    /// For so long, in nanoseconds of ours, time goes slowly while the robot starts.
    private volatile long patience = TimeUnit.SECONDS.toNanos(100);

    /// @param java the command with its options and class path
    Robot(SmallDisk disk, Ground ground, Tempo tempo, List<String> java, Path log) throws IOException {
        this.disk = disk;
        this.ground = ground;
        this.tempo = tempo;
        this.java = java;
        this.log = new PrintWriter(Files.newBufferedWriter(log), true);
        process = begin();
    }

    private synchronized Process begin() throws IOException {
        List<String> words = new ArrayList<>(java);
        words.addAll(List.of(Guest.class.getName(), ground.file().toString(), tempo.begin().toString(), tempo.words(), Long.toString(set.toMillis())));
        ProcessBuilder builder = new ProcessBuilder(disk.on(words)).redirectErrorStream(true);
        builder.environment().putAll(Ground.ENVIRONMENT);
        dying = false;
        begun = System.nanoTime();
        life++;
        Process started = builder.start();
        Thread.ofVirtual().start(() -> listen(started));
        return started;
    }

    private void listen(Process started) {
        try (BufferedReader lines = started.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) heard(line);
        } catch (IOException killed) {
            // as it was meant to be
        }
        try {
            ended(started.waitFor());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(String line) {
        String word = line.split(" ", 2)[0];
        if (word.equals("up")) {
            since = System.nanoTime();
            starts.add((since - begun) / 1_000_000);
            patience -= since - begun;
            tempo.speed(Tempo.FAST);
            tell("pace " + tempo.words());
            up = true;
        } else if (List.of("clock", "settled", "measured", "ended").contains(word)) {
            Optional.ofNullable(asked.remove(word)).ifPresent(waiting -> waiting.complete(line.substring(word.length()).strip()));
        } else {
            if (line.startsWith("a tick failed")) faults.add("in life " + life + " " + line);
            log.println(tempo.since() + " " + line);
        }
    }

    private void ended(int code) {
        up = false;
        asked.values().forEach(waiting -> waiting.completeExceptionally(new IOException("the robot is gone")));
        asked.clear();
        log.println(tempo.since() + " ---- life " + life + " ended with " + code);
        if (over) return;
        // while the disk is full time must go on
        if (code != Exit.DISK && patience > 0) tempo.speed(Tempo.SLOW);
        if (code == Exit.DISK) diskEnds++;
        else if (!dying) faults.add("the robot ended by itself with " + code + " on " + When.of(tempo.since()));
        LockSupport.parkNanos(AGAIN);
        try {
            process = begin();
        } catch (IOException failed) {
            faults.add("the robot can not be started: " + failed);
        }
    }

    /// SIGKILL; it is started again by itself.
    void kill() {
        synchronized (this) {
            if (over) return;
            dying = true;
            kills++;
        }
        process.toHandle().destroyForcibly();
    }

    /// Its wall clock is set, and stays so.
    void set(Duration by) {
        set = by;
        tell("clock " + by.toMillis());
    }

    private void tell(String order) {
        try {
            process.outputWriter().write(order + "\n");
            process.outputWriter().flush();
        } catch (IOException down) {
            // the next life begins with it
        }
    }

    /// @return what it answered; empty when it was not there or died over it
    Optional<String> ask(String order, String answer, long seconds) {
        CompletableFuture<String> waiting = new CompletableFuture<>();
        if (!up) return Optional.empty();
        asked.put(answer, waiting);
        try {
            process.outputWriter().write(order + "\n");
            process.outputWriter().flush();
            return Optional.of(waiting.get(seconds, TimeUnit.SECONDS));
        } catch (IOException | ExecutionException | TimeoutException gone) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// A command of the operator, through the socket.
    ///
    /// @return its exit code; empty when nobody was there to do it
    Optional<Integer> command(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            int code = Call.run(disk.seen(ground.data().resolve("tldops.sock")), List.of(words), InputStream.nullInputStream(), said, said);
            log.println(tempo.since() + " operator: " + String.join(" ", words) + ": " + code + " " + said.toString(StandardCharsets.UTF_8).strip());
            return Optional.of(code);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// Ends it in order.
    ///
    /// @return the threads that were left over; empty when it did not end
    Optional<String> end() {
        over = true;
        Optional<String> left = ask("end", "ended", 120);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) faults.add("the robot's process does not end");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return left;
    }

    /// KiB.
    long resident() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElse(0);
        } catch (IOException | UncheckedIOException down) {
            return 0;
        }
    }

    boolean up() {
        return up;
    }

    /// 1, 2, 3, ...: how often it was started.
    int life() {
        return life;
    }

    /// How long it has lived, in seconds of ours.
    long age() {
        return (System.nanoTime() - begun) / 1_000_000_000;
    }

    /// For how long it has taken mail, in milliseconds of ours.
    long upFor() {
        return (System.nanoTime() - since) / 1_000_000;
    }

    int kills() {
        return kills;
    }

    int diskEnds() {
        return diskEnds;
    }

    Duration set() {
        return set;
    }

    /// Milliseconds from each start to the open doors, in the middle.
    long usualStart() {
        List<Long> sorted = starts.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        over = true;
        process.toHandle().destroyForcibly();
        log.close();
    }
}

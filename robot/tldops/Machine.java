package tldops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The process itself: how much of the machine it uses, since when, and which build it is. Asked of Linux, since Java's own
/// management beans would take more memory than all the rest of this.
final class Machine {
    /// A quarter of an hour, looked at twice a minute.
    private static final int READINGS = 30;

    record Use(long heap, long most, OptionalLong resident, OptionalLong threads, OptionalLong files) {}

    private Machine() {}

    static Use use() {
        Runtime java = Runtime.getRuntime();
        return new Use(java.totalMemory() - java.freeMemory(), java.maxMemory(), status("VmRSS:"), status("Threads:"), files());
    }

    /// In bytes where the system counts in kB.
    private static OptionalLong status(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(name)).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * (line.endsWith(" kB") ? 1024 : 1)).findFirst();
        } catch (IOException | UncheckedIOException notLinux) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong files() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return OptionalLong.of(open.count());
        } catch (IOException | UncheckedIOException notLinux) {
            return OptionalLong.empty();
        }
    }

    static Instant started() {
        return ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
    }

    /// @param heaps the last readings: what stands in use in all of them no clean-up has freed
    static Vital.Reading reading(Instant now, Deque<Long> heaps) {
        Use use = use();
        heaps.addLast(use.heap());
        if (heaps.size() > READINGS) heaps.removeFirst();
        long kept = heaps.stream().mapToLong(Long::longValue).min().orElse(0);
        String says = Build.NOW.version() + " (" + Build.NOW.commit() + "), up for " + Signs.spoken(Duration.between(started(), now)) + ", heap " + use.heap() / 1_000_000 + " of " + use.most() / 1_000_000 + " MB, "
                + use.threads().orElse(0) + " threads.";
        boolean full = heaps.size() == READINGS && kept > use.most() / 10 * 9;
        return full ? Vital.Reading.yellow("The memory is nearly full; give it more (TLDOPS_HEAP=1g) and restart it. " + says) : Vital.Reading.green(says);
    }
}

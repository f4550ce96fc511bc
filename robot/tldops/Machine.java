package tldops;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The process itself: how much of the machine it uses, since when, and which build it is.
final class Machine {
    /// @param kept heap that was still in use after the last big clean-up; empty before the first one
    record Use(long heap, long most, OptionalLong kept, OptionalLong resident, int threads, OptionalLong files) {}

    private Machine() {}

    static Use use() {
        Runtime java = Runtime.getRuntime();
        OptionalLong kept = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .flatMap(pool -> Optional.<MemoryUsage>ofNullable(pool.getCollectionUsage()).stream()).mapToLong(MemoryUsage::getUsed).filter(used -> used > 0).findFirst();
        return new Use(java.totalMemory() - java.freeMemory(), java.maxMemory(), kept, resident(), ManagementFactory.getThreadMXBean().getThreadCount(), files());
    }

    static Instant started() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    static Vital.Reading reading(Instant now) {
        Use use = use();
        String says = Build.NOW.version() + " (" + Build.NOW.commit() + "), up for " + Signs.spoken(Duration.between(started(), now)) + ", heap " + use.heap() / 1_000_000 + " of " + use.most() / 1_000_000 + " MB, "
                + use.threads() + " threads.";
        boolean full = use.kept().isPresent() && use.kept().getAsLong() > use.most() / 10 * 9;
        return full ? Vital.Reading.yellow("The memory is nearly full; give it more (TLDOPS_HEAP=1g) and restart it. " + says) : Vital.Reading.green(says);
    }

    private static OptionalLong resident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).findFirst();
        } catch (IOException | java.io.UncheckedIOException notLinux) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong files() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return OptionalLong.of(open.count());
        } catch (IOException | java.io.UncheckedIOException notLinux) {
            return OptionalLong.empty();
        }
    }
}

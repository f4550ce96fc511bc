package tldops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How much room is left on the store's disk: under `store.min-free` the doors take nothing in. The operator is told once
/// when that begins and once when it is over.
public final class Space {
    private static final Logger LOG = LoggerFactory.getLogger(Space.class);
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Path folder;
    private final long minFree;
    private final LongSupplier free;
    private final LongSupplier nanos;
    private long asked;
    private long seen;
    private boolean told;

    /// @param minFree bytes
    public static Space of(Path folder, long minFree) {
        try {
            // found once: to look it up walks the table of all mounts
            FileStore disk = Files.getFileStore(folder);
            return new Space(folder, minFree, () -> free(disk), System::nanoTime);
        } catch (IOException unknown) {
            throw new UncheckedIOException("the disk of " + folder + " can not be asked", unknown);
        }
    }

    /// @param free bytes on the disk; negative when it does not say
    /// @param nanos a clock
    Space(Path folder, long minFree, LongSupplier free, LongSupplier nanos) {
        this.folder = folder;
        this.minFree = minFree;
        this.free = free;
        this.nanos = nanos;
        asked = nanos.getAsLong();
        seen = free.getAsLong();
    }

    private static long free(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException unknown) {
            return -1;
        }
    }

    /// Why nothing can be taken in; empty when something can. Asks the disk once a second at most.
    public synchronized Optional<String> lacking() {
        long now = nanos.getAsLong();
        if (now - asked >= FRESH) {
            seen = free.getAsLong();
            asked = now;
        }
        Optional<String> lacking = seen >= minFree ? Optional.empty()
                : Optional.of(seen < 0 ? "the disk of " + folder + " does not say how much room it has" : seen / 1_000_000 + " MB are left on the disk of " + folder + ", less than store.min-free (" + minFree / 1_000_000 + " MB)");
        tell(lacking);
        return lacking;
    }

    private void tell(Optional<String> lacking) {
        if (lacking.isPresent() && !told) {
            LOG.error("no mail is taken in: {}", lacking.get());
            told = true;
        }
        // a disk that is about full goes up and down; it is over when there is clearly more
        if (told && lacking.isEmpty() && seen >= minFree + minFree / 10) {
            LOG.error("mail is taken in again: {} MB are left on the disk of {}", seen / 1_000_000, folder);
            told = false;
        }
    }
}

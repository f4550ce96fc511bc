package tldops;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.cli.Rows;
import tldops.cli.Sizes;
import tldops.store.AlreadyRunning;
import tldops.store.Backup;
import tldops.store.Restore;
import tldops.store.Store;

/// `tldops backup` with the open store, and `tldops restore`, which needs it closed.
record Keeping(Store store) {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    Rows.Backup backup(String user, Path file, boolean force, boolean verify, LongConsumer progress) throws IOException {
        long start = System.nanoTime();
        Backup.Made made = store.backup(file, force, verify, progress);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.info("backup: {} wrote {}, {} bytes, sha256 {}", user, made.file(), made.bytes(), made.sha256());
        Backup.Content holds = made.content();
        return new Rows.Backup(
                made.file().toString(), Sizes.of(made.bytes()), made.sha256(), String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3), made.verified(),
                Math.toIntExact(holds.members()), Math.toIntExact(holds.cases()), Math.toIntExact(holds.mails()), Math.toIntExact(holds.letters()), Math.toIntExact(holds.lines()));
    }

    static Rows.Outcome restore(Path data, Path file, boolean force) throws IOException {
        try {
            Restore.Done done = Restore.restore(data, file, force, Instant.now());
            Backup.Content holds = done.content();
            return Rows.Outcome.done("Restored from " + file + ": " + holds.members() + " members, " + holds.cases() + " cases, " + holds.mails() + " mails, " + holds.letters() + " letters unsent, "
                    + holds.lines() + " lines of the journal, which is whole."
                    + done.kept().map(kept -> "\nThe database that was there is kept as " + kept + ".").orElse("")
                    + "\nSending is held: look at `tldops outbox`, then `tldops outbox release`, once the robot it was taken from sends no more.");
        } catch (AlreadyRunning running) {
            throw new IOException(running.getMessage() + "; stop it first", running);
        } catch (IllegalStateException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}

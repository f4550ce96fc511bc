package tldops.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the outside was told, or the relay told us, and what is on its way into the database: a file that is written from
/// the front and emptied when all of it has arrived there. A record costs one fsync, shared by all that come at the same
/// time; a transaction of the database costs ten times that (measured), and nobody has to wait for it. After a crash the
/// file is read again, up to the first record that is not whole: that one was never acknowledged (P4).
///
/// A record: CRC32C of what follows, its length without these (4 bytes each), the bytes.
final class Spool<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int PREFIX = 2 * Integer.BYTES;
    /// When it is as long as that, what comes waits until it has been emptied.
    private static final long MOST = 16 << 20;
    /// When it is longer than that, it is emptied whenever that is possible.
    private static final long SOME = 64 << 10;
    private static final long EMPTIED_SECONDS = 20;
    private static final long IDLE_MILLIS = 200;
    private static final long PAUSE_MILLIS = 500;

    /// How a record becomes bytes and is read again.
    record Form<T>(Function<T, byte[]> pack, Function<byte[], T> unpack) {}

    /// Puts these into the database; the future ends when they are on disk there.
    @FunctionalInterface
    interface Into<T> extends Function<List<T>, CompletableFuture<?>> {}

    /// A record and its bytes in the file.
    @SuppressWarnings("ArrayRecordComponent")
    private record Entry<T>(T content, byte[] bytes) {}

    private record Waiter<T>(List<Entry<T>> entries, CompletableFuture<Boolean> kept) {}

    private final Path file;
    private final FileChannel channel;
    private final Form<T> form;
    private final Into<T> into;
    private final Consumer<Throwable> broken;
    private final LinkedBlockingQueue<Waiter<T>> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended;
    private volatile CompletableFuture<?> arrived = CompletableFuture.completedFuture(true);
    private volatile boolean open;
    private long end;

    /// Opens that file; what it still holds is in the database when this returns.
    ///
    /// @param left puts into the database what it does not have yet of these
    /// @param broken told, before anybody else, that the file cannot be written
    /// @throws Unavailable when the database cannot be used
    Spool(Path file, Form<T> form, Into<T> left, Into<T> into, Consumer<Throwable> broken) {
        this.file = file;
        this.form = form;
        this.into = into;
        this.broken = broken;
        try {
            channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Folder.sync(folder());
            List<Entry<T>> entries = read();
            if (!entries.isEmpty()) {
                LOG.info("{} records of {} go into the database", entries.size(), file);
                Database.joined(arriving(entries, left));
            }
            empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot use " + file, failed);
        }
        open = true;
        ended = CompletableFuture.runAsync(this::run, task -> Thread.ofPlatform().name("store-" + file.getFileName()).start(task));
    }

    private Path folder() {
        return Objects.requireNonNull(file.getParent());
    }

    /// The future ends when they are on disk; it fails when they could not be kept.
    CompletableFuture<Boolean> keep(List<T> records) {
        return ask(new Waiter<>(records.stream().map(each -> new Entry<>(each, packed(form.pack().apply(each)))).toList(), new CompletableFuture<>()));
    }

    /// Ends when all that is acknowledged by now is in the database.
    CompletableFuture<?> arrived() {
        return arrived;
    }

    private CompletableFuture<Boolean> ask(Waiter<T> waiter) {
        synchronized (queue) {
            if (!open) return CompletableFuture.failedFuture(new Unavailable("the store is closed"));
            queue.add(waiter);
        }
        return waiter.kept();
    }

    private void run() {
        while (true) {
            List<Waiter<T>> group = new ArrayList<>();
            try {
                // with nothing to do, what has arrived is not left lying here: mails hold secrets (MAIL_RULES 33)
                Waiter<T> first = end == 0 ? queue.take() : queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) group.add(first);
                queue.drainTo(group);
                List<Entry<T>> entries = group.stream().flatMap(waiter -> waiter.entries().stream()).toList();
                if (((entries.isEmpty() || end > SOME) && allArrived()) || (end > MOST && emptied())) empty();
                if (!entries.isEmpty()) {
                    write(entries);
                    arrived = CompletableFuture.allOf(arrived, arriving(entries, into));
                }
                group.forEach(waiter -> waiter.kept().complete(true));
            } catch (InterruptedException stray) {
                group.forEach(waiter -> waiter.kept().completeExceptionally(new Unavailable("interrupted", stray)));
            } catch (IOException failed) {
                broken.accept(failed);
                group.forEach(waiter -> waiter.kept().completeExceptionally(new Unavailable(file + " cannot be written", failed)));
            } catch (RuntimeException | Error failed) {
                LOG.error("{}: {} records are not kept", file, group.size(), failed);
                group.forEach(waiter -> waiter.kept().completeExceptionally(failed));
            }
            synchronized (queue) {
                if (open || !queue.isEmpty()) continue;
            }
            end();
            return;
        }
    }

    /// A database that is away is tried again and again; a record that it refuses is put aside for the operator, alone.
    private CompletableFuture<Object> arriving(List<Entry<T>> entries, Into<T> where) {
        return where.apply(entries.stream().map(Entry::content).toList()).<Object>thenApply(done -> done).exceptionallyCompose(failed -> {
            if (Opening.causes(failed).noneMatch(DataAccessException.class::isInstance)) {
                if (!open) return CompletableFuture.failedFuture(failed);
                LOG.warn("{} waits for the database: {}", file, failed.getMessage());
                Executor later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                return CompletableFuture.completedFuture(entries).thenComposeAsync(again -> arriving(again, where), later);
            }
            if (entries.size() > 1) return CompletableFuture.allOf(entries.stream().map(each -> arriving(List.of(each), where)).toArray(CompletableFuture[]::new)).thenApply(_ -> true);
            return aside(entries.getFirst().bytes(), failed);
        });
    }

    private CompletableFuture<Object> aside(byte[] bytes, Throwable why) {
        try {
            Path kept = Files.createTempFile(folder(), file.getFileName() + "-", ".kept");
            Files.write(kept, bytes);
            Packed.sync(kept);
            Folder.sync(folder());
            // what the database says of it may quote it
            LOG.error("the database refuses a record of {} ({}); it is kept in {}", file, Opening.causes(why).reduce((_, deeper) -> deeper).orElse(why).getClass().getSimpleName(), kept);
            return CompletableFuture.completedFuture(true);
        } catch (IOException failed) {
            broken.accept(failed);
            return CompletableFuture.failedFuture(failed);
        }
    }

    /// What could not be put into the database stays, for the next start.
    private boolean allArrived() {
        return end > 0 && arrived.isDone() && !arrived.isCompletedExceptionally();
    }

    private boolean emptied() throws InterruptedException {
        try {
            arrived.get(EMPTIED_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException stuck) {
            throw new Unavailable(file + " is full: what is in it does not get into the database", stuck);
        }
    }

    private void empty() throws IOException {
        channel.truncate(0);
        end = 0;
    }

    /// All or nothing of it counts.
    private void write(List<Entry<T>> entries) throws IOException {
        long next = end;
        try {
            for (Entry<T> entry : entries) {
                ByteBuffer bytes = ByteBuffer.wrap(entry.bytes());
                while (bytes.hasRemaining()) next += channel.write(bytes, next);
            }
            channel.force(false);
            end = next;
        } catch (IOException failed) {
            channel.truncate(end);
            throw failed;
        }
    }

    private static byte[] packed(byte[] content) {
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX + content.length);
        bytes.position(Integer.BYTES).putInt(content.length).put(content).flip();
        return bytes.putInt(0, sum(bytes)).array();
    }

    /// Of all behind the sum itself.
    private static int sum(ByteBuffer record) {
        CRC32C sum = new CRC32C();
        sum.update(record.duplicate().position(Integer.BYTES));
        return (int) sum.getValue();
    }

    private List<Entry<T>> read() throws IOException {
        List<Entry<T>> entries = new ArrayList<>();
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        for (int read = 0; read >= 0 && all.hasRemaining(); ) read = channel.read(all, all.position());
        all.flip();
        while (all.remaining() >= PREFIX) {
            int length = all.getInt(all.position() + Integer.BYTES);
            if (length < 0 || length > all.remaining() - PREFIX) break;
            byte[] bytes = new byte[PREFIX + length];
            all.get(all.position(), bytes);
            ByteBuffer record = ByteBuffer.wrap(bytes);
            if (sum(record) != record.getInt(0)) break;
            all.position(all.position() + bytes.length);
            try {
                entries.add(new Entry<>(form.unpack().apply(Arrays.copyOfRange(bytes, PREFIX, bytes.length)), bytes));
            } catch (RuntimeException unknown) {
                // one more of another version keeps nobody from starting
                Database.joined(aside(bytes, unknown));
            }
        }
        if (all.hasRemaining()) LOG.info("{} bytes at the end of {} are no whole record; they were never acknowledged", all.remaining(), file);
        return entries;
    }

    /// Ends when all that was acknowledged is in the database, or has to wait for the next start.
    @Override
    public void close() {
        synchronized (queue) {
            if (!open) return;
            open = false;
            queue.add(new Waiter<>(List.of(), new CompletableFuture<>()));
        }
        ended.join();
    }

    /// On the spool's own thread, which nobody interrupts.
    private void end() {
        try (channel) {
            arrived.handle((_, _) -> true).join();
            if (allArrived()) empty();
        } catch (IOException failed) {
            LOG.warn("{} cannot be emptied: {}", file, failed.getMessage());
        }
    }
}

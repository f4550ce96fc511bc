package tldops.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;
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
    private static final long EMPTIED_SECONDS = 20;
    private static final long IDLE_MILLIS = 200;
    private static final long PAUSE_MILLIS = 200;

    /// How a record becomes bytes and is read again.
    record Form<T>(Function<T, byte[]> pack, Function<byte[], T> unpack) {}

    /// Puts these into the database; the future ends when they are on disk there.
    @FunctionalInterface
    interface Into<T> extends Function<List<T>, CompletableFuture<?>> {}

    private record Waiter<T>(List<T> records, CompletableFuture<Boolean> kept) {}

    private final Path file;
    private final FileChannel channel;
    private final Form<T> form;
    private final Into<T> into;
    private final Consumer<Throwable> broken;
    private final LinkedBlockingQueue<Waiter<T>> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended;
    private volatile CompletableFuture<?> arrived = CompletableFuture.completedFuture(true);
    private long end;
    private volatile boolean closed;

    /// Opens that file; what it still holds is in the database when this returns.
    ///
    /// @param left puts into the database what it does not have yet of these
    /// @param broken told, before anybody else, that the file cannot be written
    Spool(Path file, Form<T> form, Into<T> left, Into<T> into, Consumer<Throwable> broken) {
        this.file = file;
        this.form = form;
        this.into = into;
        this.broken = broken;
        try {
            channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            List<T> records = read();
            if (!records.isEmpty()) {
                LOG.info("{} records of {} go into the database", records.size(), file);
                arrive(left.apply(records));
            }
            empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot use " + file, failed);
        }
        ended = CompletableFuture.runAsync(this::run, task -> Thread.ofPlatform().name("store-" + file.getFileName()).start(task));
    }

    private void arrive(CompletableFuture<?> stored) throws IOException {
        try {
            stored.join();
        } catch (CompletionException failed) {
            if (Unavailable.is(failed)) throw failed;
            Path kept = Files.createTempFile(file.getParent(), file.getFileName() + "-", ".kept");
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            LOG.error("not all of {} could be put into the database; it is kept in {} ({})", file, kept, Opening.causes(failed).reduce((_, deeper) -> deeper).map(cause -> cause.getClass().getSimpleName()).orElse(""));
        }
    }

    /// The future ends when they are on disk; it fails when they could not be kept.
    CompletableFuture<Boolean> keep(List<T> records) {
        return ask(new Waiter<>(records, new CompletableFuture<>()), false);
    }

    /// Ends when all that is acknowledged by now is in the database.
    CompletableFuture<?> arrived() {
        return arrived;
    }

    private CompletableFuture<Boolean> ask(Waiter<T> waiter, boolean last) {
        synchronized (queue) {
            if (closed) return CompletableFuture.failedFuture(new Unavailable("the store is closed"));
            closed = last;
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
                List<T> records = group.stream().flatMap(waiter -> waiter.records().stream()).toList();
                if (records.isEmpty() ? allArrived() : full()) empty();
                if (!records.isEmpty()) {
                    write(records);
                    arrived = CompletableFuture.allOf(arrived, arriving(records));
                }
                group.forEach(waiter -> waiter.kept().complete(true));
            } catch (InterruptedException stray) {
                group.forEach(waiter -> waiter.kept().completeExceptionally(new Unavailable("interrupted", stray)));
            } catch (IOException failed) {
                broken.accept(failed);
                group.forEach(waiter -> waiter.kept().completeExceptionally(new Unavailable(file + " cannot be written", failed)));
            } catch (RuntimeException refused) {
                group.forEach(waiter -> waiter.kept().completeExceptionally(refused));
            }
            synchronized (queue) {
                if (closed && queue.isEmpty()) return;
            }
        }
    }

    /// A database that is away is tried again and again; what it refuses stays in the file.
    private CompletableFuture<Object> arriving(List<T> records) {
        return into.apply(records).<Object>thenApply(done -> done).exceptionallyCompose(failed -> {
            if (closed || !Unavailable.is(failed)) return CompletableFuture.failedFuture(failed);
            Executor later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return CompletableFuture.completedFuture(records).thenComposeAsync(this::arriving, later);
        });
    }

    /// What could not be put into the database stays, for the next start and for the operator.
    private boolean allArrived() {
        return arrived.isDone() && !arrived.isCompletedExceptionally();
    }

    private boolean full() throws InterruptedException {
        if (end < MOST) return false;
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
    private void write(List<T> records) throws IOException {
        long next = end;
        try {
            for (ByteBuffer bytes : records.stream().map(each -> packed(form.pack().apply(each))).toList()) {
                while (bytes.hasRemaining()) next += channel.write(bytes, next);
            }
            channel.force(false);
            end = next;
        } catch (IOException failed) {
            channel.truncate(end);
            throw failed;
        }
    }

    private static ByteBuffer packed(byte[] content) {
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX + content.length);
        bytes.position(Integer.BYTES).putInt(content.length).put(content).flip();
        return bytes.putInt(0, sum(bytes));
    }

    /// Of all behind the sum itself.
    private static int sum(ByteBuffer record) {
        CRC32C sum = new CRC32C();
        sum.update(record.duplicate().position(Integer.BYTES));
        return (int) sum.getValue();
    }

    private List<T> read() throws IOException {
        List<T> records = new ArrayList<>();
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (all.hasRemaining() && channel.read(all, all.position()) >= 0) continue;
        all.flip();
        while (all.remaining() >= PREFIX) {
            int length = all.getInt(all.position() + Integer.BYTES);
            if (length < 0 || length > all.remaining() - PREFIX) break;
            ByteBuffer next = all.slice(all.position(), PREFIX + length);
            if (sum(next) != next.getInt(0)) break;
            byte[] content = new byte[length];
            next.get(PREFIX, content);
            records.add(form.unpack().apply(content));
            all.position(all.position() + PREFIX + length);
        }
        return records;
    }

    /// Ends when all that was acknowledged is in the database.
    @Override
    public void close() {
        if (ask(new Waiter<>(List.of(), new CompletableFuture<>()), true).isCompletedExceptionally()) return;
        ended.join();
        try (channel) {
            arrived.handle((_, _) -> true).join();
            if (allArrived()) empty();
        } catch (IOException failed) {
            LOG.warn("{} cannot be emptied: {}", file, failed.getMessage());
        }
    }
}

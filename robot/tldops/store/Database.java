package tldops.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// The database file and the one thread that writes to it. All writing that waits shares one transaction and one
/// fsync (group commit); nobody hears "done" before the disk has it (P4).
final class Database implements AutoCloseable {
    private static final int GROUP = 1000;
    private static final int READERS = 3;
    private static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            .withInListPadding(true)
            // it would log every value it binds, mails and passwords among them
            .withExecuteLogging(false);

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final HikariDataSource pool;
    private final LinkedBlockingQueue<Unit<?>> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    // H2 closes its file when a thread that reads from it is interrupted, and every connection fails from then on.
    // So callers, who may be interrupted, only wait; threads of ours, which nobody interrupts, read.
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, Thread.ofPlatform().name("store-reader-", 1).factory());
    private final AtomicLong groups = new AtomicLong();
    private final LongAdder nanos = new LongAdder();
    private volatile Consumer<Throwable> broken = _ -> {};
    private boolean closed;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        writer = Thread.ofPlatform().name("store-writer").start(this::write);
    }

    /// Opens the database in that folder and brings its tables up to date.
    static Database open(Path folder) {
        return new Database(Opening.toWrite(folder, READERS + 1));
    }

    /// Opens it as it is; nothing can be written.
    static Database look(Path folder) {
        return new Database(Opening.toRead(folder, READERS + 1));
    }

    private record Unit<T>(Function<DSLContext, T> work, CompletableFuture<T> future) {
        /// Does the work; what it did is undone alone when it fails by its own fault.
        ///
        /// @return what to tell the one who waits, once the disk has it
        Runnable on(DSLContext sql, Connection connection) throws SQLException {
            Savepoint before = connection.setSavepoint();
            try {
                T result = work.apply(sql);
                return () -> future.complete(result);
            } catch (DataAccessException failed) {
                // bad data (22), broken constraints (23) and what is no SQL error (00) are the work's fault, all else is the database's
                if (!failed.sqlState().matches("(00|22|23)...")) throw failed;
                connection.rollback(before);
                return () -> future.completeExceptionally(failed);
            } catch (RuntimeException | Error failed) {
                connection.rollback(before);
                return () -> future.completeExceptionally(failed);
            }
        }
    }

    /// Does this work in a transaction; the future ends when the result is on disk. When the work throws, nothing of
    /// it is kept and the future fails with it; other work of the same transaction is not touched.
    <T> CompletableFuture<T> write(Function<DSLContext, T> work) {
        Unit<T> unit = new Unit<>(work, new CompletableFuture<>());
        synchronized (queue) {
            if (closed) return CompletableFuture.failedFuture(new Unavailable("the store is closed"));
            queue.add(unit);
        }
        return unit.future();
    }

    /// The same, waiting for it.
    <T> T written(Function<DSLContext, T> work) {
        return joined(write(work));
    }

    <T> T read(Function<DSLContext, T> work) {
        return joined(CompletableFuture.supplyAsync(() -> {
            try (Connection connection = pool.getConnection()) {
                return work.apply(DSL.using(connection, SQLDialect.H2, SETTINGS));
            } catch (DataAccessException failed) {
                if (Disk.failed(failed)) broken.accept(failed);
                throw failed;
            } catch (SQLException failed) {
                if (Disk.failed(failed)) broken.accept(failed);
                throw new Unavailable("the database cannot be read", failed);
            }
        }, readers));
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                cause.addSuppressed(new Throwable("asked for here"));
                throw cause;
            }
            throw failed;
        }
    }

    private void write() {
        while (true) {
            List<Unit<?>> group = new ArrayList<>();
            try {
                group.add(queue.take());
            } catch (InterruptedException stray) {
                continue;
            }
            queue.drainTo(group, GROUP - 1);
            List<Runnable> told = commit(group);
            // on a thread of its own: what hangs on a future may wait for the writer
            Thread.startVirtualThread(() -> told.forEach(Runnable::run));
            synchronized (queue) {
                if (closed && queue.isEmpty()) return;
            }
        }
    }

    private List<Runnable> commit(List<Unit<?>> group) {
        long began = System.nanoTime();
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            DSLContext sql = DSL.using(connection, SQLDialect.H2, SETTINGS);
            List<Runnable> told = new ArrayList<>();
            for (Unit<?> unit : group) told.add(unit.on(sql, connection));
            connection.commit();
            // a commit alone is no fsync in H2, whatever WRITE_DELAY says (measured); on PostgreSQL it is one
            statement.execute("CHECKPOINT SYNC");
            groups.incrementAndGet();
            nanos.add(System.nanoTime() - began);
            return told;
        } catch (SQLException | RuntimeException | Error failed) {
            if (Disk.failed(failed)) broken.accept(failed);
            return group.stream().<Runnable>map(unit -> () -> unit.future().completeExceptionally(new Unavailable("the database cannot be written", failed))).toList();
        }
    }

    /// Is told, before anybody else, that the disk or the file as a whole failed. Called by threads of ours.
    void onBroken(Consumer<Throwable> told) {
        broken = told;
    }

    /// Copies the whole database, as it is at one moment, into a zip file that is there and empty. Writing goes on meanwhile.
    CompletableFuture<Integer> copy(Path zip) {
        // H2 begins with a save of its own. Like any that runs beside the writer's it would make CHECKPOINT SYNC say yes
        // too early, so the writer stands still until the first bytes of the copy are there
        return write(_ -> {
            CompletableFuture<Integer> copying = CompletableFuture.supplyAsync(() -> copied(zip), readers);
            while (!copying.isDone() && empty(zip)) LockSupport.parkNanos(200_000);
            return copying;
        }).thenCompose(Function.identity());
    }

    private int copied(Path zip) {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + zip.toString().replace("'", "''") + "'");
            return 1;
        } catch (SQLException failed) {
            throw new Unavailable("the database cannot be copied", failed);
        }
    }

    private static boolean empty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// How many transactions were brought to disk.
    long groups() {
        return groups.get();
    }

    /// How long that took in all.
    Duration spent() {
        return Duration.ofNanos(nanos.sum());
    }

    /// Ends when all that was asked for is written.
    @Override
    public void close() {
        synchronized (queue) {
            if (closed) return;
            queue.add(new Unit<>(_ -> true, new CompletableFuture<>()));
            closed = true;
        }
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        readers.close();
        pool.close();
        if (interrupted) Thread.currentThread().interrupt();
    }
}

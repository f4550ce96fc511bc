package tldops.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// The one thread that writes. All writing that waits shares one transaction and one fsync (group commit); nobody hears
/// "done" before the disk has it (P4).
final class Writer implements AutoCloseable {
    private static final int GROUP = 1000;

    private final DataSource pool;
    private final Consumer<Throwable> broken;
    private final LinkedBlockingQueue<Unit<?>> queue = new LinkedBlockingQueue<>();
    private final Numbers numbers = new Numbers();
    private final CompletableFuture<Void> ended;
    private final AtomicLong groups = new AtomicLong();
    private final LongAdder nanos = new LongAdder();
    private Optional<Open> open = Optional.empty();
    private boolean closed;

    /// @param broken told, before anybody else, that a transaction failed by no fault of its work
    Writer(DataSource pool, Consumer<Throwable> broken) {
        this.pool = pool;
        this.broken = broken;
        ended = CompletableFuture.runAsync(this::run, task -> Thread.ofPlatform().name("store-writer").start(task));
    }

    /// The writer's own connection, whose prepared statements H2 remembers.
    private record Open(Connection connection, Statement statement, DSLContext sql) {}

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

    /// How many transactions were brought to disk.
    long groups() {
        return groups.get();
    }

    /// How long that took in all.
    Duration spent() {
        return Duration.ofNanos(nanos.sum());
    }

    private void run() {
        while (true) {
            List<Unit<?>> group = new ArrayList<>();
            try {
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
            } catch (InterruptedException stray) {
                if (group.isEmpty()) continue;
            }
            List<Runnable> told = commit(group);
            // on a thread of its own: what hangs on a future may wait for the writer
            Thread.startVirtualThread(() -> told.forEach(Runnable::run));
            synchronized (queue) {
                if (!closed || !queue.isEmpty()) continue;
            }
            let();
            return;
        }
    }

    private List<Runnable> commit(List<Unit<?>> group) {
        long began = System.nanoTime();
        try {
            Open here = opened();
            List<Runnable> told = new ArrayList<>();
            for (Unit<?> unit : group) told.add(unit.on(here.sql(), here.connection()));
            here.connection().commit();
            // a commit alone is no fsync in H2, whatever WRITE_DELAY says (measured); on PostgreSQL it is one
            here.statement().execute("CHECKPOINT SYNC");
            groups.incrementAndGet();
            nanos.add(System.nanoTime() - began);
            return told;
        } catch (SQLException | RuntimeException | Error failed) {
            broken.accept(failed);
            let();
            return group.stream().<Runnable>map(unit -> () -> unit.future().completeExceptionally(new Unavailable("the database cannot be written", failed))).toList();
        }
    }

    private Open opened() throws SQLException {
        if (open.isEmpty()) {
            Connection connection = pool.getConnection();
            connection.setAutoCommit(false);
            DSLContext sql = DSL.using(connection, SQLDialect.H2, Database.SETTINGS);
            numbers.join(sql);
            open = Optional.of(new Open(connection, connection.createStatement(), sql));
        }
        return open.get();
    }

    /// Gives the connection back, with whatever it had begun undone.
    private void let() {
        try {
            if (open.isPresent()) {
                open.get().connection().rollback();
                open.get().connection().close();
            }
        } catch (SQLException gone) {
            // the pool finds out by itself
        }
        open = Optional.empty();
    }

    /// Ends when all that was asked for is written.
    @Override
    public void close() {
        synchronized (queue) {
            if (closed) return;
            queue.add(new Unit<>(_ -> true, new CompletableFuture<>()));
            closed = true;
        }
        // also for one who is interrupted: he may not leave before all is on disk
        ended.join();
    }
}

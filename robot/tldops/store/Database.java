package tldops.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// The database file: one thread that writes to it ([Writer]) and a few that read.
final class Database implements AutoCloseable {
    private static final int READERS = 3;
    static final Settings SETTINGS = new Settings()
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
    private final Writer writer;
    // H2 closes its file when a thread that reads from it is interrupted, and every connection fails from then on.
    // So callers, who may be interrupted, only wait; threads of ours, which nobody interrupts, read.
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, Thread.ofPlatform().name("store-reader-", 1).factory());
    private volatile Consumer<Throwable> broken = _ -> {};

    private Database(HikariDataSource pool) {
        this.pool = pool;
        writer = new Writer(pool, this::failed);
    }

    /// Opens the database in that folder and brings its tables up to date.
    static Database open(Path folder) {
        return new Database(Opening.toWrite(folder, READERS + 1));
    }

    /// Opens it as it is; nothing can be written.
    static Database look(Path folder) {
        return new Database(Opening.toRead(folder, READERS + 1));
    }

    /// Does this work in a transaction; the future ends when the result is on disk. When the work throws, nothing of
    /// it is kept and the future fails with it; other work of the same transaction is not touched.
    <T> CompletableFuture<T> write(Function<DSLContext, T> work) {
        return writer.write(work);
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
                failed(failed);
                throw failed;
            } catch (SQLException failed) {
                failed(failed);
                throw new Unavailable("the database cannot be read", failed);
            }
        }, readers));
    }

    static <T> T joined(CompletableFuture<T> future) {
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

    /// Is told, before anybody else, that the disk or the file as a whole failed. Called by threads of ours.
    void onBroken(Consumer<Throwable> told) {
        broken = told;
    }

    /// Copies the whole database, as it is at one moment, into a zip file that is there and empty. Writing goes on meanwhile.
    CompletableFuture<Integer> copy(Path zip) {
        CompletableFuture<Integer> copied = new CompletableFuture<>();
        // H2 begins with a save of its own. Like any that runs beside the writer's it would make CHECKPOINT SYNC say yes
        // too early, so the writer stands still until the first bytes of the copy are there
        var _ = write(_ -> {
            readers.execute(() -> copied(zip, copied));
            while (!copied.isDone() && empty(zip)) LockSupport.parkNanos(200_000);
            return true;
        }).whenComplete((_, failed) -> {
            if (failed != null) copied.completeExceptionally(failed);
        });
        return copied;
    }

    private void copied(Path zip, CompletableFuture<Integer> told) {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + zip.toString().replace("'", "''") + "'");
            told.complete(1);
        } catch (SQLException | RuntimeException | Error failed) {
            told.completeExceptionally(new Unavailable("the database cannot be copied", failed));
        }
    }

    private static boolean empty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Tells when it is the disk that failed.
    void failed(Throwable failed) {
        if (Disk.failed(failed)) broken.accept(failed);
    }

    /// How many transactions were brought to disk.
    long groups() {
        return writer.groups();
    }

    /// How long that took in all.
    Duration spent() {
        return writer.spent();
    }

    /// Ends when all that was asked for is written.
    @Override
    public void close() {
        writer.close();
        readers.close();
        pool.close();
    }
}

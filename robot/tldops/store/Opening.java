package tldops.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// Opens the database file, also one that an earlier robot left behind (upgrade), and says in a sentence why one can not
/// be opened: broken, written by a later robot, not ours to write.
final class Opening {
    static final String FILE = "tldops.mv.db";
    private static final int IN_USE = 90020;
    private static final int MOST_CAUSES = 50;

    private Opening() {}

    /// Everything may be done with it.
    static HikariDataSource toWrite(Path folder, int connections) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file) && !Files.isWritable(file)) throw new IllegalStateException("the database " + file + " can not be written: its disk or the file is read-only");
        // WRITE_DELAY=0: no thread of H2's own saves in the background. What it has begun to save counts as saved for
        // CHECKPOINT SYNC, which then says yes before the bytes are in the file (seen under kill -9)
        HikariDataSource pool = pool(folder, ";WRITE_DELAY=0;MAX_LENGTH_INPLACE_LOB=65536;QUERY_CACHE_SIZE=128", connections);
        try {
            Flyway flyway = flyway(pool);
            refuseNewer(flyway, file);
            flyway.migrate();
            return pool;
        } catch (FlywayException failed) {
            pool.close();
            // looking whether there is anything to do writes, too
            if (causes(failed).anyMatch(IOException.class::isInstance)) throw new Unavailable("the database " + file + " can not be written: " + root(failed), failed);
            throw new IllegalStateException("the database " + file + " can not be brought up to date: " + root(failed), failed);
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
    }

    /// Nothing of it is changed; its tables are those of its own schema.
    static HikariDataSource toRead(Path folder, int connections) {
        HikariDataSource pool = pool(folder, ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", connections);
        try {
            refuseNewer(flyway(pool), folder.resolve(FILE));
            return pool;
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
    }

    private static HikariDataSource pool(Path folder, String more, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + folder.resolve("tldops").toString().replace(";", "\\;") + ";TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE" + more);
        config.setMaximumPoolSize(connections);
        config.setPoolName("store");
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException failed) {
            throw new IllegalStateException(refusal(folder.resolve(FILE), failed), failed);
        }
    }

    private static Flyway flyway(HikariDataSource pool) {
        return Flyway.configure().dataSource(pool).locations("classpath:tldops/store/migration").placeholders(Map.of("blob", "blob")).load();
    }

    /// Flyway itself lets it pass.
    private static void refuseNewer(Flyway flyway, Path file) {
        MigrationInfo[] all = flyway.info().all();
        Optional<MigrationInfo> later = Arrays.stream(all).filter(each -> each.getState().isApplied() && !each.getState().isResolved()).reduce((_, last) -> last);
        if (later.isEmpty()) return;
        String ours = Arrays.stream(all).filter(each -> each.getState().isResolved()).map(each -> String.valueOf(each.getVersion())).reduce((_, last) -> last).orElse("none");
        throw new IllegalStateException("the database " + file + " was written by a later tldops-robot (schema " + later.get().getVersion() + ", this one knows "
                + ours + "): run that one, or restore a backup that is older");
    }

    private static String refusal(Path file, Throwable failed) {
        boolean inUse = causes(failed).anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == IN_USE);
        if (inUse) return "the database " + file + " is open in another program";
        Optional<Throwable> disk = causes(failed).filter(IOException.class::isInstance).findFirst();
        if (disk.isPresent()) return "the database " + file + " can not be opened: " + disk.get().getMessage();
        return "the database " + file + " can not be read, it is broken (" + root(failed) + "); put the last backup in its place with: tldops restore --force FILE (the broken one is kept)";
    }

    static String root(Throwable failed) {
        String words = causes(failed).reduce((_, deeper) -> deeper).map(Throwable::getMessage).orElse(failed.toString());
        return Objects.requireNonNullElse(words, failed.toString()).lines().findFirst().orElse("").strip();
    }

    static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
    }
}

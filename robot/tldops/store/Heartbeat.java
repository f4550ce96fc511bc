package tldops.store;

import static tldops.store.jooq.Tables.JOURNAL;
import static tldops.store.jooq.Tables.SETTING;

import java.time.Instant;
import java.util.Optional;
import org.jooq.impl.DSL;

/// The robot's signs of life, kept for its next start (SPEC 1.10).
public final class Heartbeat {
    private static final String BEAT = "clock.beat";

    private final Database database;

    Heartbeat(Database database) {
        this.database = database;
    }

    /// The robot runs, its clock is believed, and mail can come in.
    ///
    /// @throws Unavailable when it cannot be written
    public void beat(Instant at) {
        database.written(sql -> {
            int known = sql.update(SETTING).set(SETTING.CONTENT, at.toString()).where(SETTING.NAME.eq(BEAT)).execute();
            return known > 0 ? known : sql.insertInto(SETTING, SETTING.NAME, SETTING.CONTENT).values(BEAT, at.toString()).execute();
        });
    }

    public Optional<Instant> last() {
        return database.read(sql -> sql.select(SETTING.CONTENT).from(SETTING).where(SETTING.NAME.eq(BEAT)).fetchOptional(SETTING.CONTENT)).map(Instant::parse);
    }

    /// When the newest line of the journal was written.
    public Optional<Instant> lastLine() {
        return database.read(sql -> sql.select(JOURNAL.HAPPENED).from(JOURNAL).where(JOURNAL.NUMBER.eq(DSL.select(DSL.max(JOURNAL.NUMBER)).from(JOURNAL))).fetchOptional(JOURNAL.HAPPENED));
    }
}

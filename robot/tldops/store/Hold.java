package tldops.store;

import static tldops.store.jooq.Tables.SETTING;

import java.util.Optional;
import org.jooq.DSLContext;

/// That no letter is sent, and why: kept in the database, so that it outlives a restart.
final class Hold {
    private static final String NAME = "outbox.held";

    private Hold() {}

    static Optional<String> reason(DSLContext sql) {
        return sql.select(SETTING.CONTENT).from(SETTING).where(SETTING.NAME.eq(NAME)).fetchOptional(SETTING.CONTENT);
    }

    static int set(DSLContext sql, String reason) {
        end(sql);
        return sql.insertInto(SETTING, SETTING.NAME, SETTING.CONTENT).values(NAME, reason).execute();
    }

    static int end(DSLContext sql) {
        return sql.deleteFrom(SETTING).where(SETTING.NAME.eq(NAME)).execute();
    }
}

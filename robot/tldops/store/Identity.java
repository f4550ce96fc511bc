package tldops.store;

import static tldops.store.jooq.Tables.SETTING;

import java.util.UUID;

/// The robot's own id, drawn once and kept with its data: by it two robots on one mailbox know each other apart.
final class Identity {
    private static final String NAME = "robot.id";

    private Identity() {}

    static String of(Database database) {
        return database.read(sql -> sql.select(SETTING.CONTENT).from(SETTING).where(SETTING.NAME.eq(NAME)).fetchOptional(SETTING.CONTENT)).orElseGet(() -> drawn(database));
    }

    private static String drawn(Database database) {
        return database.written(sql -> sql.select(SETTING.CONTENT).from(SETTING).where(SETTING.NAME.eq(NAME)).fetchOptional(SETTING.CONTENT).orElseGet(() -> {
            String id = UUID.randomUUID().toString();
            sql.insertInto(SETTING, SETTING.NAME, SETTING.CONTENT).values(NAME, id).execute();
            return id;
        }));
    }
}

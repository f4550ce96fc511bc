package tldops.store;

import static tldops.store.jooq.Tables.MAILBOX;

import java.time.Instant;
import java.util.Optional;

/// How far the folders of mailboxes are read (`intake.imap`): survives a restart, so that nothing is passed over (P4, L12).
public final class Mailboxes {
    /// @param server host name, in lower case
    public record Place(String server, String login, String folder) {}

    /// @param validity UIDVALIDITY, under which the numbers of mails count
    /// @param uid all mails up to this number are done with
    /// @param began when the robot first looked into the folder, by the server's clock
    public record Mark(long validity, long uid, Instant began) {}

    private final Database database;

    Mailboxes(Database database) {
        this.database = database;
    }

    /// Empty when the folder was never looked into.
    public Optional<Mark> mark(Place place) {
        return database.read(sql -> sql.select(MAILBOX.VALIDITY, MAILBOX.UID, MAILBOX.BEGAN).from(MAILBOX)
                .where(MAILBOX.SERVER.eq(place.server()), MAILBOX.LOGIN.eq(place.login()), MAILBOX.FOLDER.eq(place.folder()))
                .fetchOptional(row -> new Mark(row.value1(), row.value2(), row.value3())));
    }

    /// On disk when it returns.
    ///
    /// @throws Unavailable when it could not be written
    public void mark(Place place, Mark mark) {
        database.written(sql -> {
            int known = sql.update(MAILBOX).set(MAILBOX.VALIDITY, mark.validity()).set(MAILBOX.UID, mark.uid()).set(MAILBOX.BEGAN, Columns.time(mark.began()))
                    .where(MAILBOX.SERVER.eq(place.server()), MAILBOX.LOGIN.eq(place.login()), MAILBOX.FOLDER.eq(place.folder())).execute();
            return known > 0 ? known
                    : sql.insertInto(MAILBOX, MAILBOX.SERVER, MAILBOX.LOGIN, MAILBOX.FOLDER, MAILBOX.VALIDITY, MAILBOX.UID, MAILBOX.BEGAN)
                            .values(place.server(), place.login(), place.folder(), mark.validity(), mark.uid(), Columns.time(mark.began())).execute();
        });
    }
}

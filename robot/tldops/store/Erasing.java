package tldops.store;

import static tldops.store.jooq.Tables.INBOX;
import static tldops.store.jooq.Tables.JOURNAL;
import static tldops.store.jooq.Tables.PERSONAL;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tldops.core.Address;
import tldops.core.Change;

/// Erases somebody who is to be forgotten (L45): the journal's personal values that name him, so that its chain still
/// holds, and the bytes of the mails he sent, as far as they are dealt with.
final class Erasing {
    private Erasing() {}

    static void erase(DSLContext sql, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Forgotten(var addresses)) addresses.forEach(address -> erase(sql, address));
        }
    }

    private static void erase(DSLContext sql, Address address) {
        Set<Long> lines = new HashSet<>(sql.select(PERSONAL.NUMBER).from(PERSONAL).where(PERSONAL.ROLE.eq("SENDER").and(DSL.lower(PERSONAL.CONTENT).eq(address.key()))).fetch(PERSONAL.NUMBER));
        Set<Long> mails = new HashSet<>(sql.selectDistinct(JOURNAL.INBOX).from(JOURNAL).where(JOURNAL.NUMBER.in(lines).and(JOURNAL.INBOX.gt(0L))).fetch(JOURNAL.INBOX));
        sql.update(INBOX).set(INBOX.RAW, new byte[0]).set(INBOX.RETURN_PATH, "").set(INBOX.MESSAGE_ID, "")
                .where(INBOX.ID.in(mails).and(INBOX.STATE.in(Inbox.State.DONE.name(), Inbox.State.DROPPED.name()))).execute();
        sql.update(PERSONAL).setNull(PERSONAL.SALT).setNull(PERSONAL.CONTENT).where(PERSONAL.NUMBER.in(lines).and(PERSONAL.ROLE.eq("MESSAGE_ID"))).execute();
        Journals.forget(sql, address.key());
    }
}

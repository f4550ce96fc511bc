package tldops.store;

import static tldops.store.jooq.Tables.ANSWER;
import static tldops.store.jooq.Tables.EVIDENCE;
import static tldops.store.jooq.Tables.INBOX;
import static tldops.store.jooq.Tables.JOURNAL;
import static tldops.store.jooq.Tables.OUTBOX;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Housekeeping: what nobody needs any more goes. Of a mail its row stays, so that the same one still acts once (L26) and
/// the journal's numbers lead somewhere; the journal itself stays for good.
public final class Clearing {
    private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);

    /// So many rows in one transaction: others wait for it some milliseconds.
    private static final int BATCH = 100;

    /// No decision rests on an answer that the journal does not name; two years are for looking back at what IANA said.
    private static final Duration UNUSED_EVIDENCE = Duration.ofDays(730);

    /// How many were cleared away.
    public record Cleared(int mails, int letters, int answers) {}

    private Clearing() {}

    /// @param before mails that came and letters that ended before it
    static CompletableFuture<Cleared> start(Database database, Instant before, Instant at) {
        CompletableFuture<Cleared> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("store-clearing").start(() -> {
            try {
                Cleared cleared = new Cleared(mails(database, before), letters(database, before), evidence(database, at.minus(UNUSED_EVIDENCE)));
                if (cleared.mails() + cleared.letters() + cleared.answers() > 0) LOG.info("cleared away: the bytes of {} mails, {} letters, {} answers of IANA", cleared.mails(), cleared.letters(), cleared.answers());
                done.complete(cleared);
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        });
        return done;
    }

    private static int mails(Database database, Instant before) {
        Condition old = INBOX.KIND.in(Inbox.Kind.MAIL.name(), Inbox.Kind.PROBE.name()).and(INBOX.STATE.in(Inbox.State.DONE.name(), Inbox.State.DROPPED.name())).and(INBOX.CAME.lt(Columns.time(before))).and(Inbox.hasBytes());
        return each(
                database,
                (sql, after) -> sql.select(INBOX.ID).from(INBOX).where(old.and(INBOX.ID.gt(after))).orderBy(INBOX.ID).limit(BATCH).fetch(INBOX.ID),
                ids -> sql -> sql.update(INBOX).set(INBOX.RAW, new byte[0]).where(INBOX.ID.in(ids)).execute());
    }

    private static int letters(Database database, Instant before) {
        return each(
                database,
                (sql, after) -> sql.select(OUTBOX.ID).from(OUTBOX).where(OUTBOX.ENDED.lt(Columns.time(before)).and(OUTBOX.ID.gt(after))).orderBy(OUTBOX.ID).limit(BATCH).fetch(OUTBOX.ID),
                ids -> sql -> sql.deleteFrom(OUTBOX).where(OUTBOX.ID.in(ids)).execute());
    }

    private static int each(Database database, BiFunction<DSLContext, Long, List<Long>> next, Function<List<Long>, Function<DSLContext, Integer>> clear) {
        int all = 0;
        long after = 0;
        while (true) {
            long from = after;
            List<Long> ids = database.read(sql -> List.copyOf(next.apply(sql, from)));
            if (ids.isEmpty()) return all;
            all += database.written(clear.apply(ids));
            after = ids.getLast();
        }
    }

    private static int evidence(Database database, Instant before) {
        Condition old = EVIDENCE.LOOKED_UP.lt(Columns.time(before));
        Condition unused = EVIDENCE.SHA256.notIn(DSL.select(JOURNAL.EVIDENCE).from(JOURNAL));
        List<String> answers = database.read(sql -> List.copyOf(sql.selectDistinct(EVIDENCE.SHA256).from(EVIDENCE).where(old.and(unused)).fetch(EVIDENCE.SHA256)));
        for (int i = 0; i < answers.size(); i += BATCH) {
            List<String> some = answers.subList(i, Math.min(i + BATCH, answers.size()));
            // once more inside the transaction: an answer may have been given again, or a line may name it by now
            database.written(sql -> {
                sql.deleteFrom(EVIDENCE).where(EVIDENCE.SHA256.in(some).and(old).and(unused)).execute();
                return sql.deleteFrom(ANSWER).where(ANSWER.SHA256.in(some).and(ANSWER.SHA256.notIn(DSL.select(EVIDENCE.SHA256).from(EVIDENCE)))).execute();
            });
        }
        return answers.size();
    }
}

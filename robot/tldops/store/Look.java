package tldops.store;

import static tldops.store.jooq.Tables.OUTBOX;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// What a look into the database found that is due; see [Fresh#looked].
record Look(List<Outbox.Due> letters, boolean all, long newest, Instant later) {
    private static final Condition WAITING = OUTBOX.STATE.eq(Outbox.State.WAITING.name());

    /// Letters first, bulletins and posts with what is left of the limit.
    ///
    /// @param busy rows that are handed out
    /// @param ahead how far those rows have come of which the database knows less
    static Look into(DSLContext sql, Set<Long> busy, Map<Long, Mailing> ahead, Instant now, int limit) {
        List<Long> free = free(sql, OUTBOX.BULLETIN.isFalse(), busy, now, limit);
        int more = Math.min(limit - free.size(), Fresh.BULLETINS);
        List<Long> bulletins = free(sql, OUTBOX.BULLETIN.isTrue(), busy, now, more);
        long newest = Optional.ofNullable(sql.select(DSL.max(OUTBOX.ID)).from(OUTBOX).fetchOne(0, Long.class)).orElse(0L);
        Optional<Instant> later = sql.select(OUTBOX.NEXT_TRY).from(OUTBOX).where(WAITING.and(OUTBOX.NEXT_TRY.gt(Columns.time(now)))).orderBy(OUTBOX.NEXT_TRY).limit(1).fetchOptional(OUTBOX.NEXT_TRY);
        List<Outbox.Due> found = new ArrayList<>(Leaving.letters(sql, OUTBOX.ID.in(free)));
        found.addAll(Leaving.letters(sql, OUTBOX.ID.in(bulletins)));
        // asked here, where nobody else writes: the table or the memory knows it all
        found.replaceAll(letter -> Optional.ofNullable(ahead.get(letter.id())).map(letter::with).orElse(letter));
        return new Look(found, free.size() < limit && bulletins.size() < more, newest, later.orElse(Instant.MAX));
    }

    private static List<Long> free(DSLContext sql, Condition which, Set<Long> busy, Instant now, int limit) {
        if (limit <= 0) return List.of();
        return sql.select(OUTBOX.ID).from(OUTBOX)
                .where(WAITING.and(OUTBOX.NEXT_TRY.le(Columns.time(now))).and(which))
                .orderBy(OUTBOX.NEXT_TRY, OUTBOX.ID).limit(limit + busy.size())
                .fetch(OUTBOX.ID).stream().filter(id -> !busy.contains(id)).limit(limit).toList();
    }
}

package tldops.store;

import static tldops.store.jooq.Tables.BODY;
import static tldops.store.jooq.Tables.OUTBOX;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// What stands in the outbox, for the operator and the health page: a letter to many is one letter there, in however many
/// rows it stands.
final class Overview {
    private static final List<Field<?>> COLUMNS = List.of(
            OUTBOX.ID, OUTBOX.LETTER, OUTBOX.KIND, OUTBOX.STATE, OUTBOX.CASE_NUMBER, OUTBOX.MESSAGE_ID, OUTBOX.RECIPIENTS, OUTBOX.WRITTEN,
            OUTBOX.NEXT_TRY, OUTBOX.ATTEMPTS, OUTBOX.REASON, OUTBOX.ENDED, OUTBOX.SHA256);
    private static final List<Field<?>> PARTS = Stream.concat(COLUMNS.stream().filter(column -> !column.equals(OUTBOX.RECIPIENTS)), Stream.of(OUTBOX.SUBSCRIBERS, OUTBOX.DONE)).toList();
    private static final Condition TO_MANY = OUTBOX.SUBSCRIBERS.gt(0);
    /// A letter in several rows counts as the heaviest of them.
    private static final List<Outbox.State> WEIGHT = List.of(Outbox.State.SENT, Outbox.State.EXPIRED, Outbox.State.GIVEN_UP, Outbox.State.WAITING);
    private static final long NEWEST = 100_000;

    private Overview() {}

    /// The newest letters, the newest first.
    static List<Outbox.Row> list(DSLContext sql, Optional<Outbox.State> state, int limit) {
        Condition wanted = state.map(s -> OUTBOX.STATE.eq(s.name())).orElse(DSL.noCondition());
        List<Outbox.Row> rows = new ArrayList<>(sql.select(COLUMNS).from(OUTBOX).where(wanted.andNot(TO_MANY)).orderBy(OUTBOX.ID.desc()).limit(limit).fetch(Overview::row));
        sql.select(OUTBOX.LETTER).from(OUTBOX).where(wanted.and(TO_MANY)).orderBy(OUTBOX.ID.desc()).fetch(OUTBOX.LETTER).stream()
                .map(Mailing::letter).distinct().limit(limit).forEach(letter -> rows.add(mailing(sql, letter)));
        return rows.stream().sorted(Comparator.comparingLong(Outbox.Row::id).reversed()).limit(limit).toList();
    }

    static Optional<Outbox.Row> one(DSLContext sql, long id) {
        Optional<Record> found = sql.select(COLUMNS).select(OUTBOX.SUBSCRIBERS).from(OUTBOX).where(OUTBOX.ID.eq(id)).fetchOptional().map(row -> row);
        return found.map(row -> row.get(OUTBOX.SUBSCRIBERS) > 0 ? mailing(sql, Mailing.letter(row.get(OUTBOX.LETTER))) : row(row));
    }

    static Optional<byte[]> kept(DSLContext sql, long id) {
        return sql.select(OUTBOX.HEADERS, BODY.BYTES).from(OUTBOX).leftJoin(BODY).on(BODY.SHA256.eq(OUTBOX.BODY))
                .where(OUTBOX.ID.eq(id).and(OUTBOX.HEADERS.isNotNull())).fetchOptional(found -> Leaving.joined(found.value1(), Optional.ofNullable(found.value2()).orElse(new byte[0])));
    }

    /// All its rows as one, which bears the number of the first: it waits as long as one of them waits.
    private static Outbox.Row mailing(DSLContext sql, String letter) {
        List<Record> parts = new ArrayList<>(sql.select(PARTS).from(OUTBOX).where(rows(letter)).orderBy(OUTBOX.ID).fetch());
        Record first = parts.getFirst();
        Record last = parts.stream().max(Comparator.comparingInt(part -> WEIGHT.indexOf(state(part)))).orElseThrow();
        Instant next = parts.stream().filter(part -> state(part) == Outbox.State.WAITING).map(part -> part.get(OUTBOX.NEXT_TRY)).min(Comparator.naturalOrder()).orElse(first.get(OUTBOX.NEXT_TRY));
        int attempts = parts.stream().mapToInt(part -> part.get(OUTBOX.ATTEMPTS)).max().orElse(0);
        String reason = parts.stream().map(part -> part.get(OUTBOX.REASON)).filter(why -> !why.isEmpty()).findFirst().orElse("");
        Optional<Instant> ended = parts.stream().flatMap(part -> Optional.ofNullable(part.get(OUTBOX.ENDED)).stream()).max(Comparator.naturalOrder()).filter(_ -> state(last) != Outbox.State.WAITING);
        Outbox.Spread spread = new Outbox.Spread(sum(parts, part -> part.get(OUTBOX.SUBSCRIBERS)), sum(parts, part -> Mailing.taken(part.get(OUTBOX.DONE))), sum(parts, part -> Mailing.refused(part.get(OUTBOX.DONE))));
        return new Outbox.Row(first.get(OUTBOX.ID), letter, first.get(OUTBOX.KIND), state(last), first.get(OUTBOX.CASE_NUMBER), first.get(OUTBOX.MESSAGE_ID),
                List.of(), first.get(OUTBOX.WRITTEN), next, attempts, reason, ended, first.get(OUTBOX.SHA256), Optional.of(spread));
    }

    private static int sum(Collection<Record> parts, java.util.function.ToIntFunction<Record> what) {
        return parts.stream().mapToInt(what).sum();
    }

    private static Outbox.State state(Record part) {
        return Outbox.State.valueOf(part.get(OUTBOX.STATE));
    }

    static Condition rows(String letter) {
        List<String> bounds = Mailing.rows(letter);
        return OUTBOX.LETTER.ge(bounds.getFirst()).and(OUTBOX.LETTER.lt(bounds.getLast()));
    }

    static int waiting(DSLContext sql) {
        Condition waits = OUTBOX.STATE.eq(Outbox.State.WAITING.name());
        long toMany = sql.select(OUTBOX.LETTER).from(OUTBOX).where(waits.and(TO_MANY)).fetch(OUTBOX.LETTER).stream().map(Mailing::letter).distinct().count();
        return sql.fetchCount(OUTBOX, waits.andNot(TO_MANY)) + Math.toIntExact(toMany);
    }

    /// @param lastTaken when the relay last took a copy of a letter to many: as long as it does, none of them stands
    static Optional<Instant> oldestDue(DSLContext sql, Instant lastTaken) {
        Condition waits = OUTBOX.STATE.eq(Outbox.State.WAITING.name());
        Optional<Instant> letter = sql.select(OUTBOX.NEXT_TRY).from(OUTBOX).where(waits.andNot(TO_MANY)).orderBy(OUTBOX.NEXT_TRY).limit(1).fetchOptional(OUTBOX.NEXT_TRY);
        Optional<Instant> toMany = sql.select(OUTBOX.NEXT_TRY).from(OUTBOX).where(waits.and(TO_MANY)).orderBy(OUTBOX.NEXT_TRY).limit(1).fetchOptional(OUTBOX.NEXT_TRY);
        return Stream.concat(letter.stream(), toMany.map(due -> due.isAfter(lastTaken) ? due : lastTaken).stream()).min(Comparator.naturalOrder());
    }

    static List<Instant> sentSince(DSLContext sql, Instant since) {
        long newest = Optional.ofNullable(sql.select(DSL.max(OUTBOX.ID)).from(OUTBOX).fetchOne(0, Long.class)).orElse(0L);
        return sql.select(OUTBOX.ENDED).from(OUTBOX)
                .where(OUTBOX.ID.gt(newest - NEWEST).and(OUTBOX.ENDED.ge(Columns.time(since))).and(OUTBOX.STATE.eq(Outbox.State.SENT.name())).andNot(OUTBOX.BULLETIN)).fetch(OUTBOX.ENDED);
    }

    static int givenUpSince(DSLContext sql, Instant since) {
        return Math.toIntExact(sql.select(OUTBOX.LETTER).from(OUTBOX).where(OUTBOX.ENDED.ge(Columns.time(since)).and(OUTBOX.STATE.eq(Outbox.State.GIVEN_UP.name())))
                .fetch(OUTBOX.LETTER).stream().map(Mailing::letter).distinct().count());
    }

    private static Outbox.Row row(Record found) {
        return new Outbox.Row(found.get(OUTBOX.ID), found.get(OUTBOX.LETTER), found.get(OUTBOX.KIND), state(found), found.get(OUTBOX.CASE_NUMBER),
                found.get(OUTBOX.MESSAGE_ID), Columns.addresses(found.get(OUTBOX.RECIPIENTS)), found.get(OUTBOX.WRITTEN), found.get(OUTBOX.NEXT_TRY),
                found.get(OUTBOX.ATTEMPTS), found.get(OUTBOX.REASON), Optional.ofNullable(found.get(OUTBOX.ENDED)), found.get(OUTBOX.SHA256), Optional.empty());
    }
}

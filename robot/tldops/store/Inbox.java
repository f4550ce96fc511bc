package tldops.store;

import static tldops.store.jooq.Tables.INBOX;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import tldops.core.Envelope;

/// What came in, in the order in which it came: stored before anybody is told "yes" (P4), kept until it is decided.
public final class Inbox {
    /// What a row is. The door sets it; no door for mail can set anything but `MAIL`.
    public enum Kind {
        MAIL,
        OPERATOR,
        SENT,
        GIVEN_UP,
        EXPIRED,
        /// A mail of our own that was sent to see whether it comes in (L14).
        PROBE,
        /// Copies of a letter to many that the relay will not take.
        UNREACHED
    }

    public enum State {
        /// Not handled yet.
        NEW,
        /// Handled again at its next try: a look-up did not answer (X29); without one, when the clock is believed again (SPEC 1.10).
        WAITING,
        DONE,
        /// Its handling broke; kept with the stack for the operator.
        ASIDE,
        /// The operator does not want it.
        DROPPED,
        /// Came before (L26): never handled, its bytes are not kept a second time.
        DUPLICATE
    }

    /// @param messageId "" when there is none
    /// @param digest SHA-256 of the mail without its trace headers, hex: with the Message-ID it tells a mail that comes twice
    @SuppressWarnings("ArrayRecordComponent")
    public record Arrival(Kind kind, Envelope envelope, byte[] raw, String messageId, String digest, Instant at) {}

    /// @param rawHash SHA-256 of the bytes as they came in, hex
    /// @param duplicateOf 0 when it is none
    /// @param askedFirst since when it waits for a look-up
    /// @param reason why it waits; the stack when it is set aside
    /// @param size how many bytes are kept of it
    public record Row(
            long id, Kind kind, State state, Instant at, Envelope envelope, String messageId, String digest, String rawHash,
            long duplicateOf, Optional<Instant> askedFirst, Optional<Instant> nextTry, String reason, long size) {}

    private static final Field<Long> SIZE = DSL.field("octet_length({0})", Long.class, INBOX.RAW);
    private static final List<Field<?>> COLUMNS = List.of(
            INBOX.ID, INBOX.KIND, INBOX.STATE, INBOX.CAME, INBOX.DOOR, INBOX.TRUSTED, INBOX.RETURN_PATH, INBOX.RECIPIENTS, INBOX.CLIENT, INBOX.HELO,
            INBOX.MESSAGE_ID, INBOX.DIGEST, INBOX.RAW_HASH, INBOX.FIRST_ID, INBOX.ASKED_FIRST, INBOX.NEXT_TRY, INBOX.REASON, SIZE);

    static final String ARRIVING = "arriving";

    private final Database database;
    private final Spool<Arrival> spool;
    private volatile LongConsumer listener = _ -> {};
    private volatile Consumer<Arrival> again = _ -> {};

    /// @param folder where the mail is that is acknowledged and not in the database yet
    Inbox(Database database, Path folder) {
        this.database = database;
        spool = new Spool<>(folder.resolve(ARRIVING), Arriving.FORM, this::left, this::stored, database::failed);
    }

    /// Is told when rows are newly open, once they are on disk: new ones have higher numbers than all before them; of an old
    /// one that is open again its number is told. Must not block.
    public void onOpened(LongConsumer told) {
        listener = told;
    }

    /// Is told of each mail that came before (L26). Must not block.
    public void onAgain(Consumer<Arrival> told) {
        again = told;
    }

    /// There are new rows.
    void opened() {
        listener.accept(Long.MAX_VALUE);
    }

    // ---- in

    /// Takes a mail. The future ends when it is on disk; it becomes a row within moments, also after a crash. It fails when
    /// it could not be stored: the answer to the outside is then "try again".
    public CompletableFuture<Boolean> take(Arrival arrival) {
        return spool.keep(List.of(arrival));
    }

    /// Ends when every mail that was taken by now is a row.
    public CompletableFuture<?> arrived() {
        return spool.arrived();
    }

    /// Stores it as a row. The future ends with its number, when it is on disk; when it came before, with the number of the
    /// first.
    public CompletableFuture<Long> put(Arrival arrival) {
        return stored(List.of(arrival)).thenApply(List::getFirst);
    }

    private CompletableFuture<List<Long>> stored(List<Arrival> arrivals) {
        return database.write(sql -> Arriving.insert(sql, arrivals, again)).thenApply(numbers -> {
            opened();
            return numbers;
        });
    }

    /// Acknowledged before a crash: what got into the database by then is left alone.
    private CompletableFuture<?> left(List<Arrival> mails) {
        return database.write(sql -> Arriving.unknown(sql, mails)).thenCompose(this::stored);
    }

    void close() {
        spool.close();
    }

    // ---- to be handled

    /// The rows behind that number that are not handled yet, in order, those that wait for their next try among them.
    public List<Row> waiting(long after, int limit) {
        return database.read(sql -> sql.select(COLUMNS).from(INBOX).where(open().and(INBOX.ID.gt(after))).orderBy(INBOX.ID).limit(limit).fetch(Inbox::row));
    }

    public Optional<Row> row(long id) {
        return database.read(sql -> sql.select(COLUMNS).from(INBOX).where(INBOX.ID.eq(id)).fetchOptional(Inbox::row));
    }

    /// The newest rows, the newest first.
    public List<Row> list(Optional<State> state, int limit) {
        Condition wanted = state.map(s -> INBOX.STATE.eq(s.name())).orElse(DSL.noCondition());
        return database.read(sql -> sql.select(COLUMNS).from(INBOX).where(wanted).orderBy(INBOX.ID.desc()).limit(limit).fetch(Inbox::row));
    }

    /// How many rows are in this state.
    public int count(State state) {
        return database.read(sql -> sql.fetchCount(INBOX, INBOX.STATE.eq(state.name())));
    }

    /// The row that has been in this state with the lowest number.
    public Optional<Row> oldest(State state) {
        return database.read(sql -> sql.select(COLUMNS).from(INBOX).where(INBOX.STATE.eq(state.name())).orderBy(INBOX.ID).limit(1).fetchOptional(Inbox::row));
    }

    /// The bytes of a row, with secrets masked when it is done (MAIL_RULES 33); empty for a duplicate, and when they were
    /// cleared away.
    public Optional<byte[]> raw(long id) {
        return database.read(sql -> sql.select(INBOX.RAW).from(INBOX).where(INBOX.ID.eq(id)).fetchOptional(INBOX.RAW));
    }

    /// It is handled again at `next`.
    ///
    /// @param asked when the look-up was tried; the first such time is kept
    public void later(long id, Instant asked, Instant next, String reason) {
        database.written(sql -> sql.update(INBOX)
                .set(INBOX.STATE, State.WAITING.name())
                .set(INBOX.ASKED_FIRST, DSL.coalesce(INBOX.ASKED_FIRST, DSL.val(Columns.time(asked), INBOX.ASKED_FIRST)))
                .set(INBOX.NEXT_TRY, Columns.time(next))
                .set(INBOX.REASON, reason)
                .where(INBOX.ID.eq(id).and(open())).execute());
    }

    /// It waits for something other than a look-up, and is handled again as soon as that is there.
    public void waits(long id, String reason) {
        database.written(sql -> sql.update(INBOX).set(INBOX.STATE, State.WAITING.name()).setNull(INBOX.NEXT_TRY).set(INBOX.REASON, reason).where(INBOX.ID.eq(id).and(open())).execute());
    }

    /// Its handling broke; it waits for the operator.
    public void aside(long id, String stack) {
        database.written(sql -> end(sql, List.of(id), State.ASIDE, stack));
    }

    // ---- the operator

    /// Handles a row that was set aside or dropped once more.
    ///
    /// @return false when it is not such a row, or its bytes were cleared away
    public boolean retry(long id) {
        boolean found = database.written(sql -> sql.update(INBOX)
                .set(INBOX.STATE, State.NEW.name())
                .set(INBOX.REASON, "")
                .setNull(INBOX.ASKED_FIRST).setNull(INBOX.NEXT_TRY)
                .where(INBOX.ID.eq(id).and(INBOX.STATE.in(State.ASIDE.name(), State.DROPPED.name())).and(hasBytes())).execute() == 1);
        if (found) listener.accept(id);
        return found;
    }

    /// Takes a row that is open or set aside out of the way; its bytes stay.
    ///
    /// @return false when it is not such a row
    public boolean drop(long id, String reason) {
        return database.written(sql -> sql.update(INBOX)
                .set(INBOX.STATE, State.DROPPED.name())
                .set(INBOX.REASON, reason)
                .where(INBOX.ID.eq(id).and(open().or(INBOX.STATE.eq(State.ASIDE.name())))).execute() == 1);
    }

    /// Puts other bytes in the place of a row's own; the hash of the original stays (MAIL_RULES 33).
    public void mask(long id, byte[] masked) {
        database.written(sql -> mask(sql, Map.of(id, masked)));
    }

    // ---- inside the transaction of others

    /// @return how many of them were open
    static int end(DSLContext sql, Collection<Long> ids, State state, String reason) {
        return IntStream.of(Rows.run(sql, "update inbox set state = ?, reason = ?, next_try = null where id = ? and state in (?, ?)",
                ids.stream().map(id -> List.<Object>of(state.name(), reason, id, State.NEW.name(), State.WAITING.name())).toList())).sum();
    }

    /// Without its secrets: the bytes are replaced, and the tags go from the addresses it came to.
    static int[] mask(DSLContext sql, Map<Long, byte[]> masked) {
        Map<Long, Object> recipients = Rows.look(sql, "select recipients from inbox where id = ?", masked.keySet());
        return Rows.run(sql, "update inbox set raw = ?, recipients = ? where id = ?",
                masked.entrySet().stream().map(row -> List.<Object>of(row.getValue(), ((String) recipients.getOrDefault(row.getKey(), "")).replaceAll("\\+[^@\n]*@", "+***@"), row.getKey())).toList());
    }

    /// Housekeeping has not cleared them away.
    static Condition hasBytes() {
        return DSL.condition("octet_length({0}) > 0", INBOX.RAW);
    }

    private static Condition open() {
        return INBOX.STATE.in(State.NEW.name(), State.WAITING.name());
    }

    private static Row row(Record found) {
        Envelope envelope = new Envelope(found.get(INBOX.DOOR), found.get(INBOX.TRUSTED), Columns.optional(found.get(INBOX.RETURN_PATH)),
                Columns.addresses(found.get(INBOX.RECIPIENTS)), found.get(INBOX.CLIENT), found.get(INBOX.HELO));
        return new Row(found.get(INBOX.ID), Kind.valueOf(found.get(INBOX.KIND)), State.valueOf(found.get(INBOX.STATE)), found.get(INBOX.CAME), envelope,
                found.get(INBOX.MESSAGE_ID), found.get(INBOX.DIGEST), found.get(INBOX.RAW_HASH),
                Optional.ofNullable(found.get(INBOX.FIRST_ID)).orElse(0L), Optional.ofNullable(found.get(INBOX.ASKED_FIRST)),
                Optional.ofNullable(found.get(INBOX.NEXT_TRY)), found.get(INBOX.REASON), found.get(SIZE));
    }
}

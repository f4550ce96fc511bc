package tldops.store;

import static tldops.store.jooq.Tables.OUTBOX;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import tldops.core.Address;

/// The letters that wait to go out, and what became of those that went (P4): what was recorded is sent, nothing else.
public final class Outbox {
    public enum State { WAITING, SENT, GIVEN_UP, EXPIRED }

    /// A letter to be sent now. The bytes sent are these bytes.
    ///
    /// @param envelopeFrom empty for the null reverse-path `<>`
    /// @param attempts how often it was tried before
    /// @param bestBefore past it the letter is not to be sent: [Outbox#expired]
    /// @param headers of the letter; the whole of it when `body` is ""
    /// @param content the body that others may share; empty when there is none
    /// @param body the hash of it, or ""
    /// @param written when it was recorded
    /// @param bulletin whether the breaker leaves it out and others go first
    /// @param mailing of a letter to many: which of the recipients are done with
    @SuppressWarnings("ArrayRecordComponent")
    public record Due(
            long id, String letterId, Optional<Address> envelopeFrom, List<Address> recipients, byte[] headers, byte[] content, int attempts, Instant bestBefore,
            boolean secret, boolean reported, String kind, long caseNumber, String body, Instant written, boolean bulletin, Optional<Mailing> mailing) {
        /// The whole mail.
        public byte[] bytes() {
            return Leaving.joined(headers, content);
        }

        /// The same letter, its content shared with others.
        Due with(byte[] same) {
            return new Due(id, letterId, envelopeFrom, recipients, headers, same, attempts, bestBefore, secret, reported, kind, caseNumber, body, written, bulletin, mailing);
        }

        /// The same row, as far as it has come by now.
        Due with(Mailing known) {
            return new Due(id, letterId, envelopeFrom, recipients, headers, content, attempts, bestBefore, secret, reported, kind, caseNumber, body, written, bulletin, Optional.of(known));
        }
    }

    /// A row for the operator; never the words of a letter.
    ///
    /// @param kind name of the letter's content, `Invitation`
    /// @param reason why it was not sent yet, or ever
    /// @param sha256 of the bytes, hex; kept when they are gone
    /// @param spread of a letter to many, which is one row here; its recipients are not listed
    public record Row(
            long id, String letterId, String kind, State state, long caseNumber, String messageId, List<Address> recipients, Instant written,
            Instant nextTry, int attempts, String reason, Optional<Instant> ended, String sha256, Optional<Spread> spread) {}

    /// How far a letter to many has come.
    public record Spread(int subscribers, int taken, int refused) {}

    static final String LEAVING = "leaving";

    private final Database database;
    private final Spool<Leaving.Gone> spool;
    private final Inbox inbox;
    private final Consumer<DSLContext> adopting;
    private final Map<Long, Due> inFlight = new ConcurrentHashMap<>();
    private final Progress progress;
    private final Fresh fresh = new Fresh();
    private volatile Runnable listener = () -> {};
    private volatile Ended ended = (_, _, _, _) -> {};
    /// What the database says, which nobody else writes to.
    private volatile Optional<String> held;

    /// @param folder where it stands that the relay took a letter as long as the database does not have it
    /// @param adopting what else is done when sending is released
    Outbox(Database database, Path folder, Inbox inbox, Consumer<DSLContext> adopting) {
        this.database = database;
        progress = new Progress(database, this::over);
        spool = new Spool<>(folder.resolve(LEAVING), Leaving.FORM, this::left, this::gone, database::failed);
        this.inbox = inbox;
        this.adopting = adopting;
        held = database.read(Hold::reason);
    }

    /// Is told when there are new letters, once they are on disk. Must not block.
    public void onWritten(Runnable told) {
        listener = told;
    }

    /// What became of a letter; WAITING means that it is to be tried again.
    @FunctionalInterface
    public interface Ended {
        void ended(String kind, State state, Instant written, Instant at);
    }

    /// Is told what becomes of letters. Must not block.
    public void onEnded(Ended told) {
        ended = told;
    }

    void written(List<Due> letters) {
        if (letters.isEmpty()) return;
        synchronized (this) {
            fresh.add(letters);
        }
        listener.run();
    }

    // ---- the sender

    /// The letters to be sent now, the oldest first, bulletins and posts last; none while sending is held. Each is handed
    /// out once, until [#sent], [#retry], [#givenUp] or [#expired] says what became of it: there is one sender.
    public synchronized List<Due> due(Instant now, int limit) {
        if (held.isPresent()) return List.of();
        List<Due> due = fresh.complete(now) ? fresh.take(now, limit) : stored(now, limit);
        due.forEach(letter -> inFlight.put(letter.id(), letter));
        return due;
    }

    /// Asked of the writer: what is handed out must be on disk before it leaves the machine.
    private List<Due> stored(Instant now, int limit) {
        fresh.spill();
        Look look = database.written(sql -> Look.into(sql, Set.copyOf(inFlight.keySet()), progress.ahead(), now, limit));
        // only what has come back counts: after a look that failed the database still holds letters that are due
        fresh.looked(look.all(), look.newest(), look.later());
        return look.letters();
    }

    /// The relay took these letters. It is on disk when this returns, and stands in the tables within moments; those the
    /// core wants to hear of become rows of the inbox in the same transaction.
    public void sent(Collection<Long> ids, Instant at) {
        List<Leaving.Gone> gone = inFlight(ids).stream().map(letter -> new Leaving.Gone(letter.id(), letter.letterId(), at)).toList();
        if (!gone.isEmpty()) Database.joined(spool.keep(gone));
    }

    /// The relay took these subscribers' copies of a letter to many. It is on disk when this returns.
    public void taken(long id, List<Address> to, Instant at) {
        Optional.ofNullable(inFlight.get(id)).flatMap(Due::mailing).ifPresent(mailing -> Database.joined(spool.keep(List.of(new Leaving.Gone(id, mailing.row(), at, mailing.places(to))))));
    }

    private CompletableFuture<?> gone(List<Leaving.Gone> gone) {
        Map<Instant, List<Due>> letters = new TreeMap<>();
        gone.stream().filter(Leaving.Gone::whole).forEach(each -> inFlight(List.of(each.id())).forEach(letter -> letters.computeIfAbsent(each.at(), _ -> new ArrayList<>()).add(letter)));
        List<CompletableFuture<?>> all = new ArrayList<>(List.of(progress.taken(gone, id -> Optional.ofNullable(inFlight.get(id)))));
        letters.forEach((at, some) -> all.add(ended(some, State.SENT, "", at)));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    /// Taken before a crash.
    private CompletableFuture<?> left(List<Leaving.Gone> gone) {
        return database.write(sql -> Leaving.again(sql, gone));
    }

    /// Ends when every letter that the relay took by now stands as sent.
    CompletableFuture<?> arrived() {
        return spool.arrived();
    }

    void close() {
        progress.close();
        spool.close();
    }

    /// These copies of a letter to many will never be taken; the core hears of it.
    ///
    /// @param why what the relay said, and to whose copies
    public void refused(long id, Map<String, List<Address>> why, Instant at) {
        for (Due letter : inFlight(List.of(id))) {
            Mailing mailing = letter.mailing().orElseThrow();
            try {
                progress.wrote(List.of(letter), database.written(sql -> Leaving.refused(sql, letter, why, at)));
            } catch (RuntimeException failed) {
                why.values().forEach(whom -> mailing.reopened(mailing.places(whom)));
                throw failed;
            }
        }
    }

    /// Handed out, but not tried, or not to the end: due as before.
    public synchronized void putBack(Collection<Long> ids) {
        List<Due> letters = inFlight(ids);
        inFlight.keySet().removeAll(ids);
        if (!fresh.back(letters)) fresh.spill();
    }

    /// Not now.
    public void retry(long id, Instant next, String reason) {
        Optional<Due> letter = Optional.ofNullable(inFlight.get(id));
        database.written(sql -> sql.update(OUTBOX)
                .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1)).set(OUTBOX.NEXT_TRY, Columns.time(next)).set(OUTBOX.REASON, reason)
                .where(OUTBOX.ID.eq(id).and(OUTBOX.STATE.eq(State.WAITING.name()))).execute());
        synchronized (this) {
            inFlight.remove(id);
            fresh.again(next);
        }
        letter.ifPresent(known -> ended.ended(known.kind(), State.WAITING, known.written(), next));
    }

    /// Never: the relay refused it for good, or could not be brought to take it in time.
    public void givenUp(long id, String reason, Instant at) {
        end(List.of(id), State.GIVEN_UP, reason, at);
    }

    /// Too late for this letter: it is dropped unsent, with a line in the journal.
    public void expired(long id, Instant at) {
        end(List.of(id), State.EXPIRED, "best before", at);
    }

    private void end(Collection<Long> ids, State state, String reason, Instant at) {
        List<Due> letters = inFlight(ids);
        if (!letters.isEmpty()) Database.joined(ended(letters, state, reason, at));
    }

    private CompletableFuture<?> ended(List<Due> letters, State state, String reason, Instant at) {
        return database.write(sql -> Leaving.end(sql, letters, state, reason, at)).thenApply(ends -> {
            letters.forEach(letter -> inFlight.remove(letter.id()));
            over(ends);
            return ends;
        });
    }

    private void over(Leaving.Ends ends) {
        if (ends.news()) inbox.opened();
        ends.letters().forEach(each -> {
            inFlight.remove(each.letter().id());
            ended.ended(each.letter().kind(), each.state(), each.letter().written(), ends.at());
        });
    }

    /// One that stands as sent is not in flight any more.
    private List<Due> inFlight(Collection<Long> ids) {
        return ids.stream().flatMap(id -> Optional.ofNullable(inFlight.get(id)).stream()).toList();
    }

    // ---- the operator

    /// Stops all sending, also across a restart.
    public void hold(String reason) {
        database.written(sql -> Hold.set(sql, reason));
        held = Optional.of(reason);
    }

    /// Sends again, from this place.
    public void release() {
        database.written(sql -> {
            adopting.accept(sql);
            return Hold.end(sql);
        });
        held = Optional.empty();
        listener.run();
    }

    /// Why sending is held, when it is.
    public Optional<String> held() {
        return held;
    }

    /// The newest letters, the newest first.
    public List<Row> list(Optional<State> state, int limit) {
        return database.read(sql -> Overview.list(sql, state, limit));
    }

    public Optional<Row> row(long id) {
        return database.read(sql -> Overview.one(sql, id));
    }

    /// What is still kept of a letter: its bytes while it waits, then its header alone, and of one that held a secret
    /// nothing (MAIL_RULES 33).
    public Optional<byte[]> kept(long id) {
        return database.read(sql -> Overview.kept(sql, id));
    }

    /// When the relay took letters since then, bulletins and posts left out: a time for each, looked for among the newest.
    public List<Instant> sentSince(Instant since) {
        return database.read(sql -> Overview.sentSince(sql, since));
    }

    /// How many letters wait to leave.
    public int waiting() {
        return database.read(Overview::waiting);
    }

    /// Since when the letter is due whose turn is next.
    public Optional<Instant> oldestDue() {
        return database.read(sql -> Overview.oldestDue(sql, progress.lastTaken()));
    }

    /// How many letters were given up since then.
    public int givenUpSince(Instant since) {
        return database.read(sql -> Overview.givenUpSince(sql, since));
    }
}

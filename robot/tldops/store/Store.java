package tldops.store;

import static tldops.store.jooq.Tables.CASES;
import static tldops.store.jooq.Tables.COUNTED;
import static tldops.store.jooq.Tables.DELEGATE;
import static tldops.store.jooq.Tables.GUEST;
import static tldops.store.jooq.Tables.KEPT;
import static tldops.store.jooq.Tables.LEDGER;
import static tldops.store.jooq.Tables.MEMBER;
import static tldops.store.jooq.Tables.OUTAGE;
import static tldops.store.jooq.Tables.POST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Delegate;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Kept;
import tldops.core.Letter;
import tldops.core.Member;
import tldops.core.Outage;
import tldops.core.Post;
import tldops.core.Registry;
import tldops.core.Rules;

/// Everything the robot keeps, in the data folder: inbox, registry, outbox, journal (DESIGN 1, P4).
///
/// Open it once per process. Its methods may be called by any thread, also by one that is interrupted.
public final class Store implements AutoCloseable {
    /// A decision to be recorded, with what it needs around it.
    ///
    /// @param inbox the row that it settles; 0 when no row led to it
    /// @param letters the decision's letters, worded and turned into bytes
    /// @param evidence what IANA said
    /// @param sender the address of who sent the mail; "" when nobody did
    /// @param messageId of the mail; "" when there is none
    /// @param request the name of the request, for the journal
    /// @param sureness how sure the mail made us of its sender, and why; "" when no mail led to it
    public record Recorded(
            long inbox, Decision decision, List<Composed> letters, List<Authority.Evidence> evidence, Instant at, String sender, String messageId, String request, String sureness) {
        public Recorded(long inbox, Decision decision, List<Composed> letters, List<Authority.Evidence> evidence, Instant at, String sender, String messageId, String request) {
            this(inbox, decision, letters, evidence, at, sender, messageId, request, "");
        }
    }

    /// A letter as it goes out.
    ///
    /// @param envelopeFrom the return path; "" for `<>`
    /// @param own the beginning, headers at least, which is this letter's own
    /// @param rest what others may share
    @SuppressWarnings("ArrayRecordComponent")
    public record Composed(Letter letter, String envelopeFrom, List<Address> recipients, String messageId, byte[] own, byte[] rest) {
        /// @param bytes the whole mail: headers, an empty line, body
        /// @param own how many of them, from the first, are this letter's own. 0 = its headers
        public static Composed of(Letter letter, String envelopeFrom, List<Address> recipients, String messageId, byte[] bytes, int own) {
            int end = Math.max(own, Leaving.headers(bytes));
            return new Composed(letter, envelopeFrom, recipients, messageId, Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length));
        }

        public byte[] bytes() {
            return Leaving.joined(own, rest);
        }

        /// What the letter before has alike is in memory once: a thousand readers of one edition have a thousand times the list.
        public Composed sharing(Composed before) {
            return Arrays.equals(rest, before.rest) ? new Composed(letter, envelopeFrom, recipients, messageId, own, before.rest) : this;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    /// Begins the reason why a copy is held.
    static final String COPIED = "a copy: ";

    private static final Duration KEEP = Duration.ofDays(90);

    private final Duration keep;
    private final Folder folder;
    private final Database database;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Journals journals;
    private final Mailboxes mailboxes;
    private final Heartbeat heartbeat;

    private Store(Folder folder, Database database, Duration keep) {
        this.keep = keep;
        this.folder = folder;
        this.database = database;
        Place here = Place.of(folder.path());
        inbox = new Inbox(database, folder.path());
        outbox = new Outbox(database, folder.path(), inbox, here::adopt);
        journals = new Journals(database);
        mailboxes = new Mailboxes(database);
        heartbeat = new Heartbeat(database);
        settle(here);
    }

    /// A copy receives mail and sends none until the operator says that it is the one to go on.
    private void settle(Place here) {
        Optional<String> strange = here.strange(database);
        if (strange.isEmpty()) {
            if (outbox.held().filter(why -> why.startsWith(Restore.RESTORED)).isEmpty()) database.written(sql -> adopted(here, sql));
            return;
        }
        String reason = COPIED + strange.get() + "; release it only when the original sends no more";
        Optional<String> held = outbox.held();
        if (!copy()) outbox.hold(reason + held.map(why -> " (before: " + why + ")").orElse(""));
        LOG.error("sending is held: {}", outbox.held().orElse(""));
    }

    /// Whether this is a copy of another robot's data that nobody has released yet.
    public boolean copy() {
        return outbox.held().filter(why -> why.startsWith(Restore.RESTORED) || why.startsWith(COPIED)).isPresent();
    }

    private static int adopted(Place here, DSLContext sql) {
        here.adopt(sql);
        return 1;
    }

    /// Opens the data folder; makes it, closed to others, where there is none.
    ///
    /// @throws AlreadyRunning when another robot has it
    /// @throws IllegalStateException when others may look into it
    public static Store open(Path data) {
        return open(data, KEEP);
    }

    /// The same.
    ///
    /// @param keep `store.keep-mail`
    public static Store open(Path data, Duration keep) {
        Folder folder = Folder.take(data);
        try {
            refuseEmptied(folder.path());
            Database database = Database.open(folder.path());
            try {
                return new Store(folder, database, keep);
            } catch (RuntimeException failed) {
                database.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    /// H2 would make a new database without a word where the old one is gone.
    private static void refuseEmptied(Path folder) {
        Path file = folder.resolve(Opening.FILE);
        Path place = folder.resolve(Place.FILE);
        if (Files.exists(place) && (!Files.exists(file) || file.toFile().length() == 0)) {
            throw new IllegalStateException("the database " + file + " is gone or empty, and there was one; put the last backup in its place with: tldops restore FILE. To begin without one remove " + place);
        }
    }

    /// Is told, before anybody who waits for an answer, that the disk failed and nothing can be written any more.
    public void onBroken(Consumer<Throwable> told) {
        database.onBroken(told);
    }

    /// Writes a backup while everything goes on.
    ///
    /// @param force whether a file that is there is replaced
    /// @param verify whether the copy is opened and its journal checked
    /// @param progress told the bytes that are written so far, once a second
    /// @throws IOException with a sentence for the operator
    public Backup.Made backup(Path file, boolean force, boolean verify, LongConsumer progress) throws IOException {
        // what is acknowledged and not in it yet belongs to it; it cannot be waited for when the database is away
        CompletableFuture.allOf(inbox.arrived(), outbox.arrived()).handle((_, _) -> true).completeOnTimeout(true, 10, TimeUnit.SECONDS).join();
        return Backup.write(database, file, force, verify, progress);
    }

    public Inbox inbox() {
        return inbox;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Journals journals() {
        return journals;
    }

    public Mailboxes mailboxes() {
        return mailboxes;
    }

    /// The robot's own id, drawn when it is first asked for; a copy of the data folder has it, too.
    public String robot() {
        return Identity.of(database);
    }

    /// How many transactions were brought to disk, and how long that took in all.
    public record Pace(long groups, Duration spent) {}

    public Pace pace() {
        return new Pace(database.groups(), database.spent());
    }

    /// Clears away what is old: the bytes of mails that are decided, letters that have ended, answers of IANA that no
    /// line of the journal names. On a thread of its own, a little at a time between all other writing.
    public CompletableFuture<Clearing.Cleared> clear(Instant at) {
        return Clearing.start(database, at.minus(keep), at);
    }

    public Heartbeat heartbeat() {
        return heartbeat;
    }

    Database database() {
        return database;
    }

    /// Records these decisions in one transaction, all or none; when it returns they are on disk.
    ///
    /// @throws RuntimeException when nothing of it was recorded
    public void record(List<Recorded> batch) {
        record(batch, Map.of());
    }

    /// The same; the raw bytes of the rows that these numbers name are replaced in the same transaction by a copy
    /// without secrets (MAIL_RULES 33). The hash of the original stays.
    public void record(List<Recorded> batch, Map<Long, byte[]> masked) {
        outbox.written(database.written(sql -> {
            List<Outbox.Due> letters = Recording.record(sql, batch);
            Inbox.mask(sql, masked);
            Erasing.erase(sql, batch.stream().flatMap(recorded -> recorded.decision().changes().stream()).toList());
            return letters;
        }));
    }

    /// Returns when all that was acknowledged, and all that the relay took, stands in the tables.
    public void settle() {
        outbox.arrived().join();
        inbox.arrived().join();
    }

    /// The membership as it was recorded last.
    public Registry load(Rules rules) {
        List<Change> changes = new ArrayList<>();
        database.read(sql -> {
            sql.select(MEMBER.DOCUMENT).from(MEMBER).orderBy(MEMBER.TURN).forEach(row -> changes.add(new Change.MemberSaved(Documents.read(row.value1(), Member.class))));
            sql.select(CASES.DOCUMENT).from(CASES).orderBy(CASES.TURN).forEach(row -> changes.add(new Change.CaseSaved(Documents.read(row.value1(), Case.class))));
            sql.select(COUNTED.WHAT, COUNTED.HAPPENED).from(COUNTED).orderBy(COUNTED.TURN).forEach(row -> changes.add(new Change.Counted(row.value1(), row.value2())));
            sql.selectFrom(LEDGER).forEach(row -> changes.add(new Change.DutyDone(Event.Duty.valueOf(row.getDuty()), row.getPeriod(), row.getDone())));
            sql.select(OUTAGE.BEGAN, OUTAGE.ENDED).from(OUTAGE).orderBy(OUTAGE.TURN).forEach(row -> changes.add(new Change.Missed(new Outage(row.value1(), row.value2()))));
            sql.select(GUEST.DOCUMENT).from(GUEST).orderBy(GUEST.TURN).forEach(row -> changes.add(new Change.GuestSaved(Documents.read(row.value1(), Guest.class))));
            sql.select(DELEGATE.DOCUMENT).from(DELEGATE).orderBy(DELEGATE.TURN).forEach(row -> changes.add(new Change.DelegateSaved(Documents.read(row.value1(), Delegate.class))));
            sql.select(POST.DOCUMENT).from(POST).orderBy(POST.TURN).forEach(row -> changes.add(new Change.PostSaved(Documents.read(row.value1(), Post.class))));
            sql.select(KEPT.DOCUMENT).from(KEPT).orderBy(KEPT.TURN).forEach(row -> changes.add(new Change.KeptSaved(Documents.read(row.value1(), Kept.class))));
            return changes;
        });
        Registry registry = new Registry(rules);
        registry.apply(changes);
        return registry;
    }

    /// Ends when all that was asked for is on disk.
    @Override
    public void close() {
        inbox.close();
        outbox.close();
        database.close();
        folder.close();
    }
}

package tldops.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far the letters to many have come: known here at once, written into the database a few times a second.
/// That the relay took a copy is on disk before (`leaving`); one write for hundreds of copies is what makes thousands a second possible.
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final long PAUSE_MILLIS = 200;
    private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, task -> Thread.ofVirtual().name("store-progress").start(task));

    private final Database database;
    private final Consumer<Leaving.Ends> told;
    /// Of which the database knows less.
    private final Map<Long, Mailing> ahead = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile Instant lastTaken = Instant.MIN;
    private Map<Long, Outbox.Due> behind = new LinkedHashMap<>();
    private Instant at = Instant.MIN;
    private CompletableFuture<Object> written = new CompletableFuture<>();

    /// @param told of what was written
    Progress(Database database, Consumer<Leaving.Ends> told) {
        this.database = database;
        this.told = told;
    }

    /// The relay has these copies; it is on disk, not in the database. The future ends when it is there, too.
    ///
    /// @param letters the rows that are handed out; what it took of another one stands in the table
    CompletableFuture<?> taken(List<Leaving.Gone> gone, LongFunction<Optional<Outbox.Due>> letters) {
        List<Outbox.Due> some = new ArrayList<>();
        for (Leaving.Gone each : gone) {
            if (each.whole()) continue;
            letters.apply(each.id()).ifPresent(letter -> {
                ahead.compute(letter.id(), (_, _) -> taken(letter.mailing().orElseThrow(), each.places()));
                some.add(letter);
            });
            lastTaken = each.at();
        }
        return soon(some, lastTaken);
    }

    private static Mailing taken(Mailing mailing, List<Integer> places) {
        mailing.taken(places);
        return mailing;
    }

    /// When a copy was taken last.
    Instant lastTaken() {
        return lastTaken;
    }

    /// How far those rows have come of which the database knows less.
    Map<Long, Mailing> ahead() {
        return ahead;
    }

    /// The database was told of these.
    void wrote(List<Outbox.Due> letters, Leaving.Ends ends) {
        letters.forEach(letter -> ahead.computeIfPresent(letter.id(), (_, mailing) -> mailing.behind() ? mailing : null));
        ends.letters().forEach(each -> ahead.remove(each.letter().id()));
        told.accept(ends);
    }

    private synchronized CompletableFuture<?> soon(Collection<Outbox.Due> letters, Instant when) {
        if (letters.isEmpty()) return CompletableFuture.completedFuture(true);
        if (behind.isEmpty()) LATER.execute(this::write);
        letters.forEach(letter -> behind.put(letter.id(), letter));
        if (when.isAfter(at)) at = when;
        return written;
    }

    private void write() {
        List<Outbox.Due> letters;
        Instant when;
        CompletableFuture<Object> done;
        synchronized (this) {
            letters = new ArrayList<>(behind.values());
            when = at;
            done = written;
            behind = new LinkedHashMap<>();
            written = new CompletableFuture<>();
        }
        write(letters, when, done);
    }

    /// Again and again while the database is away: nobody else remembers what is to be written.
    private void write(List<Outbox.Due> letters, Instant when, CompletableFuture<Object> done) {
        var _ = database.write(sql -> Leaving.progress(sql, letters, when)).whenComplete((ends, failed) -> {
            if (failed == null) {
                wrote(letters, ends);
                done.complete(true);
            } else if (closed) {
                done.completeExceptionally(failed);
            } else {
                LOG.warn("how far {} rows of letters have come waits for the database: {}", letters.size(), failed.getMessage());
                LATER.execute(() -> write(letters, when, done));
            }
        });
    }

    /// From now on nothing is tried again.
    void close() {
        closed = true;
    }
}

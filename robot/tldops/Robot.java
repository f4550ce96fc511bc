package tldops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Decide;
import tldops.core.Event;
import tldops.core.Need;
import tldops.core.Outage;
import tldops.core.Registry;
import tldops.core.Rules;
import tldops.store.Inbox;
import tldops.store.Store;
import tldops.store.Unavailable;

/// The walk: inbox row, read, look up, decide, record, outbox row. Rows are read ahead and looked up on many
/// virtual threads; one thread decides, and it alone knows the registry.
public final class Robot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Robot.class);
    private static final int TOGETHER = 100;
    private static final int AHEAD = 500;
    /// Of mails that are read, waited for or recorded together: what they hold in memory is bounded, whatever their number.
    private static final int BYTES = 64 * 1024 * 1024;

    private final Store store;
    private final Decider decider;
    private final Ahead ahead;
    private final LookUps lookUps;
    private final Inquiries inquiries;
    private final Supplier<Instant> clock;
    private final Timekeeper time;
    private final Errands errands = new Errands();
    private final TreeMap<Long, Turn> line = new TreeMap<>();
    private final Agenda agenda;
    private final List<CompletableFuture<Void>> settling = new ArrayList<>();
    private volatile CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
    private long fetched;
    private boolean allFetched;
    private boolean closed;

    /// Loads the registry; [#start] begins to walk.
    public Robot(Store store, Rules rules, Rooms rooms, Rooms.Limits limits, Timekeeper time) {
        this(store, rules, rooms, limits, time, new Decider.Core((registry, read) -> read.need(registry), registry -> (event, at) -> Decide.on(registry, event, at)));
    }

    Robot(Store store, Rules rules, Rooms rooms, Rooms.Limits limits, Timekeeper time, Decider.Core core) {
        this.store = store;
        this.time = time;
        clock = rooms.clock();
        decider = new Decider(store, rules, core, rooms.composing(), rooms.clock(), rooms.chance());
        ahead = new Ahead(store.inbox(), rooms.reading(), rooms.masking(), limits.reading(), Ahead.Room.of(BYTES / 1024));
        lookUps = new LookUps(rooms.lookUp(), limits.lookUp(), limits.unreachable());
        inquiries = Inquiries.of(store.inbox(), lookUps, rooms, limits);
        agenda = new Agenda((need, told) -> lookUps.start(need, answer -> errands.add(() -> told.accept(answer))));
    }

    /// Has this told of every decision that was recorded, and when the mail that led to it arrived. Must not block.
    void onDecided(BiConsumer<Store.Recorded, Optional<Instant>> told) {
        decider.onDecided(told);
    }

    public void start() {
        store.inbox().onOpened(number -> errands.add(() -> fetched = Math.min(fetched, number - 1)));
        ended = CompletableFuture.runAsync(this::run, task -> Thread.ofPlatform().name("decider").start(task));
    }

    // ---- from other threads

    /// Does a duty behind all mail that is in the inbox now, as soon as nothing holds it back; nothing when the ledger has
    /// it for that period.
    public CompletableFuture<Void> duty(Event.Duty duty, String period) {
        return duty(duty, period, Optional.empty());
    }

    /// @param at as if it were then, though never before now; empty: when it is done
    public CompletableFuture<Void> duty(Event.Duty duty, String period, Optional<Instant> at) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        // a mail that is acknowledged comes before it, though it may not be a row yet
        var _ = store.inbox().arrived().whenComplete((_, _) -> errands.add(() -> {
            try {
                agenda.add(new Agenda.Due(duty, period, at, newest(), done));
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        }));
        // never more than is old by now, whatever time the duty is done for
        return duty == Event.Duty.HOUSEKEEPING ? done.thenCompose(_ -> store.clear(clock.get()).thenAccept(_ -> {})) : done;
    }

    /// Asks the registry between two decisions. The answer must not hold on to the registry itself.
    public <T> CompletableFuture<T> ask(Function<Registry, T> question) {
        return errands.soon(() -> question.apply(decider.registry()));
    }

    private long newest() {
        return store.inbox().list(Optional.empty(), 1).stream().mapToLong(Inbox.Row::id).findFirst().orElse(0);
    }

    /// Decides and records something that no row of the inbox tells of; answers with the event.
    public CompletableFuture<Event> tell(Event event) {
        return errands.soon(() -> {
            decider.refresh();
            decider.tell(event);
            return event;
        });
    }

    /// Why a duty would have to wait now; empty when it would not (SPEC 1.10).
    public CompletableFuture<Optional<String>> holdsBack(Event.Duty duty) {
        return ask(registry -> time.holdsBack(duty, registry));
    }

    /// Returns when all that came in is decided, but for what waits for IANA or the DNS to come back.
    public void settle() {
        store.settle();
        CompletableFuture<Void> settled = new CompletableFuture<>();
        errands.add(() -> settling.add(settled));
        settled.join();
    }

    @Override
    public void close() {
        errands.add(() -> closed = true);
        // also for one who is interrupted
        ended.join();
        settling.forEach(settled -> settled.cancel(false));
        agenda.cancel();
    }

    // ---- the decider's thread

    private void run() {
        boolean moved = true;
        while (!closed) {
            try {
                if (!moved) errands.await();
                errands.run();
                moved = !closed && walk();
                if (!moved) settled();
            } catch (Unavailable gone) {
                LOG.error("nothing can be recorded; trying again", gone);
                moved = false;
            } catch (RuntimeException | Error bug) {
                LOG.error("a step failed; the walk goes on", bug);
                moved = false;
            }
        }
    }

    /// @return whether anything moved
    private boolean walk() {
        decider.refresh();
        boolean moved = missed() || fetch();
        boolean doubted = time.doubt().isPresent();
        List<Turn> decided = new ArrayList<>();
        Map<Long, Throwable> failed = new TreeMap<>();
        Set<Object> held = new HashSet<>();
        for (Turn turn : line.values()) {
            if (decided.size() == TOGETHER || Turn.bytes(decided) > BYTES || !failed.isEmpty()) break;
            if (turn.step() instanceof Turn.Step.Clock) {
                // only what changes nothing is decided meanwhile, so it may be overtaken
                if (doubted) continue;
                turn.unread();
                read(turn.row());
            }
            Optional<Set<Object>> keys = turn.keys(decider.registry());
            if (keys.isEmpty()) break;
            if (held.stream().noneMatch(keys.get()::contains)) {
                try {
                    if (step(turn, doubted)) {
                        decided.add(turn);
                        // what waited for the clock goes first
                        if (doubted && time.doubt().isEmpty()) break;
                        continue;
                    }
                } catch (Unavailable gone) {
                    throw gone;
                } catch (RuntimeException | Error broken) {
                    failed.put(turn.id(), broken);
                }
            }
            if (!(turn.step() instanceof Turn.Step.Clock)) held.addAll(keys.get());
        }
        failed.putAll(decider.record());
        decided.forEach(turn -> line.remove(turn.id()));
        failed.forEach(this::aside);
        return agenda.walk(line, allFetched ? Long.MAX_VALUE : fetched, time, decider) || moved || !decided.isEmpty() || !failed.isEmpty();
    }

    /// The days that are lost are known before the next deadline.
    private boolean missed() {
        List<Outage> missed = time.missed();
        for (Outage outage : missed) decider.tell(new Event.Missed(outage));
        time.noted(missed);
        return !missed.isEmpty();
    }

    private boolean fetch() {
        List<Turn> inLine = line.values().stream().filter(turn -> !turn.later()).toList();
        long bytes = Turn.bytes(inLine);
        allFetched = false;
        if (inLine.size() >= AHEAD || bytes > BYTES) return false;
        int free = AHEAD - inLine.size();
        List<Inbox.Row> rows = store.inbox().waiting(fetched, free);
        allFetched = rows.size() < free;
        for (Inbox.Row row : rows) {
            allFetched &= bytes <= BYTES;
            if (bytes > BYTES) break;
            bytes += row.size();
            fetched = row.id();
            if (line.putIfAbsent(row.id(), new Turn(row)) == null) read(row);
        }
        return !rows.isEmpty();
    }

    private void read(Inbox.Row row) {
        ahead.start(row, (_, read) -> errands.add(() -> wasRead(row, read)), (_, failed) -> errands.add(() -> Optional.ofNullable(line.get(row.id())).ifPresent(turn -> turn.broken(failed))));
    }

    private void wasRead(Inbox.Row row, Read read) {
        Turn turn = line.get(row.id());
        if (turn == null) return;
        boolean first = turn.keys(decider.registry()).isEmpty();
        Optional<Instant> next = row.nextTry().filter(time -> first && time.isAfter(clock.get()));
        if (next.isPresent()) turn.later(read, next.get(), decider.need(read).tlds());
        else if (read instanceof Read.Written written && read.awaited()) {
            turn.judging(read);
            inquiries.judge(row, written, judged -> errands.add(() -> inquiries.judged(turn, judged, decider.need(judged))));
        } else turn.ready(read, LookUps.Answer.NOTHING);
    }

    /// @return whether it is decided
    private boolean step(Turn turn, boolean doubted) {
        switch (turn.step()) {
            case Turn.Step.Unread(), Turn.Step.Asking(), Turn.Step.Clock() -> { }
            case Turn.Step.Broken(var why) -> throw new CompletionException(why);
            case Turn.Step.Later(var next, _) -> {
                if (next.isAfter(clock.get())) return false;
                turn.unread();
                read(turn.row());
            }
            case Turn.Step.Ready(var read, _) when doubted && !read.onlyReads() -> forClock(turn);
            case Turn.Step.Ready(var read, var answer) -> {
                if (read instanceof Read.Ordered(Event.Order.AcceptClock(var seen), _)) time.accept(seen);
                Need need = decider.need(read);
                if (doubted && time.doubt().isPresent()) {
                    if (decider.decideQuietly(turn.id(), read, answer.facts(), need)) return true;
                    forClock(turn);
                    return false;
                }
                if (answer.covers(need)) {
                    decider.decide(turn.id(), read, answer.facts(), need);
                    return true;
                }
                turn.asking();
                lookUps.start(need, given -> errands.add(() -> {
                    if (inquiries.answered(turn, read, given)) decider.differs(given.facts());
                }));
            }
        }
        return false;
    }

    private void forClock(Turn turn) {
        turn.clock();
        store.inbox().waits(turn.id(), "the clock is in doubt");
    }

    /// A bug: this mail alone waits for the operator, the others go on (DESIGN 6).
    private void aside(long id, Throwable failed) {
        Throwable why = failed instanceof CompletionException read && read.getCause() != null ? read.getCause() : failed;
        LOG.error("inbox={} set aside: {}", id, why.getClass().getName());
        store.inbox().aside(id, Decider.stack(why));
        line.remove(id);
    }

    private void settled() {
        boolean busy = !errands.none() || agenda.asking() || line.values().stream().anyMatch(turn -> turn.step() instanceof Turn.Step.Unread || turn.step() instanceof Turn.Step.Asking);
        if (busy) return;
        settling.forEach(done -> done.complete(null));
        settling.clear();
    }
}

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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Decide;
import tldops.core.Event;
import tldops.core.Need;
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
    private static final int READ_AT_ONCE = 32;

    private final Store store;
    private final Decider decider;
    private final Ahead ahead;
    private final LookUps lookUps;
    private final Supplier<Instant> clock;
    private final LinkedBlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final TreeMap<Long, Turn> line = new TreeMap<>();
    private final Agenda agenda = new Agenda();
    private final List<CompletableFuture<Void>> settling = new ArrayList<>();
    private final Thread thread;
    private long fetched;
    private boolean allFetched;
    private boolean closed;

    /// Loads the registry; [#start] begins to walk.
    public Robot(Store store, Rules rules, Rooms rooms, Rooms.Limits limits) {
        this(store, rules, rooms, limits, new Decider.Core((registry, read) -> read.need(registry), registry -> (event, at) -> Decide.on(registry, event, at)));
    }

    Robot(Store store, Rules rules, Rooms rooms, Rooms.Limits limits, Decider.Core core) {
        this.store = store;
        clock = rooms.clock();
        decider = new Decider(store, rules, core, rooms.composing(), rooms.clock(), rooms.chance());
        ahead = new Ahead(store.inbox(), rooms.reading(), rooms.masking(), limits.reading(), new Semaphore(READ_AT_ONCE));
        lookUps = new LookUps(rooms.lookUp(), limits.lookUp(), limits.unreachable());
        thread = Thread.ofPlatform().name("decider").unstarted(this::run);
    }

    /// Has this told of every decision that was recorded, and when the mail that led to it arrived. Must not block.
    void onDecided(BiConsumer<Store.Recorded, Optional<Instant>> told) {
        decider.onDecided(told);
    }

    public void start() {
        store.inbox().onOpened(lowest -> mailbox.add(() -> fetched = Math.min(fetched, lowest - 1)));
        thread.start();
    }

    // ---- from other threads

    /// Does a duty behind all mail that is in the inbox now; nothing when the ledger has it for that period.
    public CompletableFuture<Void> duty(Event.Duty duty, String period) {
        return duty(duty, period, clock.get());
    }

    /// The same as if it were `at`.
    public CompletableFuture<Void> duty(Event.Duty duty, String period, Instant at) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        mailbox.add(() -> {
            try {
                long newest = store.inbox().list(Optional.empty(), 1).stream().mapToLong(Inbox.Row::id).findFirst().orElse(0);
                agenda.add(new Agenda.Due(duty, period, at, newest, done));
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        });
        return done;
    }

    /// Asks the registry between two decisions. The answer must not hold on to the registry itself.
    public <T> CompletableFuture<T> ask(Function<Registry, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        mailbox.add(() -> {
            try {
                answer.complete(question.apply(decider.registry()));
            } catch (RuntimeException failed) {
                answer.completeExceptionally(failed);
            }
        });
        return answer;
    }

    /// Returns when all that came in is decided, but for what waits for IANA to come back.
    public void settle() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        mailbox.add(() -> settling.add(settled));
        settled.join();
    }

    @Override
    public void close() {
        mailbox.add(() -> closed = true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        settling.forEach(settled -> settled.cancel(false));
        agenda.cancel();
        if (interrupted) Thread.currentThread().interrupt();
    }

    // ---- the decider's thread

    private void run() {
        boolean moved = true;
        while (!closed) {
            try {
                if (!moved) await();
                for (Runnable next = mailbox.poll(); next != null; next = mailbox.poll()) next.run();
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

    /// Until something happens; when only time can bring something about, for a moment at most.
    private void await() {
        try {
            Runnable next = mailbox.poll(1, TimeUnit.SECONDS);
            if (next != null) next.run();
        } catch (InterruptedException stray) {
            LOG.debug("interrupted", stray);
        }
    }

    /// @return whether anything moved
    private boolean walk() {
        decider.refresh();
        boolean moved = fetch();
        List<Turn> decided = new ArrayList<>();
        Map<Long, Throwable> failed = new TreeMap<>();
        Set<Object> held = new HashSet<>();
        for (Turn turn : line.values()) {
            if (decided.size() == TOGETHER || !failed.isEmpty()) break;
            Optional<Set<Object>> keys = turn.keys(decider.registry());
            if (keys.isEmpty()) break;
            if (held.stream().noneMatch(keys.get()::contains)) {
                try {
                    if (step(turn)) {
                        decided.add(turn);
                        continue;
                    }
                } catch (Unavailable gone) {
                    throw gone;
                } catch (RuntimeException | Error broken) {
                    failed.put(turn.id(), broken);
                }
            }
            held.addAll(keys.get());
        }
        failed.putAll(decider.record());
        decided.forEach(turn -> line.remove(turn.id()));
        failed.forEach(this::aside);
        return duty() || moved || !decided.isEmpty() || !failed.isEmpty();
    }

    private boolean fetch() {
        long inLine = line.values().stream().filter(turn -> !turn.later()).count();
        allFetched = false;
        if (inLine >= AHEAD) return false;
        int free = AHEAD - (int) inLine;
        List<Inbox.Row> rows = store.inbox().waiting(fetched, free);
        allFetched = rows.size() < free;
        for (Inbox.Row row : rows) {
            fetched = row.id();
            if (line.putIfAbsent(row.id(), new Turn(row)) == null) read(row);
        }
        return !rows.isEmpty();
    }

    private void read(Inbox.Row row) {
        ahead.start(row, (_, read) -> mailbox.add(() -> wasRead(row, read)), (_, failed) -> mailbox.add(() -> Optional.ofNullable(line.get(row.id())).ifPresent(turn -> turn.broken(failed))));
    }

    private void wasRead(Inbox.Row row, Read read) {
        Turn turn = line.get(row.id());
        if (turn == null) return;
        boolean first = turn.keys(decider.registry()).isEmpty();
        Optional<Instant> next = row.nextTry().filter(time -> first && time.isAfter(clock.get()));
        if (next.isPresent()) turn.later(read, next.get());
        else turn.ready(read, LookUps.Answer.NOTHING);
    }

    /// @return whether it is decided
    private boolean step(Turn turn) {
        switch (turn.step()) {
            case Turn.Step.Unread() -> { }
            case Turn.Step.Asking() -> { }
            case Turn.Step.Broken(var why) -> throw new CompletionException(why);
            case Turn.Step.Later(var next) -> {
                if (next.isAfter(clock.get())) return false;
                turn.unread();
                read(turn.row());
            }
            case Turn.Step.Ready(var read, var answer) -> {
                Need need = decider.need(read);
                if (answer.covers(need)) {
                    decider.decide(turn.id(), read, answer.facts(), need);
                    return true;
                }
                turn.asking();
                lookUps.start(need, given -> mailbox.add(() -> answered(turn, read, given)));
            }
        }
        return false;
    }

    private void answered(Turn turn, Read read, LookUps.Answer answer) {
        Instant now = clock.get();
        Optional<Instant> again = answer.failure().flatMap(_ -> lookUps.again(turn.askedFirst(now), now));
        if (again.isEmpty()) {
            turn.ready(read, answer);
            return;
        }
        turn.later(read, again.get());
        store.inbox().later(turn.id(), now, again.get(), answer.failure().orElse(""));
    }

    /// A bug: this mail alone waits for the operator, the others go on (DESIGN 6).
    private void aside(long id, Throwable failed) {
        Throwable why = failed instanceof CompletionException read && read.getCause() != null ? read.getCause() : failed;
        LOG.error("inbox={} set aside: {}", id, why.getClass().getName());
        store.inbox().aside(id, Decider.stack(why));
        line.remove(id);
    }

    private boolean duty() {
        Optional<Agenda.Due> due = agenda.next(line, allFetched ? Long.MAX_VALUE : fetched);
        due.ifPresent(next -> {
            try {
                decider.refresh();
                decider.duty(next.duty(), next.period(), next.at());
                if (next.duty() == Event.Duty.HOUSEKEEPING) clear(next);
                else next.done().complete(null);
            } catch (Unavailable gone) {
                agenda.add(next);
                throw gone;
            } catch (RuntimeException | Error failed) {
                LOG.error("duty {} {} failed", next.duty(), next.period(), failed);
                next.done().completeExceptionally(failed);
            }
        });
        return due.isPresent();
    }

    /// Never more than is old by now, whatever time the duty is done for.
    private void clear(Agenda.Due due) {
        Instant now = clock.get();
        store.clear(due.at().isBefore(now) ? due.at() : now).whenComplete((_, failed) -> {
            if (failed != null) LOG.error("duty {} {} failed", due.duty(), due.period(), failed);
            if (failed == null) due.done().complete(null);
            else due.done().completeExceptionally(failed);
        });
    }

    private void settled() {
        boolean busy = !mailbox.isEmpty() || line.values().stream().anyMatch(turn -> turn.step() instanceof Turn.Step.Unread || turn.step() instanceof Turn.Step.Asking);
        if (busy) return;
        settling.forEach(done -> done.complete(null));
        settling.clear();
    }
}

package tldops.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries the due letters of the outbox to the relay, again and again until they are sent, given up or of no more
/// use (`send.retries`, best-before), and stops when there are far too many of them (`breaker`, L10).
public final class Postman implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /// How much is sent at once.
    ///
    /// @param lines letters on their way at the same time
    /// @param batch letters fetched from the outbox at once
    /// @param breaker letters an hour, bulletins and posts left out, before sending is held
    public record Settings(int lines, int batch, int breaker, Retries retries) {
        public static final Settings DEFAULT = new Settings(4, 200, 2000, Retries.DEFAULT);
    }

    private final Outgoing outgoing;
    private final Courier courier;
    private final Settings settings;
    private final Supplier<Instant> now;
    private final Consumer<String> alarm;

    /// One round at a time, whoever asks for it.
    private final ReentrantLock round = new ReentrantLock();
    private Duration relayPause = Duration.ZERO;
    private Instant relayBack = Instant.MIN;
    private final Breaker breaker;
    private boolean wasHeld;
    private volatile Optional<Away> away = Optional.empty();

    /// @param reason what the relay said, or why it could not be reached
    public record Away(Instant since, String reason) {}

    private final ReentrantLock state = new ReentrantLock();
    private final Condition changed = state.newCondition();
    private long woken;
    private long settled = -1;
    private volatile boolean closing;
    private final List<Thread> runner = new ArrayList<>();

    /// @param alarm told, in a sentence for the operator, when the breaker holds sending or the relay is away
    public Postman(Outgoing outgoing, Courier courier, Settings settings, Supplier<Instant> now, Consumer<String> alarm) {
        this.outgoing = outgoing;
        this.courier = courier;
        this.settings = settings;
        this.now = now;
        this.alarm = alarm;
        breaker = new Breaker(outgoing.sentSince());
    }

    /// Begins to send by itself.
    public void start() {
        outgoing.listen().accept(this::wake);
        state.lock();
        try {
            runner.add(Thread.ofPlatform().name("post").start(this::run));
        } finally {
            state.unlock();
        }
    }

    /// New letters may stand in the outbox, sending was released, or the clock was moved.
    public void wake() {
        state.lock();
        try {
            woken++;
            changed.signalAll();
        } finally {
            state.unlock();
        }
    }

    /// How many letters, bulletins and posts left out, the relay has taken within the last hour.
    public int lastHour() {
        return breaker.lastHour(now.get());
    }

    /// Since when the relay is away, when it is.
    public Optional<Away> away() {
        return away;
    }

    /// Does one round: every letter due now, up to a batch, is tried once.
    ///
    /// @return how many letters were dealt with; 0 = nothing can be done at this moment
    public int pump() {
        round.lock();
        try {
            return closing ? 0 : round(now.get());
        } finally {
            round.unlock();
        }
    }

    private int round(Instant at) {
        boolean held = outgoing.held().getAsBoolean();
        // the operator has released what the breaker held: the letters sent until now are forgiven
        if (wasHeld && !held) breaker.forgive(at);
        wasHeld = held;
        if (held || at.isBefore(relayBack)) return 0;
        // while the relay is away one letter finds out whether it is back
        List<Due> letters = outgoing.due().upTo(at, relayPause.isZero() ? settings.batch : 1);
        Set<Long> open = letters.stream().map(Due::id).collect(Collectors.toCollection(LinkedHashSet::new));
        try {
            List<Due> fresh = new ArrayList<>();
            for (Due letter : letters) {
                if (letter.bestBefore().isAfter(at)) {
                    fresh.add(letter);
                    continue;
                }
                outgoing.expired().accept(letter.id(), at);
                open.remove(letter.id());
            }
            int before = open.size();
            Optional<String> away = new Trip(outgoing, courier, settings, now, () -> closing, open::remove, breaker::sent).carry(allowed(fresh, at));
            relay(away, open.size() < before);
            return letters.size() - open.size();
        } finally {
            if (!open.isEmpty()) outgoing.putBack().accept(List.copyOf(open));
        }
    }

    private List<Due> allowed(List<Due> letters, Instant at) {
        long counted = letters.stream().filter(letter -> !letter.bulletin()).count();
        if (counted == 0) return letters;
        int left = settings.breaker - breaker.lastHour(at);
        if (counted <= left) return letters;
        outgoing.hold().accept("breaker");
        wasHeld = true;
        alarm.accept("more than " + settings.breaker + " letters within an hour: sending is held until it is released");
        List<Due> some = new ArrayList<>();
        for (Due letter : letters) {
            if (letter.bulletin()) continue;
            if (left-- <= 0) break;
            some.add(letter);
        }
        return some;
    }

    private void relay(Optional<String> away, boolean carried) {
        if (carried && !relayPause.isZero()) LOG.info("post: the relay is back");
        if (carried) {
            relayPause = Duration.ZERO;
            this.away = Optional.empty();
        }
        if (carried || away.isEmpty()) return;
        String reason = away.get();
        this.away = Optional.of(new Away(this.away.map(Away::since).orElseGet(now), reason));
        if (relayPause.isZero()) alarm.accept("the relay is away: " + reason);
        // said as long as the pauses grow; a relay that is away for days would fill the log
        if (relayPause.compareTo(LONGEST_PAUSE) < 0) LOG.warn("post: the relay is away: {}", reason);
        Duration twice = relayPause.isZero() ? PAUSE : relayPause.multipliedBy(2);
        relayPause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        relayBack = now.get().plus(relayPause);
    }

    private void run() {
        while (!closing) {
            long seen = seen();
            int carried = 0;
            try {
                carried = pump();
            } catch (RuntimeException | Error fault) {
                LOG.error("post: a round failed; its letters stay in the outbox", fault);
            }
            if (carried == 0) rest(seen);
        }
    }

    private long seen() {
        state.lock();
        try {
            return woken;
        } finally {
            state.unlock();
        }
    }

    /// Until new letters come; at least once a second the outbox is asked whether a retry has become due.
    private void rest(long seen) {
        state.lock();
        try {
            settled = seen;
            changed.signalAll();
            long left = PAUSE.toNanos();
            while (woken == seen && !closing && left > 0) left = changed.awaitNanos(left);
        } catch (InterruptedException stop) {
            closing = true;
        } finally {
            state.unlock();
        }
    }

    /// Waits until everything that can be sent at this moment has been sent. Only for a postman that was started.
    ///
    /// @return false when that took longer than `most`
    public boolean settle(Duration most) throws InterruptedException {
        wake();
        state.lock();
        try {
            long asked = woken;
            long left = most.toNanos();
            while (settled < asked && left > 0) left = changed.awaitNanos(left);
            return settled >= asked;
        } finally {
            state.unlock();
        }
    }

    /// Ends when the letters on their way have arrived and are recorded; the others stay in the outbox.
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            for (Thread thread : runner) thread.join(TimeUnit.MINUTES.toMillis(2));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        courier.close();
    }
}

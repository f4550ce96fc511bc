package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.clock.Clock;
import tldops.core.ClockFault;
import tldops.core.Event;
import tldops.store.Heartbeat;
import tldops.store.Unavailable;

/// Once a minute: is there room for mail, is the clock to be believed, do the duties run? When all is well a heartbeat is
/// kept for the next start (SPEC 1.10, L31).
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String DATABASE = "the database can not be written";

    private final Timekeeper time;
    private final Heartbeat heartbeat;
    private final Robot robot;
    private final Map<String, BooleanSupplier> inflow;
    private final Duties duties;
    private final ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("pulse").daemon().factory());
    private volatile Optional<Instant> last;
    private String told = "";
    private boolean doubted;
    private Optional<String> stuck = Optional.empty();

    /// What it looks after.
    ///
    /// @param late the duties whose next run lies before that time
    /// @param planAnew after the wall clock was set
    record Duties(Function<Instant, List<Clock.Next>> late, Runnable planAnew) {
        static Duties of(Optional<Clock> clock) {
            return new Duties(then -> clock.map(running -> running.late(then)).orElse(List.of()), () -> clock.ifPresent(Clock::planAnew));
        }
    }

    /// @param inflow whether mail can come in, by what hinders it when it can not
    Pulse(Timekeeper time, Heartbeat heartbeat, Robot robot, Map<String, BooleanSupplier> inflow, Duties duties) {
        this.time = time;
        this.heartbeat = heartbeat;
        this.robot = robot;
        this.inflow = inflow;
        this.duties = duties;
        last = heartbeat.last();
    }

    void start() {
        var _ = beating.scheduleWithFixedDelay(this::beat, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// When all was well the last time.
    Optional<Instant> last() {
        return last;
    }

    /// What is wrong with the clock or with the duties, in words for the operator.
    synchronized Optional<String> trouble() {
        return stuck;
    }

    synchronized void beat() {
        try {
            inflow.forEach((cause, open) -> {
                if (open.getAsBoolean()) time.inflow().open(cause);
                else time.inflow().shut(cause);
            });
            watch();
            time.doubt().ifPresent(this::doubted);
            if (time.doubt().isEmpty()) believed();
        } catch (RuntimeException | Error failed) {
            LOG.error("the pulse failed; it goes on", failed);
        }
    }

    private void watch() {
        Optional<String> found = stuck();
        found.filter(_ -> stuck.isEmpty()).ifPresent(LOG::error);
        stuck = found;
    }

    /// A working clock has no run in the past (L31).
    private Optional<String> stuck() {
        try {
            return duties.late().apply(Instant.now().minus(PAUSE)).stream().findFirst()
                    .map(late -> "the duty " + late.duty() + " should have run at " + late.at().map(Instant::toString).orElse("?") + " and did not; start the robot anew");
        } catch (IllegalStateException broken) {
            return Optional.of("no duty runs: " + broken.getMessage() + "; start the robot anew");
        }
    }

    private void doubted(ClockFault doubt) {
        if (!doubted) LOG.error("{}", words(doubt));
        doubted = true;
        String occurrence = last.map(Instant::toString).orElse("first");
        if (told.equals(occurrence)) return;
        robot.tell(new Event.ClockDoubted(occurrence, doubt)).join();
        told = occurrence;
    }

    private void believed() {
        if (doubted) {
            LOG.info("the clock is believed again");
            // their next runs were planned by the other clock
            duties.planAnew().run();
        }
        doubted = false;
        // a heartbeat says that all is well; while the database is away the last one tries whether it is back
        if (time.allIsWell()) keep(time.now());
        else if (time.inflow().causes().equals(DATABASE)) last.ifPresent(this::keep);
    }

    private void keep(Instant now) {
        try {
            heartbeat.beat(now);
            last = Optional.of(now);
            time.inflow().open(DATABASE);
        } catch (Unavailable gone) {
            time.inflow().shut(DATABASE);
            LOG.error("no heartbeat can be kept: {}", gone.getMessage());
        }
    }

    static String words(ClockFault doubt) {
        return switch (doubt.kind()) {
            case JUMP -> "the clock is in doubt: it jumped to " + doubt.shown() + " where " + doubt.expected() + " was expected";
            case GAP -> "the clock is in doubt: it showed " + doubt.shown() + " at start, and the robot was last seen alive at " + doubt.expected();
            case BACK -> "the clock is in doubt: it showed " + doubt.shown() + " at start, which is before the robot was last seen alive at " + doubt.expected();
        } + "; no duty runs until it is right, or until `tldops clock accept`";
    }

    /// One last heartbeat: until now mail could come in.
    @Override
    public void close() {
        beating.shutdown();
        try {
            if (!beating.awaitTermination(PAUSE.toSeconds(), TimeUnit.SECONDS)) LOG.warn("the pulse did not end");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (time.allIsWell()) keep(time.now());
        }
    }
}

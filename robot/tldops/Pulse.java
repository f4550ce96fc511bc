package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.clock.Clock;
import tldops.core.ClockFault;
import tldops.core.Event;
import tldops.intake.ImapDoor;
import tldops.store.Heartbeat;
import tldops.store.Unavailable;

/// Once a minute: is there room for mail, is the clock to be believed, do the duties run? When all is well a heartbeat is
/// kept for the next start (SPEC 1.10, L31).
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String DISK = "the disk is full";
    private static final String MAILBOX = "the mailbox can not be read";
    private static final String DATABASE = "the database can not be written";

    private final Timekeeper time;
    private final Heartbeat heartbeat;
    private final Robot robot;
    private final Space space;
    private final Doors doors;
    private final Optional<Clock> clock;
    private final ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("pulse").daemon().factory());
    private volatile Optional<Instant> last;
    private String told = "";
    private boolean doubted;
    private List<Clock.Next> late = List.of();

    Pulse(Timekeeper time, Heartbeat heartbeat, Robot robot, Space space, Doors doors, Optional<Clock> clock) {
        this.time = time;
        this.heartbeat = heartbeat;
        this.robot = robot;
        this.space = space;
        this.doors = doors;
        this.clock = clock;
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
        if (!late.isEmpty()) return Optional.of("the duty " + late.getFirst().duty() + " should have run at " + late.getFirst().at().map(Instant::toString).orElse("?") + " and did not; start the robot anew");
        return Optional.empty();
    }

    synchronized void beat() {
        try {
            inflow(DISK, space.lacking().isEmpty());
            inflow(MAILBOX, doors.imap().flatMap(ImapDoor::trouble).isEmpty());
            watch();
            time.doubt().ifPresent(this::doubted);
            if (time.doubt().isEmpty()) believed();
        } catch (RuntimeException | Error failed) {
            LOG.error("the pulse failed; it goes on", failed);
        }
    }

    private void inflow(String cause, boolean open) {
        if (open) time.inflow().open(cause);
        else time.inflow().shut(cause);
    }

    private void watch() {
        List<Clock.Next> missed = clock.map(running -> running.late(Instant.now().minus(PAUSE))).orElse(List.of());
        if (!missed.isEmpty() && late.isEmpty()) LOG.error("duties do not run: {} should have run by now (L31)", missed);
        late = missed;
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
            clock.ifPresent(Clock::planAnew);
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

package tldops;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tldops.core.ClockFault;
import tldops.core.Event;
import tldops.core.Outage;
import tldops.core.Registry;

/// What time it is, whether that is to be believed, and which duty has to wait for what (SPEC 1.10).
public final class Timekeeper {
    private static final Duration WORTH_NOTING = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofHours(1);

    private final Watch watch;
    private final Supplier<Dial> dial;
    private final Duration catchUp;
    private final BooleanSupplier readThrough;
    private final Inflow inflow;
    private final List<Outage> missed = new ArrayList<>();

    /// @param beat the last heartbeat of an earlier run
    /// @param line the last line of the journal
    /// @param readThrough whether every mailbox has been read through once since the start
    public Timekeeper(Config.Clock config, Supplier<Dial> dial, Optional<Instant> beat, Optional<Instant> line, BooleanSupplier readThrough) {
        watch = new Watch(dial, new Watch.Limits(config.jump(), config.gap()), beat, line);
        this.dial = dial;
        catchUp = config.catchUp();
        this.readThrough = readThrough;
        inflow = new Inflow(watch::now);
    }

    /// A clock that is always right, with mail coming in all the time.
    static Timekeeper believing(Supplier<Instant> wall) {
        Config.Clock config = new Config.Clock(ZoneOffset.UTC, "", "", "", Duration.ofDays(1), Duration.ofDays(1), Duration.ZERO);
        return new Timekeeper(config, Dial.following(wall), Optional.empty(), Optional.empty(), () -> true);
    }

    /// The moment for whatever is decided, sent or looked up now. It never goes back.
    public Instant now() {
        return watch.now();
    }

    /// The time to be written on mail that comes in. After a long gap the clock is more likely right than not.
    public Instant arrival() {
        return watch.doubt().filter(doubt -> doubt.kind() == ClockFault.Kind.GAP).isPresent() ? dial.get().wall() : watch.now();
    }

    public Optional<ClockFault> doubt() {
        return watch.doubt();
    }

    /// By how much the clock is ahead of what it should show.
    public Duration off() {
        return watch.off();
    }

    /// The operator, who has seen this doubt, says that the clock is right.
    public void accept(ClockFault seen) {
        watch.accept(seen);
    }

    /// Is told by the doors when mail can not come in, and when it can again.
    public Inflow inflow() {
        return inflow;
    }

    /// The outages that the registry does not know yet; [#noted] when it does.
    public synchronized List<Outage> missed() {
        watch.lost().stream().filter(Timekeeper::worthNoting).forEach(missed::add);
        inflow.ended().stream().filter(Timekeeper::worthNoting).forEach(missed::add);
        return List.copyOf(missed);
    }

    private static boolean worthNoting(Outage outage) {
        return outage.length().compareTo(WORTH_NOTING) >= 0;
    }

    public synchronized void noted(List<Outage> outages) {
        missed.removeAll(outages);
    }

    /// Whether this moment is a good one to be remembered by: the clock is believed and mail can come in.
    public boolean allIsWell() {
        return watch.doubt().isEmpty() && inflow.since().isEmpty() && missed().isEmpty();
    }

    /// Why a duty must not run now, in words for the operator; empty when it may. Nothing runs by a clock in doubt;
    /// deadlines moreover wait until those who were shut out had time to be heard.
    public Optional<String> holdsBack(Event.Duty duty, Registry registry) {
        if (watch.doubt().isPresent()) return Optional.of("the clock is in doubt: put it right, or say `tldops clock accept`");
        if (duty != Event.Duty.DEADLINES) return Optional.empty();
        if (!readThrough.getAsBoolean()) return Optional.of("a mailbox has not been read through yet");
        Instant now = watch.now();
        if (inflow.since().filter(since -> Duration.between(since, now).compareTo(SHORT) > 0).isPresent())
            return Optional.of("mail can not come in since " + inflow.since().get() + " (" + inflow.causes() + ")");
        return registry.outages().stream()
                .filter(outage -> outage.length().compareTo(SHORT) > 0)
                .map(outage -> outage.to().plus(catchUp))
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .map(free -> "mail could not come in for more than an hour; deadlines wait until " + free);
    }
}

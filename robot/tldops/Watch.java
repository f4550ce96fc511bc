package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tldops.core.ClockFault;
import tldops.core.Outage;

/// The wall clock, believed for as long as the monotonic clock and the last sign of life agree with it (SPEC 1.10). The
/// moments it gives never go back; while it is in doubt they go on from the last that was believed.
final class Watch {
    /// A clock that is set right by small steps, or a machine that rests for a moment, is forgiven a second a minute.
    private static final long FORGIVEN = 60;

    /// @param jump `clock.jump`
    /// @param gap `clock.gap`
    record Limits(Duration jump, Duration gap) {}

    private final Supplier<Dial> dial;
    private final Limits limits;
    /// What both showed when they were believed.
    private Dial anchor;
    /// When all was well the last time.
    private Dial well;
    private Instant given;
    private boolean starting;
    private Optional<ClockFault> doubt = Optional.empty();
    private final List<Outage> lost = new ArrayList<>();

    /// @param beat the last heartbeat: until then mail could come in
    /// @param line when the last line of the journal was written
    Watch(Supplier<Dial> dial, Limits limits, Optional<Instant> beat, Optional<Instant> line) {
        this.dial = dial;
        this.limits = limits;
        Dial at = dial.get();
        Optional<Instant> seen = line.filter(last -> beat.filter(last::isBefore).isEmpty()).or(() -> beat);
        starting = seen.isPresent();
        anchor = new Dial(seen.orElse(at.wall()), at.nanos());
        well = new Dial(beat.orElse(anchor.wall()), at.nanos());
        given = anchor.wall();
        look();
    }

    /// The moment of a decision.
    synchronized Instant now() {
        Dial at = look();
        Instant now = doubt.isPresent() ? expected(at) : at.wall();
        if (now.isAfter(given)) given = now;
        return given;
    }

    /// Why the clock is not believed at present.
    synchronized Optional<ClockFault> doubt() {
        look();
        return doubt;
    }

    /// By how much the wall clock is ahead of what it should show; negative when it is behind.
    synchronized Duration off() {
        Dial at = look();
        return Duration.between(expected(at), at.wall());
    }

    /// The same as [#accept()], unless another doubt has come up since that one was seen.
    synchronized void accept(ClockFault seen) {
        if (doubt.filter(seen::equals).isPresent()) accept();
    }

    /// Somebody who can know says that the clock is right.
    synchronized void accept() {
        if (doubt.isPresent()) settle(dial.get());
    }

    /// The times that nobody saw pass since this was asked last.
    synchronized List<Outage> lost() {
        look();
        List<Outage> all = List.copyOf(lost);
        lost.clear();
        return all;
    }

    private Instant expected(Dial at) {
        return anchor.wall().plusNanos(at.nanos() - anchor.nanos());
    }

    private Dial look() {
        Dial at = dial.get();
        Duration off = Duration.between(expected(at), at.wall());
        boolean back = starting ? off.isNegative() : off.negated().compareTo(limits.jump) > 0;
        boolean ahead = off.compareTo(starting ? limits.gap : limits.jump) > 0;
        if (back || ahead) {
            ClockFault.Kind kind = !starting ? ClockFault.Kind.JUMP : back ? ClockFault.Kind.BACK : ClockFault.Kind.GAP;
            if (doubt.isEmpty()) doubt = Optional.of(new ClockFault(kind, at.wall(), starting ? anchor.wall() : expected(at)));
        } else if (starting || doubt.isPresent()) {
            settle(at);
        } else {
            long most = (at.nanos() - well.nanos()) / FORGIVEN;
            anchor = new Dial(anchor.wall().plusNanos(Math.clamp(off.toNanos(), -most, most)), anchor.nanos());
            well = at;
        }
        return at;
    }

    /// The clock is believed from now on; what it went on by unseen was lost.
    private void settle(Dial at) {
        Instant back = at.wall().minusNanos(at.nanos() - well.nanos());
        if (back.isAfter(well.wall())) lost.add(new Outage(well.wall(), back));
        anchor = at;
        well = at;
        starting = false;
        doubt = Optional.empty();
    }
}

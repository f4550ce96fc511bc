package tldops.iana;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import tldops.core.Authority;

/// How asking IANA has gone since the start: how often, how often in vain, and what came last (X29).
public final class Pulse {
    /// A question in vain.
    ///
    /// @param since of the first in an unbroken row of them
    public record Failure(Instant since, Instant at, String reason) {}

    private final LongAdder asked = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder spared = new LongAdder();
    private volatile Optional<Instant> good = Optional.empty();
    private volatile Optional<Failure> failing = Optional.empty();

    void heard(Authority answer, Instant now) {
        if (answer instanceof Authority.Unreachable(var reason)) failed(now, reason);
        else answered(now);
    }

    void answered(Instant now) {
        asked.increment();
        good = Optional.of(now);
        failing = Optional.empty();
    }

    void failed(Instant now, String reason) {
        asked.increment();
        failed.increment();
        failing = Optional.of(new Failure(failing.map(Failure::since).orElse(now), now, reason));
    }

    /// Not asked at all, for it was not the time.
    void spared() {
        spared.increment();
    }

    public long asked() {
        return asked.sum();
    }

    public long failed() {
        return failed.sum();
    }

    /// Questions that were held back.
    public long heldBack() {
        return spared.sum();
    }

    /// When the last good answer came.
    public Optional<Instant> good() {
        return good;
    }

    /// What went wrong, while no good answer has come since.
    public Optional<Failure> failing() {
        return failing;
    }
}

package tldops.soak;

import java.time.Duration;
import java.time.Instant;
import tldops.Dial;

/// The time of the simulated world: it runs so many times as fast as ours, the same in each process of this machine. Its
/// monotonic clock is never set; its wall clock is wrong by as much as somebody has set it.
///
/// @param begin what the wall clock showed at first
/// @param origin what System.nanoTime() said then
record Tempo(Instant begin, long origin, int speed) {
    static final int SPEED = 1200;

    /// @param set by how much the wall clock was set
    Dial dial(Duration set) {
        long gone = gone();
        return new Dial(begin.plusNanos(gone).plus(set), gone);
    }

    private long gone() {
        return (System.nanoTime() - origin) * speed;
    }

    /// Simulated time since the beginning.
    Duration since() {
        return Duration.ofNanos(gone());
    }

    /// What so much simulated time takes of ours.
    Duration real(Duration simulated) {
        return simulated.dividedBy(speed);
    }
}

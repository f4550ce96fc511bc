package tldops.soak;

import java.time.Duration;
import java.time.Instant;
import tldops.Dial;

/// The time of the simulated world: it runs many times as fast as ours, the same in each process of this machine, and
/// slower while the robot starts, which must not cost it half a day. Its monotonic clock is never set; its wall clock is
/// wrong by as much as somebody has set it.
final class Tempo {
    static final int FAST = 1400;
    static final int SLOW = 60;

    /// @param real what System.nanoTime() said
    /// @param gone nanoseconds of simulated time that had gone by then
    private record Anchor(long real, long gone, int speed) {
        long gone(long now) {
            return gone + (now - real) * speed;
        }
    }

    private final Instant begin;
    private volatile Anchor anchor;

    /// @param begin what the wall clock showed at first
    Tempo(Instant begin) {
        this.begin = begin;
        anchor = new Anchor(System.nanoTime(), 0, SLOW);
    }

    Instant begin() {
        return begin;
    }

    synchronized void speed(int speed) {
        long now = System.nanoTime();
        anchor = new Anchor(now, anchor.gone(now), speed);
    }

    /// How it goes on from here, for another process: [#follow].
    String words() {
        Anchor now = anchor;
        return now.real + " " + now.gone + " " + now.speed;
    }

    void follow(String words) {
        String[] parts = words.split(" ");
        anchor = new Anchor(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }

    /// @param set by how much the wall clock was set
    Dial dial(Duration set) {
        long gone = anchor.gone(System.nanoTime());
        return new Dial(begin.plusNanos(gone).plus(set), gone);
    }

    /// Simulated time since the beginning.
    Duration since() {
        return Duration.ofNanos(anchor.gone(System.nanoTime()));
    }
}

package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// What both clocks of the machine show at one moment: the wall clock, and the monotonic one that nobody can set.
public record Dial(Instant wall, long nanos) {
    public static Dial now() {
        return new Dial(Instant.now(), System.nanoTime());
    }

    /// A wall clock whose time has really passed whenever it moves.
    static Supplier<Dial> following(Supplier<Instant> wall) {
        Instant begin = wall.get();
        return () -> {
            Instant shown = wall.get();
            return new Dial(shown, Duration.between(begin, shown).toNanos());
        };
    }
}

package tldops;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Waits for something that another thread or another program brings about and tells nobody of.
public final class Eventually {
    private static final Duration ENOUGH = Duration.ofSeconds(90);

    private Eventually() {}

    /// Looks again and again until it is so.
    ///
    /// @throws AssertionError when it does not come to be so
    public static <T> T see(String what, Callable<T> look, Predicate<T> wanted) throws Exception {
        long end = System.nanoTime() + ENOUGH.toNanos();
        while (true) {
            T seen = look.call();
            if (wanted.test(seen)) return seen;
            if (System.nanoTime() - end > 0) throw new AssertionError(what + " did not come to be; last seen: " + seen);
            LockSupport.parkNanos(10_000_000);
        }
    }
}

package tldops;

import java.time.Duration;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import tldops.web.Exposition;

/// How long something took, sorted into a few buckets. Counting takes no lock.
final class Spread {
    /// Seconds.
    private static final double[] UP_TO = {0.01, 0.05, 0.1, 0.5, 1, 5, 30, 60, 300, 3600, 86_400};

    private final LongAdder[] counts = Stream.generate(LongAdder::new).limit(UP_TO.length + 1L).toArray(LongAdder[]::new);
    private final DoubleAdder sum = new DoubleAdder();

    /// A clock that was set back makes nothing negative.
    void add(Duration took) {
        double seconds = Math.max(0, took.toNanos() / 1e9);
        int bucket = 0;
        while (bucket < UP_TO.length && seconds > UP_TO[bucket]) bucket++;
        counts[bucket].increment();
        sum.add(seconds);
    }

    Exposition on(Exposition page, String name, String help) {
        long[] now = new long[counts.length];
        for (int i = 0; i < now.length; i++) now[i] = counts[i].sum();
        return page.histogram(name, help, UP_TO, now, sum.sum());
    }
}

package tldops.post;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// How many letters left within the last hour (`breaker`, L10): counted here as they go, to the second, and after a start
/// from what the outbox tells.
final class Breaker {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Function<Instant, List<Instant>> sentSince;
    private final TreeMap<Instant, Integer> seconds = new TreeMap<>();
    private boolean told;
    private int sum;
    private Instant from = Instant.MIN;

    /// @param sentSince when letters were sent since then, one time for each; asked once
    Breaker(Function<Instant, List<Instant>> sentSince) {
        this.sentSince = sentSince;
    }

    synchronized void sent(Instant at, int letters) {
        if (!told || letters == 0) return;
        seconds.merge(at.truncatedTo(ChronoUnit.SECONDS), letters, Integer::sum);
        sum += letters;
    }

    synchronized int lastHour(Instant at) {
        Instant hour = at.minus(HOUR);
        if (!told) {
            told = true;
            for (Instant time : sentSince.apply(from.isAfter(hour) ? from : hour)) sent(time, 1);
        }
        while (!seconds.isEmpty() && seconds.firstKey().isBefore(hour.truncatedTo(ChronoUnit.SECONDS))) sum -= seconds.pollFirstEntry().getValue();
        return sum;
    }

    /// What left until now is forgiven: the operator has released what was held.
    synchronized void forgive(Instant at) {
        seconds.clear();
        sum = 0;
        from = at;
    }
}

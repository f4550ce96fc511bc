package tldops.post;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a letter that the relay did not take is tried again (`send.retries`): after 1, 5, 15 and 60 minutes, then
/// hourly, given up after 5 days. Attempts count, not the calendar, so the time does not run while the relay is away.
public record Retries(List<Duration> pauses, Duration giveUpAfter) {
    public static final Retries DEFAULT =
            new Retries(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60)), Duration.ofDays(5));

    public Retries {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty() || pauses.stream().anyMatch(pause -> !pause.isPositive())) throw new IllegalArgumentException("a retry needs a pause before it");
    }

    /// The pause behind the attempt that just failed; empty = the letter is given up.
    ///
    /// @param failed attempts, this one included
    public Optional<Duration> after(int failed) {
        Duration waited = Duration.ZERO;
        for (int attempt = 1; attempt < failed && waited.compareTo(giveUpAfter) < 0; attempt++) waited = waited.plus(pause(attempt));
        return waited.compareTo(giveUpAfter) < 0 ? Optional.of(pause(failed)) : Optional.empty();
    }

    private Duration pause(int failed) {
        return pauses.get(Math.min(failed, pauses.size()) - 1);
    }
}

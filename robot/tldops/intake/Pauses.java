package tldops.intake;

import java.time.Duration;

/// Pauses between tries that grow: each is twice the one before, up to the longest.
final class Pauses {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        next = first;
    }

    Duration next() {
        Duration now = next;
        next = now.multipliedBy(2).compareTo(longest) > 0 ? longest : now.multipliedBy(2);
        return now;
    }

    void reset() {
        next = first;
    }
}

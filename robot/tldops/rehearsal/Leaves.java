package tldops.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import tldops.core.Tld;

/// An engineer goes away for good: his mailbox bounces, and somebody new sits on his chair.
record Leaves(Tld tld, Crowd crowd) implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1500));
    }

    @Override
    public void now(Human self, World world) {
        self.gone = true;
        world.engineers.getOrDefault(tld, new ArrayList<>()).remove(self);
        crowd.engineer(tld, world);
    }
}

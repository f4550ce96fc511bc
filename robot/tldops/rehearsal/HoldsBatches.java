package tldops.rehearsal;

import java.time.Duration;
import java.util.Optional;
import tldops.core.Request;

/// The Secretariat stops the batches of invitations by mail, and lets them go on after some days (N26).
record HoldsBatches() implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(150));
    }

    @Override
    public void now(Human self, World world) {
        world.command(self, new Request.Command.Batches(false));
        world.later(world.about(Duration.ofDays(5)), () -> world.command(self, new Request.Command.Batches(true)));
    }
}

package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tldops.core.Request;
import tldops.core.Tld;

/// Somebody leaves the list by his own word, or has himself forgotten (R050, X19, L45). He stays where he works, and may be
/// named again one day.
///
/// @param tld empty for somebody who serves none
record Departs(Optional<Tld> tld) implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(2500));
    }

    @Override
    public void now(Human self, World world) {
        if (world.chance(0.3)) world.command(self, new Request.Command.Forget());
        else world.command(self, new Request.Command.Unsubscribe(tld.filter(_ -> world.chance(0.5)).stream().toList()));
        if (world.chance(0.2)) world.later(world.about(Duration.ofDays(3)), () -> world.post(self, Posts.saying(Request.Post.Kind.LEAVING, List.of(), world)));
    }
}

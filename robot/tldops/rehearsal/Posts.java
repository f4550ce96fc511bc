package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.Request;
import tldops.core.Tld;
import tldops.core.Tlp;

/// Somebody writes to the list, with a label of the Traffic Light Protocol or none; the same twice, what asks for a contact
/// only, what may not go to a list, what belongs to another address (R053, N14, N35, L48). Strangers do so, too.
record Posts(Duration mean) implements Habit {
    private static final double TWICE = 0.05;

    @Override
    public Optional<Duration> every() {
        return Optional.of(mean);
    }

    @Override
    public void now(Human self, World world) {
        if (world.chance(0.05)) {
            // meant for all, and sent to the robot
            world.write(self, new Request.Unclear("a post at the wrong address"), List.of(), List.of());
            return;
        }
        Request.Post post = one(world);
        world.post(self, post);
        if (world.chance(TWICE)) world.later(world.about(Duration.ofMinutes(20)), () -> world.post(self, post));
    }

    private static Request.Post one(World world) {
        int drawn = world.below(100);
        if (drawn < 65) return saying(Request.Post.Kind.TEXT, List.of(), world);
        if (drawn < 85) return saying(Request.Post.Kind.CONTACT_REQUEST, List.of(world.one(List.copyOf(world.engineers.keySet()))), world);
        if (drawn < 90) return saying(Request.Post.Kind.COMMANDS, List.of(), world);
        if (drawn < 95) return saying(Request.Post.Kind.UNREADABLE, List.of(), world);
        return saying(Request.Post.Kind.LEAVING, List.of(), world);
    }

    static Request.Post saying(Request.Post.Kind kind, List<Tld> mentioned, World world) {
        Optional<Tlp> label = world.chance(0.5) ? Optional.of(world.one(List.of(Tlp.values()))) : Optional.empty();
        List<Request.Command> commands = kind == Request.Post.Kind.COMMANDS ? List.of(new Request.Command.Who(Optional.empty(), List.of())) : List.of();
        return new Request.Post(kind, label, Set.copyOf(mentioned), commands, Set.of(), "text " + world.fresh());
    }
}

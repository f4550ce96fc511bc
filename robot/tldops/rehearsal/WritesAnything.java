package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.Request;

/// A stranger writes: `help`, `who`, a word without a question, or nothing that anybody understands.
record WritesAnything() implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(20));
    }

    @Override
    public void now(Human self, World world) {
        Request request = switch (world.below(4)) {
            case 0 -> new Request.Commands(List.of(new Request.Command.Help()), List.of(), false);
            case 1 -> new Request.Commands(List.of(new Request.Command.Who(Optional.empty(), List.of())), List.of(), false);
            case 2 -> new Request.Answered(Set.of(Request.Word.CONFIRM), List.of(), false);
            default -> new Request.Unclear("who are you?");
        };
        world.write(self, request, List.of(), List.of());
    }
}

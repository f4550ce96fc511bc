package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Request;
import tldops.core.Tld;

/// Somebody asks for the contacts: all, or those of one ccTLD; with proof, with a list password or with nothing (R054-R057,
/// X07).
record AsksWho() implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(180));
    }

    @Override
    public void now(Human self, World world) {
        List<Tld> some = world.chance(0.5) ? List.of() : List.of(world.one(List.copyOf(world.engineers.keySet())));
        Request.Command command = world.chance(0.12) ? new Request.Command.Password() : world.chance(0.05) ? new Request.Command.Help()
                : new Request.Command.Who(self.password.filter(_ -> world.chance(0.7)), some);
        world.command(self, command);
    }

    @Override
    public boolean on(Human self, Letter letter, World world) {
        if (!(letter.content() instanceof Content.ListPassword given)) return false;
        self.password = Optional.of(given.password());
        return true;
    }
}

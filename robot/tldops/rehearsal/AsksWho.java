package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Request;
import tldops.core.Tld;

/// Somebody asks for the contacts: all, or those of one ccTLD; with proof, with a list password or with nothing, and then
/// answers when his stored address is asked whether it was he (R054-R057, X07, MAIL_RULES 10b).
record AsksWho() implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(75));
    }

    @Override
    public void now(Human self, World world) {
        List<Tld> some = world.chance(0.5) ? List.of() : List.of(world.one(List.copyOf(world.engineers.keySet())));
        Request.Command command = world.chance(0.12) ? new Request.Command.Password() : world.chance(0.05) ? new Request.Command.Help()
                : new Request.Command.Who(self.password.filter(_ -> world.chance(0.7)), some);
        self.wroteCommand = true;
        world.write(self, new Request.Commands(List.of(command), List.of(), false), List.of(), List.of());
    }

    @Override
    public boolean on(Human self, Letter letter, World world) {
        switch (letter.content()) {
            case Content.ListPassword given -> self.password = Optional.of(given.password());
            case Content.ActionQuestion _ -> {
                Request.Word word = self.wroteCommand ? Request.Word.CONFIRM : Request.Word.DENY;
                self.wroteCommand = false;
                if (world.chance(self.temper.care())) world.later(world.about(Duration.ofHours(6)), () -> world.answer(self, letter, new Request.Answered(Set.of(word), List.of(), false)));
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}

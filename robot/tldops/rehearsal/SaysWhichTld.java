package tldops.rehearsal;

import java.util.List;
import java.util.Set;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Request;
import tldops.core.Tld;

/// An admin contact of several ccTLDs tells by digits which he meant (X15).
record SaysWhichTld() implements Habit {
    @Override
    public boolean on(Human self, Letter letter, World world) {
        if (!(letter.content() instanceof Content.WhichTld which)) return false;
        if (self.wish.isEmpty() || !world.chance(self.temper.care())) return true;
        List<Human> people = self.wish.get().people();
        world.later(world.about(self.temper.pace()), () -> {
            int digit = world.below(which.candidates().size() + 1);
            List<Tld> chosen = digit == 0 ? which.candidates() : List.of(which.candidates().get(digit - 1));
            chosen.forEach(tld -> FillsInForms.says(self, tld, people, world));
            world.answer(self, letter, new Request.Answered(Set.of(), List.of(digit), false));
        });
        return true;
    }
}

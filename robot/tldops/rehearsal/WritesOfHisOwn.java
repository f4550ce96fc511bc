package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tldops.core.Tld;

/// An admin contact fills in the leaflet without being asked, and does not always name his ccTLD (section 4 of the seed).
record WritesOfHisOwn() implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(700));
    }

    @Override
    public void now(Human self, World world) {
        List<Tld> served = world.servedBy(self);
        if (served.isEmpty()) return;
        Tld tld = world.one(served);
        List<Human> some = FillsInForms.some(tld, world);
        if (some.isEmpty()) return;
        boolean named = world.chance(0.6);
        self.wish = Optional.of(new Human.Wish(named ? Optional.of(tld) : Optional.empty(), some));
        if (named || served.size() == 1) FillsInForms.says(self, tld, some, world);
        world.write(self, Pen.form(some, named ? Optional.of(tld) : Optional.empty(), true), List.of(), List.of());
    }
}

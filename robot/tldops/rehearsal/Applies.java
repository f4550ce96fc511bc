package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Tld;

/// An engineer who is no SSC asks to become one: for himself (section 5 of the seed), or for a colleague with the admin
/// contact in Cc (X02).
record Applies(Tld tld) implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(900));
    }

    @Override
    public void now(Human self, World world) {
        boolean member = world.registry().membersOf(tld).stream().anyMatch(one -> one.person().has(self.address()));
        if (member && world.chance(0.8)) return;
        boolean speaksForOthers = world.chance(0.25);
        List<Human> people = speaksForOthers ? FillsInForms.some(tld, world) : List.of(self);
        if (people.isEmpty()) return;
        self.wish = Optional.of(new Human.Wish(Optional.of(tld), people));
        List<Address> copied = speaksForOthers ? world.whois.admin(tld).map(Human::address).stream().toList() : List.of();
        world.write(self, world.chance(0.1) ? Pen.spoiled(people, Optional.of(tld)) : Pen.form(people, Optional.of(tld), speaksForOthers), List.of(), copied);
    }
}

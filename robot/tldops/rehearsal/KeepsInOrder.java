package tldops.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.ChangeContent;
import tldops.core.Letter;
import tldops.core.Member;
import tldops.core.Person;
import tldops.core.Request;
import tldops.core.Tld;

/// An admin contact keeps his ccTLD's contacts in order (R047, N07): he asks for the present data and corrects them, has
/// somebody taken off, or sends a changed form without being asked.
record KeepsInOrder() implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(300));
    }

    @Override
    public void now(Human self, World world) {
        List<Tld> served = world.servedBy(self);
        if (served.isEmpty()) return;
        Tld tld = world.one(served);
        List<Member> present = world.registry().membersOf(tld);
        if (present.isEmpty() || world.chance(0.5)) world.command(self, new Request.Command.Modify(world.chance(0.8) ? List.of(tld) : List.of()));
        else if (world.chance(0.5)) world.command(self, new Request.Command.Remove(whom(present, world), List.of(tld)));
        else changed(self, tld, world);
    }

    /// Who is there no longer, else anybody, and now and then somebody who is no contact.
    private static Address whom(List<Member> present, World world) {
        if (world.chance(0.1)) return Address.of("nobody@elsewhere.example");
        return present.stream().map(member -> member.person().address()).filter(address -> gone(address, world)).findFirst().orElseGet(() -> world.one(present).person().address());
    }

    private static boolean gone(Address address, World world) {
        return world.at(address).filter(human -> !human.gone).isEmpty();
    }

    private static void changed(Human self, Tld tld, World world) {
        List<Human> some = FillsInForms.some(tld, world);
        if (some.isEmpty()) return;
        Human one = world.one(some);
        one.person = new Person(one.person.name(), one.person.addresses(), Human.phone(world.fresh()));
        self.wish = Optional.of(new Human.Wish(Optional.of(tld), some));
        FillsInForms.says(self, tld, some, world);
        world.write(self, Pen.form(some, Optional.of(tld), true), List.of(), List.of());
    }

    @Override
    public boolean on(Human self, Letter letter, World world) {
        if (!(letter.content() instanceof ChangeContent.ModifyForm form) || form.own()) return false;
        if (world.chance(self.temper.care())) world.later(world.about(self.temper.pace()), () -> corrected(self, letter, form, world));
        return true;
    }

    /// Whoever has gone makes place for somebody who works there; a number is put right, somebody is left out.
    private static void corrected(Human self, Letter letter, ChangeContent.ModifyForm shown, World world) {
        Prefilled form = new Prefilled(shown);
        List<Human> free = new ArrayList<>(world.engineers.getOrDefault(shown.tld(), List.of()).stream()
                .filter(human -> !human.gone && form.people().stream().noneMatch(person -> person.has(human.address()))).toList());
        for (int number : form.filled()) {
            Person person = form.person(number).orElseThrow();
            boolean leaves = gone(person.address(), world) || world.chance(0.05);
            Optional<Person> next = free.isEmpty() || world.chance(0.3) ? Optional.empty() : Optional.of(free.removeFirst().person);
            if (leaves) form.places.put(number, next);
            else if (world.chance(0.2)) form.places.put(number, Optional.of(new Person(person.name(), person.addresses(), Human.phone(world.fresh()))));
        }
        if (world.isAdmin(self, shown.tld())) world.wants(shown.tld(), form.people());
        world.answer(self, letter, form.form());
    }
}

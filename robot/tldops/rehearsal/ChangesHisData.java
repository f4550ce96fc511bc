package tldops.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.ChangeContent;
import tldops.core.Form;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Person;
import tldops.core.Request;
import tldops.core.Tld;

/// An SSC has another number, a second address or a new one, and says so by a form of his own or by `modify` (R048); a new
/// address answers, or never does (L38).
record ChangesHisData(Tld tld) implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(900));
    }

    @Override
    public void now(Human self, World world) {
        if (world.chance(0.5)) {
            world.command(self, new Request.Command.Modify(world.chance(0.5) ? List.of(tld) : List.of()));
            return;
        }
        Form.Entry entry = Pen.entry(1, 1, other(self, self.person, world));
        world.write(self, new Request.FilledIn(new Form(Language.EN, List.of(entry), List.of(Form.Field.read(99, tld.display(), tld)), true, false)), List.of(), List.of());
    }

    private static Person other(Human self, Person now, World world) {
        if (world.chance(0.5)) return new Person(now.name(), now.addresses(), Human.phone(world.fresh()));
        Address next = new Address("new" + world.fresh(), now.address().domain());
        world.reads(self, next);
        List<Address> addresses = new ArrayList<>(List.of(next));
        if (world.chance(0.5)) addresses.add(world.below(2), now.address());
        return new Person(now.name(), List.copyOf(addresses), now.phone());
    }

    @Override
    public boolean on(Human self, Letter letter, World world) {
        switch (letter.content()) {
            case ChangeContent.ModifyForm form when form.own() -> {
                if (world.chance(self.temper.care())) world.later(world.about(self.temper.pace()), () -> mended(self, letter, form, world));
            }
            case ChangeContent.AddressChanged changed -> {
                self.person = changed.person();
                if (world.chance(self.temper.care())) world.later(world.about(self.temper.pace()), () -> world.answer(self, letter, new Request.Unclear("thank you")));
            }
            case ChangeContent.DataChanged changed -> self.person = changed.turn().after().person();
            case ChangeContent.ChangeUndone undone -> self.person = undone.person();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void mended(Human self, Letter letter, ChangeContent.ModifyForm shown, World world) {
        Prefilled form = new Prefilled(shown);
        for (int number : form.filled()) form.places.put(number, form.person(number).map(person -> other(self, person, world)));
        world.answer(self, letter, form.form());
    }
}

package tldops.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.core.Bearer;
import tldops.core.BulletinContent;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Tld;

/// An admin contact who is invited names some of his engineers, now and then with a fault, and mends it when he is asked.
record FillsInForms() implements Habit {
    private static final double FAULTY = 0.12;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        if (letter.content() instanceof BulletinContent.JointInvitation joint) {
            if (world.chance(self.temper.care())) world.later(world.about(self.temper.pace()), () -> joint.slips().forEach(slip -> fill(self, joint, slip, world)));
            return true;
        }
        Optional<Tld> tld = switch (letter.content()) {
            case Content.Invitation invitation -> Optional.of(invitation.tld());
            case Content.InvitationReminder reminder -> Optional.of(reminder.tld());
            default -> Optional.empty();
        };
        if (tld.isEmpty()) return false;
        if (world.chance(self.temper.care())) world.later(world.about(self.temper.pace()), () -> fill(self, letter, tld.get(), world));
        return true;
    }

    private static void fill(Human self, Letter letter, Tld tld, World world) {
        List<Human> some = some(tld, world);
        if (some.isEmpty()) return;
        self.wish = Optional.of(new Human.Wish(Optional.of(tld), some));
        if (world.chance(FAULTY)) {
            world.answer(self, letter, Pen.spoiled(some, Optional.empty()));
            return;
        }
        says(self, tld, some, world);
        world.answer(self, letter, Pen.form(some, Optional.empty(), true));
    }

    /// One letter asked for several: the line `ccTLD:` says for which of them a form is, and all secrets come back.
    private static void fill(Human self, BulletinContent.JointInvitation joint, BulletinContent.Slip slip, World world) {
        List<Human> some = some(slip.tld(), world);
        if (some.isEmpty() || world.chance(FAULTY)) return;
        self.wish = Optional.of(new Human.Wish(Optional.of(slip.tld()), some));
        says(self, slip.tld(), some, world);
        world.write(self, Pen.form(some, Optional.of(slip.tld()), true), joint.slips().stream().map(other -> new Bearer(other.token(), Bearer.Place.QUOTED)).toList(), List.of());
    }

    /// What an admin contact writes himself is what he wants; what others write he may still deny.
    static void says(Human self, Tld tld, List<Human> people, World world) {
        if (world.isAdmin(self, tld)) world.wants(tld, people.stream().map(one -> one.person).toList());
    }

    /// One to three of those who work there.
    static List<Human> some(Tld tld, World world) {
        List<Human> there = new ArrayList<>(world.engineers.getOrDefault(tld, List.of()).stream().filter(human -> !human.gone).toList());
        int wanted = 1 + world.below(3);
        while (there.size() > wanted) there.remove(world.below(there.size()));
        return List.copyOf(there);
    }
}

package tldops.rehearsal;

import java.util.List;
import java.util.Set;
import tldops.core.AnchorContent;
import tldops.core.Letter;
import tldops.core.Person;
import tldops.core.Request;

/// A new admin contact says whether the people he finds are the right ones; some never do (MAIL_RULES 34).
record Reconfirms() implements Habit {
    private static final double YES = 0.9;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        if (letter.content() instanceof AnchorContent.CoolingDown) return true;
        if (!(letter.content() instanceof AnchorContent.Reconfirm asked)) return false;
        if (!world.chance(self.temper.care())) return true;
        boolean yes = world.chance(YES);
        world.later(world.about(self.temper.pace()), () -> {
            if (yes) asked.entries().forEach(entry -> world.wants(entry.tld(), people(entry)));
            world.answer(self, letter, new Request.Answered(Set.of(yes ? Request.Word.CONFIRM : Request.Word.DENY), List.of(), false));
        });
        return true;
    }

    private static List<Person> people(AnchorContent.Entrusted entry) {
        return entry.members().stream().map(member -> member.person()).toList();
    }
}

package tldops.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Request;

/// The Secretariat's answer to an escalation: release, extend or close, at most twice a case anything but close; sometimes
/// nothing at all (P3).
record Judges(Map<Long, Integer> judged) implements Habit {
    Judges() {
        this(new HashMap<>());
    }

    @Override
    public boolean on(Human self, Letter letter, World world) {
        if (!(letter.content() instanceof Content.Escalation held)) return false;
        if (!world.chance(self.temper.care())) return true;
        boolean enough = judged.merge(held.number(), 1, Integer::sum) > 2;
        Request.Word word = enough || world.chance(0.2) ? Request.Word.CLOSE : world.chance(0.5) && held.resumable() ? Request.Word.RELEASE : Request.Word.EXTEND;
        List<Integer> days = word == Request.Word.EXTEND && world.chance(0.5) ? List.of(3 + world.below(8)) : List.of();
        world.later(world.about(self.temper.pace()), () -> world.answer(self, letter, new Request.Answered(Set.of(word), days, false)));
        return true;
    }
}

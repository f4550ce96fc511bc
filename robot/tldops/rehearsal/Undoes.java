package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Request;

/// An admin contact takes back what was done on a token alone: in time, too late, or by a word that is not the one (P7).
record Undoes() implements Habit {
    private static final double OFTEN = 0.1;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        boolean back = letter.content() instanceof Content.AskedBack asked && (asked.expected() == Content.Expected.UNDO || asked.expected() == Content.Expected.OPPOSITE);
        if (!(letter.content() instanceof Content.Provisional) && !back) return false;
        if (world.chance(OFTEN)) {
            Request.Word word = world.chance(0.8) ? Request.Word.UNDO : Request.Word.DENY;
            world.later(world.about(Duration.ofDays(2)), () -> world.answer(self, letter, new Request.Answered(Set.of(word), List.of(), false)));
        }
        return true;
    }
}

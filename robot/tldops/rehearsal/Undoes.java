package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import tldops.core.ChangeContent;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Request;

/// An admin contact takes back what was done: in time, too late, or by a word that is not the one (P7, N28).
record Undoes() implements Habit {
    private static final double OFTEN = 0.1;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        boolean undoable = switch (letter.content()) {
            case Content.Provisional _, ChangeContent.ChangeDone _ -> true;
            case Content.Done _ -> letter.reply().isPresent();
            case Content.AskedBack asked -> asked.expected() == Content.Expected.UNDO || asked.expected() == Content.Expected.OPPOSITE;
            default -> false;
        };
        if (!undoable) return false;
        if (world.chance(OFTEN)) {
            Request.Word word = world.chance(0.8) ? Request.Word.UNDO : Request.Word.DENY;
            world.later(world.about(Duration.ofDays(2)), () -> world.answer(self, letter, new Request.Answered(Set.of(word), List.of(), false)));
        }
        return true;
    }
}

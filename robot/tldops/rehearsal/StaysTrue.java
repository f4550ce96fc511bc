package tldops.rehearsal;

import java.util.List;
import tldops.core.Bearer;
import tldops.core.CheckContent;
import tldops.core.Letter;
import tldops.core.Request;
import tldops.core.Token;

/// Asked whether he is still there, an SSC says `ok`, or something, or nothing; his admin contact may write back about him (R108, L40).
record StaysTrue() implements Habit {
    private static final double OK = 0.7;
    private static final double KNOWS = 0.5;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        return switch (letter.content()) {
            case CheckContent.StillYou _ -> {
                if (world.chance(OK * self.temper.care())) world.later(world.about(self.temper.pace()), () -> world.answer(self, letter, new Request.Unclear("ok"), world.chance(0.8) ? "ok" : "still here"));
                yield true;
            }
            case CheckContent.SilentContacts asked -> {
                if (world.chance(KNOWS * self.temper.care())) world.later(world.about(self.temper.pace()), () -> about(self, letter, asked, world));
                yield true;
            }
            case CheckContent.HeardOf _, CheckContent.SilentNoted _, CheckContent.NobodyAnswered _ -> true;
            default -> false;
        };
    }

    private static void about(Human self, Letter letter, CheckContent.SilentContacts asked, World world) {
        List<Token> slips = asked.places().stream().flatMap(place -> place.silent().stream()).flatMap(silent -> silent.slip().stream()).toList();
        Request note = new Request.Unclear("a note");
        if (slips.isEmpty()) world.answer(self, letter, note, "he is on leave");
        else world.write(self, note, slips.stream().map(token -> new Bearer(token, Bearer.Place.NEW_TEXT)).toList(), List.of());
    }
}

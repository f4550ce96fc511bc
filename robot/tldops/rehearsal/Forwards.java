package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.Bearer;
import tldops.core.Letter;
import tldops.core.Request;
import tldops.core.Tld;

/// An admin contact forwards a question to somebody who works for him, and that one answers it from his own address: it
/// decides nothing (R041, MAIL_RULES 16).
record Forwards() implements Habit {
    private static final double OFTEN = 0.2;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        Optional<Tld> tld = Questions.in(letter.content()).flatMap(Human.Asked::tld);
        if (tld.isEmpty() || !world.chance(OFTEN)) return false;
        List<Human> there = world.engineers.getOrDefault(tld.get(), List.of());
        if (there.isEmpty()) return false;
        Human colleague = world.one(there);
        Bearer.Place place = world.one(List.of(Bearer.Place.values()));
        List<Bearer> bearers = letter.reply().map(token -> new Bearer(token, place)).stream().toList();
        if (!colleague.gone) world.later(world.about(Duration.ofDays(1)), () ->
                world.write(colleague, new Request.Answered(Set.of(Request.Word.CONFIRM), List.of(), false), bearers, List.of()));
        return false;
    }
}

package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Bearer;
import tldops.core.Member;
import tldops.core.Request;
import tldops.core.Tld;
import tldops.core.Token;

/// Writes in the name of admin contacts, members and the Secretariat, and applies under his own: nothing of it may move a
/// membership (P2).
record Forges() implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(2));
    }

    @Override
    public void now(Human self, World world) {
        Tld tld = world.one(List.copyOf(world.engineers.keySet()));
        Optional<Human> admin = world.whois.admin(tld);
        if (admin.isEmpty()) return;
        Address name = admin.get().address();
        List<Bearer> guess = world.chance(0.3) ? List.of(new Bearer(guessed(world), Bearer.Place.ADDRESS)) : List.of();
        switch (world.below(7)) {
            case 0, 1 -> world.forge(name, Pen.form(List.of(self), Optional.of(tld), true), guess, List.of());
            case 2 -> world.forge(name, word(Request.Word.CONFIRM), guess, List.of());
            case 3 -> world.forge(name, word(Request.Word.UNDO), guess, List.of());
            case 4 -> member(tld, world).ifPresent(member -> world.forge(member.person().address(), who(), guess, List.of()));
            case 5 -> world.registry().rules().secretariat().stream().sorted().findFirst().ifPresent(boss -> world.forge(boss, word(Request.Word.RELEASE), guess, List.of()));
            default -> world.forge(self.address(), Pen.form(List.of(self), Optional.of(tld), true), guess, List.of(name));
        }
    }

    private static Token guessed(World world) {
        StringBuilder letters = new StringBuilder();
        while (letters.length() < Token.LENGTH) letters.append(world.below(10));
        return new Token(letters.toString());
    }

    private static Optional<Member> member(Tld tld, World world) {
        return world.registry().membersOf(tld).stream().findFirst();
    }

    private static Request word(Request.Word word) {
        return new Request.Answered(Set.of(word), List.of(), false);
    }

    private static Request who() {
        return new Request.Commands(List.of(new Request.Command.Who(Optional.empty(), List.of())), List.of(), false);
    }
}

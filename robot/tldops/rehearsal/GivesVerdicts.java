package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.ChangeContent;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Person;
import tldops.core.Request;
import tldops.core.Tld;

/// An admin contact says yes to those he knows and no to the others; sometimes unclearly, at random too late, and now and
/// then the opposite of what he said before.
record GivesVerdicts() implements Habit {
    private static final double UNCLEAR = 0.06;
    private static final double CARELESS = 0.01;
    private static final double CHANGES_HIS_MIND = 0.02;
    private static final double BLOCKS = 0.2;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        Optional<Human.Asked> asked = Questions.in(letter.content()).or(() -> remembered(self, letter));
        if (asked.isEmpty()) return false;
        self.asked.put(letter.caseNumber(), asked.get());
        if (!world.chance(self.temper.care())) return true;
        world.later(world.about(self.temper.pace()), () -> answer(self, letter, asked.get(), world));
        return true;
    }

    private static Optional<Human.Asked> remembered(Human self, Letter letter) {
        boolean word = letter.content() instanceof Content.AskedBack back && (back.expected() == Content.Expected.VERDICT || back.expected() == Content.Expected.CHOICE);
        return word ? Optional.ofNullable(self.asked.get(letter.caseNumber())) : Optional.empty();
    }

    private static void answer(Human self, Letter letter, Human.Asked asked, World world) {
        if (world.chance(UNCLEAR)) {
            world.answer(self, letter, world.chance(0.5)
                    ? new Request.Answered(Set.of(Request.Word.CONFIRM, Request.Word.DENY), List.of(), false)
                    : new Request.Unclear("we are looking into it"));
            return;
        }
        if (asked.content() instanceof Content.ReplaceWhom places) {
            choose(self, letter, places, world);
            return;
        }
        Tld tld = asked.tld().orElseThrow();
        boolean yes = asked.people().stream().allMatch(person -> knows(tld, person, world)) || world.chance(CARELESS);
        say(self, letter, asked, yes, world);
        if (world.chance(CHANGES_HIS_MIND)) world.later(world.about(Duration.ofDays(2)), () -> say(self, letter, asked, !yes, world));
    }

    private static void say(Human self, Letter letter, Human.Asked asked, boolean yes, World world) {
        if (yes) world.wants(asked.tld().orElseThrow(), asked.people());
        Request.Word no = blockable(asked.content()) && world.chance(BLOCKS) ? Request.Word.BLOCK : Request.Word.DENY;
        world.answer(self, letter, new Request.Answered(Set.of(yes ? Request.Word.CONFIRM : no), List.of(), false));
    }

    private static boolean blockable(Content content) {
        return switch (content) {
            case Content.AuthenticationRequest one -> one.blockable();
            case Content.Question all -> all.blockable();
            case Content.QuestionReminder all -> all.blockable();
            case ChangeContent.ChangeQuestion change -> change.blockable();
            default -> false;
        };
    }

    /// Whom he does not know gets nobody's place; else often the last of those present leaves.
    private static void choose(Human self, Letter letter, Content.ReplaceWhom places, World world) {
        boolean known = knows(places.tld(), places.newcomer(), world);
        int digit = known && world.chance(0.7) ? 1 + world.below(places.present().size()) : 0;
        if (digit > 0) world.wants(places.tld(), List.of(places.newcomer()));
        world.answer(self, letter, new Request.Answered(Set.of(), List.of(digit), false));
    }

    private static boolean knows(Tld tld, Person person, World world) {
        return world.engineers.getOrDefault(tld, List.of()).stream().anyMatch(human -> world.at(person.address()).filter(human::equals).isPresent());
    }
}

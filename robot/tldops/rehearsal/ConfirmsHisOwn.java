package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import tldops.core.ChangeContent;
import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.OptionContent;
import tldops.core.PostContent;
import tldops.core.Request;

/// The stored address is asked whether it was he who wrote a command or a post, or wants to be forgotten or to come back:
/// who did says yes, and whoever did not says no (MAIL_RULES 10b, L45, P7). Some insist that all get a post (N14).
record ConfirmsHisOwn() implements Habit {
    private static final double INSISTS = 0.3;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        switch (letter.content()) {
            case PostContent.ContactsFound _ -> {
                if (world.chance(INSISTS)) world.later(world.about(Duration.ofHours(2)), () -> world.answer(self, letter, new Request.Unclear("post"), "post"));
            }
            case ChangeContent.ComeBack _ -> says(self, letter, world.chance(0.7), world);
            case Content.ActionQuestion _, PostContent.PostQuestion _, OptionContent.ForgetQuestion _ -> {
                says(self, letter, self.wrote, world);
                self.wrote = false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void says(Human self, Letter letter, boolean yes, World world) {
        Request.Word word = yes ? Request.Word.CONFIRM : Request.Word.DENY;
        if (world.chance(self.temper.care())) world.later(world.about(Duration.ofHours(6)), () -> world.answer(self, letter, new Request.Answered(Set.of(word), List.of(), false)));
    }
}

package tldops.rehearsal;

import java.time.Duration;
import tldops.core.BulletinContent;
import tldops.core.Carried;
import tldops.core.Letter;
import tldops.core.PostContent;
import tldops.core.Request;

/// What the list brings is read and nothing more; to the reminder some say that their entry is right (N16).
record ReadsTheList() implements Habit {
    private static final double SAYS_OK = 0.05;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        return switch (letter.content()) {
            case Carried _, PostContent.DailyDigest _, BulletinContent.NewSubscribers _ -> true;
            case BulletinContent.MembershipsReminder _ -> {
                if (world.chance(SAYS_OK)) world.later(world.about(Duration.ofDays(2)), () -> world.answer(self, letter, new Request.Unclear("ok"), world.chance(0.9) ? "ok" : "what is this?"));
                yield true;
            }
            default -> false;
        };
    }
}

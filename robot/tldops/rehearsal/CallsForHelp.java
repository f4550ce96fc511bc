package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tldops.core.Letter;
import tldops.core.OptionContent;
import tldops.core.Request;

/// In an incident an SSC has those of another ccTLD asked to call him, and whoever is asked answers, or does not (N13).
record CallsForHelp() implements Habit {
    private static final double IMPATIENT = 0.1;

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1200));
    }

    @Override
    public void now(Human self, World world) {
        Request.Command urgent = new Request.Command.Urgent(world.one(List.copyOf(world.engineers.keySet())), List.of("Your name servers answer nobody.", "Please call."));
        world.command(self, urgent);
        if (world.chance(IMPATIENT)) world.later(Duration.ofMinutes(10), () -> world.command(self, urgent));
    }

    @Override
    public boolean on(Human self, Letter letter, World world) {
        if (!(letter.content() instanceof OptionContent.UrgentCall)) return false;
        if (world.chance(self.temper.care() / 2)) world.later(world.about(Duration.ofMinutes(20)), () -> world.answer(self, letter, new Request.Unclear("on my way"), "on my way"));
        return true;
    }
}

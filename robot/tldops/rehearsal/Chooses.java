package tldops.rehearsal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tldops.core.Language;
import tldops.core.Request;

/// Somebody on the list sets his options, goes away and comes back, asks what is stored of him or how a command is written
/// (R050, R051, N22, L45); sometimes two at once, sometimes what can not be.
record Chooses() implements Habit {
    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(250));
    }

    @Override
    public void now(Human self, World world) {
        if (world.chance(0.15)) world.command(self, one(world), one(world));
        else world.command(self, one(world));
    }

    private static Request.Command one(World world) {
        return world.one(List.of(
                new Request.Command.Digest(true), new Request.Command.Digest(true), new Request.Command.Digest(false), away(world), away(world), new Request.Command.Back(),
                new Request.Command.Speak(world.one(List.of(Language.values()))), new Request.Command.MyData(), new Request.Command.HelpOn("away"), new Request.Command.Unread("away for ever", "away")));
    }

    private static Request.Command away(World world) {
        LocalDate today = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
        return new Request.Command.Away(today.plusDays(world.below(40) - 1L), world.below(4));
    }
}

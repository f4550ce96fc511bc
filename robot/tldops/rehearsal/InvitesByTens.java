package tldops.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.core.Case;
import tldops.core.Event;
import tldops.core.Matter;
import tldops.core.Tld;

/// The operator orders ten invitations a week, alphabetically (R067); when all were asked, those who are still without a
/// contact and have not been asked for half a year.
record InvitesByTens() implements Habit {
    private static final int BATCH = 10;
    private static final Duration AGAIN = Duration.ofDays(180);

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(7));
    }

    @Override
    public void now(Human self, World world) {
        List<Tld> batch = new ArrayList<>();
        for (Tld tld : world.engineers.keySet()) if (batch.size() < BATCH && world.registry().membersOf(tld).isEmpty() && world.registry().casesOf(tld).stream().noneMatch(InvitesByTens::invitation)) batch.add(tld);
        for (Tld tld : world.engineers.keySet()) if (batch.size() < BATCH && !batch.contains(tld) && waits(tld, world)) batch.add(tld);
        if (!batch.isEmpty()) world.order(new Event.Order.Invite(batch));
    }

    private static boolean invitation(Case matter) {
        return matter.matter() instanceof Matter.Invitation;
    }

    private static boolean waits(Tld tld, World world) {
        return world.registry().membersOf(tld).isEmpty()
                && world.registry().casesOf(tld).stream().noneMatch(matter -> matter.open() || matter.opened().isAfter(world.now().minus(AGAIN)));
    }
}

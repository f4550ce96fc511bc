package tldops.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tldops.core.Tld;

/// Another one becomes the admin contact at IANA, and the old mailbox often goes with him (MAIL_RULES 11 and 34); now and
/// then IANA's record has no usable address for some weeks (X29).
record ChangesJob(Crowd crowd) implements Habit {
    private static final double UNUSABLE = 0.15;

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1300));
    }

    @Override
    public void now(Human self, World world) {
        List<Tld> served = world.servedBy(self);
        if (served.isEmpty()) return;
        if (world.chance(UNUSABLE)) {
            served.forEach(tld -> world.whois.silent(tld, true));
            world.later(world.about(Duration.ofDays(40)), () -> served.forEach(tld -> world.whois.silent(tld, false)));
            return;
        }
        Human next = crowd.admin(served.getFirst(), world);
        served.forEach(tld -> world.whois.names(tld, next));
        self.gone = world.chance(0.6);
    }
}

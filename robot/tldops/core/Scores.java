package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// On how many days mail to an address on the list came back (L05-L08, MAIL_RULES 25). The count belongs to the address:
/// a changed one begins anew, and an answer from it ends it. It tells people where to look; nobody is taken off by it.
public final class Scores {
    static final String PREFIX = "bounce:";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LATELY = Duration.ofDays(30);

    private Scores() {}

    /// @param days of the last thirty
    public record Score(int days, Instant last) {}

    /// Empty when nothing came back lately.
    public static Optional<Score> of(Registry registry, Address address, Instant now) {
        int days = registry.counted(key(address), now.minus(LATELY));
        return days == 0 ? Optional.empty() : registry.lastCounted(key(address)).map(last -> new Score(days, last));
    }

    /// A copy came back for good; what was refused for what it is does not come here (L07). Once a day, however much came
    /// back (L06).
    static Decision failed(Registry registry, Address address, Moment at) {
        if (registry.counted(key(address), at.now().minus(DAY)) > 0) return Decision.EMPTY;
        int days = 1 + registry.counted(key(address), at.now().minus(LATELY));
        return Decision.of(Journal.of("address fails", "days of the last 30: " + days + " (L06)")).and(new Change.Counted(key(address), at.now()));
    }

    /// A mail that surely came from it shows that all is well again (L06, L08).
    static Decision healed(Registry registry, Mail mail, Moment at) {
        if (!mail.authenticated() || mail.from().isEmpty() || registry.lastCounted(key(mail.from().get())).isEmpty()) return Decision.EMPTY;
        return Decision.of(Journal.of("address works", "an answer came from it (L08)")).and(new Change.CountsForgotten(key(mail.from().get()), at.now()));
    }

    /// No address is the beginning of another's key.
    private static String key(Address address) {
        return PREFIX + address.key() + ";";
    }
}

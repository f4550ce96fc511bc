package tldops.core;

import java.time.Instant;
import java.util.Optional;

/// Working days of a ccTLD beside those of the list (SPEC 1.10).
final class Days {
    private Days() {}

    /// The last day on which an answer counts, as letters state it.
    static Content.LastDay last(Registry registry, Optional<Tld> tld, Instant from, int days) {
        Calendar calendar = calendar(registry, tld);
        return new Content.LastDay(WorkingDays.lastDay(from, days, calendar, registry.rules().listCalendar()), calendar.zone());
    }

    /// When it is over: 09:00 local on the first working day after.
    static Instant due(Registry registry, Optional<Tld> tld, Instant from, int days) {
        return WorkingDays.due(from, days, calendar(registry, tld), registry.rules().listCalendar());
    }

    private static Calendar calendar(Registry registry, Optional<Tld> tld) {
        return tld.filter(registry.rules()::knows).map(known -> registry.rules().ccTld(known).calendar()).orElse(registry.rules().listCalendar());
    }
}

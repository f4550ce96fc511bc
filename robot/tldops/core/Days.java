package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Working days of a ccTLD beside those of the list (SPEC 1.10).
final class Days {
    private Days() {}

    /// The last day on which an answer counts, as letters state it.
    static Content.LastDay last(Registry registry, Optional<Tld> tld, Instant from, int days) {
        Calendar calendar = calendar(registry, tld);
        return new Content.LastDay(WorkingDays.lastDay(from, days, calendar, registry.rules().listCalendar(), lost(registry, calendar)), calendar.zone());
    }

    /// When it is over: 09:00 local on the first working day after.
    static Instant due(Registry registry, Optional<Tld> tld, Instant from, int days) {
        Calendar calendar = calendar(registry, tld);
        return WorkingDays.due(from, days, calendar, registry.rules().listCalendar(), lost(registry, calendar));
    }

    /// Days on which mail could not come in for more than half the day do not count; a day that an earlier letter promised
    /// as the last only moves later by it.
    private static Predicate<LocalDate> lost(Registry registry, Calendar calendar) {
        List<Outage> outages = registry.outages();
        return outages.isEmpty() ? _ -> false : day -> Outage.lost(outages, day, calendar.zone());
    }

    static Calendar calendar(Registry registry, Optional<Tld> tld) {
        return tld.filter(registry.rules()::knows).map(known -> registry.rules().ccTld(known).calendar()).orElse(registry.rules().listCalendar());
    }
}

package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A time in which mail could not come in: the robot was down, its disk was full, a mailbox could not be read (SPEC 1.10).
public record Outage(Instant from, Instant to) {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    public Duration length() {
        return Duration.between(from, to);
    }

    /// Whether mail could not come in for more than half of that day there: nobody could have answered on it. Times that
    /// overlap count once.
    static boolean lost(Collection<Outage> outages, LocalDate day, ZoneId zone) {
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<Outage> inOrder = outages.stream().filter(one -> one.to.isAfter(begin) && one.from.isBefore(end)).sorted(Comparator.comparing(Outage::from)).toList();
        Duration lost = Duration.ZERO;
        Instant counted = begin;
        for (Outage one : inOrder) {
            Instant from = one.from.isAfter(counted) ? one.from : counted;
            Instant to = one.to.isBefore(end) ? one.to : end;
            if (!to.isAfter(from)) continue;
            lost = lost.plus(Duration.between(from, to));
            counted = to;
        }
        return lost.compareTo(HALF_A_DAY) > 0;
    }
}

package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/// Counts the working days that somebody has to answer (SPEC 1.10, N04). Day 0 is the local date, in the capital of
/// the ccTLD, on which the relay took the letter; a day counts when neither the country nor the list rests.
public final class WorkingDays {
    private static final LocalTime OFFICES_OPEN = LocalTime.of(9, 0);
    private static final int LONGEST_REST_DAYS = 366;

    private WorkingDays() {}

    /// The last day on which an answer is surely in time: the nth working day after day 0.
    ///
    /// @throws IllegalArgumentException when nobody ever works there, or for a negative number of days
    public static LocalDate lastDay(Instant accepted, int workingDays, Calendar country, Calendar list) {
        return lastDay(accepted, workingDays, country, list, _ -> false);
    }

    /// The same without the days that were lost because mail could not come in.
    static LocalDate lastDay(Instant accepted, int workingDays, Calendar country, Calendar list, Predicate<LocalDate> lost) {
        if (workingDays < 0) throw new IllegalArgumentException("negative working days: " + workingDays);
        LocalDate day = accepted.atZone(country.zone()).toLocalDate();
        for (int n = 0; n < workingDays; n++) day = next(day, country, list, lost);
        return day;
    }

    /// When the time is over: 09:00 local on the first working day after the nth has ended. An answer that arrived
    /// before this instant is in time.
    ///
    /// @throws IllegalArgumentException as [#lastDay]
    public static Instant due(Instant accepted, int workingDays, Calendar country, Calendar list) {
        return due(accepted, workingDays, country, list, _ -> false);
    }

    /// The same without the days that were lost because mail could not come in.
    static Instant due(Instant accepted, int workingDays, Calendar country, Calendar list, Predicate<LocalDate> lost) {
        LocalDate day = next(lastDay(accepted, workingDays, country, list, lost), country, list, lost);
        return instant(day.atTime(OFFICES_OPEN), country.zone());
    }

    /// A local time that a clock change skips is taken later by what was skipped, a doubled one the first time.
    static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    private static LocalDate next(LocalDate after, Calendar country, Calendar list, Predicate<LocalDate> lost) {
        LocalDate day = after.plusDays(1);
        int rest = 0;
        while (true) {
            boolean works = country.works(day) && list.works(day);
            if (works && !lost.test(day)) return day;
            // the robot may have been down for longer than that
            if (!works && ++rest > LONGEST_REST_DAYS) throw new IllegalArgumentException("no working day within a year after " + after);
            if (works) rest = 0;
            day = day.plusDays(1);
        }
    }
}

package tldops.core;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/// Which days are worked on somewhere (SPEC 1.10, N04): zone of the capital, weekend, public holidays.
public record Calendar(ZoneId zone, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {
    /// Whether people work there on that local date.
    public boolean works(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}

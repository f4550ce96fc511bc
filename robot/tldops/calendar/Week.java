package tldops.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tldops.core.Calendar;

/// Reads how the configuration writes a week: `Europe/Amsterdam`, `SAT,SUN`, `2027-01-01` (N04).
public final class Week {
    private Week() {}

    /// The list's own calendar (SPEC 1.10; default: Saturday and Sunday, no holidays).
    ///
    /// @param weekend day names of three letters; may be empty
    /// @param holidays dates as `2027-01-01`
    /// @throws IllegalArgumentException with one line per thing that is wrong
    public static Calendar calendar(String zone, List<String> weekend, List<String> holidays) {
        List<String> errors = new ArrayList<>();
        Optional<ZoneId> where = zone(zone, errors);
        Set<DayOfWeek> rest = days(weekend, errors);
        Set<LocalDate> dates = new HashSet<>();
        for (String holiday : holidays) {
            try {
                dates.add(LocalDate.parse(holiday.strip()));
            } catch (DateTimeException unreadable) {
                errors.add("not a date like 2027-01-01: " + holiday);
            }
        }
        if (where.isEmpty() || !errors.isEmpty()) throw new IllegalArgumentException(String.join("\n", errors));
        return new Calendar(where.get(), rest, Set.copyOf(dates));
    }

    static Optional<ZoneId> zone(String name, List<String> errors) {
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException unknown) {
            errors.add("no zone of the time zone database: " + name);
            return Optional.empty();
        }
    }

    static Set<DayOfWeek> days(List<String> names, List<String> errors) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : names) {
            String wanted = name.strip().toUpperCase(Locale.ROOT);
            Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values()).filter(one -> one.name().substring(0, 3).equals(wanted)).findFirst();
            day.ifPresentOrElse(days::add, () -> errors.add("not a day like SAT: " + name));
        }
        if (days.size() == 7) errors.add("nobody works: the weekend has seven days");
        return Set.copyOf(days);
    }
}

package tldops.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The nation-wide public holidays of one country, years `from` to `to`. A year is worked out when it is first asked
/// for: reading all countries at start would cost a third of a second.
final class PublicHolidays extends AbstractSet<LocalDate> {
    private final String id;
    private final int from;
    private final int to;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    /// @param id a calendar of jollyday, see [#exists]
    PublicHolidays(String id, int from, int to) {
        this.id = id;
        this.from = from;
        this.to = to;
    }

    static boolean exists(String id) {
        return id.matches("[a-z]{2}") && HolidayManager.class.getResource("/holidays/Holidays_" + id + ".xml") != null;
    }

    @Override
    public boolean contains(Object other) {
        return other instanceof LocalDate day && day.getYear() >= from && day.getYear() <= to && of(day.getYear()).contains(day);
    }

    @Override
    public Iterator<LocalDate> iterator() {
        return IntStream.rangeClosed(from, to).boxed().flatMap(year -> of(year).stream()).iterator();
    }

    @Override
    public int size() {
        return IntStream.rangeClosed(from, to).map(year -> of(year).size()).sum();
    }

    @Override
    public String toString() {
        return "public holidays of " + id + " " + from + "-" + to;
    }

    private Set<LocalDate> of(int year) {
        return years.computeIfAbsent(year, this::workOut);
    }

    /// A New Year's Day that falls on a Saturday may be kept on 31 December, so the neighbouring years are read too.
    private Set<LocalDate> workOut(int year) {
        HolidayManager country = HolidayManager.getInstance(ManagerParameters.create(id));
        return IntStream.rangeClosed(year - 1, year + 1).mapToObj(Year::of).flatMap(near -> country.getHolidays(near).stream())
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .map(Holiday::getDate)
                .filter(day -> day.getYear() == year)
                .collect(Collectors.toUnmodifiableSet());
    }
}

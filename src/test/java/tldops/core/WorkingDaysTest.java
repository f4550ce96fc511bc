package tldops.core;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// SPEC 1.10: T1, T2, N04, V9, V10, L42.
class WorkingDaysTest {
    private static final Calendar EVERY_DAY = new Calendar(ZoneId.of("UTC"), Set.of(), Set.of());

    private static Calendar country(String zone, Set<DayOfWeek> weekend, String... holidays) {
        Set<LocalDate> dates = new HashSet<>();
        for (String holiday : holidays) dates.add(LocalDate.parse(holiday));
        return new Calendar(ZoneId.of(zone), weekend, dates);
    }

    @Test
    void v9_aRequestSentOnThursdayPassesAWeekendAndAHoliday() {
        Calendar dutch = country("Europe/Amsterdam", Set.of(SATURDAY, SUNDAY), "2026-04-27");
        Instant thursday = Instant.parse("2026-04-23T14:00:00Z");

        LocalDate last = WorkingDays.lastDay(thursday, 5, dutch, EVERY_DAY);
        Instant due = WorkingDays.due(thursday, 5, dutch, EVERY_DAY);

        assertEquals(LocalDate.parse("2026-05-01"), last, "Fri 24, Tue 28, Wed 29, Thu 30, Fri 1");
        assertEquals(Instant.parse("2026-05-04T07:00:00Z"), due, "Monday 09:00 in Amsterdam");
    }

    @Test
    void v10_aFridaySaturdayWeekendIsKept() {
        Calendar egyptian = country("Africa/Cairo", Set.of(FRIDAY, SATURDAY));
        Instant thursday = Instant.parse("2026-11-05T10:00:00Z");

        LocalDate last = WorkingDays.lastDay(thursday, 5, egyptian, EVERY_DAY);
        Instant due = WorkingDays.due(thursday, 5, egyptian, EVERY_DAY);

        assertEquals(LocalDate.parse("2026-11-12"), last, "Sun 8 to Thu 12");
        assertEquals(Instant.parse("2026-11-15T07:00:00Z"), due, "Sunday 09:00 in Cairo");
    }

    @Test
    void theListsOwnWeekendAndHolidaysAreKeptToo() {
        Calendar egyptian = country("Africa/Cairo", Set.of(FRIDAY, SATURDAY));
        Calendar list = country("UTC", Set.of(SATURDAY, SUNDAY), "2026-11-10");
        Instant thursday = Instant.parse("2026-11-05T10:00:00Z");

        LocalDate last = WorkingDays.lastDay(thursday, 5, egyptian, list);

        assertEquals(LocalDate.parse("2026-11-17"), last, "Mon 9, Wed 11, Thu 12, Mon 16, Tue 17");
    }

    @Test
    void dayNoughtIsTheDateInTheCapitalAndNotInUtc() {
        Calendar auckland = country("Pacific/Auckland", Set.of(SATURDAY, SUNDAY));
        Instant stillMondayInUtc = Instant.parse("2026-11-16T20:00:00Z");

        LocalDate last = WorkingDays.lastDay(stillMondayInUtc, 1, auckland, EVERY_DAY);

        assertEquals(LocalDate.parse("2026-11-18"), last, "Tuesday is day 0 there");
    }

    @Test
    void dueIsNineOClockOnEitherSideOfAClockChange() {
        Calendar dutch = country("Europe/Amsterdam", Set.of(SATURDAY, SUNDAY));

        Instant winter = WorkingDays.due(Instant.parse("2026-03-26T12:00:00Z"), 0, dutch, EVERY_DAY);
        Instant summer = WorkingDays.due(Instant.parse("2026-03-27T12:00:00Z"), 0, dutch, EVERY_DAY);

        assertEquals(Instant.parse("2026-03-27T08:00:00Z"), winter);
        assertEquals(Instant.parse("2026-03-30T07:00:00Z"), summer);
    }

    @Test
    void aLocalTimeThatTheClockChangeSkipsIsTakenOneHourLater() {
        LocalDateTime skipped = LocalDateTime.parse("2026-03-29T02:30:00");

        Instant taken = WorkingDays.instant(skipped, ZoneId.of("Europe/Amsterdam"));

        assertEquals(LocalDateTime.parse("2026-03-29T03:30:00"), taken.atZone(ZoneId.of("Europe/Amsterdam")).toLocalDateTime());
    }

    @Test
    void aLocalTimeThatComesTwiceIsTakenTheFirstTime() {
        LocalDateTime doubled = LocalDateTime.parse("2026-10-25T02:30:00");

        Instant taken = WorkingDays.instant(doubled, ZoneId.of("Europe/Amsterdam"));

        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), taken);
    }

    @Test
    void aCountryThatNeverWorksIsRefusedInsteadOfCountingForEver() {
        Calendar idle = country("UTC", Set.of(DayOfWeek.values()));

        var thrown = assertThrows(IllegalArgumentException.class, () -> WorkingDays.lastDay(Instant.EPOCH, 1, idle, EVERY_DAY));

        assertTrue(thrown.getMessage().startsWith("no working day"));
    }

    /// Whatever the week, the holidays, the zone and the hour: n working days lie behind, none is a rest day, and
    /// neither more days nor a later start ever make it due sooner.
    @Test
    void countingHoldsForAnyCalendar() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.contains("/")).sorted().toList();

        for (int round = 0; round < 2_000; round++) {
            String what = "seed " + seed + " round " + round;
            Calendar country = any(random, ZoneId.of(zones.get(random.nextInt(zones.size()))));
            Calendar list = any(random, ZoneId.of("UTC"));
            Instant accepted = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(3 * 365 * 24 * 3600));
            int days = random.nextInt(25);
            LocalDate start = accepted.atZone(country.zone()).toLocalDate();

            LocalDate last = WorkingDays.lastDay(accepted, days, country, list);
            Instant due = WorkingDays.due(accepted, days, country, list);

            LocalDate dueDay = due.atZone(country.zone()).toLocalDate();
            assertEquals(days, worked(start, last, country, list), what);
            assertTrue(days == 0 || works(last, country, list), what);
            assertTrue(works(dueDay, country, list), what);
            assertEquals(1, worked(last, dueDay, country, list), what);
            assertTrue(due.isAfter(accepted), what);
            assertTrue(WorkingDays.due(accepted, days + 1, country, list).isAfter(due), what);
            assertFalse(WorkingDays.due(accepted.plusSeconds(random.nextInt(200_000)), days, country, list).isBefore(due), what);
        }
    }

    private static Calendar any(Random random, ZoneId zone) {
        Set<DayOfWeek> weekend = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) weekend.add(DayOfWeek.of(1 + random.nextInt(7)));
        List<LocalDate> holidays = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) holidays.add(LocalDate.parse("2026-01-01").plusDays(random.nextInt(1200)));
        return new Calendar(zone, weekend, new HashSet<>(holidays));
    }

    private static boolean works(LocalDate day, Calendar country, Calendar list) {
        return country.works(day) && list.works(day);
    }

    /// Working days after `from`, up to and with `to`.
    private static long worked(LocalDate from, LocalDate to, Calendar country, Calendar list) {
        return from.plusDays(1).datesUntil(to.plusDays(1)).filter(day -> works(day, country, list)).count();
    }
}

package tldops.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tldops.core.Calendar;
import tldops.core.CcTld;
import tldops.core.Tld;
import tldops.core.WorkingDays;

/// N04: the tables that the robot ships, and what happens when one is wrong.
class CcTldsTest {
    private static final String TLDS = "tld\tcountry\tiso3166\tregion\tkind\tstatus\n";
    private static final String COUNTRIES = "iso3166\tzone\tweekend\tholidays\n";

    private static Map<Tld, CcTld> shipped() throws IOException {
        try (var cctlds = Files.newBufferedReader(Path.of("config/cctlds.tsv")); var countries = Files.newBufferedReader(Path.of("config/countries.tsv"))) {
            return CcTlds.load(cctlds, countries, 2025, 2035);
        }
    }

    private static Calendar of(String tld) throws IOException {
        return shipped().get(Tld.of(tld)).calendar();
    }

    @Test
    void all309DelegatedCcTldsHaveAZoneAndAWeekend() throws IOException {
        var all = shipped();

        var delegated = all.values().stream().filter(CcTld::delegated).toList();

        assertEquals(316, all.size());
        assertEquals(309, delegated.size());
        assertEquals(61, delegated.stream().filter(CcTld::idn).count());
        for (CcTld one : delegated) {
            assertTrue(one.calendar().zone().getId().contains("/"), one.tld().label());
            assertFalse(one.calendar().weekend().isEmpty(), one.tld().label());
        }
    }

    @ParameterizedTest
    @CsvSource({"bd", "eg", "sa", "il", "jo", "kw", "qa", "om", "bh", "iq", "dz", "ly", "sd", "sy", "ye", "mv", "ps", "xn--wgbh1c", "xn--4dbrk0ce"})
    void v10_fridayAndSaturdayAreTheWeekend(String tld) throws IOException {
        assertEquals(Set.of(FRIDAY, SATURDAY), of(tld).weekend());
    }

    @Test
    void v10_theUnusualWeekendsAreTheirOwn() throws IOException {
        assertEquals(Set.of(SATURDAY, SUNDAY), of("ae").weekend(), "since 2022");
        assertEquals(Set.of(THURSDAY, FRIDAY), of("ir").weekend());
        assertEquals(Set.of(SATURDAY), of("np").weekend());
        assertEquals(Set.of(FRIDAY, SUNDAY), of("bn").weekend());
        assertEquals(Set.of(SATURDAY, SUNDAY), of("nl").weekend());
    }

    @ParameterizedTest
    @CsvSource({
        "eu, Europe/Brussels", "su, Europe/Moscow", "ac, Atlantic/St_Helena", "uk, Europe/London", "gb, Europe/London",
        "us, America/New_York", "au, Australia/Sydney", "br, America/Sao_Paulo", "xn--p1ai, Europe/Moscow", "xn--qxa6a, Europe/Brussels",
        "xn--fiqs8s, Asia/Shanghai", "kz, Asia/Almaty", "fm, Pacific/Pohnpei"
    })
    void theZoneIsThatOfTheCapital(String tld, String zone) throws IOException {
        assertEquals(zone, of(tld).zone().getId());
    }

    @Test
    void idnsShareTheCalendarOfTheirCountry() throws IOException {
        var all = shipped();

        assertSame(all.get(Tld.of("in")).calendar(), all.get(Tld.of("xn--h2brj9c")).calendar());
        assertSame(all.get(Tld.of("uk")).calendar(), all.get(Tld.of("gb")).calendar());
    }

    @Test
    void everyHolidayCalendarNamedInTheTableCanBeWorkedOut() throws IOException {
        var all = shipped();

        var withHolidays = all.values().stream().map(CcTld::calendar).distinct().filter(calendar -> calendar.holidays() instanceof PublicHolidays).toList();

        assertTrue(withHolidays.size() > 90, "only " + withHolidays.size());
        for (Calendar calendar : withHolidays) {
            long days = LocalDate.parse("2027-01-01").datesUntil(LocalDate.parse("2028-01-01")).filter(calendar.holidays()::contains).count();
            assertTrue(days >= 3, calendar.holidays() + " has " + days);
        }
    }

    @Test
    void aNewYearKeptOnTheLastDayOfDecemberIsAHolidayOfTheOldYear() throws IOException {
        Calendar american = of("us");

        boolean works = american.works(LocalDate.parse("2027-12-31"));

        assertFalse(works, "1 January 2028 is a Saturday");
    }

    @Test
    void holidaysAreASetWithinTheYearsAskedFor() {
        Set<LocalDate> holidays = new PublicHolidays("nl", 2026, 2027);

        assertTrue(holidays.contains(LocalDate.parse("2026-12-25")));
        assertFalse(holidays.contains(LocalDate.parse("2028-12-25")));
        assertEquals(Set.copyOf(holidays), holidays);
        assertEquals(Set.copyOf(holidays).size(), holidays.size());
    }

    @Test
    void v9_kingsDayCountsInTheNetherlandsAndNotNextDoor() throws IOException {
        Instant thursday = Instant.parse("2026-04-23T14:00:00Z");
        Calendar list = Week.calendar("UTC", List.of("SAT", "SUN"), List.of());

        LocalDate dutch = WorkingDays.lastDay(thursday, 5, of("nl"), list);
        LocalDate german = WorkingDays.lastDay(thursday, 5, of("de"), list);

        assertEquals(LocalDate.parse("2026-05-01"), dutch);
        assertEquals(LocalDate.parse("2026-04-30"), german);
    }

    @Test
    void everythingWrongInBothTablesIsSaidAtOnceWithFileAndLine() {
        String countries = "# remark\n" + COUNTRIES
                + "NL\tEurope/Amsterdam\tSAT,SUN\tnl\n"
                + "DE\tEurope/Nowhere\tSAT,SOON\txx\n"
                + "NL\tEurope/Amsterdam\tSAT,SUN\tnl\n"
                + "FR\tEurope/Paris\n"
                + "BE\tEurope/Brussels\tMON,TUE,WED,THU,FRI,SAT,SUN\t-\n";
        String cctlds = TLDS
                + "nl\tNetherlands\tNL\tEU\tascii\tdelegated\n"
                + "de\tGermany\tDE\tEU\tascii\tdelegated\n"
                + "zz\tNowhere\tZZ\tEU\tascii\tdelegated\n"
                + "nl\tNetherlands\tNL\tMARS\troman\tlost\n"
                + "nl\tNetherlands\tNL\tEU\tascii\tdelegated\n";

        var thrown = assertThrows(IllegalArgumentException.class, () -> CcTlds.load(new StringReader(cctlds), new StringReader(countries), 2026, 2027));

        assertEquals("""
                countries.tsv:6: nothing in column weekend, holidays
                countries.tsv:4: no zone of the time zone database: Europe/Nowhere
                countries.tsv:4: not a day like SAT: SOON
                countries.tsv:4: no calendar of public holidays: xx
                countries.tsv:5: NL stands twice
                countries.tsv:7: nobody works: the weekend has seven days
                cctlds.tsv:4: no line in countries.tsv for ZZ
                cctlds.tsv:5: no ICANN region: MARS
                cctlds.tsv:5: neither ascii nor idn: roman
                cctlds.tsv:5: neither delegated nor not_assigned: lost
                cctlds.tsv:6: nl stands twice""", thrown.getMessage());
    }

    @Test
    void aTableWithoutItsColumnsIsRefused() {
        var thrown = assertThrows(IllegalArgumentException.class,
                () -> CcTlds.load(new StringReader(""), new StringReader("iso3166\tzone\tweekend\n"), 2026, 2027));

        assertEquals("countries.tsv:1: no column holidays\ncctlds.tsv: no line with the names of the columns", thrown.getMessage());
    }

    @Test
    void theListsOwnCalendarIsReadFromItsDates() {
        Calendar list = Week.calendar("UTC", List.of("sat", "SUN"), List.of("2026-12-24"));

        assertEquals(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), list.weekend());
        assertFalse(list.works(LocalDate.parse("2026-12-24")));
        assertTrue(list.works(LocalDate.parse("2026-12-23")));
    }

    @Test
    void everythingWrongInTheListsOwnCalendarIsSaidAtOnce() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> Week.calendar("Moon/Sea", List.of("SA"), List.of("24.12.2026")));

        assertEquals("no zone of the time zone database: Moon/Sea\nnot a day like SAT: SA\nnot a date like 2027-01-01: 24.12.2026", thrown.getMessage());
    }
}

package tldops.core;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Working days on which mail could not come in for more than half the day do not count (SPEC 1.10).
class LostDaysTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Calendar LIST = new Calendar(ZoneId.of("UTC"), Set.of(SATURDAY, SUNDAY), Set.of());
    private static final List<String> ZONES = List.of("Europe/Amsterdam", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland", "America/Sao_Paulo");

    private static Outage outage(String from, String to) {
        return new Outage(Instant.parse(from), Instant.parse(to));
    }

    private static boolean lost(String day, Outage... outages) {
        return Outage.lost(List.of(outages), LocalDate.parse(day), AMSTERDAM);
    }

    @Test
    void half_a_day_is_not_lost_and_a_second_more_is() {
        assertThat(lost("2027-01-19", outage("2027-01-18T23:00:00Z", "2027-01-19T11:00:00Z"))).isFalse();
        assertThat(lost("2027-01-19", outage("2027-01-18T23:00:00Z", "2027-01-19T11:00:01Z"))).isTrue();
    }

    @Test
    void the_day_is_that_of_the_capital() {
        Outage utcDay = outage("2027-01-19T11:30:00Z", "2027-01-20T00:00:00Z");

        assertThat(Outage.lost(List.of(utcDay), LocalDate.parse("2027-01-20"), ZoneId.of("Pacific/Auckland"))).isTrue();
        assertThat(Outage.lost(List.of(utcDay), LocalDate.parse("2027-01-19"), ZoneId.of("UTC"))).isTrue();
        assertThat(Outage.lost(List.of(utcDay), LocalDate.parse("2027-01-19"), AMSTERDAM)).isFalse();
    }

    @Test
    void outages_of_one_day_add_up_and_what_overlaps_counts_once() {
        Outage morning = outage("2027-01-18T23:00:00Z", "2027-01-19T06:00:00Z");
        Outage within = outage("2027-01-19T01:00:00Z", "2027-01-19T05:00:00Z");
        Outage evening = outage("2027-01-19T17:00:00Z", "2027-01-19T23:00:00Z");

        assertThat(lost("2027-01-19", morning, within)).isFalse();
        assertThat(lost("2027-01-19", evening, within, morning)).isTrue();
    }

    @Test
    void a_day_of_23_or_25_hours_is_lost_by_more_than_12_as_well() {
        assertThat(lost("2027-03-28", outage("2027-03-27T23:00:00Z", "2027-03-28T11:00:00Z"))).isFalse();
        assertThat(lost("2027-03-28", outage("2027-03-27T23:00:00Z", "2027-03-28T11:00:01Z"))).isTrue();
        assertThat(lost("2027-10-31", outage("2027-10-31T11:00:00Z", "2027-10-31T23:00:00Z"))).isFalse();
        assertThat(lost("2027-10-31", outage("2027-10-31T10:59:59Z", "2027-10-31T23:00:00Z"))).isTrue();
    }

    @Test
    void years_without_mail_count_for_nobody() {
        Predicate<LocalDate> years = day -> Outage.lost(List.of(outage("2027-01-15T00:00:00Z", "2031-01-13T23:59:00Z")), day, AMSTERDAM);
        Calendar dutch = new Calendar(AMSTERDAM, Set.of(SATURDAY, SUNDAY), Set.of());

        LocalDate last = WorkingDays.lastDay(Instant.parse("2027-01-14T10:00:00Z"), 1, dutch, LIST, years);

        assertThat(last).isEqualTo("2031-01-14");
    }

    @Test
    void lost_days_only_ever_put_off() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Calendar country = new Calendar(zone, Set.of(SATURDAY, SUNDAY), Set.of());
            Instant accepted = Instant.parse("2026-12-01T00:00:00Z").plusSeconds(random.nextInt(366 * 86_400));
            int days = random.nextInt(15);
            List<Outage> outages = outages(random, accepted);
            Predicate<LocalDate> lost = day -> Outage.lost(outages, day, zone);

            Instant plain = WorkingDays.due(accepted, days, country, LIST);
            Instant due = WorkingDays.due(accepted, days, country, LIST, lost);
            LocalDate last = WorkingDays.lastDay(accepted, days, country, LIST, lost);

            String which = "seed " + seed + ", try " + i + ": " + accepted + " in " + zone + ", " + days + " days, " + outages;
            assertThat(due).as(which).isAfterOrEqualTo(plain);
            assertThat(lost.test(due.atZone(zone).toLocalDate())).as(which).isFalse();
            assertThat(counted(accepted, last, country, lost)).as(which).isEqualTo(days); // N04, T1, T2
            if (outages.stream().allMatch(outage -> outage.length().compareTo(Duration.ofHours(12)) <= 0) && outages.size() < 2) assertThat(due).as(which).isEqualTo(plain);
            List<Outage> more = new ArrayList<>(outages);
            more.addAll(outages(random, accepted));
            assertThat(WorkingDays.due(accepted, days, country, LIST, day -> Outage.lost(more, day, zone))).as(which).isAfterOrEqualTo(due);
        }
    }

    @Test
    void a_lost_weekend_changes_nothing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Calendar country = new Calendar(zone, Set.of(SATURDAY, SUNDAY), Set.of());
            Instant accepted = Instant.parse("2026-12-01T00:00:00Z").plusSeconds(random.nextInt(366 * 86_400));
            int days = 1 + random.nextInt(15);
            List<Outage> weekends = new ArrayList<>();
            LocalDate monday = accepted.atZone(zone).toLocalDate().with(java.time.DayOfWeek.MONDAY);
            for (int week = 0; week < 8; week++) {
                LocalDate saturday = monday.plusWeeks(week).plusDays(5);
                weekends.add(new Outage(saturday.atStartOfDay(zone).toInstant(), saturday.plusDays(2).atStartOfDay(zone).toInstant()));
            }

            Instant due = WorkingDays.due(accepted, days, country, LIST, day -> Outage.lost(weekends, day, zone));

            assertThat(due).as("seed " + seed + ", try " + i).isEqualTo(WorkingDays.due(accepted, days, country, LIST));
        }
    }

    private static int counted(Instant accepted, LocalDate last, Calendar country, Predicate<LocalDate> lost) {
        int counted = 0;
        for (LocalDate day = accepted.atZone(country.zone()).toLocalDate().plusDays(1); !day.isAfter(last); day = day.plusDays(1))
            if (country.works(day) && LIST.works(day) && !lost.test(day)) counted++;
        return counted;
    }

    private static List<Outage> outages(Random random, Instant around) {
        List<Outage> outages = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            Instant from = around.plusSeconds(random.nextInt(25 * 86_400) - 3 * 86_400L);
            outages.add(new Outage(from, from.plusSeconds(1 + random.nextInt(4 * 86_400))));
        }
        return outages;
    }
}

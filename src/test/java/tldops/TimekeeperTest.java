package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tldops.core.Change;
import tldops.core.Event;
import tldops.core.Outage;
import tldops.core.Registry;
import tldops.store.Sample;

/// Which duty waits for what (SPEC 1.10).
class TimekeeperTest {
    private static final Instant TEN = Instant.parse("2027-01-14T10:00:00Z");
    private static final Config.Clock CONFIG = new Config.Clock(ZoneOffset.UTC, "", "", "", Duration.ofMinutes(10), Duration.ofDays(14), Duration.ofHours(4));

    private Dial dial = new Dial(TEN, 0);
    private final AtomicBoolean readThrough = new AtomicBoolean(true);
    private final Registry registry = new Registry(Sample.rules());
    private Timekeeper time = keeper(Optional.empty());

    private Timekeeper keeper(Optional<Instant> beat) {
        return new Timekeeper(CONFIG, () -> dial, beat, Optional.empty(), readThrough::get);
    }

    private void pass(Duration passed) {
        dial = new Dial(dial.wall().plus(passed), dial.nanos() + passed.toNanos());
    }

    private void known() {
        List<Outage> missed = time.missed();
        missed.forEach(outage -> registry.apply(new Change.Missed(outage)));
        time.noted(missed);
    }

    private boolean waits(Event.Duty duty) {
        return time.holdsBack(duty, registry).isPresent();
    }

    @Test
    void deadlines_wait_for_mailboxes_that_were_not_read_through_and_other_duties_do_not() {
        readThrough.set(false);
        assertThat(waits(Event.Duty.DEADLINES)).isTrue();
        assertThat(waits(Event.Duty.OVERSIGHT)).isFalse();

        readThrough.set(true);

        assertThat(waits(Event.Duty.DEADLINES)).isFalse();
    }

    @Test
    void after_more_than_an_hour_without_mail_deadlines_wait_for_four() {
        time = keeper(Optional.of(TEN.minus(Duration.ofMinutes(61))));
        known();
        pass(Duration.ofHours(4).minusSeconds(1));
        assertThat(waits(Event.Duty.DEADLINES)).isTrue();
        assertThat(waits(Event.Duty.HOUSEKEEPING)).isFalse();

        pass(Duration.ofSeconds(1));

        assertThat(waits(Event.Duty.DEADLINES)).isFalse();
    }

    @Test
    void after_an_hour_without_mail_deadlines_do_not_wait() {
        time = keeper(Optional.of(TEN.minus(Duration.ofMinutes(60))));

        known();

        assertThat(registry.outages()).hasSize(1);
        assertThat(waits(Event.Duty.DEADLINES)).isFalse();
    }

    @Test
    void while_mail_can_not_come_in_deadlines_wait_from_the_second_hour_on() {
        time.inflow().shut("the disk is full");
        time.inflow().shut("imap");
        pass(Duration.ofHours(1));
        assertThat(waits(Event.Duty.DEADLINES)).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(time.holdsBack(Event.Duty.DEADLINES, registry).orElseThrow()).contains("imap, the disk is full");
        time.inflow().open("imap");
        assertThat(time.missed()).isEmpty();

        time.inflow().open("the disk is full");

        assertThat(time.missed()).containsExactly(new Outage(TEN, TEN.plusSeconds(3601)));
        assertThat(time.allIsWell()).as("as long as the registry does not know").isFalse();
        known();
        assertThat(waits(Event.Duty.DEADLINES)).isTrue();
        assertThat(time.allIsWell()).isTrue();
    }

    @Test
    void no_duty_runs_by_a_clock_in_doubt() {
        dial = new Dial(TEN.plus(Duration.ofDays(1)), 0);

        assertThat(Event.Duty.values()).allMatch(this::waits); // L31
        assertThat(time.allIsWell()).isFalse();
    }

    @Test
    void mail_bears_the_time_of_the_clock_after_a_long_gap_and_else_the_time_expected() {
        dial = new Dial(TEN.plus(Duration.ofDays(1)), 0);
        assertThat(time.arrival()).isEqualTo(TEN);

        time = keeper(Optional.of(TEN.minus(Duration.ofDays(30))));

        assertThat(time.arrival()).isEqualTo(TEN.plus(Duration.ofDays(1)));
        assertThat(time.now()).isEqualTo(TEN.minus(Duration.ofDays(30)));
    }
}

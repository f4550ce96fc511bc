package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tldops.core.ClockFault;
import tldops.core.Outage;

/// When the clock is believed, and what time it is when it is not (SPEC 1.10).
class WatchTest {
    private static final Instant TEN = Instant.parse("2027-01-14T10:00:00Z");
    private static final Watch.Limits LIMITS = new Watch.Limits(Duration.ofMinutes(10), Duration.ofDays(14));

    private Dial dial = new Dial(TEN, 5_000);

    private Watch watch(Optional<Instant> beat, Optional<Instant> line) {
        return new Watch(() -> dial, LIMITS, beat, line);
    }

    private void pass(Duration time) {
        dial = new Dial(dial.wall().plus(time), dial.nanos() + time.toNanos());
    }

    private void set(Instant wall) {
        dial = new Dial(wall, dial.nanos());
    }

    @Test
    void time_that_really_passes_is_believed_however_long() {
        Watch watch = watch(Optional.empty(), Optional.empty());

        pass(Duration.ofDays(400));

        assertThat(watch.doubt()).isEmpty();
        assertThat(watch.now()).isEqualTo(TEN.plus(Duration.ofDays(400)));
        assertThat(watch.lost()).isEmpty();
    }

    @Test
    void a_jump_of_more_than_ten_minutes_is_doubted_and_time_goes_on_as_expected() {
        Watch watch = watch(Optional.empty(), Optional.empty());
        set(TEN.plus(Duration.ofMinutes(10)));
        assertThat(watch.doubt()).isEmpty();

        set(TEN.plus(Duration.ofMinutes(11)));
        Optional<ClockFault> doubt = watch.doubt();
        pass(Duration.ofMinutes(5));

        assertThat(doubt).contains(new ClockFault(ClockFault.Kind.JUMP, TEN.plus(Duration.ofMinutes(11)), TEN));
        assertThat(watch.now()).isEqualTo(TEN.plus(Duration.ofMinutes(5)));
        assertThat(watch.off()).isEqualTo(Duration.ofMinutes(11));
    }

    @Test
    void when_the_clock_is_right_again_it_is_believed_again_and_nothing_is_lost() {
        Watch watch = watch(Optional.empty(), Optional.empty());
        set(TEN.minus(Duration.ofDays(3)));
        assertThat(watch.doubt()).isPresent();
        pass(Duration.ofMinutes(5));

        set(TEN.plus(Duration.ofMinutes(5)));

        assertThat(watch.doubt()).isEmpty();
        assertThat(watch.now()).isEqualTo(TEN.plus(Duration.ofMinutes(5)));
        assertThat(watch.lost()).isEmpty();
    }

    @Test
    void what_an_accepted_clock_went_on_by_unseen_is_lost() {
        Watch watch = watch(Optional.empty(), Optional.empty());
        set(TEN.plus(Duration.ofDays(3)));
        assertThat(watch.doubt()).isPresent();
        pass(Duration.ofMinutes(5));

        watch.accept();

        assertThat(watch.doubt()).isEmpty();
        assertThat(watch.now()).isEqualTo(TEN.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(5)));
        assertThat(watch.lost()).containsExactly(new Outage(TEN, TEN.plus(Duration.ofDays(3))));
        assertThat(watch.lost()).isEmpty();
    }

    @Test
    void only_the_doubt_that_was_seen_is_accepted() {
        Watch watch = watch(Optional.empty(), Optional.empty());
        set(TEN.plus(Duration.ofDays(3)));
        ClockFault seen = watch.doubt().orElseThrow();
        set(TEN);
        assertThat(watch.doubt()).isEmpty();
        set(TEN.plus(Duration.ofDays(300)));
        assertThat(watch.doubt()).isPresent();

        watch.accept(seen);
        assertThat(watch.doubt()).isPresent();

        watch.accept(watch.doubt().orElseThrow());
        assertThat(watch.doubt()).isEmpty();
    }

    @Test
    void an_accepted_clock_that_is_behind_takes_no_moment_back() {
        Watch watch = watch(Optional.empty(), Optional.empty());
        watch.now();
        set(TEN.minus(Duration.ofHours(1)));
        assertThat(watch.doubt()).isPresent();

        watch.accept();

        assertThat(watch.now()).isEqualTo(TEN);
        pass(Duration.ofMinutes(61));
        assertThat(watch.now()).isEqualTo(TEN.plus(Duration.ofMinutes(1)));
    }

    @Test
    void at_start_the_time_since_the_last_heartbeat_was_lost() {
        Watch watch = watch(Optional.of(TEN.minus(Duration.ofDays(2))), Optional.of(TEN.minus(Duration.ofDays(1))));

        assertThat(watch.doubt()).isEmpty();
        assertThat(watch.lost()).containsExactly(new Outage(TEN.minus(Duration.ofDays(2)), TEN));
    }

    @Test
    void at_start_a_gap_of_more_than_fourteen_days_is_doubted() {
        assertThat(watch(Optional.of(TEN.minus(Duration.ofDays(14))), Optional.empty()).doubt()).isEmpty();

        Watch watch = watch(Optional.of(TEN.minus(Duration.ofDays(14)).minusSeconds(1)), Optional.empty());

        assertThat(watch.doubt().orElseThrow().kind()).isEqualTo(ClockFault.Kind.GAP);
        watch.accept();
        assertThat(watch.lost()).containsExactly(new Outage(TEN.minus(Duration.ofDays(14)).minusSeconds(1), TEN));
    }

    @Test
    void at_start_a_time_before_the_last_line_of_the_journal_is_doubted_until_it_has_passed() {
        Watch watch = watch(Optional.of(TEN.minusSeconds(60)), Optional.of(TEN.plusSeconds(30)));
        assertThat(watch.doubt().orElseThrow().kind()).isEqualTo(ClockFault.Kind.BACK);
        assertThat(watch.now()).isEqualTo(TEN.plusSeconds(30));

        set(TEN.plusSeconds(31));

        assertThat(watch.doubt()).isEmpty();
    }

    @Test
    void small_steps_are_forgiven_with_time() {
        Watch watch = watch(Optional.empty(), Optional.empty());

        for (int hours = 0; hours < 100; hours++) {
            for (int minutes = 0; minutes < 60; minutes++) {
                pass(Duration.ofMinutes(1));
                watch.now();
            }
            set(dial.wall().plusSeconds(30));
        }

        assertThat(watch.doubt()).as("fifty minutes in a hundred hours").isEmpty();
    }

    @Test
    void whatever_the_clock_shows_no_moment_lies_before_the_one_before() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Watch watch = watch(Optional.of(TEN.minusSeconds(random.nextInt(4_000_000))), Optional.empty());
        Instant before = watch.now();

        for (int i = 0; i < 5_000; i++) {
            if (random.nextInt(3) > 0) pass(Duration.ofSeconds(random.nextInt(4_000)));
            else set(dial.wall().plusSeconds(random.nextInt(8_000_000) - 4_000_000L));
            if (random.nextInt(20) == 0) watch.accept();
            Instant now = watch.now();
            assertThat(now).as("seed %d, step %d", seed, i).isAfterOrEqualTo(before);
            assertThat(watch.lost()).as("seed %d, step %d", seed, i).allMatch(outage -> outage.from().isBefore(outage.to()));
            before = now;
        }
    }
}

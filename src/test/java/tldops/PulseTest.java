package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.clock.Clock;
import tldops.store.Sample;

/// What the robot looks at once a minute: room for mail, the clock, the duties (SPEC 1.10, L31).
@Timeout(60)
class PulseTest {
    private static final Config.Clock CONFIG = new Config.Clock(ZoneOffset.UTC, "", "", "", Duration.ofMinutes(10), Duration.ofDays(14), Duration.ofHours(4));

    @TempDir
    Path temporary;

    private final AtomicReference<Dial> dial = new AtomicReference<>(new Dial(Sample.NOW, 0));
    private final AtomicBoolean room = new AtomicBoolean(true);
    private final AtomicReference<List<Clock.Next>> late = new AtomicReference<>(List.of());
    private final AtomicInteger planned = new AtomicInteger();
    private Walk walk;
    private Timekeeper time;
    private Pulse pulse;

    @BeforeEach
    void open() {
        walk = new Walk(temporary.resolve("data"));
        time = new Timekeeper(CONFIG, dial::get, Optional.empty(), Optional.empty(), () -> true);
        pulse = new Pulse(time, walk.store.heartbeat(), walk.robot, Map.of("the disk is full", room::get), new Pulse.Duties(_ -> late.get(), planned::incrementAndGet));
    }

    @AfterEach
    void close() {
        pulse.close();
        walk.close();
    }

    private void pass(Duration passed) {
        dial.set(new Dial(dial.get().wall().plus(passed), dial.get().nanos() + passed.toNanos()));
    }

    @Test
    void a_heartbeat_is_kept_while_all_is_well() {
        assertThat(walk.store.heartbeat().last()).isEmpty();
        pulse.beat();
        assertThat(walk.store.heartbeat().last()).contains(Sample.NOW);
        pass(Duration.ofMinutes(1));

        pulse.beat();

        assertThat(walk.store.heartbeat().last()).contains(Sample.NOW.plusSeconds(60));
        assertThat(pulse.trouble()).isEmpty();
    }

    @Test
    void without_room_for_mail_no_heartbeat_is_kept_and_the_outage_is_noted() {
        pulse.beat();
        room.set(false);
        pass(Duration.ofMinutes(1));
        pulse.beat();
        pass(Duration.ofHours(2));
        pulse.beat();
        assertThat(time.inflow().since()).contains(Sample.NOW.plusSeconds(60));
        assertThat(walk.store.heartbeat().last()).contains(Sample.NOW);

        room.set(true);
        pulse.beat();

        assertThat(time.missed()).hasSize(1).allMatch(outage -> outage.length().equals(Duration.ofHours(2)));
        assertThat(walk.store.heartbeat().last()).as("as long as the outage is not recorded").contains(Sample.NOW);
    }

    @Test
    void a_doubt_is_told_of_once_and_ends_with_new_plans() {
        pulse.beat();
        dial.set(new Dial(Sample.NOW.plus(Duration.ofDays(3)), 0));

        pulse.beat();
        pulse.beat();
        dial.set(new Dial(Sample.NOW, 0));
        pulse.beat();

        assertThat(walk.decided()).containsExactly("nothing");
        assertThat(planned).hasValue(1);
    }

    @Test
    void a_duty_whose_next_run_lies_in_the_past_is_trouble() {
        late.set(List.of(new Clock.Next("deadlines", Optional.of(Instant.parse("2027-01-18T09:00:00Z")))));

        pulse.beat();

        assertThat(pulse.trouble().orElseThrow()).as("L31").contains("deadlines", "2027-01-18T09:00:00Z");
        late.set(List.of());
        pulse.beat();
        assertThat(pulse.trouble()).isEmpty();
    }

    @Test
    void a_clock_that_has_died_is_trouble() {
        Clock dead = Clock.start(List.of(new Clock.Duty("deadlines", "0 0/5 * * * ?", ZoneOffset.UTC)), (_, _) -> {});
        dead.close();
        try (Pulse watchdog = new Pulse(time, walk.store.heartbeat(), walk.robot, Map.of("the disk is full", room::get), Pulse.Duties.of(Optional.of(dead)))) {
            watchdog.beat();

            assertThat(watchdog.trouble().orElse("")).as("L31").contains("no duty runs");
        }
    }
}

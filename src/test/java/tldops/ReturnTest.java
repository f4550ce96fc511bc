package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Event;

/// What the daemon does about the time in which it was not there (SPEC 1.10).
@Timeout(60)
class ReturnTest {
    private static final Instant NIGHT = Instant.parse("2027-01-14T03:30:00Z");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> clock = new AtomicReference<>(NIGHT);

    private Daemon daemon(Path file) throws Exception {
        Config config = ((ConfigReader.Reading.Good) ConfigReader.read(Optional.of(file), Map.of())).config();
        return new Daemon(config, clock::get, new Random(1), true);
    }

    @Test
    void a_duty_missed_while_the_robot_was_down_is_done_once_on_return() throws Exception {
        Terminal terminal = new Terminal(folder);
        terminal.configure("clock.housekeeping = \"0 30 3 * * ?\"");
        Path file = terminal.file();
        try (Daemon first = daemon(file)) {
            first.robot().duty(Event.Duty.HOUSEKEEPING, NIGHT.toString()).join();
        }
        clock.set(NIGHT.plus(Duration.ofDays(3)));

        try (Daemon back = daemon(file)) {
            back.robot().settle();

            assertThat(back.robot().ask(registry -> registry.done(Event.Duty.HOUSEKEEPING, NIGHT.plus(Duration.ofDays(1)).toString())).join()).contains(clock.get()); // P4
            assertThat(back.robot().ask(registry -> registry.done(Event.Duty.HOUSEKEEPING, NIGHT.plus(Duration.ofDays(2)).toString())).join()).isEmpty();
            assertThat(back.robot().ask(registry -> registry.outages().getFirst().length()).join()).isEqualTo(Duration.ofDays(3));
        }
    }
}

package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Each sign turns yellow and red when it should, and green again; the log says so once.
@Timeout(120)
class VitalsTest {
    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private Terminal terminal;

    @BeforeEach
    void configured() throws IOException {
        terminal = new Terminal(folder);
    }

    private Daemon daemon(boolean ticking, String more) throws IOException {
        terminal.configure(more);
        Config config = ((ConfigReader.Reading.Good) ConfigReader.read(Optional.of(terminal.file()), Map.of())).config();
        return new Daemon(config, now::get, new Random(1), ticking);
    }

    private static Vital sign(Daemon daemon, String name) {
        return daemon.vitals().ask().stream().filter(vital -> vital.name().equals(name)).findFirst().orElseThrow();
    }

    private void later(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    @Test
    void an_alarm_is_logged_once_when_it_begins_and_once_when_it_is_over() {
        AtomicReference<Vital.Reading> reading = new AtomicReference<>(Vital.Reading.green("fine"));
        Vitals vitals = new Vitals(Map.of("sample", reading::get), now::get);
        Logger log = (Logger) LoggerFactory.getLogger(Vitals.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        log.addAppender(seen);
        try {
            vitals.ask();
            reading.set(Vital.Reading.red("Do something."));
            Instant began = now.get();
            vitals.ask();
            later(Duration.ofMinutes(5));
            assertThat(vitals.ask()).singleElement().satisfies(vital -> assertThat(vital.since()).isEqualTo(began));
            reading.set(Vital.Reading.green("fine again"));
            vitals.ask();
            vitals.ask();
        } finally {
            log.detachAppender(seen);
        }
        assertThat(seen.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("alarm: sample is red: Do something.", "alarm over: sample: fine again");
    }

    @Test
    void a_part_that_can_not_be_asked_is_red_and_hides_no_other() {
        Vitals vitals = new Vitals(new java.util.LinkedHashMap<>(Map.of("broken", () -> {
            throw new IllegalStateException("with words of a mail");
        })), now::get);

        assertThat(vitals.ask()).singleElement().satisfies(vital -> {
            assertThat(vital.level()).isEqualTo(Vital.Level.RED);
            assertThat(vital.says()).contains("IllegalStateException").doesNotContain("words of a mail");
        });
    }

    @Test
    void a_duty_that_should_have_run_or_failed_is_red() throws Exception {
        // none may run by itself while this looks: half a day lies before the next one
        String daily = " = \"0 0 " + ZonedDateTime.now(ZoneOffset.UTC).plusHours(12).getHour() + " * * ?\"\n";
        try (Daemon daemon = daemon(true, "clock.housekeeping" + daily + "oversight.report" + daily)) {
            assertThat(sign(daemon, "duties").level()).isEqualTo(Vital.Level.GREEN);
            daemon.tally().dutyEnded("deadlines", false, now.get());
            assertThat(sign(daemon, "duties").says()).isEqualTo("Duty deadlines failed; read the log, then tldops duty deadlines."); // L31
            daemon.tally().dutyEnded("deadlines", true, now.get());
            assertThat(sign(daemon, "duties").level()).isEqualTo(Vital.Level.GREEN);

            later(Duration.ofDays(2));

            assertThat(sign(daemon, "duties").level()).as("the next run lies in the past (L31)").isEqualTo(Vital.Level.RED);
            assertThat(sign(daemon, "duties").says()).contains("housekeeping", "oversight", "tldops duty housekeeping");
        }
    }

    @Test
    void a_relay_that_is_away_is_yellow_then_red_then_green_again() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Daemon daemon = daemon(false, "send.mode = smtp\nsend.host = \"127.0.0.1\"\nsend.port = " + port)) {
            new Orders(Office.of(((ConfigReader.Reading.Good) ConfigReader.read(Optional.of(terminal.file()), Map.of())).config(), daemon)).invite("ops", List.of(tldops.core.Tld.of("nl")));
            daemon.settle();
            assertThat(sign(daemon, "relay").level()).isEqualTo(Vital.Level.YELLOW);
            Instant since = sign(daemon, "relay").since();

            later(Duration.ofMinutes(31));
            daemon.settle();
            assertThat(sign(daemon, "relay").level()).isEqualTo(Vital.Level.RED);
            assertThat(sign(daemon, "relay").since()).isEqualTo(since);
            assertThat(sign(daemon, "outbox").level()).as("its letters wait for the relay, not for us").isEqualTo(Vital.Level.GREEN);

            try (HandingBack relay = new HandingBack(port, _ -> Optional.empty(), () -> 0)) {
                later(Duration.ofMinutes(2));
                daemon.settle();
                assertThat(relay.taken()).isNotEmpty();
                assertThat(sign(daemon, "relay").level()).isEqualTo(Vital.Level.GREEN);
            }
        }
    }

    @Test
    void too_little_room_on_the_disk_is_red() throws Exception {
        try (Daemon daemon = daemon(false, "store.min-free = 1000 TB")) {
            assertThat(sign(daemon, "disk").level()).isEqualTo(Vital.Level.RED);
            assertThat(sign(daemon, "disk").says()).contains("no mail is taken in");
        }
    }

    @Test
    void mail_that_comes_over_and_over_is_told() throws Exception {
        try (Daemon daemon = daemon(false, "")) {
            assertThat(sign(daemon, "duplicates").level()).isEqualTo(Vital.Level.GREEN);
            for (int i = 0; i < 101; i++) daemon.tally().again("imap"); // L26
            assertThat(sign(daemon, "duplicates").level()).isEqualTo(Vital.Level.YELLOW);
            later(Duration.ofMinutes(61));
            sign(daemon, "duplicates");
            assertThat(sign(daemon, "duplicates").level()).isEqualTo(Vital.Level.GREEN);
        }
    }

    @Test
    void iana_that_does_not_answer_is_told_and_forgotten_when_it_does() throws Exception {
        try (Daemon daemon = daemon(false, "iana.source = whois\niana.host = \"127.0.0.1\"\niana.port = 1")) {
            daemon.iana().lookUp(new tldops.core.Need(java.util.Set.of(tldops.core.Tld.of("nl")), java.util.Set.of(), Duration.ZERO), now.get());
            assertThat(sign(daemon, "iana").level()).isEqualTo(Vital.Level.YELLOW);
            later(Duration.ofHours(7));
            assertThat(sign(daemon, "iana").level()).isEqualTo(Vital.Level.RED);
            assertThat(sign(daemon, "iana").says()).contains("tldops doctor");
        }
    }
}

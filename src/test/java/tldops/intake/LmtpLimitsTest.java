package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tldops.intake.OpenDoor.MAIL;
import static tldops.intake.OpenDoor.ROBOT;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No client can exhaust the LMTP door, what cannot be stored comes again, and closing it loses nothing.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LmtpLimitsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_mail_that_is_too_large_is_refused_for_each_recipient_and_the_session_goes_on() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.limited(10_000, 1 << 20, 100, 50, MINUTE, MINUTE); Wire wire = lmtp.connect()) {
            assertThat(OpenLmtp.mail(wire, MAIL + "x".repeat(20_000), ROBOT, OpenLmtp.LIST)).hasSize(2).allMatch(reply -> reply.startsWith("552 5.3.4"));

            assertThat(OpenLmtp.mail(wire, MAIL, ROBOT)).containsExactly("250 2.0.0 Stored");
            assertThat(lmtp.taken).hasSize(1);
        }
    }

    @Test
    void a_mail_without_end_is_hung_up_on() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.limited(1_000, 1 << 20, 100, 50, MINUTE, MINUTE); Wire wire = lmtp.connect()) {
            assertThat(OpenLmtp.mail(wire, MAIL + "x".repeat(9_950), ROBOT).getFirst()).startsWith("421");
            assertThat(lmtp.taken).isEmpty();
        }
    }

    @Test
    void a_mail_that_takes_too_long_is_hung_up_on() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.limited(10_000, 1 << 20, 100, 50, MINUTE, Duration.ofMillis(200)); Wire wire = lmtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");
            wire.say("DATA");

            assertThat(wire.raw("From: ").reply()).startsWith("421 4.4.2");
            assertThat(lmtp.taken).isEmpty();
        }
    }

    @Test
    void a_silent_client_is_hung_up_on() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.limited(10_000, 1 << 20, 100, 1, Duration.ofMillis(100), MINUTE); Wire wire = lmtp.connect()) {
            assertThat(wire.reply()).startsWith("421 4.4.2");
            assertThat(wire.reply()).isEqualTo("closed");
        }
    }

    @Test
    void mails_beyond_the_memory_set_apart_come_later() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.limited(100_000, 4_096, 100, 50, MINUTE, MINUTE); Wire wire = lmtp.connect()) {
            assertThat(OpenLmtp.mail(wire, MAIL + "x".repeat(5_000), ROBOT, OpenLmtp.LIST)).hasSize(2).allMatch(reply -> reply.startsWith("452 4.3.1"));
            assertThat(OpenLmtp.mail(wire, MAIL + "x".repeat(3_000), ROBOT)).containsExactly("250 2.0.0 Stored");
            assertThat(OpenLmtp.mail(wire, MAIL + "x".repeat(3_000), ROBOT)).containsExactly("250 2.0.0 Stored");
        }
    }

    @Test
    void recipients_and_connections_are_limited() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.limited(10_000, 1 << 20, 2, 2, MINUTE, MINUTE); Wire wire = lmtp.connect(); Wire second = lmtp.connect(); Wire third = lmtp.call()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");
            wire.say("RCPT TO:<" + OpenLmtp.OWNER + ">");

            assertThat(wire.say("RCPT TO:<" + OpenLmtp.LIST + ">")).startsWith("452 4.5.3");
            assertThat(second.say("NOOP")).startsWith("250");
            assertThat(third.reply()).startsWith("421");
            assertThat(third.reply()).isEqualTo("closed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XYZZY", "", "NOOP\u0000", "RCPT TO:<tld-ops-request\u00e9@lists.example.test>", "MAIL FROM:ada", "GET / HTTP/1.1"})
    void a_client_that_does_not_speak_lmtp_is_hung_up_on(String nonsense) throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.usual(); Wire wire = lmtp.connect(); Wire other = lmtp.connect()) {
            for (int each = 1; each <= LmtpSession.MISTAKES; each++) assertThat(wire.say(nonsense)).startsWith("50");

            assertThat(wire.reply()).startsWith("421 4.7.0");
            assertThat(wire.reply()).isEqualTo("closed");
            assertThat(OpenLmtp.mail(other, MAIL, ROBOT)).containsExactly("250 2.0.0 Stored");
        }
    }

    @Test
    void lines_that_are_too_long_or_end_otherwise_are_not_commands() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.usual(); Wire wire = lmtp.connect()) {
            assertThat(wire.say("NOOP " + "x".repeat(LmtpLine.LONGEST - 7))).startsWith("250");
            assertThat(wire.say("NOOP " + "x".repeat(LmtpLine.LONGEST - 6))).startsWith("500 5.5.2").contains("longer");
            assertThat(wire.raw("NOOP\n").reply()).startsWith("500 5.5.2").contains("CR LF");
            assertThat(wire.raw("NO\rOP\r\n").reply()).startsWith("500 5.5.2");
            assertThat(wire.say("NOOP")).startsWith("250");
            assertThat(wire.raw("x".repeat(10 * LmtpLine.LONGEST + 1)).reply()).as("a line without end").startsWith("421");
        }
    }

    @Test
    void what_cannot_be_stored_now_comes_again_for_each_recipient() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.usual(); Wire wire = lmtp.connect()) {
            lmtp.inlet = (_, _) -> {
                throw NotNow.busy("secret reason");
            };
            assertThat(OpenLmtp.mail(wire, MAIL, ROBOT, OpenLmtp.LIST)).hasSize(2).allMatch("451 4.3.0 Not now, try again later"::equals);
            lmtp.inlet = (_, _) -> {
                throw NotNow.full("secret reason");
            };
            assertThat(OpenLmtp.mail(wire, MAIL, ROBOT, OpenLmtp.LIST)).hasSize(2).allMatch("452 4.3.1 No room, try again later"::equals);
            lmtp.inlet = (_, _) -> {
                throw new IllegalStateException("planted");
            };
            assertThat(OpenLmtp.mail(wire, MAIL, ROBOT)).containsExactly("451 4.3.0 Not now, try again later");
        }
    }

    @Test
    void half_a_mail_is_not_stored() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.usual(); Wire wire = lmtp.connect(); Wire other = lmtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");
            wire.say("DATA");
            wire.raw(MAIL + "\r\n").close();

            assertThat(OpenLmtp.mail(other, MAIL, ROBOT)).containsExactly("250 2.0.0 Stored");
            lmtp.door.close();
            assertThat(lmtp.taken).hasSize(1);
        }
    }

    @Test
    void a_mail_that_is_being_stored_is_stored_when_the_door_closes() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.usual(); Wire wire = lmtp.connect(); Wire idle = lmtp.connect(); Wire half = lmtp.connect()) {
            CountDownLatch storing = new CountDownLatch(1);
            CountDownLatch disk = new CountDownLatch(1);
            Inlet good = lmtp.inlet;
            lmtp.inlet = (envelope, raw) -> {
                storing.countDown();
                assertThat(awaited(disk)).isTrue();
                good.take(envelope, raw);
            };
            half.say("MAIL FROM:<ada@registry.example>");
            half.say("RCPT TO:<" + ROBOT + ">");
            half.say("DATA");
            half.raw(MAIL);
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");
            wire.say("RCPT TO:<" + OpenLmtp.LIST + ">");
            wire.say("DATA");
            wire.raw(MAIL + "\r\n.\r\n");
            storing.await();

            Thread closing = Thread.ofVirtual().start(lmtp.door::close);
            assertThat(idle.reply()).as("whoever is idle is sent away").startsWith("421 4.3.2");
            assertThat(half.reply()).as("half a mail comes again").startsWith("421 4.3.2");
            assertThat(closing.isAlive()).isTrue();
            disk.countDown();

            assertThat(wire.reply()).isEqualTo("250 2.0.0 Stored");
            assertThat(wire.reply()).isEqualTo("250 2.0.0 Stored");
            assertThat(wire.reply()).startsWith("421 4.3.2");
            closing.join();
            assertThat(lmtp.taken).hasSize(1);
            assertThatThrownBy(lmtp::call).isInstanceOf(IOException.class);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void a_port_that_is_taken_is_said_in_a_sentence() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.usual()) {
            LmtpDoor.Settings same = LmtpDoor.Settings.loopback(lmtp.door.port(), "robot.example.test");

            assertThatThrownBy(() -> LmtpDoor.open(same, OpenDoor.LIST, lmtp.inlet, OpenDoor.NOON)).isInstanceOf(IOException.class).hasMessageContaining("cannot listen on 127.0.0.1 port " + lmtp.door.port());
        }
    }
}

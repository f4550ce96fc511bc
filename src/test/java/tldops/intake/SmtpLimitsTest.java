package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tldops.intake.OpenDoor.MAIL;
import static tldops.intake.OpenDoor.ROBOT;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No client can exhaust the SMTP door, and a fault ends at most one session.
class SmtpLimitsTest {
    private final OpenDoor smtp = new OpenDoor();

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void rule_23_near_miss_a_mail_that_is_too_large_is_refused_and_the_session_goes_on() throws Exception {
        smtp.open(OpenDoor.limited(10_000, 1 << 20, 100, 50, Duration.ofMinutes(1)));
        try (Wire wire = new Wire(smtp.door.port())) {
            wire.reply();
            assertThat(wire.say("EHLO mail.example.test")).contains("SIZE 10000");
            assertThat(wire.say("MAIL FROM:<ada@registry.example> SIZE=10001")).startsWith("552");
            String reply = wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(20_000));

            assertThat(reply).startsWith("552 5.3.4");
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("250");
            assertThat(smtp.taken).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3221225472", "99999999999", "18446744073709551616", "00099999999999"})
    void rule_23_attack_a_size_beyond_every_number_is_refused_for_good_and_the_session_goes_on(String size) throws Exception {
        try (Wire wire = smtp.connect()) {
            assertThat(wire.say("MAIL FROM:<ada@registry.example> SIZE=" + size)).startsWith("552 5.3.4");
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("250");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL FROM\0:<ada@registry.example>", "HELP \u001b[2J", "MAIL FROM:<\u00e9@registry.example>", "NOOP \u0007"})
    void rule_28_attack_a_command_with_what_is_no_text_is_refused_and_not_repeated(String command) throws Exception {
        try (Wire wire = smtp.connect()) {
            assertThat(wire.say(command)).isIn("500 5.5.2 It holds what is not printable ASCII", "501 Syntax error: invalid character encoding.");
        }
    }

    @Test
    void each_line_of_every_help_is_a_reply() throws Exception {
        try (Wire wire = smtp.connect()) {
            for (String topic : new String[] {"", " AUTH", " MAIL", " NOBODY"}) assertThat(wire.say("HELP" + topic)).startsWith("214 2.0.0");
            assertThat(wire.say("QUIT")).startsWith("221");
        }
    }

    @Test
    void aMailWithoutEndIsHungUpOn() throws Exception {
        smtp.open(OpenDoor.limited(1_000, 1 << 20, 100, 50, Duration.ofMinutes(1)));
        try (Wire wire = smtp.connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(10_500))).startsWith("421");
            assertThat(smtp.taken).isEmpty();
        }
    }

    @Test
    void aMailThatTakesTooLongIsHungUpOn() throws Exception {
        smtp.open(OpenDoor.limited(10_000, 1 << 20, 100, 50, Duration.ZERO));
        try (Wire wire = smtp.connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(100))).startsWith("421");
            assertThat(smtp.taken).isEmpty();
        }
    }

    @Test
    void mailsBeyondTheMemorySetApartComeLater() throws Exception {
        smtp.open(OpenDoor.limited(100_000, 4_096, 100, 50, Duration.ofMinutes(1)));
        try (Wire wire = smtp.connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(5_000))).startsWith("452");
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(3_000))).startsWith("250");
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(3_000))).startsWith("250");
        }
    }

    @Test
    void recipientsAndConnectionsAreLimited() throws Exception {
        smtp.open(OpenDoor.limited(10_000, 1 << 20, 2, 2, Duration.ofMinutes(1)));
        try (Wire wire = smtp.connect(); Wire second = smtp.connect(); Wire third = new Wire(smtp.door.port())) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<tld-ops@lists.example.test>");
            wire.say("RCPT TO:<tld-ops-owner@lists.example.test>");

            assertThat(wire.say("RCPT TO:<" + ROBOT + ">")).startsWith("452");
            assertThat(second.say("NOOP")).startsWith("250");
            assertThat(third.reply()).startsWith("421");
        }
    }

    @Test
    void whatCannotBeStoredNowComesAgain() throws Exception {
        try (Wire wire = smtp.connect()) {
            smtp.inlet = (_, _) -> {
                throw NotNow.busy("secret reason");
            };
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("451 4.3.0").doesNotContain("secret");
            smtp.inlet = (_, _) -> {
                throw NotNow.full("secret reason");
            };
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("452 4.3.1").doesNotContain("secret");
        }
    }

    @Test
    void aFaultOfOursHarmsNeitherThisSessionNorAnother() throws Exception {
        try (Wire wire = smtp.connect(); Wire other = smtp.connect()) {
            Inlet good = smtp.inlet;
            smtp.inlet = (_, _) -> {
                throw new IllegalStateException("planted");
            };
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("451");
            smtp.inlet = good;

            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("250");
            assertThat(other.mail("bea@registry.example", ROBOT, MAIL)).startsWith("250");
        }
    }

    @Test
    void halfAMailIsNotStored() throws Exception {
        try (Wire wire = smtp.connect(); Wire other = smtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");
            wire.say("DATA");
            wire.raw(MAIL + "\r\n").close();

            assertThat(other.mail("bea@registry.example", ROBOT, MAIL)).startsWith("250");
            smtp.door.close();
            assertThat(smtp.taken).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "XYZZY", "MAIL FROM:<a@b.example> SIZE=99999999999999999999", "RCPT TO:>><<", "EHLO", "AUTH PLAIN !!!", "BDAT x y z", "MAIL FROM:\u0000", "RCPT TO:<tld-ops-request\u00e9@lists.example.test>"})
    void nonsenseEndsAtMostItsOwnSession(String nonsense) throws Exception {
        try (Wire wire = smtp.connect(); Wire other = smtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say(nonsense);

            assertThat(other.mail("bea@registry.example", ROBOT, MAIL)).startsWith("250");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInASentence() throws Exception {
        smtp.open(OpenDoor.settings());
        SmtpDoor.Settings all = OpenDoor.settings();
        SmtpDoor.Settings same = new SmtpDoor.Settings(all.bind(), smtp.door.port(), all.host(), all.most(), all.memory(), 1, 1, 1, all.idle(), all.data(), all.tls(), all.trusted(), all.accounts());

        assertThatThrownBy(() -> SmtpDoor.open(same, OpenDoor.LIST, smtp.inlet, OpenDoor.NOON)).isInstanceOf(IOException.class).hasMessageContaining("cannot listen on 127.0.0.1 port " + smtp.door.port());
    }
}

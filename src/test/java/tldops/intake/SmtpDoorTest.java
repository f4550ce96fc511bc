package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.intake.OpenDoor.MAIL;
import static tldops.intake.OpenDoor.ROBOT;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Envelope;

/// What the SMTP door takes, refuses, and stores before it says yes (RFC 5321).
class SmtpDoorTest {
    private final OpenDoor smtp = new OpenDoor();

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void aMailIsStoredBeforeTheYes() throws Exception {
        try (Wire wire = smtp.connect()) {
            String reply = wire.mail("ada@registry.example", "TLD-Ops-Request+k3y@lists.example.test", MAIL);

            assertThat(reply).startsWith("250 ");
            OpenDoor.Taken mail = smtp.taken.getFirst();
            assertThat(mail.envelope()).isEqualTo(new Envelope(
                    "smtp", false, Optional.of(Address.of("ada@registry.example")), List.of(Address.of("tld-ops-request+k3y@lists.example.test")), "127.0.0.1", "mail.example.test"));
            assertThat(mail.text()).isEqualTo("""
                    Received: from mail.example.test ([127.0.0.1])\r
                    \tby robot.example.test (tldops-robot) with ESMTP;\r
                    \tFri, 20 Nov 2026 12:00:00 GMT\r
                    """ + MAIL + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tld-ops@lists.example.test", "tld-ops-owner@old.example.test", "tld-ops-bounces+q1@lists.example.test", "postmaster@lists.example.test", "Abuse@old.example.test", "postmaster"})
    void rule_23_pass_every_own_address_is_taken(String recipient) throws Exception {
        try (Wire wire = smtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");

            assertThat(wire.say("RCPT TO:<" + recipient + ">")).startsWith("250");
        }
    }

    @Test
    void mailForThePostmasterGoesToTheOwner() throws Exception {
        try (Wire wire = smtp.connect()) {
            wire.mail("", "postmaster@lists.example.test", MAIL);

            assertThat(smtp.taken.getFirst().envelope().recipients()).containsExactly(Address.of("tld-ops-owner@lists.example.test"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"someone@lists.example.test", "tld-ops@elsewhere.example", "tld-ops-request@lists.example.test@elsewhere.example", "tld-ops-request%lists.example.test@elsewhere.example", "\"tld-ops-request\"@lists.example.test", "postmaster@elsewhere.example"})
    void rule_23_near_miss_other_addresses_are_refused_at_the_door(String recipient) throws Exception {
        try (Wire wire = smtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");

            assertThat(wire.say("RCPT TO:<" + recipient + ">")).startsWith("550 5.1.1");
            assertThat(wire.say("DATA")).startsWith("503");
        }
    }

    @Test
    void theNullReversePathIsTaken() throws Exception {
        try (Wire wire = smtp.connect()) {
            assertThat(wire.mail("", ROBOT, MAIL)).startsWith("250");

            assertThat(smtp.taken.getFirst().envelope().returnPath()).isEmpty();
        }
    }

    @Test
    void rule_23_attack_a_sender_who_could_not_be_answered_is_refused() throws Exception {
        try (Wire wire = smtp.connect()) {
            assertThat(wire.say("MAIL FROM:<ada>")).startsWith("553");
            assertThat(wire.say("MAIL FROM:<@relay.example,@b.example:ada@registry.example>")).startsWith("250");
        }
    }

    /// CVE-2023-51747: what one server takes for the end of a mail and another does not.
    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r.\r", "\r.\r\n", "\r\n.\n", "\r\n.\r", "\r\n\u0000.\r\n", "\u0000"})
    void smuggledMailsAreNeitherStoredNorRead(String end) throws Exception {
        try (Wire wire = smtp.connect()) {
            String smuggled = "MAIL FROM:<eve@evil.example>\r\nRCPT TO:<" + ROBOT + ">\r\nDATA\r\nFrom: eve@evil.example\r\n\r\nsmuggled";

            String reply = wire.mail("ada@registry.example", ROBOT, MAIL + end + smuggled);

            assertThat(reply).startsWith("550 5.6.0");
            assertThat(wire.say("NOOP")).startsWith("250");
            assertThat(smtp.taken).isEmpty();
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("250");
            assertThat(smtp.taken).hasSize(1);
        }
    }

    @Test
    void aLineThatBeginsWithADotArrivesWhole() throws Exception {
        try (Wire wire = smtp.connect()) {
            wire.mail("ada@registry.example", ROBOT, MAIL + "\r\n..\r\n..two");

            assertThat(smtp.taken.getFirst().text()).endsWith("help\r\n.\r\n.two\r\n");
        }
    }

    @Test
    void so_does_a_first_line_that_begins_with_a_dot() throws Exception {
        try (Wire wire = smtp.connect()) {
            wire.mail("ada@registry.example", ROBOT, "..Odd: but a field\r\n" + MAIL);

            assertThat(smtp.taken.getFirst().text()).contains("\r\n.Odd: but a field\r\n"); // RFC 5321 4.5.2
        }
    }

    @Test
    void rule_23_attack_more_than_one_From_is_refused() throws Exception {
        try (Wire wire = smtp.connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, "from : eve@evil.example\r\n" + MAIL)).startsWith("550 5.6.0 More than one From");
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "\r\nFrom: in the text")).startsWith("250");
        }
    }

    @Test
    void chunksAreNeitherOfferedNorTaken() throws Exception {
        try (Wire wire = smtp.connect()) {
            assertThat(wire.say("EHLO mail.example.test")).doesNotContain("CHUNKING").doesNotContain("SMTPUTF8").contains("8BITMIME");
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");

            assertThat(wire.raw("BDAT 30 LAST\r\nMAIL FROM:<a@b.example>\r\n").reply()).startsWith("502");
            assertThat(wire.reply()).isEqualTo("closed");
        }
    }
}

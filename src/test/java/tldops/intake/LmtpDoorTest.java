package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.intake.OpenDoor.MAIL;
import static tldops.intake.OpenDoor.ROBOT;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Envelope;

/// What the LMTP door says, takes and refuses (RFC 2033).
class LmtpDoorTest {
    private OpenLmtp lmtp;

    @BeforeEach
    void open() throws IOException {
        lmtp = OpenLmtp.usual();
    }

    @AfterEach
    void close() {
        lmtp.close();
    }

    @Test
    void a_mail_to_two_recipients_is_stored_once_and_answered_twice() throws Exception {
        try (Wire wire = lmtp.connect()) {
            assertThat(OpenLmtp.mail(wire, MAIL, "TLD-Ops-Request+k3y@lists.example.test", OpenLmtp.LIST)).containsExactly("250 2.0.0 Stored", "250 2.0.0 Stored");

            OpenDoor.Taken mail = lmtp.taken.getFirst();
            assertThat(lmtp.taken).hasSize(1);
            assertThat(mail.envelope()).isEqualTo(new Envelope(
                    "lmtp", false, Optional.of(Address.of("ada@registry.example")), List.of(Address.of("tld-ops-request+k3y@lists.example.test"), Address.of(OpenLmtp.LIST)), "127.0.0.1"));
            assertThat(mail.text()).isEqualTo("""
                    Received: from mx.example.test ([127.0.0.1])\r
                    \tby robot.example.test (tldops-robot) with LMTP;\r
                    \tFri, 20 Nov 2026 12:00:00 GMT\r
                    """ + MAIL + "\r\n");
        }
    }

    @Test
    void only_accepted_recipients_are_answered_behind_the_mail() throws Exception {
        try (Wire wire = lmtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            assertThat(wire.say("RCPT TO:<nobody@lists.example.test>")).isEqualTo("550 5.1.1 No such mailbox here");
            assertThat(wire.say("RCPT TO:<" + ROBOT + ">")).isEqualTo("250 2.1.5 Ok");
            assertThat(wire.say("RCPT TO:<ada@elsewhere.example>")).startsWith("550 5.1.1");
            assertThat(wire.say("RCPT TO:<" + ROBOT + ">")).startsWith("250");
            assertThat(wire.say("DATA")).startsWith("354");

            assertThat(wire.raw(MAIL + "\r\n.\r\nNOOP\r\n").reply()).isEqualTo("250 2.0.0 Stored");
            assertThat(wire.reply()).as("the same recipient twice is answered twice").isEqualTo("250 2.0.0 Stored");
            assertThat(wire.reply()).isEqualTo("250 2.0.0 Ok");
            assertThat(lmtp.taken).singleElement().satisfies(mail -> assertThat(mail.envelope().recipients()).containsExactly(Address.of(ROBOT)));
        }
    }

    @Test
    void without_a_recipient_there_is_no_mail() throws Exception {
        try (Wire wire = lmtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<nobody@lists.example.test>");

            assertThat(wire.say("DATA")).startsWith("503");
        }
    }

    @Test
    void it_offers_what_it_does_and_is_not_taken_for_smtp() throws Exception {
        try (Wire wire = lmtp.call()) {
            assertThat(wire.reply()).startsWith("220 robot.example.test LMTP");
            assertThat(wire.say("EHLO mx.example.test")).startsWith("500");
            assertThat(wire.say("HELO mx.example.test")).startsWith("500");
            assertThat(wire.say("MAIL FROM:<ada@registry.example>")).startsWith("503");

            assertThat(wire.say("lhlo mx.example.test").lines()).containsExactly("250-robot.example.test", "250-PIPELINING", "250-8BITMIME", "250-SIZE 5242880", "250 ENHANCEDSTATUSCODES");
            assertThat(wire.say("VRFY tld-ops")).startsWith("252");
            assertThat(wire.say("QUIT")).startsWith("221");
            assertThat(wire.reply()).isEqualTo("closed");
        }
    }

    @Test
    void commands_that_come_in_one_go_are_answered_in_order() throws Exception {
        try (Wire wire = lmtp.connect()) {
            wire.raw("MAIL FROM:<> BODY=8BITMIME SIZE=100\r\nRCPT TO:<" + ROBOT + ">\r\nRCPT TO:<x@elsewhere.example>\r\nDATA\r\n");

            assertThat(List.of(wire.reply(), wire.reply(), wire.reply(), wire.reply())).extracting(reply -> reply.substring(0, 3)).containsExactly("250", "250", "550", "354");
            wire.raw(MAIL + "\r\n.\r\nMAIL FROM:<>\r\nQUIT\r\n");
            assertThat(List.of(wire.reply(), wire.reply(), wire.reply())).extracting(reply -> reply.substring(0, 3)).containsExactly("250", "250", "221");
            assertThat(lmtp.taken.getFirst().envelope().returnPath()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<ada@registry.example> SIZE=5242881|552", "<ada@registry.example> SIZE=99999999999999999999|552", "<ada@registry.example> SIZE=5242880 BODY=7BIT|250", "<ada@registry.example> SMTPUTF8|555",
        "<ada@registry.example> RET=HDRS|555", "<ada>|553", "ada@registry.example|501", "<ada@registry.example> SIZE=1 x|555", "<@relay.example,@b.example:ada@registry.example>|250", "<>|250"})
    void senders_and_parameters_are_taken_or_refused(String path, String code) throws Exception {
        try (Wire wire = lmtp.connect()) {
            assertThat(wire.say("MAIL FROM:" + path)).startsWith(code);
        }
    }

    @Test
    void one_mail_at_a_time_and_rset_forgets_it() throws Exception {
        try (Wire wire = lmtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");
            assertThat(wire.say("MAIL FROM:<bea@registry.example>")).startsWith("503");
            assertThat(wire.say("RSET")).startsWith("250");
            assertThat(wire.say("DATA")).startsWith("503");

            assertThat(OpenLmtp.mail(wire, MAIL, ROBOT)).containsExactly("250 2.0.0 Stored");
            assertThat(wire.say("DATA")).as("a mail that has ended is forgotten").startsWith("503");
        }
    }

    @Test
    void a_line_that_begins_with_a_dot_arrives_whole() throws Exception {
        try (Wire wire = lmtp.connect()) {
            OpenLmtp.mail(wire, MAIL + "\r\n..\r\n..two\r\n.three", ROBOT);

            assertThat(lmtp.taken.getFirst().text()).endsWith("help\r\n.\r\n.two\r\nthree\r\n");
        }
    }

    @Test
    void so_does_a_first_line_that_begins_with_a_dot() throws Exception {
        try (Wire wire = lmtp.connect()) {
            OpenLmtp.mail(wire, "..Odd: but a field\r\n" + MAIL, ROBOT);

            assertThat(lmtp.taken.getFirst().text()).contains("\r\n.Odd: but a field\r\n"); // RFC 5321 4.5.2
        }
    }

    @Test
    void a_mail_without_anything_in_it_ends_at_once() throws Exception {
        try (Wire wire = lmtp.connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");
            wire.say("DATA");

            assertThat(wire.raw(".\r\n").reply()).startsWith("250");
            assertThat(wire.say("NOOP")).startsWith("250");
        }
    }

    /// CVE-2023-51747 and its kin: what one server takes for the end of a mail and another does not (MAIL_RULES 28).
    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r.\r", "\r.\r\n", "\r\n.\n", "\r\n.\r", "\r\n.\r\r\n", "\r\n\u0000.\r\n", "\r\n.\u0000\r\n", "\u0000"})
    void smuggled_mails_are_neither_stored_nor_read(String end) throws Exception {
        try (Wire wire = lmtp.connect()) {
            String smuggled = "MAIL FROM:<eve@evil.example>\r\nRCPT TO:<" + ROBOT + ">\r\nDATA\r\nFrom: eve@evil.example\r\n\r\nsmuggled";

            assertThat(OpenLmtp.mail(wire, MAIL + end + smuggled, ROBOT, OpenLmtp.OWNER)).hasSize(2).allMatch(reply -> reply.startsWith("550 5.6.0"));
            assertThat(wire.say("NOOP")).isEqualTo("250 2.0.0 Ok");
            assertThat(lmtp.taken).isEmpty();
            assertThat(OpenLmtp.mail(wire, MAIL, ROBOT)).containsExactly("250 2.0.0 Stored");
        }
    }

    @Test
    void more_than_one_from_is_refused() throws Exception {
        try (Wire wire = lmtp.connect()) {
            assertThat(OpenLmtp.mail(wire, "from : eve@evil.example\r\n" + MAIL, ROBOT)).containsExactly("550 5.6.0 More than one From field");
            assertThat(OpenLmtp.mail(wire, MAIL + "\r\nFrom: in the text", ROBOT)).containsExactly("250 2.0.0 Stored");
        }
    }

    @Test
    void verdicts_of_whoever_comes_by_tcp_are_marked_as_foreign() throws Exception {
        try (Wire wire = lmtp.connect()) {
            OpenLmtp.mail(wire, "Authentication-Results: mx.example.test; dmarc=pass\r\n" + MAIL, ROBOT);

            assertThat(lmtp.taken.getFirst().envelope().trusted()).isFalse();
            assertThat(lmtp.taken.getFirst().text()).contains("\r\nX-Foreign-Authentication-Results: mx");
        }
    }

    @Test
    void chunks_are_not_read_as_commands() throws Exception {
        try (Wire wire = lmtp.connect()) {
            assertThat(wire.raw("BDAT 30 LAST\r\nMAIL FROM:<a@b.example>\r\n").reply()).startsWith("502");
            assertThat(wire.reply()).isEqualTo("closed");
        }
    }
}

package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.intake.OpenDoor.MAIL;
import static tldops.intake.OpenDoor.ROBOT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a line and a mail end is no matter of opinion (MAIL_RULES 28, CVE-2023-51747).
class LineEndsTest {
    private static final String RESULTS = "Authentication-Results: mx.example.org; dmarc=pass\r\n";

    private final OpenDoor smtp = new OpenDoor();

    @AfterEach
    void close() {
        smtp.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one line", "two\r\nlines", "\r\n\r\nblank lines", "a tab\tand a form feed\f"})
    void rule_28_pass_lines_that_end_with_crlf_are_stored_as_they_came(String text) throws Exception {
        try (Wire wire = smtp.connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "\r\n" + text)).startsWith("250");

            assertThat(smtp.taken.getFirst().text()).endsWith("\r\n" + text + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "..dot", "..\r\n..", "a.\r\n.. "})
    void rule_28_near_miss_a_dot_that_ends_nothing_arrives_as_text(String text) throws Exception {
        try (Wire wire = smtp.connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "\r\n" + text)).startsWith("250");

            assertThat(smtp.taken.getFirst().text()).endsWith(text.replace("..", ".") + "\r\n");
            assertThat(wire.say("NOOP")).startsWith("250");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r.\r\n", "\r\n.\r", "\n\n.\r\n", "\r\n\u0000.\r\n", "a\u0000b", "a\rb", "a\nb"})
    void rule_28_attack_what_another_server_might_take_for_an_end_is_refused_whole(String end) throws Exception {
        try (Wire wire = smtp.connect()) {
            String reply = wire.mail("ada@registry.example", ROBOT, MAIL + end + "MAIL FROM:<eve@evil.example>\r\nRCPT TO:<" + ROBOT + ">\r\nDATA\r\nFrom: eve@evil.example\r\n\r\nsmuggled");

            assertThat(reply).startsWith("550 5.6.0");
            assertThat(smtp.taken).isEmpty();
        }
    }

    /// A true end, to every server: the mail before it is refused, and behind it the client speaks for itself.
    @Test
    void rule_28_near_miss_behind_a_bare_cr_before_a_true_end_come_commands() throws Exception {
        try (Wire wire = smtp.connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "\r\r\n.\r\nMAIL FROM:<eve@evil.example>\r\nRCPT TO:<" + ROBOT + ">\r\nDATA\r\nFrom: eve@evil.example\r\n\r\nhers")).startsWith("550 5.6.0");

            assertThat(wire.reply()).startsWith("250");
            assertThat(wire.reply()).startsWith("250");
            assertThat(wire.reply()).startsWith("354");
            assertThat(wire.reply()).startsWith("250");
            assertThat(smtp.taken).singleElement().satisfies(mail -> assertThat(mail.envelope().returnPath().orElseThrow()).hasToString("eve@evil.example"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: ", "", "X: "})
    void rule_28_near_miss_a_line_of_998_is_as_good_as_any(String field) throws Exception {
        assertThat(piped(field.isEmpty() ? "\r\n" + "x".repeat(998) : field + "x".repeat(998 - field.length()) + "\r\n")).doesNotContain("X-Unproven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: ", "", "X: "})
    void rule_28_attack_over_a_longer_line_nobody_s_verdict_counts(String field) throws Exception {
        assertThat(piped(field.isEmpty() ? "\r\n" + "x".repeat(999) : field + "x".repeat(999 - field.length()) + "\r\n")).startsWith("X-Unproven: a line of it is longer than 998 bytes\r\n");
    }

    @Test
    void rule_28_attack_nor_where_a_trusted_server_hands_it_over() throws Exception {
        smtp.open(OpenDoor.trusting("127.0.0.0/8", Optional.empty()));
        try (Wire wire = new Wire(smtp.door.port())) {
            wire.reply();
            wire.say("EHLO border.example.test");
            wire.say("AUTH PLAIN " + OpenDoor.plain("border", "s3same"));
            wire.mail("ada@registry.example", ROBOT, RESULTS + MAIL + "\r\n" + "x".repeat(999));

            assertThat(smtp.taken.getFirst().text()).contains("\r\nX-Unproven: a line of it is longer than 998 bytes\r\nAuthentication-Results: mx");
        }
    }

    private static String piped(String text) throws Exception {
        List<String> taken = new ArrayList<>();
        PipeDoor door = new PipeDoor(OpenDoor.LIST, Optional.of("mail"), 100_000, (_, raw) -> taken.add(new String(raw, StandardCharsets.ISO_8859_1)));
        byte[] mail = ("From: ada@registry.example\r\nTo: " + ROBOT + "\r\n" + text).getBytes(StandardCharsets.UTF_8);

        door.deliver("mail", List.of("--recipient=" + ROBOT), new ByteArrayInputStream(mail), new ByteArrayOutputStream());

        return taken.getFirst();
    }
}

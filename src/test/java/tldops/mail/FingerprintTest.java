package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// By what a mail is known again (MAIL_RULES 15, 22).
class FingerprintTest {
    private static final String MAIL = """
            Received: from mx.registry.example by mx.lists.example; Sun, 22 Nov 2026 00:00:01 +0000
            From: Anna Vermeer <anna@registry.example>
            To: tld-ops@lists.example
            Subject: The name servers of .nl
            Date: Sun, 22 Nov 2026 00:00:00 +0000
            Message-ID: <1@registry.example>

            They move tomorrow.
            """.replace("\n", "\r\n");

    private static Fingerprint of(String mail) {
        return Fingerprint.of(mail.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-A: 1", "Received: from elsewhere.example", "Comments: again", "Content-Type: text/plain; charset=utf-8", "In-Reply-To: <2@evil.example>", "Reply-To: eve@evil.example", "Auto-Submitted: no", "Resent-To: eve@evil.example"})
    void rule_15_attack_a_mail_sent_again_with_another_field_that_nobody_signed_is_the_same_one(String field) {
        assertThat(of(field + "\r\n" + MAIL)).isEqualTo(of(MAIL));
    }

    /// None of it breaks a signature (RFC 6376 3.4.2, 3.4.4).
    @Test
    void rule_15_attack_nor_is_one_that_looks_the_same_to_a_signature() {
        String swapped = MAIL.replace("To: tld-ops@lists.example\r\n", "").replace("Date:", "to:\ttld-ops@lists.example\r\nDate:");

        assertThat(of(MAIL + "\r\n \r\n\r\n")).isEqualTo(of(MAIL));
        assertThat(of(swapped)).isEqualTo(of(MAIL));
        assertThat(of(MAIL.replace("Subject: The name", "SUBJECT :   The\r\n  name"))).isEqualTo(of(MAIL));
        assertThat(of(MAIL.replace("They move tomorrow.", "They  move\ttomorrow. "))).isEqualTo(of(MAIL));
    }

    /// Who is faster with such a copy does not silence its author; and what the Secretariat resends is heard (X06).
    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "List-Id: <tld-ops.lists.example>", "Precedence: bulk", "Resent-From: secretariat@lists.example"})
    void rule_15_near_miss_a_machine_s_copy_and_one_resent_are_others(String field) {
        assertThat(of(field + "\r\n" + MAIL)).isNotEqualTo(of(MAIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@", "tld-ops@", "name servers", "00:00:00", "<1@", "tomorrow"})
    void rule_15_near_miss_another_mail_is_another_one(String word) {
        assertThat(of(MAIL.replace(word, "0" + word))).isNotEqualTo(of(MAIL));
    }

    @Test
    void rule_15_pass_the_message_id_is_read_without_its_brackets() {
        assertThat(of(MAIL).messageId()).isEqualTo("1@registry.example");
    }

    @Test
    void a_mail_without_a_header_is_known_by_its_text() {
        assertThat(of("\r\nhelp\r\n")).isNotEqualTo(of("\r\nwho\r\n")).isEqualTo(of("\r\nhelp\r\n"));
    }
}

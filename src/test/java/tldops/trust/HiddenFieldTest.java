package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Authentication.Sureness;
import tldops.core.Envelope;
import tldops.core.Rules.MailingList;
import tldops.mail.MailReader;
import tldops.mail.Reading;

/// A signature must not hold over a field that the robot does not read, with another one shown in its place (RFC 6376 8.15): a field
/// is one to both or to none.
class HiddenFieldTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:10:00Z");
    private static final MailingList OWN = new MailingList("tld-ops", "lists.example", List.of(), Map.of());
    private static final String MAIL = "From: Kim Sample <kim@registry.example>\r\nTo: tld-ops-request@lists.example\r\nSubject: confirm\r\nDate: Sun, 22 Nov 2026 00:00:00 +0000\r\nMessage-ID: <1@registry.example>\r\n\r\nconfirm\r\n";
    /// Many name each field once in h=.
    private static final String SIGNED = Signer.signed(MAIL, Signer.USUAL.replace(":from; ", "; "), Signer.KEY);

    private static Authentication judge(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        Reading read = MailReader.read(raw, new Envelope("smtp", false, Address.parse("eve@evil.example"), List.of(OWN.request()), "198.51.100.9"), 1, NOW, OWN, Set.of());
        Zone zone = new Zone().text("_dmarc.registry.example", "v=DMARC1; p=reject").text("mail._domainkey.registry.example", Signer.published(Signer.KEY));
        Client stranger = new Client("198.51.100.9", "evil.example", Address.parse("eve@evil.example"));
        return Evaluation.judge(raw, read.headers(), read.mail().from(), Optional.of(stranger), NOW, zone);
    }

    private static String hidden(String name, String written, String shown) {
        return shown + "\r\n" + SIGNED.replace("\r\n" + name + ": ", "\r\n" + written + ": ");
    }

    @Test
    void rule_5_pass_the_mail_as_it_was_signed() {
        assertThat(judge(SIGNED).sureness()).isEqualTo(Sureness.AUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From\r\n ", "From\r\n\t", "\u2003From", "From\u2003", "\u00a0From", "From\u0085", "From\u0001", "\uff26rom"})
    void rule_5_attack_the_signed_from_is_hidden_and_another_one_shown(String written) {
        assertThat(judge(hidden("From", written, "From: hostmaster@registry.example")).sureness()).isNotEqualTo(Sureness.AUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject\r\n ", "\u017fubject", "\u2003Subject"})
    void rule_5_attack_nor_the_subject(String written) {
        assertThat(judge(hidden("Subject", written, "Subject: unsubscribe")).sureness()).isNotEqualTo(Sureness.AUTHENTICATED);
    }

    @Test
    void rule_15_attack_nor_the_date_of_an_old_mail() {
        assertThat(judge(hidden("Date", "Date\r\n ", "Date: Sun, 22 Nov 2026 00:09:00 +0000")).sureness()).isNotEqualTo(Sureness.AUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cc", "Cc ", "Cc\u2003", "CC\t"})
    void rule_15_attack_a_field_that_is_shown_is_none_that_a_signature_need_not_cover(String written) {
        assertThat(judge(written + ": tld-ops@lists.example\r\n" + SIGNED).sureness()).isNotEqualTo(Sureness.AUTHENTICATED);
    }

    /// The envelope line of an mbox is dropped; a field is not.
    @Test
    void rule_5_attack_a_from_that_looks_like_an_envelope_line_is_a_field() {
        assertThat(judge("From : hostmaster@registry.example\r\n" + SIGNED).sureness()).isNotEqualTo(Sureness.AUTHENTICATED);
        assertThat(judge(SIGNED.replaceFirst("(?s)(.*)\r\nFrom: ([^\r]*)(.*)", "From : $2\r\n$1$3")).sureness()).isEqualTo(Sureness.AUTHENTICATED);
    }
}

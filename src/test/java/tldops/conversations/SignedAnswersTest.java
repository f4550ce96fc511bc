package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Event;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.trust.KeyHolder;

/// Whose signature counts, and what kind of signature (MAIL_RULES 10, level A; R012).
class SignedAnswersTest extends SignedAnswers {
    // ---- what counts

    @Test
    void rule_10_pass_signature_by_the_certificate_on_file_outranks_a_broken_dmarc() {
        answered(his, part("confirm"));

        assertThat(admitted()).isTrue();
        assertThat(said()).startsWith("signature counted · S/MIME certificate " + key(his).fingerprint() + ", signed " + robot.now()); // R012
    }

    @Test
    void rule_10_pass_signature_by_the_openpgp_key_on_file_outranks_a_broken_dmarc() {
        answered(hisPgp, part("confirm"));

        assertThat(admitted()).isTrue();
        assertThat(said()).startsWith("signature counted · OpenPGP key " + key(hisPgp).fingerprint()); // R012
    }

    @Test
    void rule_10_pass_signature_that_holds_its_text() {
        answered(head -> his.opaque(head, part("deny"), robot.now()));

        assertThat(robot.outcome(robot.cases().getLast().number())).contains(Stage.Outcome.DENIED);
    }

    @Test
    void rule_10_pass_signature_wrapped_by_a_gateway_with_its_own_footer() {
        answered(head -> {
            String signed = his.mail("", part("confirm"), robot.now());
            return head + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\n" + signed.replace("MIME-Version: 1.0\r\n", "")
                    + "--outer\r\nContent-Type: text/plain\r\n\r\ndeny\r\n--outer--\r\n";
        });

        assertThat(admitted()).isTrue();
    }

    @Test
    void rule_10_pass_signature_over_the_protected_address_of_the_question() {
        String part = "Content-Type: text/plain; protected-headers=v1\r\nTo: tld-ops-request+" + secret + "@lists.example\r\n\r\nconfirm\r\n";

        answered(hisPgp, part);

        assertThat(admitted()).isTrue(); // RFC 9788
    }

    // ---- by whom

    @Test
    void rule_10_attack_signature_by_another_key_that_names_the_same_address() {
        answered(others, part("confirm"));
        answered(othersPgp, part("confirm"));

        assertThat(admitted()).isFalse();
        assertThat(said()).startsWith("signature not counted · not by the key on file");
    }

    @Test
    void rule_10_near_miss_signature_by_his_key_under_another_address() {
        robot.broken("deputy@registry.example", secret, head -> his.mail(head, part("confirm"), robot.now()));

        assertThat(admitted()).isFalse();
        assertThat(said()).isEmpty();
    }

    @Test
    void rule_10_near_miss_signature_by_a_key_that_is_on_file_for_another_cctld() {
        KeyHolder.Smime french = KeyHolder.rsa(ADMIN, 2048, BEGAN, ENDS);
        onFile(french, ".fr");

        answered(french, part("confirm"));

        assertThat(admitted()).isFalse();
        assertThat(said()).contains("not on file for what was asked");
    }

    @Test
    void rule_10_near_miss_signature_by_a_key_that_was_removed() {
        robot.order(new Event.Order.RemoveKey(Tld.of(".nl"), key(his).fingerprint().substring(56)));

        answered(his, part("confirm"));

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_near_miss_signature_of_a_contact_that_iana_names_no_more() {
        robot.administered("new@registry.example", ".nl");

        answered(his, part("confirm"));

        assertThat(admitted()).isFalse();
        assertThat(said()).contains("IANA names another contact");
    }

    // ---- how

    @Test
    void rule_10_attack_signature_with_sha_1_or_another_micalg_than_its_own() {
        answered(his.by("SHA1withRSA", "sha-1"), part("confirm"));
        assertThat(said()).contains("not relied upon");
        answered(his.by("SHA1withRSA", "sha-256"), part("confirm"));
        assertThat(said()).contains("not relied upon");
        answered(his.by("SHA256withRSA", "sha-1"), part("confirm"));
        assertThat(said()).contains("micalg");
        answered(head -> KeyHolder.Pgp.mail(head, part("confirm"), hisPgp.signature(part("confirm"), robot.now()), "pgp-sha1"));
        assertThat(said()).contains("micalg");

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_near_miss_signature_of_two_signers() {
        answered(head -> KeyHolder.Smime.mail(head, part("confirm"), KeyHolder.Smime.signature(part("confirm"), robot.now(), false, List.of(his, others)), "sha-256"));
        assertThat(said()).contains("2 signers");
        answered(head -> KeyHolder.Pgp.mail(head, part("confirm"), hisPgp.signature(part("confirm"), robot.now()) + othersPgp.signature(part("confirm"), robot.now()), "pgp-sha512"));

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_attack_signature_that_holds_another_text_than_the_one_beside_it() {
        answered(head -> KeyHolder.Smime.mail(head, part("confirm"), KeyHolder.Smime.signature(part("deny"), robot.now(), true, List.of(his)), "sha-256"));

        assertThat(said()).contains("does not stand where it should");
        assertThat(admitted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-8, 2})
    void rule_10_near_miss_signature_of_another_week(long days) {
        for (KeyHolder signer : List.of(his, hisPgp)) answered(head -> signer.mail(head, part("confirm"), robot.now().plus(Duration.ofDays(days))));

        assertThat(said()).contains(days < 0 ? "signed more than 7 days ago" : "signed more than 1 day ahead");
        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_near_miss_signature_that_is_itself_over() {
        answered(head -> KeyHolder.Pgp.mail(head, part("confirm"), hisPgp.signature(part("confirm"), robot.now().minusSeconds(120), this::brief), "pgp-sha512"));

        assertThat(said()).contains("the signature itself is over");
        assertThat(admitted()).isFalse();
    }

    private PGPSignatureSubpacketGenerator brief(PGPSignatureSubpacketGenerator packets) {
        packets.setSignatureExpirationTime(60);
        return packets;
    }

    @Test
    void rule_10_near_miss_signature_by_a_certificate_that_is_over_by_now() {
        KeyHolder.Smime soon = KeyHolder.rsa(ADMIN, 2048, BEGAN, Instant.parse("2027-01-14T12:00:00Z"));
        Instant signed = robot.now();
        onFile(soon, ".nl");
        robot.at("2027-01-14T13:00:00Z");

        List<Posted> told = answered(head -> soon.mail(head, part("confirm"), signed));

        assertThat(admitted()).isFalse();
        assertThat(said()).contains("the certificate was valid from");
        assertThat(told).anyMatch(letter -> letter.isTo(ADMIN) && Probe.text(letter).contains("The key on file has expired")); // R012
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "MIIB", "MIAGCSqGSIb3DQEHAqCAMIACAQExADALBgkqhkiG9w0BBwGgggAAMQAAAAA="})
    void rule_10_near_miss_signature_that_is_garbage(String garbage) {
        answered(head -> his.mail(head, part("confirm"), robot.now()).replaceAll("(?s)base64\r\n\r\n.*--=-s--", "base64\r\n\r\n" + garbage + "\r\n--=-s--"));
        answered(head -> KeyHolder.Pgp.mail(head, part("confirm"), garbage, "pgp-sha512"));

        assertThat(said()).startsWith("signature not counted");
        assertThat(admitted()).isFalse();
    }
}

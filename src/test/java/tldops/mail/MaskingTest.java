package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of a mail that brought a secret (MAIL_RULES 33).
class MaskingTest {
    private static final String TOKEN = "0123456789abcdefghjkmnpqrs";

    private static String masked(String mail) {
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return new String(Masking.masked(raw, Specimen.read(raw)), StandardCharsets.ISO_8859_1);
    }

    private static String mail(String subject, String text) {
        return "Return-Path: <admin@nic.example>\nDelivered-To: tld-ops-request@lists.tld-ops.example\nFrom: admin@nic.example\nTo: tld-ops-request@lists.tld-ops.example\nSubject: " + subject + "\n\n" + text + "\n";
    }

    @Test
    void rule_33_pass_a_secret_goes_and_the_words_around_it_stay() {
        assertThat(masked(mail("Re: question", "confirm\n\nReference: " + TOKEN))).contains("confirm", "Reference: ***").doesNotContain(TOKEN);
    }

    @Test
    void rule_33_near_miss_what_only_looks_like_a_secret_is_kept_as_it_came() {
        assertThat(masked(mail("Re: question", "confirm\n\nour file " + TOKEN))).contains(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0", "\u00e2\u0080\u008b", "\u0001"})
    void rule_33_attack_signs_that_nobody_sees_do_not_keep_a_secret_in_the_record(String unseen) {
        String kept = masked(mail("Re: question", "confirm\n\nReference: 0123456789abc" + unseen + "defghjkmnpqrs"));

        assertThat(kept).contains("From: admin@nic.example").doesNotContain("0123456789abc", "defghjkmnpqrs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789\u0091abcdefghjkmnpqrs", "=?utf-8?B?MDEyMzQ1Njc4OWFiY2RlZmdoamttbnBxcnM=?=", "0123456789abc\n defghjkmnpqrs"})
    void rule_33_attack_nor_does_a_field_of_the_header_where_it_is_written_otherwise(String disguised) {
        String kept = masked(mail(disguised + " is it", "confirm\n\nReference: " + TOKEN));

        assertThat(kept).contains("From: admin@nic.example", "Subject: ***\r\n", "confirm", "Reference: ***").doesNotContain(disguised.replace("\n", "\r\n"));
    }

    @Test
    void rule_33_attack_nor_does_a_field_of_very_many_lines() {
        String many = "x\n ".repeat(15_000);

        assertThat(masked(mail(many + TOKEN, "confirm\n\nReference: " + TOKEN))).contains("confirm").doesNotContain(TOKEN);
        assertThat(masked(mail(many + "0123456789\u0091abcdefghjkmnpqrs", "confirm\n\nReference: " + TOKEN))).contains("Subject: ***\r\n");
    }

    /// A byte that some take for the end of a line, so often that to look at each place twice would take for ever.
    @Test
    void rule_33_attack_a_line_that_never_ends_is_looked_through_once() {
        assertThat(masked("From: a@b.example\nTo: tld-ops-request@lists.tld-ops.example\n" + "\u0085".repeat(4_000_000) + "\nwho s3cret-w0rd\n")).doesNotContain("s3cret-w0rd");
        assertThat(masked(mail("\u0085".repeat(60_000), "confirm\n\nReference: " + TOKEN))).contains("confirm").doesNotContain(TOKEN);
    }

    @Test
    void rule_33_attack_of_a_thousand_passwords_none_is_kept() {
        StringBuilder many = new StringBuilder("confirm\n\nReference: " + TOKEN + "\n");
        for (int number = 0; number < 1_000; number++) many.append("who s3cret-").append(number).append('\n');

        assertThat(masked(mail("Re: question", many.toString()))).contains("From: admin@nic.example").doesNotContain("s3cret");
    }

    @Test
    void rule_33_attack_a_password_that_stands_there_twice_is_not_kept_encoded() {
        String word = Base64.getEncoder().encodeToString("who s3cret-w0rd".getBytes(StandardCharsets.US_ASCII));
        String kept = masked(mail("=?utf-8?B?" + word + "?=\nThread-Topic: =?utf-8?B?" + word + "?=", "who s3cret-w0rd"));

        assertThat(kept).contains("Subject: ***\r\n", "Thread-Topic: ***\r\n").doesNotContain(word, "s3cret");
    }

    @Test
    void rule_33_attack_a_password_in_an_encoded_subject_is_not_kept() {
        String word = Base64.getEncoder().encodeToString("who s3cret-w0rd".getBytes(StandardCharsets.US_ASCII));

        assertThat(masked(mail("=?utf-8?B?" + word + "?=", ""))).contains("From: admin@nic.example").doesNotContain(word, "s3cret");
    }

    @Test
    void rule_33_near_miss_a_password_below_a_verdict_is_no_command_and_is_not_kept() {
        assertThat(masked(mail("Re: question", "confirm\n\nReference: " + TOKEN + "\n\nwho s3cret-w0rd"))).contains("confirm").doesNotContain("s3cret");
    }

    @Test
    void rule_33_near_miss_a_sentence_that_begins_with_who_is_kept() {
        assertThat(masked(mail("Re: question", "confirm\n\nWho is the new one, by the way?"))).contains("Who is the new one");
    }

    @Test
    void rule_33_attack_a_password_beside_a_signed_part_is_not_kept() {
        String mail = """
                From: anna@registry.example
                To: tld-ops-request@lists.tld-ops.example
                Subject: Re: question
                Content-Type: multipart/mixed; boundary=all

                --all
                Content-Type: multipart/signed; boundary=sig; protocol="application/pgp-signature"; micalg=pgp-sha512

                --sig
                Content-Type: text/plain

                confirm
                --sig
                Content-Type: application/pgp-signature

                -----BEGIN PGP SIGNATURE-----
                --sig--
                --all
                Content-Type: text/plain

                who s3cret-w0rd
                --all--
                """;
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        Reading whole = Specimen.read(raw);
        Reading signedAlone = new Reading(whole.mail(), Specimen.read(mail("Re: question", "confirm").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)).request(), whole.headers());

        assertThat(new String(Masking.masked(raw, signedAlone), StandardCharsets.ISO_8859_1)).contains("confirm").doesNotContain("s3cret");
    }
}

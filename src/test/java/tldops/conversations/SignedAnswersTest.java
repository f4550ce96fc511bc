package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Event;
import tldops.core.SigningKey;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.trust.KeyFile;
import tldops.trust.Signer;

/// Level A (MAIL_RULES §4, 10; R012): an answer that the key on file signed over the secret of the question, through a forwarder
/// that broke its domain's own check. What does not count leaves the mail as it is without a signature: failed.
class SignedAnswersTest {
    private static final Instant BEGAN = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant ENDS = Instant.parse("2028-06-01T00:00:00Z");
    private static final String ANNA = person(1, "Anna", "anna@registry.example", "+31 6 12345678") + "ccTLD: .nl";

    private static Signer.Smime his;
    private static Signer.Smime others;
    private static Signer.Pgp hisPgp;
    private static Signer.Pgp othersPgp;

    @TempDir
    private Path folder;

    private Probe robot;
    private String secret = "";

    @BeforeAll
    static void keysAreMade() {
        his = Signer.rsa(ADMIN, 2048, BEGAN, ENDS);
        others = Signer.rsa(ADMIN, 2048, BEGAN, ENDS);
        hisPgp = Signer.pgp("Host Master <" + ADMIN + ">", BEGAN);
        othersPgp = Signer.pgp("Host Master <" + ADMIN + ">", BEGAN);
    }

    @BeforeEach
    void asked() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl", ".fr");
        onFile(his, ".nl");
        onFile(hisPgp, ".nl");
        secret = Probe.token(robot.proved("anna@registry.example", "", ANNA), ADMIN);
    }

    private List<Posted> onFile(Signer signer, String tld) {
        return robot.order(new Event.Order.AddKey(Tld.of(tld), key(signer)));
    }

    private SigningKey key(Signer signer) {
        return KeyFile.read(signer.file().getBytes(StandardCharsets.ISO_8859_1), robot.now());
    }

    /// As a mail program writes an answer: one word, and our letter below it.
    private String part(String word) {
        return part(word, secret);
    }

    private static String part(String word, String secret) {
        return Signer.part(word + "\n\n> Reference: " + secret + "\n");
    }

    private List<Posted> answered(Signer signer, String part) {
        return answered(head -> signer.mail(head, part, robot.now()));
    }

    private List<Posted> answered(UnaryOperator<String> mail) {
        return robot.broken(ADMIN, secret, mail);
    }

    private boolean admitted() {
        return robot.members().contains("Anna");
    }

    /// What the journal says of the signature.
    private String said() {
        return robot.journal().stream().filter(line -> line.startsWith("signature ")).findFirst().orElse("");
    }

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
        Signer.Smime french = Signer.rsa(ADMIN, 2048, BEGAN, ENDS);
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

    // ---- over what

    @Test
    void rule_10_attack_signature_replayed_over_the_text_of_an_older_question() {
        List<String> spied = new java.util.ArrayList<>();
        answered(head -> {
            spied.add(his.mail("", part("confirm"), robot.now()));
            return head + spied.getFirst();
        });
        assertThat(admitted()).isTrue();
        String bram = person(1, "Bram", "bram@registry.example", "+31 6 23456789") + "ccTLD: .nl";
        secret = Probe.token(robot.proved("bram@registry.example", "", bram), ADMIN);

        answered(head -> head + spied.getFirst());

        assertThat(robot.members()).doesNotContain("Bram");
        assertThat(said()).contains("does not hold the secret of the question");
    }

    @Test
    void rule_10_attack_signature_replayed_after_its_secret_was_used() {
        String[] spied = {""};
        answered(head -> head + (spied[0] = his.mail("", part("deny"), robot.now())));

        answered(head -> head + "X-Again: yes\r\n" + spied[0]);

        assertThat(said()).contains("was used before");
        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_attack_signature_without_the_secret_in_the_signed_text() {
        answered(his, Signer.part("confirm\n"));

        assertThat(admitted()).isFalse();
        assertThat(said()).contains("no secret of ours stands in the signed text");
    }

    @Test
    void rule_10_attack_signature_with_the_secret_beside_the_signed_part() {
        answered(head -> head + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\n" + part("confirm") + "\r\n--outer\r\n"
                + his.mail("", Signer.part("confirm\n"), robot.now()).replace("MIME-Version: 1.0\r\n", "") + "--outer--\r\n");

        assertThat(admitted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rule_10_attack_signature_under_an_unsigned_confirm_before_or_behind_the_signed_no(boolean before) {
        answered(head -> {
            String signed = his.mail("", part("deny"), robot.now()).replace("MIME-Version: 1.0\r\n", "");
            String added = "--outer\r\nContent-Type: text/plain\r\n\r\nconfirm\r\n";
            return head + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n" + (before ? added : "") + "--outer\r\n" + signed + (before ? "" : added) + "--outer--\r\n";
        });

        assertThat(robot.outcome(robot.cases().getLast().number())).contains(Stage.Outcome.DENIED);
    }

    @Test
    void rule_10_attack_signature_in_an_attached_mail() {
        answered(head -> head + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: text/plain\r\n\r\nconfirm\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n"
                + his.mail("From: " + ADMIN + "\r\n", part("confirm"), robot.now()) + "--outer--\r\n");

        assertThat(admitted()).isFalse();
        assertThat(said()).isEmpty();
    }

    @Test
    void rule_10_near_miss_signature_over_an_attached_mail_that_says_yes() {
        answered(his, "Content-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n" + part("Is this for me?") + "\r\n--in\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nconfirm\r\n\r\n--in--");

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_attack_signature_kept_and_the_word_changed() {
        answered(head -> his.mail(head, part("deny"), robot.now()).replace("\r\n\r\ndeny\r\n", "\r\n\r\nconfirm\r\n"));
        assertThat(said()).contains("does not fit the text");
        answered(head -> hisPgp.mail(head, part("deny"), robot.now()).replace("\r\n\r\ndeny\r\n", "\r\n\r\nconfirm\r\n"));

        assertThat(admitted()).isFalse();
        assertThat(said()).contains("does not fit the text");
    }

    @Test
    void rule_10_attack_signature_over_a_silent_text_under_a_subject_that_says_confirm() {
        answered(his, part(""));

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_near_miss_signature_over_the_secrets_of_two_questions() {
        answered(his, Signer.part("confirm\n\n> Reference: " + secret + "\n> Reference: " + "0123456789abcdefghjkmnpqrs" + "\n"));

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_attack_signature_of_three_parts() {
        answered(head -> his.mail(head, part("confirm"), robot.now()).replace("--=-s--", "--=-s\r\nContent-Type: text/plain\r\n\r\nconfirm\r\n--=-s--"));

        assertThat(admitted()).isFalse();
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
        answered(head -> Signer.Pgp.mail(head, part("confirm"), hisPgp.signature(part("confirm"), robot.now()), "pgp-sha1"));
        assertThat(said()).contains("micalg");

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_near_miss_signature_of_two_signers() {
        answered(head -> Signer.Smime.mail(head, part("confirm"), Signer.Smime.signature(part("confirm"), robot.now(), false, List.of(his, others)), "sha-256"));
        assertThat(said()).contains("2 signers");
        answered(head -> Signer.Pgp.mail(head, part("confirm"), hisPgp.signature(part("confirm"), robot.now()) + othersPgp.signature(part("confirm"), robot.now()), "pgp-sha512"));

        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_attack_signature_that_holds_another_text_than_the_one_beside_it() {
        answered(head -> Signer.Smime.mail(head, part("confirm"), Signer.Smime.signature(part("deny"), robot.now(), true, List.of(his)), "sha-256"));

        assertThat(said()).contains("does not stand where it should");
        assertThat(admitted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-8, 2})
    void rule_10_near_miss_signature_of_another_week(long days) {
        for (Signer signer : List.of(his, hisPgp)) answered(head -> signer.mail(head, part("confirm"), robot.now().plus(Duration.ofDays(days))));

        assertThat(said()).contains(days < 0 ? "signed more than 7 days ago" : "signed more than 1 day ahead");
        assertThat(admitted()).isFalse();
    }

    @Test
    void rule_10_near_miss_signature_that_is_itself_over() {
        answered(head -> Signer.Pgp.mail(head, part("confirm"), hisPgp.signature(part("confirm"), robot.now().minusSeconds(120), this::brief), "pgp-sha512"));

        assertThat(said()).contains("the signature itself is over");
        assertThat(admitted()).isFalse();
    }

    private PGPSignatureSubpacketGenerator brief(PGPSignatureSubpacketGenerator packets) {
        packets.setSignatureExpirationTime(60);
        return packets;
    }

    @Test
    void rule_10_near_miss_signature_by_a_certificate_that_is_over_by_now() {
        Signer.Smime soon = Signer.rsa(ADMIN, 2048, BEGAN, Instant.parse("2027-01-14T12:00:00Z"));
        Instant signed = robot.now();
        onFile(soon, ".nl");
        robot.at("2027-01-14T13:00:00Z");

        List<Posted> told = answered(head -> soon.mail(head, part("confirm"), signed));

        assertThat(admitted()).isFalse();
        assertThat(said()).contains("the certificate was valid from");
        assertThat(told).anyMatch(letter -> letter.isTo(ADMIN) && Probe.text(letter).contains("The key on file is over")); // R012
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "MIIB", "MIAGCSqGSIb3DQEHAqCAMIACAQExADALBgkqhkiG9w0BBwGgggAAMQAAAAA="})
    void rule_10_near_miss_signature_that_is_garbage(String garbage) {
        answered(head -> his.mail(head, part("confirm"), robot.now()).replaceAll("(?s)base64\r\n\r\n.*--=-s--", "base64\r\n\r\n" + garbage + "\r\n--=-s--"));
        answered(head -> Signer.Pgp.mail(head, part("confirm"), garbage, "pgp-sha512"));

        assertThat(said()).startsWith("signature not counted");
        assertThat(admitted()).isFalse();
    }

    // ---- what follows from none

    @Test
    void who_brought_the_secret_hears_once_a_day_why_his_signature_did_not_count() {
        List<Posted> first = answered(others, part("confirm"));
        List<Posted> second = answered(others, part("confirm"));

        assertThat(first).anyMatch(letter -> letter.isTo(ADMIN) && letter.header("Subject").contains("your signature could not be counted")); // R012
        assertThat(second).noneMatch(letter -> letter.header("Subject").contains("your signature could not be counted")); // L20
    }

    @Test
    void who_brings_no_secret_is_told_nothing_of_keys() {
        List<Posted> told = robot.broken(ADMIN, "", head -> others.mail(head, Signer.part("confirm\n"), robot.now()));

        assertThat(told).noneMatch(letter -> letter.header("Subject").contains("signature")); // P5
    }

    @Test
    void a_key_is_for_the_address_that_iana_lists_and_for_no_other() {
        Signer.Smime stranger = Signer.rsa("somebody@elsewhere.example", 2048, BEGAN, ENDS);
        Signer.Smime over = Signer.rsa(ADMIN, 2048, BEGAN, BEGAN.plusSeconds(60));

        onFile(stranger, ".nl");
        assertThat(robot.journal().getFirst()).startsWith("not added · the key does not name the address"); // RFC 8550 3
        onFile(over, ".nl");
        assertThat(robot.journal().getFirst()).startsWith("not added · the key is over");
        onFile(his, ".nl");
        assertThat(robot.journal().getFirst()).startsWith("not added · it is on file");

        assertThat(robot.keys()).isEqualTo(2);
    }

    @Test
    void the_admin_contact_has_a_key_taken_away_by_one_word_at_any_time() {
        List<Posted> told = onFile(others, ".nl");
        String undo = Probe.token(told, ADMIN);
        robot.at("2027-03-01T10:00:00Z");

        List<Posted> after = robot.unproved(ADMIN, undo, "undo");

        assertThat(robot.keys()).isEqualTo(2);
        assertThat(Probe.text(Probe.to(after, "secretariat@tld-ops.example"))).contains(key(others).fingerprint()); // P3
    }

    @Test
    void nobody_else_has_a_key_taken_away() {
        String undo = Probe.token(onFile(others, ".nl"), ADMIN);

        robot.unproved("deputy@registry.example", undo, "undo");
        robot.broken(ADMIN, undo, head -> head + Signer.part("undo\n"));

        assertThat(robot.keys()).isEqualTo(3); // P7
    }
}

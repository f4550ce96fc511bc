package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// MAIL_RULES 5, and the measured table of its chapter 3: what jDKIM 0.5 alone says of each, and what we say.
class DkimTest {
    private static final Instant NOW = Instant.now();
    private static final String MAIL = """
            From: Kim Sample <admin@registry.example>
            To: tld-ops-request@lists.example
            Subject: confirm
            Date: Sun, 22 Nov 2026 00:00:00 +0000
            Message-ID: <1@registry.example>

            confirm
            """.replace("\n", "\r\n");
    private static final String RFC_8463 = (Rfc8463.ED25519 + Rfc8463.RSA + Rfc8463.MAIL).replace("\n", "\r\n");
    private static final String KEY = Signer.published(Signer.KEY);

    private static Stream<Arguments> table() {
        String signed = Signer.signed(MAIL);
        long now = NOW.getEpochSecond();
        return Stream.of(
                row("signed as it should be", signed, KEY, "pass", "pass"),
                row("rsa-sha1", Signer.signed(MAIL, tags("a=rsa-sha256", "a=rsa-sha1"), Signer.KEY), KEY, "pass", "rsa-sha1 is not to be used (RFC 8301 3.1)"),
                row("RSA key of 512 bits", Signer.signed(MAIL, Signer.USUAL, Signer.WEAK), Signer.published(Signer.WEAK), "pass", "RSA of 512 bits, RFC 8301 3.2"),
                row("l=0 and text put behind", Signer.signed(MAIL, Signer.USUAL + "l=0; ", Signer.KEY) + "deny\r\n", KEY, "pass", "l= leaves an end unsigned (RFC 6376 8.2)"),
                row("a second From on top (the mail is refused: EvaluationTest)", "From: Eve <eve@evil.example>\r\n" + Signer.signed(MAIL, tags(":from; ", "; "), Signer.KEY), KEY, "pass", "pass"),
                row("a key for TLS reports", signed, "v=DKIM1; s=tlsrpt; p=" + Signer.spki(Signer.KEY), "pass", "s=, the key is not for mail, RFC 6376 3.6.1"),
                row("a key for mail and more", signed, "v=DKIM1; s=tlsrpt:email; p=" + Signer.spki(Signer.KEY), "pass", "pass"),
                row("a key that is being tested", signed, "v=DKIM1; t=y; p=" + Signer.spki(Signer.KEY), "pass", "t=y, the key is being tested, RFC 6376 3.6.1"),
                row("two records, one of somebody else", signed, "google-site-verification=x\n" + KEY, "pass", "pass"),
                row("a key without its frame (PKCS#1)", signed, "v=DKIM1; k=rsa; p=" + Signer.pkcs1(Signer.KEY), "fail", "pass"),
                row("x= is past", Signer.signed(MAIL, Signer.USUAL + "t=" + (now - 90) + "; x=" + (now - 60) + "; ", Signer.KEY), KEY, "fail", "x= is past"),
                row("x= is to come", Signer.signed(MAIL, Signer.USUAL + "t=" + (now - 90) + "; x=" + (now + 600) + "; ", Signer.KEY), KEY, "pass", "pass"),
                row("x= before t=", Signer.signed(MAIL, Signer.USUAL + "t=" + (now + 800) + "; x=" + (now + 600) + "; ", Signer.KEY), KEY, "fail", "x= is before t="),
                row("t= is ahead", Signer.signed(MAIL, Signer.USUAL + "t=" + (now + 90_000) + "; ", Signer.KEY), KEY, "fail", "t= is ahead"),
                row("i= outside of d=", Signer.signed(MAIL, Signer.USUAL + "i=@other.example; ", Signer.KEY), KEY, "fail", "Identity"),
                row("t=s, i= below d=", Signer.signed(MAIL, Signer.USUAL + "i=@a.registry.example; ", Signer.KEY), "v=DKIM1; t=s; p=" + Signer.spki(Signer.KEY), "fail", "AUID"),
                row("h=sha1, a key for another hash", signed, "v=DKIM1; h=sha1; p=" + Signer.spki(Signer.KEY), "fail", "inappropriate hash"),
                row("p= is empty, the key is withdrawn", signed, "v=DKIM1; p=", "fail", "Revoked"),
                row("no key", signed, "", "fail", "no key"),
                row("p= that is no key", signed, Signer.published(Signer.WEAK).replace("p=", "p=AAAA"), "fail", "p= is no key"),
                row("another key", signed, Signer.published(Signer.OTHER), "fail", "does not verify"),
                row("the body changed", signed.replace("\r\nconfirm\r\n", "\r\ndeny\r\n"), KEY, "fail", "bodyhash"),
                row("the Subject changed", signed.replace("Subject: confirm", "Subject: deny"), KEY, "fail", "does not verify"),
                row("a control character behind the Subject", signed.replace("Subject: confirm", "Subject: confirm\u0011"), KEY, "pass", "a control character in a signed field (RFC 6376 3.4.2)"),
                row("h= leaves out Subject", Signer.signed(MAIL, tags("subject:", ""), Signer.KEY).replace("Subject: confirm", "Subject: deny"), KEY, "pass", "h= leaves out subject (RFC 6376 5.4)"),
                row("h= leaves out To", Signer.signed(MAIL, tags(":to", ""), Signer.KEY), KEY, "pass", "h= leaves out to (RFC 6376 5.4)"),
                row("h= leaves out From", signed.replace("h=from:", "h=too:").replace(":from;", ";"), KEY, "fail", "h= leaves out from (RFC 6376 5.4)"));
    }

    private static String tags(String of, String to) {
        assertThat(Signer.USUAL).contains(of);
        return Signer.USUAL.replace(of, to);
    }

    private static Arguments row(String input, String mail, String keys, String theirs, String ours) {
        return Arguments.of(input, mail, keys.isEmpty() ? List.of() : List.of(keys.split("\n")), theirs, ours);
    }

    private static String ours(String mail, Dns dns) {
        SignedMail signed = SignedMail.of(mail.getBytes(StandardCharsets.ISO_8859_1));
        Dkim.Checked checked = Dkim.check(signed, DkimSignature.read(signed.signatures().getFirst()).orElseThrow(), NOW, dns);
        return checked.holds() ? "pass" : checked.outcome() == Dkim.Outcome.UNANSWERED ? "temperror" : checked.why();
    }

    private static String theirs(String mail, List<String> keys) throws IOException {
        DKIMVerifier verifier = new DKIMVerifier((_, _, _) -> keys);
        try {
            verifier.verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (FailException broken) {
            return "fail";
        }
        return verifier.hasAnyValidSignature() ? "pass" : "fail";
    }

    private static Zone zone(List<String> keys) {
        return keys.isEmpty() ? new Zone() : new Zone().text("mail._domainkey.registry.example", keys.toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}: jDKIM {3}, ours {4}")
    @MethodSource("table")
    void rule_5_attack_what_jdkim_lets_pass_and_what_we_make_of_it(String input, String mail, List<String> keys, String theirs, String ours) throws IOException {
        assertThat(theirs(mail, keys)).as("jDKIM on %s", input).isEqualTo(theirs);
        assertThat(ours(mail, zone(keys))).as(input).contains(ours);
        assertThat(Path.of("src/test/traps-of-libraries.md")).content().contains("| " + input + " | " + theirs + " | " + (ours.equals("pass") ? "counts" : "does not count"));
    }

    @Test
    void rule_5_pass_the_signatures_of_rfc_8463_both_verify() {
        String mail = RFC_8463;
        Zone dns = new Zone()
                .text("brisbane._domainkey.football.example.com", Rfc8463.ED25519_KEY)
                .text("test._domainkey.football.example.com", Rfc8463.RSA_KEY);
        SignedMail signed = SignedMail.of(mail.getBytes(StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();

        for (String field : signed.signatures()) said.add(Dkim.check(signed, DkimSignature.read(field).orElseThrow(), Instant.parse("2018-06-11T00:00:00Z"), dns).words());

        assertThat(said).containsExactly("pass d=football.example.com s=brisbane ed25519-sha256", "pass d=football.example.com s=test rsa-sha256");
    }

    @Test
    void rule_5_near_miss_one_bit_of_an_ed25519_signature() {
        String mail = RFC_8463.replace("Fa3bT3FY", "Fa3bT3FZ");
        Zone dns = new Zone().text("brisbane._domainkey.football.example.com", Rfc8463.ED25519_KEY);

        assertThat(ours(mail, dns)).contains("does not verify");
    }

    @Test
    void rule_5_near_miss_a_key_that_nobody_tells_now_may_be_told_later() {
        assertThat(ours(Signer.signed(MAIL), new Zone().silent("mail._domainkey.registry.example"))).isEqualTo("temperror"); // L33
    }

    @Test
    void rule_5_attack_no_key_is_asked_for_what_can_not_be_of_use() {
        Zone dns = new Zone();

        ours(Signer.signed(MAIL, tags("a=rsa-sha256", "a=rsa-sha1"), Signer.KEY), dns);
        ours(Signer.signed(MAIL, Signer.USUAL + "l=0; ", Signer.KEY), dns);

        assertThat(dns.asked).isEmpty();
    }

    @Test
    void every_cut_and_every_changed_byte_of_a_signed_mail_is_judged_and_none_but_trailing_blanks_passes() {
        String signed = Signer.signed(MAIL);
        Zone dns = zone(List.of(KEY));
        int from = signed.indexOf("From: Kim");

        for (int at = from; at < signed.length(); at++) {
            String changed = signed.substring(0, at) + (signed.charAt(at) == 'x' ? 'y' : 'x') + signed.substring(at + 1);
            boolean unsigned = changed.toLowerCase(Locale.ROOT).indexOf("message-id") < 0 || at >= signed.indexOf("Message-ID") && at < signed.indexOf("\r\n\r\n");
            SignedMail mail = SignedMail.of(changed.getBytes(StandardCharsets.ISO_8859_1));
            if (!unsigned) assertThat(Dkim.check(mail, DkimSignature.read(mail.signatures().getFirst()).orElseThrow(), NOW, dns).holds()).as("byte %d", at).isFalse();
        }
    }

    @Test
    void garbage_never_throws() {
        for (String field : List.of("DKIM-Signature:", "DKIM-Signature: v=1", "DKIM-Signature: v=1; a=rsa-sha256; d=x; s=y; h=from; bh=!; b=!", "DKIM-Signature: v=1; v=1",
                "DKIM-Signature: v=1; a=rsa-sha256; d=registry.example; s=mail; h=from:to:subject:date; bh==; b==; t=99999999999999999999")) {
            String mail = field + "\r\n" + MAIL;
            SignedMail signed = SignedMail.of(mail.getBytes(StandardCharsets.ISO_8859_1));
            DkimSignature.read(signed.signatures().getFirst()).ifPresent(one -> assertThat(Dkim.check(signed, one, NOW, zone(List.of(KEY))).holds()).isFalse());
        }
    }
}

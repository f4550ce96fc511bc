package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Authentication.Policy;
import tldops.core.Carried;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Rules;
import tldops.core.Tlp;

/// A post leaves as it came, but for what the list says on top of it (L46, MAIL_RULES 27).
class CarrierTest {
    private static final Path MAILS = Path.of("src/test/mail/posts");
    private static final Rules.MailingList OWN = new Rules.MailingList("tld-ops", "lists.example", List.of(), java.util.Map.of());
    private static final Instant DATE = Instant.parse("2027-01-14T10:03:00Z");
    private static final Rules.Posting USUAL = posting(Rules.ReplyTo.AUTHOR, Rules.FromLine.AUTO);

    private static Rules.Posting posting(Rules.ReplyTo replyTo, Rules.FromLine from) {
        return new Rules.Posting(Tlp.AMBER, replyTo, from, Duration.ofMinutes(15));
    }

    private static byte[] carried(byte[] raw, Rules.Posting rules, Policy policy, Optional<Signing> dkim) {
        return carried(raw, rules, policy, Set.of("registry.example", "mail.registry.example", "example", "mailer.test"), dkim);
    }

    private static byte[] carried(byte[] raw, Rules.Posting rules, Policy policy, Set<String> signers, Optional<Signing> dkim) {
        Carried post = new Carried(7, Address.of("anna@registry.example"), "", Tlp.AMBER, policy, signers);
        Letter letter = new Letter("qv8m3k2j7h6g5f4d3s2a", post, Language.EN, List.of(OWN.post()), List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.VERP, false, false, DATE, List.of(Address.of("eva@iis.example")));
        return Carrier.carried(raw, letter, post, OWN, rules, DATE, "1", dkim);
    }

    private static String carried(String mail, Rules.Posting rules, Policy policy) {
        return latin(carried(mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1), rules, policy, Optional.empty())).replace("\r\n", "\n");
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] specimen(String name) throws Exception {
        return Files.readString(MAILS.resolve(name), StandardCharsets.ISO_8859_1).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] body(byte[] mail) {
        return Arrays.copyOfRange(mail, Fields.of(mail).body(), mail.length);
    }

    /// The domains whose signatures verify.
    private static List<String> signers(byte[] mail, String own) throws Exception {
        String author = Files.readString(MAILS.resolve("mail._domainkey.registry.example.txt")).strip();
        DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) -> List.of(domain.toString().equals("registry.example") ? author : own));
        return verifier.verify(new ByteArrayInputStream(mail)).stream().map(record -> record.getDToken().toString()).toList();
    }

    @Test
    void rule_27_pass_the_authors_signature_survives_where_tag_and_label_stand_in_the_subject_already() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String record = "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        byte[] came = specimen("outlook-reply.eml");

        byte[] leaves = carried(came, USUAL, Policy.STRICT, Optional.of(new Signing("lists.example", "robot1", pair.getPrivate())));

        assertThat(signers(leaves, record)).containsExactlyInAnyOrder("lists.example", "registry.example"); // L46
        assertThat(Fields.of(leaves).first("from").orElseThrow().value()).isEqualTo("Anna Vermeer <anna@registry.example>"); // L46
    }

    @Test
    void a_changed_subject_breaks_the_signature_and_nothing_else_does() throws Exception {
        byte[] came = specimen("thunderbird-html.eml");

        byte[] leaves = carried(came, posting(Rules.ReplyTo.AUTHOR, Rules.FromLine.KEEP), Policy.STRICT, Optional.empty());

        assertThat(body(leaves)).isEqualTo(body(came));
        assertThatThrownBy(() -> signers(leaves, "")).isInstanceOf(FailException.class);
        byte[] back = latin(leaves).replace(Fields.of(leaves).first("subject").orElseThrow().text(), Fields.of(came).first("subject").orElseThrow().text()).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(signers(back, "")).containsExactly("registry.example"); // L46
    }

    @Test
    void the_body_of_a_rewritten_mail_is_the_signed_one_byte_for_byte() throws Exception {
        byte[] came = specimen("thunderbird-html.eml");

        byte[] leaves = carried(came, USUAL, Policy.STRICT, Optional.empty());

        assertThat(body(leaves)).isEqualTo(body(came)); // L46
        assertThat(Fields.of(leaves).first("from").orElseThrow().value()).isEqualTo("=?UTF-8?Q?Ren=C3=A9e_Vermeer_via_TLD-OPS?= <tld-ops@lists.example>"); // L46
        String back = latin(leaves);
        for (String name : List.of("subject", "from")) back = back.replace(Fields.of(leaves).first(name).orElseThrow().text(), Fields.of(came).first(name).orElseThrow().text());
        assertThat(signers(back.getBytes(StandardCharsets.ISO_8859_1), "")).containsExactly("registry.example");
    }

    @Test
    void rule_27_near_miss_From_is_the_authors_unless_his_domain_would_have_the_mail_refused() {
        String mail = "From: Anna <anna@registry.example>\nTo: tld-ops@lists.example\nSubject: x\n\nbody\n";

        assertThat(carried(mail, USUAL, Policy.NONE)).contains("\nFrom: Anna <anna@registry.example>\n").doesNotContain("Reply-To"); // L46
        assertThat(carried(mail, USUAL, Policy.STRICT)).contains("\nFrom: Anna via TLD-OPS <tld-ops@lists.example>\n").contains("\nReply-To: Anna <anna@registry.example>\n"); // L46
        assertThat(carried(mail, USUAL, Policy.SOME)).contains("\nFrom: Anna via TLD-OPS <tld-ops@lists.example>\n");
        assertThat(carried(mail, posting(Rules.ReplyTo.AUTHOR, Rules.FromLine.KEEP), Policy.STRICT)).contains("\nFrom: Anna <anna@registry.example>\n");
        assertThat(carried(mail, posting(Rules.ReplyTo.LIST, Rules.FromLine.REWRITE), Policy.NONE)).contains("\nFrom: Anna via TLD-OPS <tld-ops@lists.example>\n").contains("\nReply-To: tld-ops@lists.example\n");
        assertThat(carried(mail, posting(Rules.ReplyTo.BOTH, Rules.FromLine.AUTO), Policy.STRICT)).contains("\nReply-To: Anna <anna@registry.example>, tld-ops@lists.example\n");
    }

    @Test
    void a_signature_of_another_domain_or_over_what_we_change_keeps_nobody_in_From() {
        String signed = "From: Anna <anna@registry.example>\nTo: tld-ops@lists.example\nSubject: [tld-ops] [TLP:AMBER] x\nDKIM-Signature: v=1; d=%s; h=from:to:%s; b=x\n\nbody\n";

        assertThat(carried(signed.formatted("registry.example", "subject"), USUAL, Policy.STRICT)).contains("\nFrom: Anna <");
        assertThat(carried(signed.formatted("mail.registry.example", "subject"), USUAL, Policy.STRICT)).contains("\nFrom: Anna <");
        assertThat(carried(signed.formatted("example", "subject"), USUAL, Policy.STRICT)).contains("\nFrom: Anna <");
        assertThat(carried(signed.formatted("mailer.test", "subject"), USUAL, Policy.STRICT)).contains("via TLD-OPS");
        assertThat(carried(signed.formatted("registry.example", "subject").replace("[TLP:AMBER] ", ""), USUAL, Policy.STRICT)).contains("via TLD-OPS");
        assertThat(carried("Precedence: first\n" + signed.formatted("registry.example", "precedence"), USUAL, Policy.STRICT)).contains("via TLD-OPS");
        assertThat(carried(signed.formatted("registry.example", "reply-to"), posting(Rules.ReplyTo.BOTH, Rules.FromLine.AUTO), Policy.STRICT)).contains("via TLD-OPS");
    }

    @Test
    void rule_27_attack_a_signature_that_was_broken_on_arrival_or_forbids_the_lists_own_fields_keeps_nobody_in_From() {
        String signed = "From: Anna <anna@registry.example>\nTo: tld-ops@lists.example\nSubject: [tld-ops] [TLP:AMBER] x\nDKIM-Signature: v=1; d=registry.example; h=from:to:%s; b=x\n\nbody\n";
        byte[] broken = signed.formatted("subject").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(latin(carried(broken, USUAL, Policy.STRICT, Set.of("mailer.test"), Optional.empty()))).contains("via TLD-OPS"); // L46
        assertThat(latin(carried(broken, USUAL, Policy.STRICT, Set.of("registry.example"), Optional.empty()))).contains("\nFrom: Anna <");
        for (String absent : List.of("list-id", "list-unsubscribe", "x-auto-response-suppress", "subject:subject:list-id")) assertThat(carried(signed.formatted(absent), USUAL, Policy.STRICT)).contains("via TLD-OPS"); // L46
        assertThat(carried(signed.formatted("subject:subject:cc"), USUAL, Policy.STRICT)).contains("\nFrom: Anna <");
    }

    @Test
    void rule_27_pass_what_belongs_to_other_servers_goes_and_the_lists_own_fields_come_without_a_secret() {
        String mail = carried("""
                Return-Path: <anna@registry.example>
                Delivered-To: tld-ops@lists.example
                Authentication-Results: mx.lists.example; dmarc=pass
                Received: from a by b; Thu, 14 Jan 2027 10:00:00 +0000
                From: anna@registry.example
                Bcc: secret@registry.example
                Return-Receipt-To: anna@registry.example
                List-Unsubscribe: <mailto:other@lists.test>
                Precedence: first
                Subject: hello
                X-Weird:  kept  as it is
                 \twith its fold
                Date: Thu, 14 Jan 2027 10:00:00 +0000

                .
                body\u00e9
                """, USUAL, Policy.NONE);

        assertThat(mail).startsWith("Received: by lists.example (tldops-robot); Thu, 14 Jan 2027 10:03:00 +0000\n")
                .contains("\nList-Id: TLD-OPS <tld-ops.lists.example>\n", "\nList-Unsubscribe: <mailto:tld-ops-request@lists.example?subject=unsubscribe>\n", "\nX-TLP: AMBER\n", "\nX-TLD-OPS-Robot: 1\n")
                .contains("\nX-Weird:  kept  as it is\n \twith its fold\n", "\nReceived: from a by b;", "\nSubject: [tld-ops] [TLP:AMBER] hello\n", "\nMessage-ID: <letter.")
                .endsWith("\n\n.\nbody\u00e9\n")
                .doesNotContain("other@lists.test", "Bcc", "Return-", "Delivered-To", "Authentication-Results", "Precedence", "qv8m3k2j7h6g5f4d3s2a"); // L15
    }

    @Test
    void an_author_without_a_name_or_with_a_strange_one_is_still_named() {
        assertThat(carried("From: anna@registry.example\nSubject: x\n\nb", USUAL, Policy.STRICT)).contains("\nFrom: anna via TLD-OPS <tld-ops@lists.example>\n");
        assertThat(carried("From: \"O'Neil, Jr.\" <anna@registry.example>\nSubject: x\n\nb", USUAL, Policy.STRICT)).contains("\nFrom: \"O'Neil, Jr. via TLD-OPS\" <tld-ops@lists.example>\n"); // L46
    }
}

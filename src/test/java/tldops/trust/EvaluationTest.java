package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Authentication.Policy;
import tldops.core.Authentication.Sureness;
import tldops.mail.Header;

/// MAIL_RULES 4, 5, 9, 10, 15, and the line "DMARC" of its test matrix (chapter 6).
class EvaluationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:10:00Z");
    private static final String KEY = Signer.published(Signer.KEY);
    private static final Client CLIENT = new Client("192.0.2.7", "mail.registry.example", Optional.of(Address.of("admin@registry.example")));
    private static final Client STRANGER = new Client("198.51.100.9", "evil.example", Optional.of(Address.of("eve@evil.example")));

    private static String mail(String domain) {
        return """
                From: Kim Sample <admin@%s>
                To: tld-ops-request@lists.example
                Subject: confirm
                Date: Sun, 22 Nov 2026 00:00:00 +0000
                Message-ID: <1@registry.example>

                confirm
                """.formatted(domain).replace("\n", "\r\n");
    }

    private static String signed(String domain, String by) {
        return Signer.signed(mail(domain), Signer.USUAL.replace("d=registry.example", "d=" + by), Signer.KEY);
    }

    /// `_dmarc.registry.example v=DMARC1; p=reject`: a line each; every domain has the key.
    private static Zone zone(String... lines) {
        Zone zone = new Zone();
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            zone.text(words[0], words[1].split("\\|"));
        }
        for (String domain : List.of("registry.example", "mail.registry.example", "a.b.c.d.e.f.g.registry.example", "h.a.b.c.d.e.f.g.registry.example", "evil.example", "registry.nic.example", "other.nic.example"))
            zone.text("mail._domainkey." + domain, KEY);
        return zone;
    }

    private static List<Header> headers(String mail) {
        List<Header> headers = new ArrayList<>();
        for (String field : SignedMail.of(mail.getBytes(StandardCharsets.UTF_8)).fields()) headers.add(new Header(field.substring(0, field.indexOf(':')), field.substring(field.indexOf(':') + 1).strip()));
        return headers;
    }

    private static Authentication judge(String mail, Optional<Client> client, Dns dns) {
        List<Header> headers = headers(mail);
        Optional<Address> from = Optional.of(Doubts.values(headers, "From")).filter(all -> all.size() == 1).flatMap(all -> Address.parse(all.getFirst().replaceAll(".*<|>.*", "")));
        return Evaluation.judge(mail.getBytes(StandardCharsets.UTF_8), headers, from, client, NOW, dns);
    }

    /// From, d= of the signature ("" for none), what the DNS says, what comes of it.
    static Stream<Arguments> matrix() {
        String reject = "_dmarc.registry.example v=DMARC1; p=reject";
        return Stream.of(
                Arguments.of("none published, though signed", "registry.example", "registry.example", new String[] {}, Sureness.UNAUTHENTICATED, Policy.NONE),
                Arguments.of("p=reject, aligned", "registry.example", "registry.example", new String[] {reject}, Sureness.AUTHENTICATED, Policy.STRICT),
                Arguments.of("p=none, aligned", "registry.example", "registry.example", new String[] {"_dmarc.registry.example v=DMARC1; p=none"}, Sureness.AUTHENTICATED, Policy.NONE),
                Arguments.of("p missing, aligned", "registry.example", "registry.example", new String[] {"_dmarc.registry.example v=DMARC1; rua=mailto:a@registry.example"}, Sureness.AUTHENTICATED, Policy.NONE),
                Arguments.of("p=none, nothing aligned", "registry.example", "evil.example", new String[] {"_dmarc.registry.example v=DMARC1; p=none"}, Sureness.FAILED, Policy.NONE),
                Arguments.of("unsigned", "registry.example", "", new String[] {reject}, Sureness.FAILED, Policy.STRICT),
                Arguments.of("signed by a sub-domain, relaxed", "registry.example", "mail.registry.example", new String[] {reject}, Sureness.AUTHENTICATED, Policy.STRICT),
                Arguments.of("signed by a sub-domain, strict", "registry.example", "mail.registry.example", new String[] {reject + "; adkim=s"}, Sureness.FAILED, Policy.STRICT),
                Arguments.of("From a sub-domain, signed above, relaxed", "mail.registry.example", "registry.example", new String[] {reject}, Sureness.AUTHENTICATED, Policy.STRICT),
                Arguments.of("From a sub-domain, signed above, strict", "mail.registry.example", "registry.example", new String[] {reject + "; adkim=s"}, Sureness.FAILED, Policy.STRICT),
                Arguments.of("two records are none", "registry.example", "registry.example", new String[] {reject + "|v=DMARC1; p=none"}, Sureness.UNAUTHENTICATED, Policy.NONE),
                Arguments.of("a tag twice is none", "registry.example", "registry.example", new String[] {reject + "; p=reject"}, Sureness.UNAUTHENTICATED, Policy.NONE),
                Arguments.of("unknown tags do not matter", "registry.example", "registry.example", new String[] {reject + "; pct=0; x=y"}, Sureness.AUTHENTICATED, Policy.STRICT),
                Arguments.of("t=y, aligned", "registry.example", "registry.example", new String[] {reject + "; t=y"}, Sureness.AUTHENTICATED, Policy.STRICT),
                Arguments.of("t=y, nothing aligned", "registry.example", "", new String[] {reject + "; t=y"}, Sureness.FAILED, Policy.STRICT),
                Arguments.of("np for a name that is not there", "mail.registry.example", "registry.example", new String[] {"_dmarc.registry.example v=DMARC1; p=none; np=reject"}, Sureness.AUTHENTICATED, Policy.NONE),
                Arguments.of("np for a name that is not there at all", "gone.registry.example", "registry.example", new String[] {"_dmarc.registry.example v=DMARC1; p=none; np=reject"}, Sureness.AUTHENTICATED, Policy.STRICT),
                Arguments.of("sp for a sub-domain", "mail.registry.example", "registry.example", new String[] {"_dmarc.registry.example v=DMARC1; p=none; sp=reject"}, Sureness.AUTHENTICATED, Policy.STRICT),
                Arguments.of("psd=y: neighbours below it are strangers", "registry.nic.example", "other.nic.example", new String[] {"_dmarc.nic.example v=DMARC1; psd=y; p=reject"}, Sureness.FAILED, Policy.STRICT),
                Arguments.of("psd=y: the own name is one's own", "registry.nic.example", "registry.nic.example", new String[] {"_dmarc.nic.example v=DMARC1; psd=y; p=reject"}, Sureness.AUTHENTICATED, Policy.STRICT),
                Arguments.of("psd=n: what is above is a stranger", "mail.registry.example", "registry.example", new String[] {"_dmarc.mail.registry.example v=DMARC1; psd=n; p=reject", reject}, Sureness.FAILED, Policy.STRICT),
                Arguments.of("more than 8 labels", "h.a.b.c.d.e.f.g.registry.example", "registry.example", new String[] {reject}, Sureness.AUTHENTICATED, Policy.STRICT),
                Arguments.of("more than 8 labels, a record between them is not seen", "h.a.b.c.d.e.f.g.registry.example", "registry.example", new String[] {"_dmarc.a.b.c.d.e.f.g.registry.example v=DMARC1; psd=n; p=none", reject}, Sureness.AUTHENTICATED, Policy.STRICT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrix")
    void rule_9_pass_the_matrix_of_dmarc(String name, String from, String by, String[] records, Sureness sureness, Policy policy) {
        String mail = by.isEmpty() ? mail(from) : signed(from, by);
        Zone zone = zone(records).with("mail.registry.example", Dns.Kind.A, "192.0.2.7").with("h.a.b.c.d.e.f.g.registry.example", Dns.Kind.A, "192.0.2.7");

        Authentication judged = judge(mail, Optional.of(STRANGER), zone);

        assertThat(judged.sureness()).as(judged.reason()).isEqualTo(sureness);
        assertThat(judged.policy()).as(judged.reason()).isEqualTo(policy);
        assertThat(judged.awaited()).isFalse();
    }

    @Test
    void rule_32_pass_the_reason_names_domain_selector_and_policy() {
        Authentication judged = judge(signed("registry.example", "registry.example"), Optional.of(CLIENT), zone("_dmarc.registry.example v=DMARC1; p=reject"));

        assertThat(judged.reason()).isEqualTo("dmarc=pass (p=reject) for registry.example: dkim pass d=registry.example s=mail rsa-sha256");
        assertThat(judged.signers()).containsExactly("registry.example");
    }

    @Test
    void rule_9_near_miss_spf_alone_authenticates_nobody_and_is_no_failure() {
        Authentication judged = judge(mail("registry.example"), Optional.of(CLIENT), zone("_dmarc.registry.example v=DMARC1; p=reject", "registry.example v=spf1 ip4:192.0.2.7 -all"));

        assertThat(judged.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(judged.reason()).isEqualTo("dmarc=pass (p=reject) for registry.example rests on SPF alone: dkim none of it; spf pass registry.example");
    }

    @Test
    void rule_9_attack_spf_of_the_forgers_own_domain_is_not_even_asked_for() {
        Zone zone = zone("_dmarc.registry.example v=DMARC1; p=reject", "evil.example v=spf1 +all");

        Authentication judged = judge(Signer.signed(mail("registry.example"), Signer.USUAL.replace("d=registry.example", "d=evil.example"), Signer.KEY), Optional.of(STRANGER), zone);

        assertThat(judged.sureness()).isEqualTo(Sureness.FAILED);
        assertThat(zone.asked).noneMatch(asked -> asked.contains("evil.example"));
    }

    @Test
    void rule_9_near_miss_where_we_are_not_the_border_nothing_fails() {
        Authentication judged = judge(mail("registry.example"), Optional.empty(), zone("_dmarc.registry.example v=DMARC1; p=reject"));

        assertThat(judged.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(judge(signed("registry.example", "registry.example"), Optional.empty(), zone("_dmarc.registry.example v=DMARC1; p=reject")).authenticated()).as("a signature holds at any door").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "_dmarc.registry.example, registry.example", "mail._domainkey.registry.example, registry.example", "registry.example, ''", "_dmarc.example, mail.registry.example"
    })
    void rule_9_near_miss_who_does_not_answer_makes_nobody_sure_and_condemns_nobody(String silent, String by) {
        Zone zone = zone("_dmarc.registry.example v=DMARC1; p=reject", "registry.example v=spf1 -all").silent(silent);

        Authentication judged = judge(by.isEmpty() ? mail("registry.example") : signed("registry.example", by), Optional.of(CLIENT), zone);

        assertThat(judged.awaited()).as(judged.reason()).isTrue(); // L33
        assertThat(judged.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
    }

    @Test
    void rule_9_pass_what_can_not_matter_may_stay_silent() {
        Zone zone = zone("_dmarc.registry.example v=DMARC1; p=reject").silent("_dmarc.example").silent("registry.example");

        assertThat(judge(signed("registry.example", "registry.example"), Optional.of(CLIENT), zone).authenticated()).isTrue();
    }

    /// As a large mail service signs, which leaves out To: its people are not forgers, wherever their mail came along.
    @Test
    void rule_5_near_miss_a_signature_that_leaves_out_to_counts_when_the_mail_comes_straight_from_its_domain() {
        String mail = Signer.signed(mail("registry.example"), Signer.USUAL.replace("h=from:to:subject:date:message-id:from", "h=From:Date:Subject:Message-ID:Content-Type:MIME-Version"), Signer.KEY);
        Zone zone = zone("_dmarc.registry.example v=DMARC1; p=reject", "registry.example v=spf1 ip4:192.0.2.7 -all");

        Authentication straight = judge(mail, Optional.of(CLIENT), zone);
        Authentication forwarded = judge(mail, Optional.of(new Client("198.51.100.9", "forward.example", Optional.of(Address.of("admin@registry.example")))), zone);

        assertThat(straight.sureness()).as(straight.reason()).isEqualTo(Sureness.AUTHENTICATED);
        assertThat(forwarded.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(forwarded.reason()).contains("pass (p=reject) for registry.example by a signature that leaves too much open", "dkim policy d=registry.example s=mail (h= leaves out to (RFC 6376 5.4))");
    }

    @Test
    void rule_5_attack_a_signature_that_leaves_out_the_subject_counts_from_nowhere() {
        String mail = Signer.signed(mail("registry.example"), Signer.USUAL.replace("subject:", ""), Signer.KEY).replace("Subject: confirm", "Subject: deny");

        Authentication judged = judge(mail, Optional.of(CLIENT), zone("_dmarc.registry.example v=DMARC1; p=reject", "registry.example v=spf1 ip4:192.0.2.7 -all"));

        assertThat(judged.sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(judged.reason()).contains("rests on SPF alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cc: tld-ops@lists.example", "cc : tld-ops@lists.example", "Cc: x@y.example\r\nCc: tld-ops@lists.example"})
    void rule_15_attack_a_signed_mail_to_somebody_else_with_us_in_an_unsigned_cc(String cc) {
        Authentication judged = judge(cc + "\r\n" + signed("registry.example", "registry.example"), Optional.of(STRANGER), zone("_dmarc.registry.example v=DMARC1; p=reject"));

        assertThat(judged.sureness()).as(judged.reason()).isEqualTo(Sureness.UNAUTHENTICATED);
    }

    @Test
    void rule_9_attack_a_cctld_that_publishes_a_policy_makes_its_registrants_no_organisation() {
        Authentication judged = judge(signed("registry.example", "evil.example"), Optional.of(STRANGER), zone("_dmarc.example v=DMARC1; p=reject"));

        assertThat(judged.sureness()).as(judged.reason()).isEqualTo(Sureness.FAILED);
    }

    @Test
    void rule_5_attack_a_second_from_on_top_of_a_signed_mail_authenticates_nobody() {
        String mail = "From: Eve <eve@evil.example>\r\n" + Signer.signed(mail("registry.example"), Signer.USUAL.replace(":from; ", "; "), Signer.KEY);

        Authentication judged = judge(mail, Optional.of(STRANGER), zone("_dmarc.registry.example v=DMARC1; p=reject"));

        assertThat(judged).isEqualTo(Authentication.none("From is not one address (rule 6)"));
    }

    @Test
    void rule_5_attack_no_more_than_five_signatures_are_tried() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 8; i++) mail.append("DKIM-Signature: v=1; a=rsa-sha256; d=registry.example; s=s").append(i).append("; h=from:to:subject:date; bh=AA==; b=AA==\r\n");
        Zone zone = zone("_dmarc.registry.example v=DMARC1; p=reject");

        judge(mail + mail("registry.example"), Optional.of(STRANGER), zone);

        assertThat(zone.asked.stream().filter(asked -> asked.contains("_domainkey"))).hasSize(5);
    }

    @Test
    void rule_5_attack_one_mail_costs_no_more_questions_and_no_more_time_than_it_may() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 5; i++) mail.append("DKIM-Signature: v=1; a=rsa-sha256; d=a.b.c.d.e.f.g").append(i).append(".registry.example; s=s; h=from:to:subject:date; bh=AA==; b=AA==\r\n");
        Zone zone = zone("_dmarc.registry.example v=DMARC1; p=reject");

        Authentication judged = judge(mail + mail("registry.example"), Optional.of(STRANGER), new Ration(zone, 12, Duration.ofMinutes(1)));
        Authentication late = judge(mail("registry.example"), Optional.of(STRANGER), new Ration(zone, 12, Duration.ofSeconds(-1)));

        assertThat(zone.asked).hasSizeLessThanOrEqualTo(12);
        assertThat(judged.sureness()).as("that is no way to be judged less hard").isEqualTo(Sureness.FAILED);
        assertThat(late.awaited()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'Sun, 15 Nov 2026 00:09:00 +0000', UNAUTHENTICATED", "'Sun, 15 Nov 2026 00:11:00 +0000', AUTHENTICATED", "'Mon, 23 Nov 2026 00:11:00 +0000', UNAUTHENTICATED"})
    void rule_15_attack_an_old_mail_brought_again(String date, Sureness expected) {
        String mail = Signer.signed(mail("registry.example").replace("Sun, 22 Nov 2026 00:00:00 +0000", date), Signer.USUAL, Signer.KEY);

        assertThat(judge(mail, Optional.of(CLIENT), zone("_dmarc.registry.example v=DMARC1; p=reject")).sureness()).isEqualTo(expected);
    }

    @Test
    void rule_15_attack_a_signed_mail_to_somebody_else_brought_to_us_is_one_level_down() {
        Authentication sure = new Authentication(Sureness.AUTHENTICATED, "dmarc=pass");
        Address ours = Address.of("tld-ops-request@lists.example");

        assertThat(Recipients.judged(sure, List.of(Address.of("friend@other.example")), ours::equals)).isEqualTo(Authentication.none("neither To nor Cc is our address (rule 15)"));
        assertThat(Recipients.judged(sure, List.of(), ours::equals).authenticated()).isFalse();
    }

    @Test
    void rule_15_pass_in_cc_is_enough() {
        Authentication sure = new Authentication(Sureness.AUTHENTICATED, "dmarc=pass");
        Address ours = Address.of("tld-ops-request@lists.example");

        assertThat(Recipients.judged(sure, List.of(Address.of("friend@other.example"), ours), ours::equals)).isEqualTo(sure);
    }

    @Test
    void rule_15_near_miss_a_failure_stays_one() {
        Authentication failed = new Authentication(Sureness.FAILED, "dmarc=fail");

        assertThat(Recipients.judged(failed, List.of(), _ -> false)).isEqualTo(failed);
    }

    @Test
    void rule_4_attack_authentication_results_of_a_stranger_are_not_looked_at() {
        String mail = "Authentication-Results: lists.example; dmarc=pass header.from=registry.example\r\n" + mail("registry.example");

        assertThat(judge(mail, Optional.of(STRANGER), zone("_dmarc.registry.example v=DMARC1; p=reject")).sureness()).isEqualTo(Sureness.FAILED);
    }

    @Test
    void rule_5_pass_a_mail_that_came_through_our_own_trace_line_still_verifies() {
        String mail = "Received: from mail.registry.example ([192.0.2.7])\r\n\tby lists.example (tldops-robot) with ESMTP;\r\n\tSun, 22 Nov 2026 00:00:00 GMT\r\n" + signed("registry.example", "registry.example");

        assertThat(judge(mail, Optional.of(CLIENT), zone("_dmarc.registry.example v=DMARC1; p=reject")).authenticated()).isTrue();
    }
}

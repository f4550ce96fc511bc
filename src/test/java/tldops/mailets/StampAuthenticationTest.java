package tldops.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.AttributeName;
import org.apache.mailet.Mailet;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// James's findings as one field on top, and nothing on the mail that a stranger could have written in its place.
class StampAuthenticationTest {
    private static final String SPF = "org.apache.james.transport.mailets.spf.result";
    private static final String DKIM = "jDKIM.AUTHRESULT";
    private static final String MAIL = "Received: from mail.nic.example\r\n\tby mx.lists.example with ESMTP; Sun, 1 Nov 2026 10:00:00 +0000\r\n"
            + "from:  Ana \u00e9 <ana@nic.example> \r\nSUBJECT:\r\n  a folded\r\n\tone\r\nno field at all\r\nBcc: x@nic.example\r\n\r\n.a body\r\n..\u00ff, and no end";

    @Test
    void rule_1_pass_james_findings_stand_on_top_and_all_below_is_as_it_came() throws Exception {
        MailImpl mail = mail(MAIL, Map.of(SPF, "pass", DKIM, "pass (identity @nic.example)"));
        stamp().service(mail);
        assertThat(Envelopes.text(mail)).isEqualTo("Authentication-Results: mx.lists.example;\r\n\tspf=pass smtp.mailfrom=nic.example;\r\n\tdkim=pass header.i=@nic.example\r\n" + MAIL);
    }

    @Test
    void rule_1_near_miss_what_james_did_not_look_at_is_none_and_dmarc_is_not_told() throws Exception {
        MailImpl mail = mail(MAIL, Map.of());
        stamp().service(mail);
        assertThat(field(mail)).isEqualTo("mx.lists.example;\r\n\tspf=none;\r\n\tdkim=none");
    }

    @Test
    void rule_2_attack_james_removes_every_field_in_its_name_however_it_is_written() throws Exception {
        String forged = "Authentication-Results: mx.lists.example; dmarc=pass header.from=nic.example\r\n"
                + "AUTHENTICATION-RESULTS : MX.Lists.Example 1;\r\n dmarc=pass header.from=nic.example\r\n"
                + "authentication-results:\r\n\t(hello) \"mx.lists.example\" ; dmarc=pass\r\n"
                + "Authentication-Results: ; dmarc=pass\r\nAuthentication-Results: other.example; dmarc=pass\r\n";
        MailImpl mail = mail(forged + MAIL.replace("SUBJECT", "Authentication-Results: mx.lists.example; dmarc=pass\r\nSUBJECT"), Map.of());
        stamp().service(mail);
        assertThat(Envelopes.text(mail)).isEqualTo("Authentication-Results: mx.lists.example;\r\n\tspf=none;\r\n\tdkim=none\r\n" + MAIL);
    }

    @Test
    void rule_2_pass_james_keeps_the_field_of_a_server_before_it_that_is_named() throws Exception {
        String outer = "Authentication-Results: Outer.lists.example 1; dmarc=pass header.from=nic.example\r\n";
        MailImpl mail = mail(outer + MAIL, Map.of());
        stamp("keep", "outer.lists.example").service(mail);
        assertThat(Envelopes.text(mail)).endsWith(outer + MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outer.lists.example.evil.example; dmarc=pass", "evil.example (outer.lists.example); dmarc=pass", "outer.lists.example; dmarc=pass\r\nAuthentication-Results: mx.lists.example; dmarc=pass", "outer.lists.example 2; dmarc=pass"})
    void rule_2_near_miss_james_keeps_nothing_that_only_looks_like_that_server(String value) throws Exception {
        MailImpl mail = mail("Authentication-Results: " + value + "\r\n" + MAIL, Map.of());
        stamp("keep", "outer.lists.example").service(mail);
        assertThat(Envelopes.text(mail)).doesNotContain("evil", "outer.lists.example 2").containsOnlyOnce("mx.lists.example;");
    }

    @Test
    void other_fields_that_are_believed_can_be_removed() throws Exception {
        MailImpl mail = mail("X-Our-Verdict: good\r\nx-our-verdict :\r\n good\r\nX-Our-Verdict-2: y\r\n" + MAIL, Map.of());
        stamp("remove", "X-Our-Verdict").service(mail);
        assertThat(Envelopes.text(mail)).doesNotContain("good").contains("X-Our-Verdict-2: y\r\nReceived");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "pass (identity ana@Nic.example) | dkim=pass header.i=@nic.example",
        "pass (identity @nic.example) (identity @esp.example) | dkim=pass",
        "pass (identity x@evil.example) (identity @nic.example) (identity y@evil.example) | dkim=pass",
        "pass (identity a b@evil.example; dmarc=pass) | dkim=pass",
        "fail (identity @nic.example: body hash did not verify) | dkim=fail header.i=@nic.example",
        "fail (no key; dmarc=pass header.from=nic.example) | dkim=fail",
        "neutral (no signatures) | dkim=none",
        "passed | dkim=none",
        "^^ | dkim=none"})
    void rule_5_near_miss_of_what_james_says_of_signatures_only_what_is_certain_is_stamped(String found, String stamped) throws Exception {
        MailImpl mail = mail(MAIL, Map.of(DKIM, found));
        stamp().service(mail);
        assertThat(field(mail)).isEqualTo("mx.lists.example;\r\n\tspf=none;\r\n\t" + stamped);
    }

    @ParameterizedTest
    @CsvSource({"pass,pass smtp.mailfrom=nic.example", "SoftFail,softfail smtp.mailfrom=nic.example", "error,none", "pass; dmarc=pass,pass smtp.mailfrom=nic.example", "none,none"})
    void spf_is_told_in_the_words_of_rfc_8601(String found, String stamped) throws Exception {
        MailImpl mail = mail(MAIL, Map.of(SPF, found));
        stamp().service(mail);
        assertThat(field(mail)).contains("\tspf=" + stamped + ";\r\n");
    }

    @Test
    void spf_of_a_bounce_is_that_of_the_greeting() throws Exception {
        MailImpl mail = Envelopes.of("m", "", MAIL, Map.of(SPF, "pass", "org.apache.james.HELO", "mail.nic.example"), "tld-ops@lists.example");
        stamp().service(mail);
        assertThat(field(mail)).contains("spf=pass smtp.helo=mail.nic.example;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "pass header.from=Nic.example | dmarc=pass header.from=nic.example",
        "pass | dmarc=pass",
        "fail header.from=nic.example | dmarc=fail header.from=nic.example",
        "pass header.from=nic.example; dkim=pass | ^^",
        "quarantine header.from=nic.example | ^^"})
    void rule_9_near_miss_dmarc_is_stamped_only_where_james_was_told_a_whole_result(String found, String stamped) throws Exception {
        MailImpl mail = mail(MAIL, Map.of("our.dmarc", found));
        stamp("dmarc", "our.dmarc").service(mail);
        assertThat(field(mail)).isEqualTo("mx.lists.example;\r\n\tspf=none;\r\n\tdkim=none" + (stamped.isEmpty() ? "" : ";\r\n\t" + stamped));
    }

    @ParameterizedTest
    @CsvSource({"pass header.from=nic.example,true", "fail header.from=nic.example,true", "none,true", "temperror,false", "permerror,false", "passable,false", "'',false"})
    void rule_9_pass_james_vouches_for_a_mail_only_with_a_dmarc_finding(String found, boolean vouches) throws Exception {
        MailImpl mail = mail(MAIL, Map.of("our.dmarc", found, SPF, "pass", DKIM, "pass (identity @nic.example)", "tldops.vouched", "from before"));
        stamp("dmarc", "our.dmarc").service(mail);
        assertThat(mail.getAttribute(AttributeName.of("tldops.vouched")).isPresent()).isEqualTo(vouches);
    }

    @Test
    void who_logged_in_is_told() throws Exception {
        MailImpl mail = mail(MAIL, Map.of("org.apache.james.SMTPAuthUser", "ana@nic.example"));
        stamp().service(mail);
        assertThat(field(mail)).startsWith("mx.lists.example;\r\n\tauth=pass smtp.auth=\"ana@nic.example\";");
        MailImpl odd = mail(MAIL, Map.of("org.apache.james.SMTPAuthUser", "a\"; dmarc=pass"));
        stamp().service(odd);
        assertThat(field(odd)).doesNotContain("auth=", "dmarc");
    }

    @Test
    void twice_stamped_is_stamped_once() throws Exception {
        MailImpl mail = mail(MAIL, Map.of(SPF, "pass"));
        stamp().service(mail);
        String once = Envelopes.text(mail);
        stamp().service(mail);
        assertThat(Envelopes.text(mail)).isEqualTo(once);
    }

    @Test
    void a_mail_that_another_mailet_has_composed_is_stamped_as_well() throws Exception {
        MimeMessage composed = new MimeMessage((Session) null);
        composed.setText("hello");
        composed.setHeader("Authentication-Results", "mx.lists.example; dmarc=pass");
        composed.saveChanges();
        MailImpl mail = mail(MAIL, Map.of());
        mail.setMessage(composed);
        stamp().service(mail);
        assertThat(Envelopes.text(mail)).startsWith("Authentication-Results: mx.lists.example;\r\n\tspf=none").endsWith("\r\n\r\nhello").doesNotContain("dmarc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mx lists", "mx.example; dmarc=pass", "mx..example"})
    void a_name_that_is_none_is_refused(String id) {
        assertThatThrownBy(() -> configured("authserv-id", id)).hasMessageContaining("<authserv-id>");
    }

    private static Mailet stamp(String... more) throws Exception {
        String[] all = new String[more.length + 2];
        all[0] = "authserv-id";
        all[1] = "MX.lists.example";
        System.arraycopy(more, 0, all, 2, more.length);
        return configured(all);
    }

    private static Mailet configured(String... parameters) throws Exception {
        FakeMailetConfig.Builder config = FakeMailetConfig.builder().mailetName("StampAuthentication");
        for (int i = 0; i < parameters.length; i += 2) config.setProperty(parameters[i], parameters[i + 1]);
        Mailet mailet = Own.make("tldops.mailets.StampAuthentication", Mailet.class);
        mailet.init(config.build());
        return mailet;
    }

    private static MailImpl mail(String raw, Map<String, String> found) throws Exception {
        return Envelopes.of("m", "ana@nic.example", raw, found, "tld-ops@lists.example");
    }

    private static String field(MailImpl mail) throws Exception {
        return mail.getMessage().getHeader("Authentication-Results")[0];
    }
}

package tldops.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.mailet.Matcher;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a machine wrote is told from what a person wrote (MAIL_RULES 18).
class SentByMachineTest {
    private static final String PERSON = "From: Ana <ana@nic.example>\r\nSubject: our contacts\r\n";

    @ParameterizedTest
    @ValueSource(strings = {
        "Return-Path: <>", "Auto-Submitted: auto-replied", "auto-submitted: Auto-Generated (by a rule)", "Precedence: bulk", "Precedence: list", "Precedence: junk",
        "Precedence: auto_reply", "List-Id: <x.lists.example>", "List-Unsubscribe: <mailto:x@lists.example>", "X-Auto-Response-Suppress: All", "X-Autoreply: yes",
        "X-Apple-Action: VACATION", "X-Failed-Recipients: x@nic.example", "X-Loop: x@nic.example", "Content-Type: multipart/report;\r\n report-type=delivery-status; boundary=b"})
    void rule_18_pass_james_sees_each_mark_of_a_machine(String mark) throws Exception {
        assertThat(matches("ana@nic.example", PERSON + mark + "\r\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAILER-DAEMON", "postmaster", "owner-x", "x-request", "x-owner", "x-bounces", "noreply", "no-reply"})
    void rule_18_pass_james_sees_a_role_that_nobody_reads(String local) throws Exception {
        assertThat(matches("ana@nic.example", "From: \"Ana\" <" + local + "@nic.example>\r\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Auto-Submitted: No (I wrote it)", "Precedence: first-class", "X-Auto-Response-Suppress: None", "X-Autoreply: no", "Subject: Precedence: bulk", "Content-Type: multipart/mixed; boundary=report", "Listen: to me"})
    void rule_18_near_miss_a_person_is_no_machine_for_james(String harmless) throws Exception {
        assertThat(matches("ana@nic.example", PERSON + harmless + "\r\n")).isFalse();
    }

    @Test
    void rule_18_attack_a_null_reverse_path_under_a_persons_name_is_a_machine_for_james() throws Exception {
        assertThat(matches("", PERSON)).isTrue();
        assertThat(matches("ana@nic.example", PERSON)).isFalse();
    }

    @Test
    void rule_18_attack_a_from_that_cannot_be_read_breaks_nothing() throws Exception {
        assertThat(matches("ana@nic.example", "From: <<,;@\r\nFrom: \"postmaster@nic.example\" <ana@nic.example>\r\n")).isFalse();
        assertThat(matches("ana@nic.example", "Subject: no From at all\r\n")).isFalse();
    }

    private static boolean matches(String sender, String head) throws Exception {
        Matcher matcher = Own.make("tldops.mailets.SentByMachine", Matcher.class);
        matcher.init(FakeMatcherConfig.builder().matcherName("SentByMachine").build());
        return !matcher.match(Envelopes.of("m", sender, head + "\r\nA text.\r\n", "tld-ops@lists.example")).isEmpty();
    }
}

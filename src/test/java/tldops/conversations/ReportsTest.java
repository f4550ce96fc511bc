package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.to;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Stage;

/// What machines write about our letters: reports of delivery, of abuse, of absence (MAIL_RULES 18, 25, 26; L01-L10).
class ReportsTest {
    private static final String ANNA = "anna@registry.example";
    private static final String BRAM = "bram@registry.example";
    private static final String PAUL = "paul@nic.example";
    private static final String SECRETARIAT = "secretariat@tld-ops.example";
    private static final String ARF = "From: fbl@mailhost.example\nContent-Type: multipart/report; report-type=feedback-report; boundary=r\n\n--r\nContent-Type: message/feedback-report\n\nFeedback-Type: %s\nOriginal-Mail-From: <%s>\n\n--r--\n";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void people() throws IOException {
        robot = Probe.in(folder).administered(Probe.ADMIN, "nl", "fr", "be").member("nl", 1, "Anna Vermeer", ANNA).member("nl", 2, "Bram de Wit", BRAM).member("fr", 1, "Paul Leroy", PAUL);
    }

    private Posted post(String text) {
        return to(robot.post(PAUL, text, true), ANNA);
    }

    private String bounces(Posted post) {
        return Bounce.address(post, "last " + ANNA);
    }

    @Test
    void rule_25_pass_two_days_of_the_letters_own_mark_make_an_address_unreachable() {
        robot.bounced(post("one"), "copy: " + ANNA);
        assertThat(robot.unreachable(ANNA)).isEmpty();
        robot.at("2027-01-16T10:00:00Z");
        robot.bounced(post("two"), "copy: " + ANNA);

        List<Posted> letters = robot.at("2027-01-16T10:05:00Z");

        assertThat(robot.unreachable(ANNA)).isPresent(); // N21
        assertThat(Probe.count(letters, Probe.ADMIN)).isOne();
        assertThat(Probe.count(letters, BRAM)).isOne(); // L41
        assertThat(Probe.count(letters, ANNA)).isZero();
        assertThat(robot.members()).contains("Anna Vermeer");
    }

    @ParameterizedTest
    @CsvSource({"delayed, 4.4.1", "'', 5.7.1", "'', 5.7.26", "'', 5.6.0", "'', 5.2.3", "'', 5.1.8"})
    void rule_25_near_miss_what_is_late_or_refused_for_what_it_is_counts_nothing(String delayed, String status) {
        for (int day = 16; day < 26; day++) {
            robot.at("2027-01-" + day + "T10:00:00Z");
            robot.bounced(post("day " + day), "copy: " + ANNA, "status: " + status, delayed);
        }

        assertThat(robot.unreachable(ANNA)).isEmpty(); // L05, L06, L07
    }

    @Test
    void rule_25_near_miss_one_report_twice_and_many_a_day_count_one() {
        Posted first = post("one");
        robot.bounced(first, "copy: " + ANNA);
        robot.bounced(post("two"), "copy: " + ANNA);
        robot.at("2027-01-18T10:00:00Z");
        robot.bounced(first, "copy: " + ANNA);

        assertThat(robot.unreachable(ANNA)).isEmpty(); // L06, L08
    }

    @Test
    void rule_25_near_miss_an_answer_in_between_begins_anew() {
        robot.bounced(post("one"), "copy: " + ANNA);
        robot.at("2027-01-16T10:00:00Z");
        robot.proved(ANNA, "", "help");
        robot.at("2027-01-18T10:00:00Z");
        robot.bounced(post("two"), "copy: " + ANNA);

        assertThat(robot.unreachable(ANNA)).isEmpty(); // L08
    }

    @Test
    void rule_25_near_miss_an_answer_that_nothing_proves_ends_nothing() {
        rule_25_pass_two_days_of_the_letters_own_mark_make_an_address_unreachable();

        robot.forged(ANNA, "", "help");

        assertThat(robot.unreachable(ANNA)).isPresent();
        robot.proved(ANNA, "", "help");
        assertThat(robot.unreachable(ANNA)).isEmpty(); // L41
    }

    @ParameterizedTest
    @ValueSource(strings = {"tld-ops-bounces@lists.example", "tld-ops-request@lists.example", "tld-ops-bounces+0123456789abcdef@lists.example", "tld-ops-bounces+0123456789abcdef-0123456789@lists.example", "tld-ops-bounces+case1@lists.example"})
    void rule_25_attack_a_report_without_the_letters_own_mark_moves_nothing(String to) {
        long asked = to(robot.invite("be"), Probe.ADMIN).text().size();
        String report = "From: MAILER-DAEMON@evil.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; evil.example\n\nFinal-Recipient: rfc822; %s\nAction: failed\nStatus: 5.1.1\n\n--r--\n";

        for (int day = 16; day < 20; day++) {
            robot.at("2027-01-" + day + "T10:00:00Z");
            for (String victim : List.of(ANNA, Probe.ADMIN)) assertThat(robot.automatic(to, report.formatted(victim))).isEmpty(); // L01
        }

        assertThat(asked).isPositive();
        assertThat(robot.unreachable(ANNA)).isEmpty();
        assertThat(robot.matter(1).stage()).isInstanceOf(Stage.Asked.class);
    }

    @Test
    void rule_25_attack_a_copys_mark_says_nothing_of_anybody_else() {
        String copy = bounces(post("one"));
        for (String day : List.of("16", "17", "18")) {
            robot.at("2027-01-" + day + "T10:00:00Z");
            robot.automatic(copy, "From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; " + BRAM + "\nAction: failed\nStatus: 5.1.1\n\n--r--\n");
        }

        assertThat(robot.unreachable(BRAM)).isEmpty(); // L02
        assertThat(robot.unreachable(ANNA)).isEmpty(); // L08
    }

    @Test
    void rule_26_pass_a_report_of_abuse_is_told_once_a_day_and_takes_nobody_off() {
        String copy = bounces(post("one"));

        List<Posted> told = robot.automatic(copy, ARF.formatted("abuse", ""));
        List<Posted> again = robot.automatic("tld-ops-owner@lists.example", ARF.formatted("opt-out", copy));

        assertThat(Probe.count(told, SECRETARIAT)).isOne();
        assertThat(told).hasSize(1);
        assertThat(again).isEmpty();
        assertThat(robot.members()).contains("Anna Vermeer");
        assertThat(to(robot.post(PAUL, "two", true), ANNA).header("Subject")).contains("[tld-ops]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-failure", "not-spam", "other", "dmarc"})
    void rule_26_near_miss_other_reports_are_told_to_nobody(String type) {
        assertThat(robot.automatic(bounces(post("one")), ARF.formatted(type, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tld-ops-bounces@lists.example", "tld-ops-bounces+0123456789abcdef@lists.example", "tld-ops-bounces+0123456789abcdef-0123456789@lists.example", "x@evil.example"})
    void rule_26_attack_a_report_that_names_no_letter_of_ours_moves_nothing(String path) {
        post("one");

        assertThat(robot.automatic("tld-ops-owner@lists.example", ARF.formatted("abuse", path))).isEmpty();

        assertThat(robot.journal()).anyMatch(line -> line.contains("names no letter of ours"));
    }

    @Test
    void rule_26_attack_a_report_of_reading_moves_nothing() {
        String token = Probe.token(robot.invite("be"), Probe.ADMIN);

        assertThat(robot.automatic("tld-ops-request+" + token + "@lists.example", "From: " + Probe.ADMIN + "\nContent-Type: multipart/report; report-type=disposition-notification; boundary=r\n\n--r\nContent-Type: text/plain\n\nconfirm\n\n--r\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n\n--r--\n")).isEmpty();

        assertThat(robot.matter(1).stage()).isInstanceOf(Stage.Asked.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "X-Autoreply: yes", "Precedence: auto_reply", "X-Apple-Action: VACATION", "Subject: Out of office", "List-Id: <x.nic.example>", "Precedence: bulk", "X-Auto-Response-Suppress: All", "X-TLD-OPS-Robot: 1"})
    void rule_18_attack_a_machine_is_not_answered_and_stops_no_clock(String mark) {
        String token = Probe.token(robot.invite("be"), Probe.ADMIN);

        List<Posted> answers = robot.mail("", Probe.ADMIN, token, Probe.ADMIN, "", "who");
        List<Posted> none = robot.mail(mark + "\r\n", Probe.ADMIN, token, Probe.ADMIN, "", "I am away. We will confirm or deny later.");

        assertThat(answers).isNotEmpty();
        assertThat(none).isEmpty();
        assertThat(to(robot.at("2027-01-22T10:00:00Z"), Probe.ADMIN).header("Subject")).contains("be"); // R031, L13
    }

    @Test
    void rule_18_pass_an_absence_is_proposed_to_its_owner_alone() {
        robot.automatic(bounces(post("one")), "From: " + ANNA + "\nSubject: Automatic reply: one\nAuto-Submitted: auto-replied\n\nAway until 29 January 2027.\n");

        List<Posted> mine = robot.proved(ANNA, "", "mydata");
        List<Posted> his = robot.proved(PAUL, "", "who .nl");

        assertThat(mine).anyMatch(letter -> Probe.text(letter).contains("away until 29 January 2027")); // N22
        assertThat(his).noneMatch(letter -> Probe.text(letter).contains("29 January"));
        assertThat(robot.proved(ANNA, "", "set digest on")).noneMatch(letter -> Probe.text(letter).contains("29 January"));
    }

    @Test
    void rule_18_near_miss_an_absence_that_nothing_ties_to_a_letter_proposes_nothing() {
        robot.automatic("tld-ops-request@lists.example", "From: " + ANNA + "\nSubject: Automatic reply: one\nAuto-Submitted: auto-replied\n\nAway until 29 January 2027.\n");

        assertThat(robot.proved(ANNA, "", "mydata")).noneMatch(letter -> Probe.text(letter).contains("29 January")); // N22
    }
}

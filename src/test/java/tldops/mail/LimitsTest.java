package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Request;

/// Mails made to be large, deep or slow are read within the limits (MAIL_RULES 29).
class LimitsTest {
    private static final String TEXT = "From: admin@nic.example\nContent-Type: text/plain; charset=utf-8\n\n";
    private static final String HTML = "From: admin@nic.example\nContent-Type: text/html\n\n";
    private static final int LARGE = 4_000_000;

    @ParameterizedTest
    @ValueSource(strings = {">", "-", "> >", "On 1 <@", "From:\n", "From: x\nTo: ", "wrote: @1 ", "a\n", "\n", "On 3 a@b wrote\n", "Reference: ", "* ", "--\n", "1@:\n", "é", "=20=\n"})
    void repeatedTextIsReadInBoundedTime(String piece) {
        quick(TEXT + piece.repeat(LARGE / piece.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<blockquote>", "<div class=gmail_quote>x", "<table><tr><td>", "<p style='color:white'>x", "<b>", "<style>.a{display:none}</style>", "&nbsp;", "<!--", "<a ", "<pre>\n", "<font color=white><div>"})
    void repeatedHtmlIsReadInBoundedTime(String piece) {
        quick(HTML + piece.repeat(LARGE / piece.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: ((((", "From: \"\\", "To: a@b.example,", "To: x:;", "Subject: =?utf-8?Q?a?= ", "From: <<<<", "Content-Type: a/b;c=d;", "Content-Type: multipart/mixed; boundary=\"", "Cc: =?", "Message-ID: <"})
    void longHeaderFieldsAreReadInBoundedTime(String piece) {
        String name = piece.substring(0, piece.indexOf(' ') + 1);
        quick(name + piece.substring(name.length()).repeat(60_000 / (piece.length() - name.length())) + "\n\nconfirm\n");
    }

    @Test
    void headerOver64KibIsNotReadToItsEnd() {
        Reading reading = Specimen.read("From: admin@nic.example\nX-Long: " + "x".repeat(70_000) + "\n\nconfirm\n");

        assertThat(reading.request()).isInstanceOf(Request.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "List-Id: <a.b.test>", "Precedence: bulk", "X-TLD-OPS-Robot: 1"})
    void aMachineIsNotAnsweredHoweverLargeItsMailIs(String mark) {
        assertThat(Specimen.read("From: admin@nic.example\n" + mark + "\nX-Long: " + "x".repeat(70_000) + "\n\nconfirm\n").request()).isInstanceOf(Request.Automatic.class); // L11
        assertThat(Specimen.read("From: admin@nic.example\n" + mark + "\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(60)).request()).isInstanceOf(Request.Automatic.class); // L11
    }

    @Test
    void millionsOfPartsAreNotRead() {
        Reading reading = quick("From: admin@nic.example\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(800_000));

        assertThat(reading.request()).isInstanceOf(Request.Unclear.class);
    }

    @Test
    void tenLevelsAreReadAndElevenAreNot() {
        assertThat(Specimen.read(nested(10)).request()).isInstanceOf(Request.Answered.class);
        assertThat(Specimen.read(nested(11)).request()).isInstanceOf(Request.Unclear.class);
    }

    @Test
    void textForPeopleIsCutAndCleaned() {
        var mail = Specimen.read("From: admin@nic.example\nSubject: " + "x".repeat(900) + "\nContent-Type: text/plain; charset=utf-8\n\na\u202eb\u200bc\u0007\u2028d\n" + "x\n".repeat(200_000)).mail();

        assertThat(mail.subject()).hasSize(200);
        assertThat(mail.text()).startsWith("abc\nd\nx\n").hasSizeLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void rule_29_pass_a_mail_at_the_limits_is_read() {
        String fields = "X-A: b\n".repeat(498);

        assertThat(Specimen.read("From: admin@nic.example\n" + fields + "\nconfirm\n").request()).isInstanceOf(Request.Answered.class);
        assertThat(Specimen.read("From: admin@nic.example\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\nContent-Type: text/plain\n\nconfirm\n" + "--b\nContent-Type: image/png\n\nx\n".repeat(48) + "--b--\n").request()).isInstanceOf(Request.Answered.class);
        assertThat(Specimen.read(nested(10)).request()).isInstanceOf(Request.Answered.class);
    }

    @Test
    void rule_29_near_miss_a_mail_just_beyond_them_is_not() {
        String fields = "X-A: b\n".repeat(600);

        assertThat(Specimen.read("From: admin@nic.example\n" + fields + "\nconfirm\n").request()).isInstanceOf(Request.Unclear.class);
        assertThat(Specimen.read("From: admin@nic.example\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\nContent-Type: text/plain\n\nconfirm\n" + "--b\nContent-Type: image/png\n\nx\n".repeat(60) + "--b--\n").request()).isInstanceOf(Request.Unclear.class);
        assertThat(Specimen.read(nested(11)).request()).isInstanceOf(Request.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p>&a;</p>", "<img src='http://evil.example/pixel'>", "<iframe src='file:///etc/passwd'></iframe>", "<object data='http://evil.example/x'></object>", "<link rel=stylesheet href='http://evil.example/x'>"})
    void rule_29_attack_nothing_is_fetched_and_no_entity_opened(String html) {
        Reading reading = quick("From: admin@nic.example\nContent-Type: text/html\n\n" + html + "<p>hello</p>");

        assertThat(reading.mail().text()).contains("hello").doesNotContain("root:", "pixel");
    }

    @Test
    void rule_29_attack_a_verdict_in_an_alphabet_that_nobody_knows_is_none() {
        Reading reading = Specimen.read("From: admin@nic.example\nContent-Type: text/plain; charset=x-unknown\nContent-Transfer-Encoding: 8bit\n\nc\u00f6nfirm\n");

        assertThat(reading.request()).isNotInstanceOf(Request.Answered.class);
    }

    @Test
    void rule_29_attack_addresses_beyond_a_hundred_of_a_field_are_left_out() {
        StringBuilder cc = new StringBuilder("Cc: a@nic.example");
        for (int i = 0; i < 5_000; i++) cc.append(", p").append(i).append("@nic.example");

        assertThat(quick("From: admin@nic.example\n" + cc + "\n\nconfirm\n").mail().visible()).hasSizeLessThanOrEqualTo(Mailboxes.MAX);
    }

    private static String nested(int levels) {
        StringBuilder mail = new StringBuilder("From: admin@nic.example\n");
        for (int i = 0; i < levels; i++) mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("x\n\n--b").append(i).append("x\n");
        return mail + "Content-Type: text/plain\n\nconfirm\n";
    }

    private static Reading quick(String mail) {
        return assertTimeoutPreemptively(Duration.ofSeconds(15), () -> Specimen.read(mail));
    }
}

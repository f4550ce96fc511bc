package tldops.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.Mailet;
import org.apache.mailet.MailetContext;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the robot hears from James, and what becomes of a mail at each of its answers.
@Timeout(60)
class HandToRobotTest {
    private static final String MAIL = "From: <ana@nic.example>\r\nSubject:  \u00e9 \r\n\r\n.\r\n..two\r\nend without a line end";
    private static final String VOUCHED = "tldops.vouched";

    @TempDir
    Path folder;

    private final FakeMailContext context = FakeMailContext.defaultContext();
    private Path password;

    @BeforeEach
    void password() throws Exception {
        password = Files.writeString(folder.resolve("password"), "long and secret\n");
    }

    @Test
    void the_bytes_and_the_envelope_arrive_as_they_are_after_a_login() throws Exception {
        try (Counterfeit robot = new Counterfeit(_ -> "-")) {
            MailImpl mail = mail("ana@nic.example", "tld-ops@lists.example", "tld-ops-request+x@lists.example");
            hand(robot).service(mail);
            assertThat(robot.heard).containsExactly("EHLO localhost", "AUTH PLAIN AGphbWVzAGxvbmcgYW5kIHNlY3JldA==", "MAIL FROM:<ana@nic.example>", "RCPT TO:<tld-ops@lists.example>", "RCPT TO:<tld-ops-request+x@lists.example>", "DATA");
            assertThat(robot.mails).containsExactly(MAIL.replace("\r\n.", "\r\n..") + "\r\n");
            assertThat(mail.getState()).isEqualTo(Mail.GHOST);
            assertThat(context.getSentMails()).isEmpty();
        }
    }

    @Test
    void rule_25_pass_a_bounce_keeps_its_null_reverse_path_through_james() throws Exception {
        try (Counterfeit robot = new Counterfeit(_ -> "-")) {
            hand(robot).service(mail("", "tld-ops-bounces+x1@lists.example"));
            assertThat(robot.heard).contains("MAIL FROM:<>", "RCPT TO:<tld-ops-bounces+x1@lists.example>");
        }
    }

    @Test
    void rule_1_attack_james_logs_in_for_no_mail_that_it_does_not_vouch_for() throws Exception {
        try (Counterfeit robot = new Counterfeit(_ -> "-")) {
            MailImpl mail = Envelopes.of("m", "ana@nic.example", "Authentication-Results: mx.lists.example; dmarc=pass\r\n" + MAIL, "tld-ops@lists.example");
            hand(robot).service(mail);
            assertThat(robot.heard).noneMatch(line -> line.startsWith("AUTH")).contains("DATA");
        }
    }

    /// `-` is the friendly answer; an empty one hangs up.
    @ParameterizedTest
    @CsvSource({"(greeting),421 not now", "(greeting),554 no", "(greeting),''", "EHLO,''", "EHLO,502 what", "AUTH,535 wrong password", "AUTH,502 no AUTH here", "MAIL,451 later", "RCPT,451 later", "RCPT,''", "DATA,451 later", "DATA,''", "(end),452 no room", "(end),''", "EHLO,HTTP/1.1 400 Bad Request", "(end),600 what"})
    void james_keeps_a_mail_that_the_robot_does_not_take_now_and_comes_again(String at, String answer) throws Exception {
        try (Counterfeit robot = new Counterfeit(at(at, answer))) {
            MailImpl mail = mail("ana@nic.example", "tld-ops@lists.example");
            hand(robot).service(mail);
            assertThat(mail.getState()).as("leaves this round").isEqualTo(Mail.GHOST);
            assertThat(context.getSentMails()).singleElement().satisfies(again -> {
                assertThat(again.getState()).isEqualTo("robot-hand");
                assertThat(again.getRecipients()).extracting(MailAddress::asString).containsExactly("tld-ops@lists.example");
                assertThat(again.getDelay()).hasValueSatisfying(delay -> assertThat(delay.getTimeUnit().toSeconds(delay.getDuration())).isEqualTo(60));
            });
        }
    }

    @Test
    void each_try_waits_twice_as_long_and_never_longer_than_the_longest() throws Exception {
        Mailet hand = configured("port", "1");
        MailImpl mail = mail("ana@nic.example", "tld-ops@lists.example");
        for (int tries = 0; tries < 40; tries++) {
            mail.removeAttribute("tldops.next");
            mail.setState("robot-hand");
            hand.service(mail);
        }
        List<Long> delays = context.getSentMails().stream().map(again -> TimeUnit.MILLISECONDS.toSeconds(again.getDelay().orElseThrow().getDuration())).toList();
        assertThat(delays.subList(0, 6)).containsExactly(60L, 120L, 240L, 480L, 900L, 900L);
        assertThat(delays).hasSize(40).endsWith(900L);
    }

    @ParameterizedTest
    @CsvSource({"MAIL,553 5.1.7 no", "RCPT,550 5.1.1 no such mailbox", "DATA,554 no", "(end),550 5.6.0 not a mail", "(end),552 5.3.4 larger"})
    void rule_23_pass_what_the_robot_refuses_is_put_aside_and_nobody_is_told(String at, String answer) throws Exception {
        try (Counterfeit robot = new Counterfeit(at(at, answer))) {
            MailImpl mail = mail("victim@elsewhere.example", "tld-ops@lists.example");
            hand(robot).service(mail);
            assertThat(mail.getState()).isEqualTo("robot-refused");
            assertThat(mail.getErrorMessage()).isEqualTo(answer);
            assertThat(context.getSentMails()).isEmpty();
            assertThat(context.getBouncedMails()).isEmpty();
        }
    }

    @Test
    void each_recipient_gets_the_answer_that_is_his() throws Exception {
        try (Counterfeit robot = new Counterfeit(line -> line.contains("never") ? "550 no" : line.contains("later") ? "452 too many" : "-")) {
            MailImpl mail = mail("ana@nic.example", "never@lists.example", "later@lists.example", "tld-ops@lists.example");
            hand(robot).service(mail);
            assertThat(robot.mails).hasSize(1);
            assertThat(mail.getRecipients()).extracting(MailAddress::asString).containsExactly("never@lists.example");
            assertThat(mail.getState()).isEqualTo("robot-refused");
            assertThat(context.getSentMails()).singleElement().satisfies(again -> assertThat(again.getRecipients()).extracting(MailAddress::asString).containsExactly("later@lists.example"));
        }
    }

    @Test
    void nobody_is_forgotten_when_james_has_no_room_to_keep_a_mail() throws Exception {
        MailetContext full = (MailetContext) Proxy.newProxyInstance(MailetContext.class.getClassLoader(), new Class<?>[] {MailetContext.class}, (_, called, _) -> {
            throw new MessagingException("the disk is full");
        });
        try (Counterfeit robot = new Counterfeit(line -> line.contains("never") ? "550 no" : line.contains("later") ? "452 too many" : "-")) {
            MailImpl mail = mail("ana@nic.example", "never@lists.example", "later@lists.example", "tld-ops@lists.example");
            Mailet hand = configured(full, "port", Integer.toString(robot.port()));
            assertThatThrownBy(() -> hand.service(mail)).hasMessage("the disk is full");
            assertThat(mail.getRecipients()).extracting(MailAddress::asString).containsExactlyInAnyOrder("never@lists.example", "later@lists.example");
        }
    }

    @Test
    void a_control_character_in_an_address_is_never_said() throws Exception {
        try (Counterfeit robot = new Counterfeit(_ -> "-")) {
            MailImpl mail = mail("ana@nic.example");
            mail.setRecipients(List.of(new MailAddress("\"a\u0001b\"", "lists.example")));
            hand(robot).service(mail);
            assertThat(robot.heard).noneMatch(line -> line.startsWith("RCPT"));
            assertThat(mail.getState()).isEqualTo("robot-refused");
        }
    }

    @Test
    void a_mail_that_comes_again_at_once_goes_aside_instead_of_in_circles() throws Exception {
        Mailet hand = configured("port", "1");
        MailImpl mail = mail("ana@nic.example", "tld-ops@lists.example");
        hand.service(mail);
        mail.setState("robot-hand");
        hand.service(mail);
        assertThat(mail.getState()).isEqualTo("robot-waiting");
        mail.setState("robot-hand");
        hand.service(mail);
        assertThat(mail.getState()).as("reprocessed by the operator it is tried").isEqualTo(Mail.GHOST);
        assertThat(context.getSentMails()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host=192.0.2.1", "password=secret", "password=file:/does/not/exist", "user=", "port=0", "port=x", "first-retry=-1", "patience=0"})
    void a_configuration_that_cannot_work_is_refused_at_the_start(String wrong) {
        String[] pair = wrong.split("=", 2);
        assertThatThrownBy(() -> configured(pair)).hasMessageContaining("HandToRobot").message().doesNotContain("long and secret");
    }

    @Test
    void the_password_is_told_to_nobody() throws Exception {
        try (Counterfeit robot = new Counterfeit(at("(end)", "550 no"))) {
            MailImpl mail = mail("ana@nic.example", "tld-ops@lists.example");
            hand(robot).service(mail);
            assertThat(mail.getErrorMessage() + mail.attributes().toList()).doesNotContain("long and secret").doesNotContain("AGphbWVz");
        }
    }

    private static UnaryOperator<String> at(String where, String answer) {
        return line -> line.startsWith(where) ? answer : "-";
    }

    private Mailet hand(Counterfeit robot) throws Exception {
        return configured("port", Integer.toString(robot.port()));
    }

    private Mailet configured(String... parameters) throws Exception {
        return configured(context, parameters);
    }

    private Mailet configured(MailetContext around, String... parameters) throws Exception {
        FakeMailetConfig.Builder config = FakeMailetConfig.builder().mailetName("HandToRobot").mailetContext(around).setProperty("user", "james").setProperty("password", "file:" + password);
        for (int i = 0; i < parameters.length; i += 2) config.setProperty(parameters[i], parameters[i + 1]);
        Mailet mailet = Own.make("tldops.mailets.HandToRobot", Mailet.class);
        mailet.init(config.build());
        return mailet;
    }

    private static MailImpl mail(String from, String... to) throws Exception {
        MailImpl mail = Envelopes.of("m", from, MAIL, Map.of(VOUCHED, "mx.lists.example"), to);
        mail.setState("robot-hand");
        return mail;
    }
}

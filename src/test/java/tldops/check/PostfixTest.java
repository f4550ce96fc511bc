package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.Daemon;
import tldops.intake.Certificates;
import tldops.intake.PipeDoor;
import tldops.store.Inbox;

/// Beside a real Postfix, with the lines of the README: it hands mail over by SMTP and by LMTP, sends the robot's letters
/// on, and nothing is lost when one of both is away.
@Tag("check")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PostfixTest {
    private static final String ROBOT = "tld-ops-request@lists.example";
    private static final String ADA = "ada@registry-nl.example";

    private static final String ADMIN = "hostmaster@registry-nl.example";
    private static final String EITHER = "authority.proof = either";
    private static final String FORM = """
            Contact Person #1 (primary):
            Name: Sam Keeper
            Email address: sam@registry-nl.example
            Mobile phone number: +31 6 12345678
            ccTLD: .nl

            I hereby confirm that the above persons are responsible for the
            overall security and stability of my ccTLD.
            """;

    /// Stands for the filters that write Authentication-Results on top of what Postfix has received.
    private static final List<String> MAIN = List.of(
            "header_checks = regexp:{{/^Received: / PREPEND Authentication-Results: " + Postfix.NAME + "; dmarc=pass header.from=registry-nl.example}}",
            "relay_domains = lists.example");

    @TempDir
    Path temporary;

    private final LinkedBlockingQueue<Sink.Arrival> letters = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Sink sink;
    private int smtp;
    private int lmtp;

    @BeforeEach
    void begin() throws IOException {
        sink = opened(new Sink(letters::add));
        smtp = Postfix.free();
        lmtp = Postfix.free();
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open.reversed()) each.close();
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    private Postfix postfix(String transport, List<String> main, List<String> master) throws Exception {
        Path table = Files.writeString(temporary.resolve("transport"), transport + "\n");
        List<String> lines = new ArrayList<>(MAIN);
        lines.add("transport_maps = texthash:" + table);
        lines.addAll(main);
        return opened(new Postfix(temporary.resolve("postfix"), sink.port(), lines, master));
    }

    /// @param relay the port to which letters leave
    private Daemon robot(int relay, String... more) throws IOException {
        List<String> lines = new ArrayList<>(Ground.busy(relay));
        lines.add("intake.smtp.port = " + smtp);
        lines.add("intake.lmtp.port = " + lmtp);
        lines.addAll(List.of(more));
        Path folder = Files.createDirectories(temporary.resolve("robot"));
        return opened(new Daemon(Ground.config(Ground.lay(folder, lines).file()), Instant::now, new SecureRandom(), true));
    }

    private Sink.Arrival next() throws InterruptedException {
        Sink.Arrival letter = letters.poll(120, TimeUnit.SECONDS);
        assertThat(letter).as("a letter within two minutes").isNotNull();
        return letter;
    }

    private static List<Inbox.Row> mails(Daemon robot) {
        return robot.store().inbox().list(Optional.empty(), 100).stream().filter(row -> row.kind() == Inbox.Kind.MAIL).sorted(Comparator.comparingLong(Inbox.Row::id)).toList();
    }

    /// The one mail that came by that door, and whether the results on top of it were believed: with `either` a form of the
    /// admin contact acts at once when it is authenticated, and leads to a question when it is not.
    private void came(Daemon robot, String door, boolean trusted) throws Exception {
        List<String> subjects = new ArrayList<>();
        do subjects.add(next().subject()); while (subjects.stream().noneMatch(each -> each.startsWith(trusted ? "Welcome to the TLD-OPS mailing list" : "TLD-OPS: please confirm the contacts")));
        assertThat(subjects).noneMatch(each -> each.startsWith(trusted ? "TLD-OPS: please confirm the contacts" : "Welcome"));
        Inbox.Row row = mails(robot).getLast();
        assertThat(row.envelope().door()).isEqualTo(door);
        assertThat(row.envelope().trusted()).isEqualTo(trusted);
        assertThat(new String(robot.store().inbox().raw(row.id()).orElseThrow(), StandardCharsets.UTF_8))
                .startsWith("Received: from " + Postfix.NAME + " (").contains("\r\n" + (trusted ? "" : "X-Foreign-") + "Authentication-Results: " + Postfix.NAME);
    }

    private static void form(Postfix postfix, String... more) throws Exception {
        postfix.swaks(ADMIN, ROBOT, "Subscription", FORM, more);
    }

    @Test
    void a_mail_is_handed_over_by_smtp_and_a_stranger_gets_a_question() throws Exception {
        Daemon robot = robot(sink.port(), EITHER);
        form(postfix("lists.example smtp:[127.0.0.1]:" + smtp, List.of(), List.of()));

        came(robot, "smtp", false);
    }

    @Test
    void by_smtp_with_tls_and_a_login_the_results_of_postfix_count() throws Exception {
        Certificates certificates = new Certificates(temporary).own("robot", "EC");
        Daemon robot = robot(sink.port(), EITHER, "intake.smtp.tls { key = \"" + certificates.key("robot") + "\", certificate = \"" + certificates.certificate("robot") + "\" }");
        Path login = Files.writeString(temporary.resolve("login"), "[127.0.0.1]:" + smtp + " " + Ground.USER + ":" + Ground.PASSWORD + "\n");
        form(postfix("lists.example tldops:[127.0.0.1]:" + smtp, List.of(), List.of(
                "tldops unix - - n - - smtp",
                "  -o smtp_tls_security_level=encrypt",
                "  -o smtp_sasl_auth_enable=yes",
                "  -o smtp_sasl_password_maps=texthash:" + login,
                "  -o smtp_sasl_security_options=noanonymous")));

        came(robot, "smtp", true);
        assertThat(new String(robot.store().inbox().raw(mails(robot).getLast().id()).orElseThrow(), StandardCharsets.UTF_8)).contains("with ESMTPSA;");
    }

    @Test
    void by_smtp_with_a_client_certificate_the_results_of_postfix_count() throws Exception {
        Certificates certificates = new Certificates(temporary).own("robot", "EC").authority("ours").signed("border", "ours");
        Daemon robot = robot(sink.port(), EITHER, "intake.smtp.tls { key = \"" + certificates.key("robot") + "\", certificate = \"" + certificates.certificate("robot")
                + "\", client-authorities = \"" + certificates.certificate("ours") + "\" }");
        form(postfix("lists.example tldops:[127.0.0.1]:" + smtp, List.of(), List.of(
                "tldops unix - - n - - smtp",
                "  -o smtp_tls_security_level=encrypt",
                "  -o smtp_tls_cert_file=" + certificates.certificate("border"),
                "  -o smtp_tls_key_file=" + certificates.key("border"))));

        came(robot, "smtp", true);
        assertThat(new String(robot.store().inbox().raw(mails(robot).getLast().id()).orElseThrow(), StandardCharsets.UTF_8)).contains("with ESMTPS;");
    }

    @Test
    void by_lmtp_over_tcp_each_recipient_is_taken_or_returned_by_itself() throws Exception {
        Daemon robot = robot(sink.port(), EITHER, "intake.lmtp.enabled = true");
        Postfix postfix = postfix("lists.example lmtp:inet:127.0.0.1:" + lmtp, List.of(), List.of());

        form(postfix);
        came(robot, "lmtp", false);

        returned(robot, postfix);
    }

    @Test
    void by_lmtp_on_a_socket_the_results_of_postfix_count_and_each_recipient_is_taken_or_returned() throws Exception {
        Path folder = Postfix.shared(temporary.resolve("lmtp"));
        Daemon robot = robot(sink.port(), EITHER, "intake.lmtp { enabled = true, socket = \"" + folder.resolve("lmtp.sock") + "\", trusted-user = postfix, authserv-ids = [" + Postfix.NAME + "], border-hosts = [" + Postfix.NAME + "] }");
        Postfix postfix = postfix("lists.example tldops:unix:" + folder.resolve("lmtp.sock"), List.of(), List.of("tldops unix - - n - - lmtp"));

        form(postfix);
        came(robot, "lmtp", true);
        assertThat(mails(robot).getLast().envelope().client()).isEqualTo("postfix");

        returned(robot, postfix);
    }

    /// One mail to two addresses of the robot's and one that it has not: one row, one answer, one bounce.
    private void returned(Daemon robot, Postfix postfix) throws Exception {
        robot.settle();
        letters.clear();
        int before = mails(robot).size();
        postfix.sendmail(ADA, List.of(ROBOT, "nobody@lists.example", "tld-ops-owner@lists.example"), """
                From: Ada Moll <%s>
                To: %s
                Subject: help
                Message-ID: <three@registry-nl.example>

                help
                """.formatted(ADA, ROBOT));

        Sink.Arrival bounce = next();
        while (!bounce.subject().startsWith("Undelivered Mail")) bounce = next();
        assertThat(bounce.recipients()).containsExactly(ADA);
        assertThat(bounce.body()).contains("Final-Recipient: rfc822; nobody@lists.example").contains("550 5.1.1 No such mailbox here").doesNotContain("Final-Recipient: rfc822; tld-ops");
        Postfix.until("Postfix has no mail left", postfix::empty);
        assertThat(mails(robot).subList(before, mails(robot).size())).singleElement().satisfies(row -> assertThat(row.envelope().recipients()).extracting(Object::toString).containsExactlyInAnyOrder(ROBOT, "tld-ops-owner@lists.example"));
        postfix.says("to=<" + ROBOT.replace("+", "\\+") + ">.*status=sent \\(250 2.0.0 Stored\\)");
        postfix.says("to=<tld-ops-owner@lists.example>.*status=sent \\(250 2.0.0 Stored\\)");
        postfix.says("to=<nobody@lists.example>.*status=bounced");
    }

    @Test
    void letters_leave_through_postfix_and_wait_while_it_is_away() throws Exception {
        Postfix postfix = postfix("lists.example smtp:[127.0.0.1]:" + smtp, List.of(), List.of());
        Daemon robot = robot(postfix.port());
        postfix.swaks(ADA, ROBOT, "help", "help");
        Sink.Arrival first = next();
        assertThat(first.recipients()).containsExactly(ADA);
        assertThat(first.head()).as("through Postfix").contains("by " + Postfix.NAME + " (Postfix)");

        postfix.stop();
        byte[] mail = "From: bea@registry-fr.example\nTo: %s\nSubject: help\nMessage-ID: <away@registry-fr.example>\n\nhelp\n".formatted(ROBOT).getBytes(StandardCharsets.US_ASCII);
        assertThat(robot.doors().pipe().deliver("mail", List.of(PipeDoor.SENDER + "bea@registry-fr.example", PipeDoor.RECIPIENT + ROBOT), new ByteArrayInputStream(mail), OutputStream.nullOutputStream())).isZero();
        Postfix.until("the robot has tried", () -> robot.postman().away().isPresent());
        assertThat(letters).isEmpty();
        postfix.start();

        assertThat(next().recipients()).containsExactly("bea@registry-fr.example");
        robot.settle();
        assertThat(letters).as("once").isEmpty();
    }

    @Test
    void while_the_robot_is_away_postfix_keeps_the_mail() throws Exception {
        Postfix postfix = postfix("lists.example lmtp:inet:127.0.0.1:" + lmtp, List.of(), List.of());
        String lmtpToo = "intake.lmtp.enabled = true";
        robot(sink.port(), lmtpToo).close();

        postfix.swaks(ADA, ROBOT, "help", "help");
        postfix.says("to=<" + ROBOT + ">.*status=deferred.*refused");
        assertThat(postfix.empty()).isFalse();
        assertThat(letters).isEmpty();
        Daemon back = robot(sink.port(), lmtpToo);
        postfix.flush();

        assertThat(next().recipients()).containsExactly(ADA);
        Postfix.until("Postfix has no mail left", postfix::empty);
        assertThat(mails(back)).hasSize(1);
    }
}

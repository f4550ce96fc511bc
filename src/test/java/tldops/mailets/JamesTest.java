package tldops.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.mailets.Envelopes.found;
import static tldops.mailets.Envelopes.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.Daemon;
import tldops.Eventually;
import tldops.FreePort;
import tldops.Nameserver;
import tldops.check.Ground;
import tldops.core.Tld;
import tldops.store.Inbox;

/// Apache James's own mailet container in front of the whole robot, by the file that operators are given: whose mail goes to it,
/// what it believes of it, and that none is lost whoever of the two is away.
@Timeout(120)
class JamesTest {
    private static final Tld NL = new Tld("nl");
    private static final String ADMIN = Ground.admin(NL);
    private static final String DOMAIN = ADMIN.substring(ADMIN.indexOf('@') + 1);
    private static final String ROBOT = "tld-ops-request@lists.example";
    private static final String ANNA = "anna.vermeer@" + DOMAIN;
    private static final Pattern TOKEN = Pattern.compile("tld-ops-request\\+[a-z0-9]+@lists\\.example");

    @TempDir
    Path folder;

    private final int port = FreePort.find();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Ground ground;
    private Path password;

    @BeforeEach
    void lay() throws IOException {
        ground = Ground.lay(folder, List.of("intake.smtp.port = " + port));
        password = Files.writeString(folder.resolve("password"), Objects.requireNonNull(Ground.ENVIRONMENT.get("MX_PASSWORD")));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) each.close();
    }

    @Test
    void rule_1_pass_what_james_found_reaches_the_robot_over_the_bytes_that_came() throws Exception {
        Daemon robot = robot();
        James james = james(true);
        james.takes(Envelopes.of("m", ADMIN, mail("1", "", ADMIN, "help"), found(ADMIN), ROBOT));

        Inbox.Row row = decided(robot, 1).getFirst();
        String raw = raw(robot, row);
        assertThat(row.envelope().trusted()).as("the door knows James").isTrue();
        assertThat(row.envelope().returnPath()).hasValueSatisfying(path -> assertThat(path.toString()).isEqualTo(ADMIN));
        assertThat(raw.substring(raw.indexOf("Authentication-Results")))
                .isEqualTo("Authentication-Results: mx.lists.example;\r\n\tspf=pass smtp.mailfrom=" + DOMAIN + ";\r\n\tdkim=pass header.i=@" + DOMAIN + ";\r\n\tdmarc=pass header.from=" + DOMAIN + "\r\n" + mail("1", "", ADMIN, "help"));
    }

    @Test
    void rule_2_pass_an_admin_contact_whom_james_vouches_for_has_given_both_proofs() throws Exception {
        robot();
        James james = james(true);
        String question = asked(james);
        james.takes(Envelopes.of("yes", ADMIN, mail("yes", "", ADMIN, "confirm"), found(ADMIN), question));

        assertThat(letter("Subject: TLD-OPS oversight: admitted")).contains("Why:      confirmed with both proofs (P2)");
    }

    @Test
    void rule_2_attack_a_result_forged_in_the_name_of_james_is_no_proof() throws Exception {
        Daemon robot = robot();
        James james = james(true);
        String forged = "Authentication-Results: mx.lists.example; dkim=pass header.d=" + DOMAIN + "; dmarc=pass header.from=" + DOMAIN + "\r\n";
        String question = asked(james);
        james.takes(Envelopes.of("yes", ADMIN, forged + mail("yes", forged.replace("Auth", "AUTH").replace("mx.lists", "MX.lists 1"), ADMIN, "confirm"), question));

        assertThat(raw(robot, decided(robot, 2).stream().filter(row -> row.messageId().startsWith("yes")).findFirst().orElseThrow())).contains("spf=none;\r\n\tdkim=none\r\n").doesNotContain("dmarc=pass");
        robot.settle();
        assertThat(letters()).noneMatch(letter -> letter.contains("both proofs"));
    }

    @Test
    void rule_2_near_miss_without_a_dmarc_finding_james_proves_nothing() throws Exception {
        Daemon robot = robot();
        James james = james(true);
        String question = asked(james);
        james.takes(Envelopes.of("yes", ADMIN, mail("yes", "", ADMIN, "confirm"), Map.of("jDKIM.AUTHRESULT", "pass (identity @" + DOMAIN + ")"), question));

        Inbox.Row row = decided(robot, 2).stream().filter(each -> each.messageId().startsWith("yes")).findFirst().orElseThrow();
        assertThat(row.envelope().trusted()).as("left to the robot to judge").isFalse();
        assertThat(raw(robot, row)).contains("X-Foreign-Authentication-Results: mx.lists.example;").contains("dkim=pass header.i=@" + DOMAIN);
        robot.settle();
        assertThat(letters()).noneMatch(letter -> letter.contains("both proofs"));
    }

    @Test
    void rule_4_pass_the_robot_judges_by_the_dns_what_james_has_no_dmarc_finding_for() throws Exception {
        KeyPair key = Envelopes.key();
        try (Nameserver dns = new Nameserver()) {
            dns.text("_dmarc." + DOMAIN, "v=DMARC1; p=reject").text("robot._domainkey." + DOMAIN, Envelopes.published(key));
            Files.writeString(ground.file(), "intake.smtp.border = on\ndns.servers = [\"127.0.0.1:" + dns.address().getPort() + "\"]\n", StandardOpenOption.APPEND);
            Daemon robot = robot();
            James james = james(true);
            String question = asked(james);
            Map<String, String> half = Map.of("jDKIM.AUTHRESULT", "pass (identity @" + DOMAIN + ")");
            james.takes(Envelopes.of("forged", ADMIN, mail("forged", "", ADMIN, "confirm"), half, ROBOT));
            decided(robot, 2);
            assertThat(letters()).noneMatch(letter -> letter.contains("admitted"));

            james.takes(Envelopes.of("yes", ADMIN, Envelopes.signed(mail("yes", "", ADMIN, "confirm"), key, DOMAIN), half, question));

            assertThat(letter("Subject: TLD-OPS oversight: admitted")).contains("Why:      confirmed with both proofs (P2)");
        }
    }

    /// An SSC has filled in the form, and its admin contact is asked.
    ///
    /// @return where the answer is to go
    private String asked(James james) throws Exception {
        String form = mail("form", "", ANNA, "Subscription") + "Contact Person #1 (primary):\r\nName: Anna Vermeer\r\nEmail address: " + ANNA + "\r\nMobile phone number: +31 6 12345678\r\nccTLD: .nl\r\n";
        james.takes(Envelopes.of("form", ANNA, form, found(ANNA), ROBOT));
        Matcher token = TOKEN.matcher(letter("Subject: TLD-OPS Authentication Request"));
        assertThat(token.find()).isTrue();
        return token.group();
    }

    private String letter(String part) throws Exception {
        return Eventually.see("a letter with " + part, this::letters, letters -> letters.stream().anyMatch(letter -> letter.contains(part))).stream().filter(letter -> letter.contains(part)).findFirst().orElseThrow();
    }

    private List<String> letters() throws IOException {
        List<String> letters = new ArrayList<>();
        try (Stream<Path> files = Files.list(ground.data().resolve("maildir").resolve("new"))) {
            for (Path file : files.sorted().toList()) letters.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return letters;
    }

    @Test
    void only_the_robots_recipients_go_to_it_and_the_others_on_their_way() throws Exception {
        Daemon robot = robot();
        James james = james(true);
        james.takes(Envelopes.of("both", "ana@nic.example", mail("1", "", "ana@nic.example", "hello"), Map.of("org.apache.james.SMTPAuthUser", "ana"), ROBOT, "bob@elsewhere.example"));

        assertThat(decided(robot, 1).getFirst().envelope().recipients()).singleElement().hasToString(ROBOT);
        Eventually.see("the other one's way", () -> james.sent, sent -> sent.size() == 1 && sent.getFirst().startsWith("RemoteDelivery"));
        Eventually.see("an empty spool", james.spool::mails, List::isEmpty);
    }

    @Test
    void rule_18_pass_james_lets_bounces_through_to_the_robot() throws Exception {
        Daemon robot = robot();
        James james = james(true);
        james.takes(Envelopes.of("bounce", "", mail("1", "Auto-Submitted: auto-replied\r\nPrecedence: bulk\r\n", "MAILER-DAEMON@nic.example", "returned"), "tld-ops-bounces+abcd@lists.example"));

        assertThat(decided(robot, 1).getFirst().envelope().returnPath()).isEmpty();
    }

    @Test
    void james_keeps_mail_while_the_robot_is_away_and_each_arrives_once() throws Exception {
        James james = james(true);
        for (int i = 0; i < 20; i++) james.takes(Envelopes.of("m" + i, ADMIN, mail("id" + i, "", ADMIN, "help"), found(ADMIN), ROBOT));
        Eventually.see("every mail tried", james.spool::mails, mails -> mails.size() == 20 && mails.stream().allMatch(mail -> mail.getState().equals("robot-hand")));

        Daemon robot = robot();
        List<Inbox.Row> rows = decided(robot, 20);
        Eventually.see("an empty spool", james.spool::mails, List::isEmpty);
        assertThat(rows).extracting(Inbox.Row::messageId).doesNotHaveDuplicates().hasSize(20);
        assertThat(rows).allMatch(row -> row.envelope().trusted());
        assertThat(raw(robot, rows.getFirst())).contains("dmarc=pass header.from=" + DOMAIN);
    }

    @Test
    void james_loses_nothing_while_the_robot_goes_down_and_up_again_under_load() throws Exception {
        Daemon first = robot();
        James james = james(true);
        for (int i = 0; i < 30; i++) james.takes(Envelopes.of("a" + i, ADMIN, mail("a" + i, "", ADMIN, "help"), found(ADMIN), ROBOT));
        Eventually.see("some mail", () -> rows(first).size(), size -> size > 0);
        open.remove(first);
        first.close();
        for (int i = 0; i < 10; i++) james.takes(Envelopes.of("b" + i, ADMIN, mail("b" + i, "", ADMIN, "help"), found(ADMIN), ROBOT));

        Daemon second = robot();
        Eventually.see("an empty spool", james.spool::mails, List::isEmpty);
        second.settle();
        assertThat(rows(second).stream().filter(row -> row.state() == Inbox.State.DONE).map(Inbox.Row::messageId).toList()).doesNotHaveDuplicates().hasSize(40);
    }

    /// Something between the two kills the connection in the middle of the mail, and later behind its end, before the robot's
    /// word arrives.
    @Test
    void a_connection_that_breaks_in_the_middle_of_a_mail_costs_nothing_and_behind_its_end_brings_it_once() throws Exception {
        Daemon robot = robot();
        AtomicInteger connections = new AtomicInteger();
        try (Cable cable = new Cable(port, () -> switch (connections.incrementAndGet()) {
            case 1 -> Cable.Cut.IN_THE_MIDDLE;
            case 2 -> Cable.Cut.BEHIND_THE_END;
            default -> Cable.Cut.NEVER;
        })) {
            James james = james(true, text -> text.replace("<port>" + port + "<", "<port>" + cable.port() + "<"));
            james.takes(Envelopes.of("m", ADMIN, mail("1", "", ADMIN, "help") + "a line of a longer mail\r\n".repeat(5000), found(ADMIN), ROBOT));
            Eventually.see("an empty spool", james.spool::mails, List::isEmpty);
        }
        assertThat(connections).hasValue(3);
        robot.settle();
        assertThat(rows(robot)).extracting(Inbox.Row::state).containsExactlyInAnyOrder(Inbox.State.DONE, Inbox.State.DUPLICATE);
    }

    @Test
    void rule_23_pass_what_the_robot_refuses_is_kept_by_james_and_its_sender_hears_nothing() throws Exception {
        robot();
        James james = james(true);
        String two = "From: <x@evil.example>\r\n";
        james.takes(Envelopes.of("person", "victim@elsewhere.example", mail("1", two, ADMIN, "help"), found(ADMIN), ROBOT));
        james.takes(Envelopes.of("machine", "victim@elsewhere.example", mail("2", two + "Auto-Submitted: auto-replied\r\n", ADMIN, "help"), found(ADMIN), ROBOT));

        List<Mail> refused = Eventually.see("the refused", () -> james.repository("robot-refused"), mails -> mails.size() == 2);
        assertThat(refused).allSatisfy(mail -> assertThat(mail.getErrorMessage()).startsWith("550 5.6.0 More than one From"));
        assertThat(james.sent).as("the postmaster hears of what a person wrote").containsExactly("NotifyPostmaster person");
        Eventually.see("an empty spool", james.spool::mails, List::isEmpty);
    }

    @Test
    void rule_1_near_miss_with_a_wrong_password_james_waits_and_hands_over_nothing_unbelieved() throws Exception {
        Files.writeString(password, "wrong");
        Daemon robot = robot();
        James james = james(true);
        james.takes(Envelopes.of("m", ADMIN, mail("1", "", ADMIN, "help"), found(ADMIN), ROBOT));
        Eventually.see("a second try", james.spool::mails, mails -> mails.stream().anyMatch(mail -> mail.attributesMap().toString().contains("tldops.tries")));
        assertThat(rows(robot)).isEmpty();
    }

    @Test
    void a_queue_that_does_not_wait_puts_mail_into_a_repository() throws Exception {
        James james = james(false, text -> text.replace("<first-retry>1<", "<first-retry>60<"));
        james.takes(Envelopes.of("m", ADMIN, mail("1", "", ADMIN, "help"), found(ADMIN), ROBOT));
        Mail waiting = Eventually.see("the mail", () -> james.repository("robot-waiting"), mails -> mails.size() == 1).getFirst();
        assertThat(waiting.getRecipients()).extracting(MailAddress::asString).containsExactly(ROBOT);

        Daemon robot = robot();
        waiting.setState("robot-hand");
        james.takes(waiting);
        assertThat(raw(robot, decided(robot, 1).getFirst())).contains("dmarc=pass header.from=" + DOMAIN);
    }

    private Daemon robot() throws IOException {
        Daemon robot = new Daemon(Ground.config(ground.file()), Instant::now, new SecureRandom(), false);
        open.add(robot);
        return robot;
    }

    private James james(boolean waits) throws Exception {
        return james(waits, UnaryOperator.identity());
    }

    /// The operators' file with the paths and ports of this machine, with a DMARC finding, and with less patience.
    private James james(boolean waits, UnaryOperator<String> more) throws Exception {
        James james = new James(text -> more.apply(text.replace("<port>2525<", "<port>" + port + "<").replace("<user>james<", "<user>" + Ground.USER + "<").replace("file:/etc/james/robot-password", "file:" + password)
                .replace("<first-retry>60<", "<first-retry>1<").replace("<longest-retry>900<", "<longest-retry>1<").replace("</authserv-id>", "</authserv-id><dmarc>our.dmarc</dmarc>")), waits);
        open.add(james);
        return james;
    }

    private static List<Inbox.Row> rows(Daemon robot) {
        return robot.store().inbox().list(Optional.empty(), 1000).stream().filter(row -> row.kind() == Inbox.Kind.MAIL).toList();
    }

    private static List<Inbox.Row> decided(Daemon robot, int count) throws Exception {
        return Eventually.see(count + " mails decided", () -> rows(robot), rows -> rows.stream().filter(row -> row.state() == Inbox.State.DONE).count() == count);
    }

    private static String raw(Daemon robot, Inbox.Row row) {
        return new String(robot.store().inbox().raw(row.id()).orElseThrow(), StandardCharsets.ISO_8859_1);
    }
}

package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.cli.Exit;
import tldops.cli.Rows;
import tldops.trust.DomainRecords;

/// What the doctor finds, against servers on this machine.
@Timeout(120)
class DoctorTest {
    private static final ServerSetup SMTP = PatientMail.server(0, ServerSetup.PROTOCOL_SMTP);
    private static final ServerSetup IMAP = PatientMail.server(0, ServerSetup.PROTOCOL_IMAP);

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void configured() throws IOException {
        terminal = new Terminal(folder);
    }

    private Config config() {
        return ((ConfigReader.Reading.Good) ConfigReader.read(Optional.of(terminal.file()), Map.of())).config();
    }

    private Rows.Checkup examined(Running running, Nameserver dns) {
        return new Doctor(Office.of(config(), running.daemon()), Optional.of(DomainRecords.of(dns.address()))).examine(false, Duration.ofSeconds(1), _ -> {});
    }

    private static Rows.Finding found(Rows.Checkup checkup, String what) {
        return checkup.findings().stream().filter(finding -> finding.what().equals(what)).findFirst().orElseThrow(() -> new AssertionError("nothing about " + what + " in " + checkup));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }

    @Test
    void a_robot_on_its_defaults_is_doubtful_because_it_is_on_trial_and_nothing_is_asked_outside() throws Exception {
        try (Running _ = terminal.running()) {
            assertThat(terminal.type("doctor")).as("%s", terminal.out()).isZero();

            assertThat(terminal.out()).contains("good", "doubtful", "door smtp", "It answers on 127.0.0.1 port ", "Every template can be filled in", "lists.example is a domain for examples; nothing was asked about it.")
                    .containsPattern("good +duty deadlines +Next 20").doesNotContain("wrong "); // L32
            assertThat(terminal.err()).contains("Trying the relay ...");
        }
    }

    @Test
    void without_a_robot_it_looks_at_what_stands_still() throws Exception {
        assertThat(terminal.type("doctor")).as("%s", terminal.out()).isZero();
        assertThat(terminal.out()).contains("None is running.", "tldops run");
    }

    @Test
    void a_mail_server_on_this_machine_that_would_be_judged_as_one_from_outside_is_doubtful() throws Exception {
        Files.writeString(folder.resolve("password"), "of James");
        String border = "intake.smtp.border = on\nintake.smtp.auth.users { james = \"file:" + folder.resolve("password") + "\" }\n";
        terminal.configure(border);
        terminal.type("doctor");
        assertThat(terminal.out()).containsPattern("doubtful +border +What a mail server on this machine hands over is judged").contains("127.0.0.1 in intake.smtp.trusted-clients");

        terminal.configure(border + "intake.smtp.trusted-clients = [\"127.0.0.1\"]");
        terminal.type("doctor");
        assertThat(terminal.out()).doesNotContain("judged as if it came from outside");
    }

    @Test
    void a_data_folder_that_others_can_read_is_wrong() throws Exception {
        try (Running _ = terminal.running()) {
            Files.setPosixFilePermissions(terminal.data(), PosixFilePermissions.fromString("rwxr-x---"));
            assertThat(terminal.type("doctor")).isEqualTo(Exit.NO);
            assertThat(terminal.out()).contains("chmod 700 ");
        }
    }

    @Test
    void the_dns_of_the_domain_is_read_and_what_to_publish_is_told() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        KeyPair ours = generator.generateKeyPair();
        Files.writeString(folder.resolve("dkim.pem"), pem("PRIVATE KEY", ours.getPrivate().getEncoded()));
        String published = Base64.getEncoder().encodeToString(ours.getPublic().getEncoded());
        terminal.configure("dkim.key = \"" + folder.resolve("dkim.pem") + "\"\ndkim.selector = r1");
        try (Nameserver dns = new Nameserver(); Running running = terminal.running()) {
            Rows.Checkup nothing = examined(running, dns);
            assertThat(nothing.result()).isEqualTo("wrong");
            assertThat(found(nothing, "mx lists.example").state()).isEqualTo("wrong");
            assertThat(found(nothing, "mx tld-ops.example").state()).isEqualTo("doubtful");
            assertThat(found(nothing, "spf").fix()).contains("v=spf1");
            assertThat(found(nothing, "dkim").fix()).isEqualTo("Publish at r1._domainkey.lists.example: TXT \"v=DKIM1; k=rsa; p=" + published + "\"");
            assertThat(found(nothing, "dmarc").state()).isEqualTo("doubtful");

            dns.with("lists.example MX", "20 mx2.lists.example.", "10 mx1.lists.example.").with("mx1.lists.example A", "192.0.2.1").with("mx2.lists.example A", "192.0.2.2")
                    .with("tld-ops.example MX", "10 mx1.lists.example.").with("lists.example TXT", "\"v=spf1 mx -all\"", "\"something else\"")
                    .with("r1._domainkey.lists.example TXT", "\"v=DKIM1; k=rsa; p=" + published.substring(0, 100) + "\" \"" + published.substring(100) + "\"")
                    .with("_dmarc.lists.example TXT", "\"v=DMARC1; p=reject\"");
            Rows.Checkup all = examined(running, dns);
            for (String what : new String[] {"mx lists.example", "mx tld-ops.example", "spf", "dkim", "dmarc"}) assertThat(found(all, what).state()).as("%s", found(all, what)).isEqualTo("good");
            assertThat(found(all, "mx lists.example").says()).isEqualTo("10 mx1.lists.example, 20 mx2.lists.example");

            dns.with("lists.example TXT", "\"v=spf1 mx -all\"", "\"v=spf1 -all\"").with("r1._domainkey.lists.example TXT", "\"v=DKIM1; k=rsa; p=AAAA\"").with("lists.example MX", "0 .");
            Rows.Checkup wrong = examined(running, dns);
            assertThat(found(wrong, "spf").says()).contains("2 records");
            assertThat(found(wrong, "dkim").says()).contains("is not the one we sign with");
            assertThat(found(wrong, "mx lists.example").says()).contains("takes no mail");
        }
    }

    @Test
    void dns_that_does_not_answer_makes_nothing_wrong() throws Exception {
        Nameserver gone = new Nameserver();
        gone.close();
        try (Running running = terminal.running()) {
            Rows.Checkup checkup = examined(running, gone);
            assertThat(found(checkup, "spf").state()).isEqualTo("doubtful");
            assertThat(checkup.findings()).noneMatch(finding -> finding.state().equals("wrong")); // L33
        }
    }

    @Test
    void the_relay_is_greeted_and_logged_in_at_and_gets_no_mail() throws Exception {
        GreenMail relay = new GreenMail(SMTP);
        relay.setUser("robot", "robot", "right");
        relay.start();
        try {
            Files.writeString(folder.resolve("password"), "right");
            terminal.configure("send.mode = smtp\nsend.host = \"127.0.0.1\"\nsend.port = " + relay.getSmtp().getPort() + "\nsend.user = robot\nsend.password = \"file:" + folder.resolve("password") + "\"");
            try (Running _ = terminal.running()) {
                assertThat(terminal.type("doctor")).as("%s", terminal.out()).isZero();
                assertThat(terminal.out()).contains("greets and lets us log in.");
            }
            Files.writeString(folder.resolve("password"), "mistyped");
            try (Running _ = terminal.running()) {
                assertThat(terminal.type("doctor")).isEqualTo(Exit.NO);
                assertThat(terminal.out()).containsPattern("wrong +relay").doesNotContain("mistyped");
            }
            assertThat(relay.getReceivedMessages()).isEmpty();
        } finally {
            relay.stop();
        }
    }

    @Test
    void a_relay_that_is_not_there_is_wrong() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        terminal.configure("send.mode = smtp\nsend.host = \"127.0.0.1\"\nsend.port = " + port);
        try (Running _ = terminal.running()) {
            assertThat(terminal.type("doctor", "--send")).isEqualTo(Exit.NO);
            assertThat(terminal.out()).containsPattern("wrong +relay").contains("Not sent: the relay is away");
        }
    }

    @Test
    void the_mailbox_is_logged_in_at_and_its_folders_are_looked_for() throws Exception {
        GreenMail box = new GreenMail(IMAP);
        box.setUser("robot@lists.example", "robot", "right");
        box.start();
        try {
            Files.writeString(folder.resolve("password"), "right");
            String imap = "intake.imap { enabled = true, host = \"127.0.0.1\", port = " + box.getImap().getPort() + ", tls = none, user = robot, password = \"file:" + folder.resolve("password") + "\"";
            terminal.configure(imap + " }");
            try (Running running = terminal.running()) {
                assertThat(new Outdoors(Office.of(config(), running.daemon())).mailbox()).singleElement().satisfies(finding -> assertThat(finding.state()).as("%s", finding).isEqualTo("good"));
                terminal.configure(imap + ", processed = Done }");
                assertThat(new Outdoors(Office.of(config(), running.daemon())).mailbox()).singleElement().satisfies(finding -> assertThat(finding.says()).isEqualTo("127.0.0.1: there is no folder Done"));
                Files.writeString(folder.resolve("password"), "mistyped");
                assertThat(new Outdoors(Office.of(config(), running.daemon())).mailbox()).singleElement().satisfies(finding -> assertThat(finding.state()).isEqualTo("wrong"));
            }
        } finally {
            box.stop();
        }
    }

    @Test
    void where_the_robot_judges_senders_itself_a_dns_that_can_not_be_asked_is_wrong() throws Exception {
        try (Nameserver dns = new Nameserver()) {
            Files.writeString(terminal.file(), Files.readString(terminal.file()) + "\nintake.smtp.border = on\ndns { servers = [\"127.0.0.1:" + dns.address().getPort() + "\"], timeout = 3 seconds }\n");

            assertThat(SenderDns.findings(config())).singleElement().satisfies(found -> assertThat(found.state()).isEqualTo("good"));
            assertThat(terminal.type("check-config")).isZero();
            assertThat(terminal.out()).contains("judged here by 127.0.0.1:" + dns.address().getPort() + ", which answers");
            dns.away(true);
            assertThat(SenderDns.findings(config())).singleElement().satisfies(found -> {
                assertThat(found.state()).isEqualTo("wrong");
                assertThat(found.says()).contains("Mail waits up to 12 hours"); // L33
            });
            assertThat(terminal.type("check-config")).isZero();
            assertThat(terminal.out()).contains("WHICH CAN NOT BE ASKED NOW");
        }
    }

    @Test
    void where_others_judge_no_dns_of_senders_is_asked() {
        assertThat(SenderDns.findings(config())).isEmpty();
    }
}

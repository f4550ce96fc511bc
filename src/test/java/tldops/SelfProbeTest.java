package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.cli.Exit;
import tldops.mail.ProbeMail;
import tldops.store.Inbox;

/// The robot writes to its own addresses and tells which alias leads astray (L14).
@Timeout(120)
class SelfProbeTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void configured() throws Exception {
        terminal = new Terminal(folder);
    }

    /// As a mail server writes it that has one domain only.
    private static Optional<String> right(String address) {
        return Optional.of(address.replace("@tld-ops.example", "@lists.example"));
    }

    private static Optional<String> misWired(String address) {
        if (address.startsWith("tld-ops-owner@")) return Optional.of("tld-ops-request@lists.example");
        if (address.startsWith("tld-ops-bounces+")) return Optional.empty();
        return right(address);
    }

    private static JsonNode alias(JsonNode checkup, String address) {
        return StreamSupport.stream(checkup.get("findings").spliterator(), false).filter(found -> found.get("what").asText().equals("alias " + address)).findFirst().orElseThrow();
    }

    @Test
    void every_alias_that_leads_to_the_robot_is_good_and_no_probe_is_answered() throws Exception {
        AtomicInteger door = new AtomicInteger();
        try (HandingBack relay = new HandingBack(0, SelfProbeTest::right, door::get)) {
            terminal.configure("send.mode = smtp\nsend.host = \"127.0.0.1\"\nsend.port = " + relay.port());
            try (Running running = terminal.running()) {
                door.set(running.daemon().doors().smtpPort());

                JsonNode checkup = terminal.json("doctor", "--send", "--wait", "30");
                running.daemon().settle();

                for (String role : List.of("", "-request", "-owner", "-bounces", "-bounces+probe"))
                    for (String domain : List.of("lists.example", "tld-ops.example"))
                        assertThat(alias(checkup, "tld-ops" + role + "@" + domain).get("state").asText()).isEqualTo("good"); // L14
                assertThat(relay.taken()).as("the probes, and no answer to any of them").hasSize(10).allMatch(line -> line.endsWith("Subject: tldops-robot tries its own addresses"));
                assertThat(running.daemon().store().inbox().list(Optional.empty(), 99)).hasSize(10).allMatch(row -> row.kind() == Inbox.Kind.PROBE && row.state() == Inbox.State.DONE);
                assertThat(running.daemon().store().journals().range(1, 99)).hasSize(10).allMatch(line -> line.journal().what().equals("probe"));
                assertThat(terminal.err()).contains("Trying the aliases", "came in");
                assertThat(terminal.json("inbox", "list", "--all").get(0).get("kind").asText()).isEqualTo("probe");
            }
        }
    }

    @Test
    void an_alias_that_leads_astray_is_named() throws Exception {
        AtomicInteger door = new AtomicInteger();
        try (HandingBack relay = new HandingBack(0, SelfProbeTest::misWired, door::get)) {
            terminal.configure("list.aliases = []\nsend.mode = smtp\nsend.host = \"127.0.0.1\"\nsend.port = " + relay.port());
            try (Running running = terminal.running()) {
                door.set(running.daemon().doors().smtpPort());

                assertThat(terminal.type("doctor", "--send", "--wait", "3", "--json")).isEqualTo(Exit.NO);

                JsonNode checkup = new ObjectMapper().readTree(terminal.out());
                assertThat(checkup.get("result").asText()).isEqualTo("wrong");
                assertThat(alias(checkup, "tld-ops-owner@lists.example").get("says").asText()).isEqualTo("It landed elsewhere: by smtp for tld-ops-request@lists.example."); // L14
                assertThat(alias(checkup, "tld-ops-bounces+probe@lists.example").get("fix").asText()).contains("recipient_delimiter = +");
                assertThat(alias(checkup, "tld-ops-request@lists.example").get("state").asText()).isEqualTo("good");
            }
        }
    }

    @Test
    void a_stranger_who_writes_the_header_sends_an_ordinary_mail() throws Exception {
        try (Running running = terminal.running()) {
            terminal.deliver("From: Ann Other <ann@stranger.example>\r\nTo: tld-ops-request@lists.example\r\n" + ProbeMail.HEADER + ": 00112233445566778899aabbccddeeff\r\nMessage-ID: <7@stranger.example>\r\n\r\nhelp\r\n");
            running.daemon().settle();

            assertThat(running.daemon().store().inbox().row(1).orElseThrow().kind()).isEqualTo(Inbox.Kind.MAIL);
            assertThat(running.daemon().store().outbox().list(Optional.empty(), 9)).extracting(row -> row.kind()).containsExactly("Help");
        }
    }

    @Test
    void in_trial_nothing_leaves_and_doctor_says_so() throws Exception {
        try (Running running = terminal.running()) {
            JsonNode checkup = terminal.json("doctor", "--send");

            assertThat(checkup.get("result").asText()).isEqualTo("doubtful");
            assertThat(checkup.toString()).contains("send.mode = maildir: nothing leaves this machine, so nothing can come back.");
            assertThat(running.daemon().store().inbox().list(Optional.empty(), 9)).isEmpty();
        }
    }
}

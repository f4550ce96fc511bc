package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.cli.Exit;
import tldops.core.Envelope;
import tldops.store.Inbox;
import tldops.web.Browser;
import tldops.web.StrictReader;

/// Health as a monitor sees it: on the page, among the metrics and as a command.
@Timeout(120)
class HealthTest {
    private static final String HELP = "From: Ann Other <ann@stranger.example>\r\nTo: tld-ops-request@lists.example\r\nSubject: hello\r\nMessage-ID: <1@stranger.example>\r\n\r\nhelp\r\n";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void configured() throws IOException {
        terminal = new Terminal(folder);
    }

    @Test
    void a_fresh_robot_is_well() throws Exception {
        try (Running running = terminal.running()) {
            String page = Browser.get(running.healthPort(), "/health");

            assertThat(page).startsWith("HTTP/1.1 200 ").contains("green   door smtp", "green   inbox", "green   duties", "deadlines next 20"); // L32
            assertThat(Browser.get(running.healthPort(), "/")).startsWith("HTTP/1.1 200 ").contains("/metrics");
            assertThat(terminal.type("health")).as("%s", terminal.out()).isZero();
            assertThat(terminal.lines().getFirst()).startsWith("LEVEL").contains("SIGN", "SINCE", "SAYS");
            assertThat(terminal.json("health").get("health").asText()).isEqualTo("green");
        }
    }

    @Test
    void red_is_503_says_what_to_do_and_turns_green_again() throws Exception {
        try (Running running = terminal.running()) {
            running.daemon().store().outbox().hold("breaker");

            String page = Browser.get(running.healthPort(), "/health");
            assertThat(page).startsWith("HTTP/1.1 503 ").contains("red     outbox", "tldops outbox release");
            JsonNode json = new ObjectMapper().readTree(Browser.body(Browser.get(running.healthPort(), "/health?json")));
            assertThat(json.get("health").asText()).isEqualTo("red");
            assertThat(json.get("signs")).anyMatch(sign -> sign.get("name").asText().equals("outbox") && sign.get("level").asText().equals("red"));
            assertThat(terminal.type("health")).isEqualTo(Exit.NO);
            assertThat(terminal.out()).contains("red ").doesNotContain("\u001b");
            assertThat(terminal.type("outbox", "release")).isZero();

            assertThat(Browser.get(running.healthPort(), "/health")).startsWith("HTTP/1.1 200 ");
            assertThat(terminal.type("health")).isZero();
        }
    }

    @Test
    void a_mail_set_aside_is_counted_with_the_kind_of_its_fault_and_nothing_of_the_mail() throws Exception {
        try (Running running = terminal.running()) {
            Envelope door = new Envelope("operator", false, Optional.empty(), List.of(), "ops");
            byte[] broken = "no order of jan@registry.example".getBytes(StandardCharsets.UTF_8);
            running.daemon().store().inbox().put(new Inbox.Arrival(Inbox.Kind.OPERATOR, door, broken, "", "", Instant.now())).join();
            running.daemon().settle();

            assertThat(Browser.get(running.healthPort(), "/health")).startsWith("HTTP/1.1 200 ").containsPattern("yellow  inbox +1 set aside, number 1 first \\(\\w+Exception\\): tldops inbox show 1") // L25
                    .doesNotContain("jan@registry.example");
            terminal.type("inbox", "drop", "1");
            assertThat(terminal.json("health").get("health").asText()).isEqualTo("green");
        }
    }

    @Test
    void the_metrics_count_what_came_what_was_decided_and_what_left() throws Exception {
        try (Running running = terminal.running()) {
            terminal.deliver(HELP);
            terminal.deliver(HELP);
            terminal.deliver("");
            running.daemon().settle();
            running.daemon().settle();

            String answer = Browser.get(running.healthPort(), "/metrics");

            assertThat(answer).contains("text/plain; version=0.0.4; charset=utf-8").doesNotContain("stranger.example");
            Map<String, Double> numbers = StrictReader.read(Browser.body(answer));
            assertThat(numbers).containsEntry("tldops_mails_accepted_total{door=\"pipe\"}", 2.0).containsEntry("tldops_mails_duplicate_total{door=\"pipe\"}", 1.0) // L26
                    .containsEntry("tldops_mails_refused_total{door=\"pipe\",reason=\"form\"}", 1.0).containsEntry("tldops_decisions_total{request=\"Commands\"}", 1.0)
                    .containsEntry("tldops_letters_total{fate=\"written\",kind=\"Help\"}", 1.0).containsEntry("tldops_letters_total{fate=\"sent\",kind=\"Help\"}", 1.0)
                    .containsEntry("tldops_relay_answers_total{answer=\"accepted\"}", 1.0).containsEntry("tldops_decision_seconds_count", 1.0).containsEntry("tldops_delivery_seconds_count", 1.0)
                    .containsEntry("tldops_inbox_rows{state=\"aside\"}", 0.0).containsEntry("tldops_outbox_letters", 0.0).containsEntry("tldops_health", 0.0).containsEntry("tldops_vital_sign{sign=\"outbox\"}", 0.0)
                    .containsKeys("tldops_store_commit_seconds_count", "process_threads", "process_open_fds", "process_resident_memory_bytes", "tldops_journal_lines_total");
        }
    }

    @Test
    void without_a_robot_the_command_says_so_and_makes_no_store() throws Exception {
        assertThat(terminal.type("health")).isEqualTo(Exit.NO);

        assertThat(terminal.err()).startsWith("No robot is running on ").contains("tldops run");
        assertThat(terminal.data()).doesNotExist();
    }

    @Test
    void a_journal_found_broken_stays_an_alarm_across_a_restart() throws Exception {
        try (Running running = terminal.running()) {
            terminal.type("journal", "verify");
            assertThat(terminal.json("health").get("signs").toString()).contains("chain last found whole 20");
            running.daemon().store().journals().checked(Instant.now(), Optional.of(new tldops.store.Journals.Fault(3, "line is missing")));
        }
        try (Running _ = terminal.running()) {
            assertThat(terminal.type("health")).isEqualTo(Exit.NO);
            assertThat(terminal.out()).contains("broken at line 3");
        }
    }

    @Test
    void the_page_can_be_switched_off() throws Exception {
        terminal.configure("health.enabled = false");
        try (Running running = terminal.running()) {
            assertThat(running.healthPort()).isZero();
            assertThat(terminal.type("health")).isZero();
        }
    }
}

package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.cli.Exit;
import tldops.core.Tld;
import tldops.iana.RdapRecords;
import tldops.iana.RdapServer;
import tldops.iana.Records;
import tldops.iana.WhoisServer;

/// What the operator sees of IANA's two servers, against two on this machine (MAIL_RULES 11, IANA_DATA 3).
@Timeout(120)
class LookoutTest {
    private static final String OFFICE = "office@registry.example";

    @TempDir
    private Path folder;

    private Terminal terminal;
    private RdapServer rdap;
    private WhoisServer whois;
    private volatile int status = 200;
    private volatile Optional<String> whoisNames = Optional.of(OFFICE);

    @BeforeEach
    void serving() throws IOException {
        terminal = new Terminal(folder);
        rdap = new RdapServer(Files.createDirectory(folder.resolve("rdap")), (question, name) -> {
            if (status == 200) RdapServer.says(question, 200, RdapRecords.of(Tld.of(name), OFFICE));
            else question.sendResponseHeaders(status, -1);
        });
        whois = new WhoisServer(name -> whoisNames.map(mail -> Records.of(name, mail)));
        configured("");
    }

    private void configured(String more) throws IOException {
        terminal.configure("iana { source = rdap, host = \"127.0.0.1\", port = " + whois.port() + ", pace = 1 millisecond, rdap { url = \"" + rdap.base() + "\", authorities = \"" + rdap.authorities() + "\" } }\n" + more);
    }

    @AfterEach
    void closed() throws IOException {
        rdap.close();
        whois.close();
    }

    private static Vital sign(Running running, String name) {
        return running.daemon().vitals().ask().stream().filter(vital -> vital.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void the_operator_sees_what_both_say_and_what_counts() throws Exception {
        try (Running running = terminal.running()) {
            assertThat(terminal.type("iana", "nl")).as("%s", terminal.err()).isZero();

            assertThat(terminal.out()).contains("what counts", OFFICE, rdap.base() + "domain/nl", "changed 2025-04-03", "127.0.0.1", "names " + OFFICE);
            assertThat(sign(running, "iana").level()).isEqualTo(Vital.Level.GREEN);
            assertThat(sign(running, "iana rdap").says()).contains("asked today: 1 of 2000");
            assertThat(running.daemon().metrics().page().toString()).contains("tldops_iana_questions_total{source=\"rdap\"} 1", "tldops_iana_questions_total{source=\"whois\"} 1", "tldops_iana_disputed 0");
        }
        assertThat(terminal.type("check-config")).isZero();
        assertThat(terminal.out()).contains(rdap.base() + ", compared with 127.0.0.1");
    }

    @Test
    void rule_11_attack_a_bent_whois_is_seen_by_everybody_who_looks() throws Exception {
        whoisNames = Optional.of("eve@evil.example");
        try (Running running = terminal.running()) {
            assertThat(terminal.type("iana", "nl")).isZero();
            assertThat(terminal.out()).contains("nothing: RDAP and WHOIS do not name the same contact", "names eve@evil.example");

            assertThat(sign(running, "iana").level()).isEqualTo(Vital.Level.YELLOW);
            assertThat(sign(running, "iana").says()).contains("ccTLDs: 1;", "tldops journal").doesNotContain(".nl");
            assertThat(terminal.type("doctor")).isEqualTo(Exit.NO);
            assertThat(terminal.out()).contains("neither counts");
        }
    }

    @Test
    void each_of_the_two_is_told_apart_when_it_is_away() throws Exception {
        try (Running running = terminal.running()) {
            whoisNames = Optional.empty();
            terminal.type("iana", "nl");
            assertThat(terminal.out()).contains(OFFICE, "without cross-check");
            assertThat(sign(running, "iana whois").level()).isEqualTo(Vital.Level.YELLOW);
            assertThat(sign(running, "iana rdap").level()).isEqualTo(Vital.Level.GREEN);
            assertThat(sign(running, "iana").level()).isEqualTo(Vital.Level.GREEN);

            whoisNames = Optional.of(OFFICE);
            status = 502;
            terminal.type("iana", "nl");
            assertThat(terminal.out()).contains("nothing: RDAP: answers 502");
            assertThat(sign(running, "iana rdap").level()).isEqualTo(Vital.Level.YELLOW);
            assertThat(sign(running, "iana").level()).isEqualTo(Vital.Level.YELLOW);
            assertThat(terminal.type("doctor")).isEqualTo(Exit.NO);
            assertThat(terminal.out()).contains("RDAP does not answer: answers 502");

            status = 200;
            terminal.type("iana", "nl");
            assertThat(sign(running, "iana rdap").level()).isEqualTo(Vital.Level.GREEN);
        }
    }

    @Test
    void the_questions_of_a_day_are_counted_and_told_before_they_are_used_up() throws Exception {
        configured("iana.per-day = 5");
        try (Running running = terminal.running()) {
            for (int i = 0; i < 4; i++) terminal.type("iana", "nl");
            assertThat(sign(running, "iana").level()).isEqualTo(Vital.Level.YELLOW);
            assertThat(sign(running, "iana").says()).contains("4 times today, of 5 at most");

            terminal.type("iana", "nl");
            terminal.type("iana", "nl");

            assertThat(terminal.out()).contains("iana.per-day");
            assertThat(rdap.asked()).hasSize(5);
            assertThat(sign(running, "iana").level()).isNotEqualTo(Vital.Level.GREEN);
        }
    }

    @Test
    void what_a_decision_rested_on_is_known_after_a_restart() throws Exception {
        try (Running _ = terminal.running()) {
            assertThat(terminal.type("invite", "nl")).as("%s", terminal.out()).isZero();
        }
        try (Running _ = terminal.running()) {
            terminal.type("invite", "nl");
            assertThat(terminal.err()).contains("an invitation is open");
        }
        assertThat(rdap.asked()).containsExactly("nl");
        assertThat(whois.asked()).containsExactly("nl");
    }
}

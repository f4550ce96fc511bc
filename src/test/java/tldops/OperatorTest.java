package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.cli.Exit;
import tldops.core.Envelope;
import tldops.store.Inbox;
import tldops.store.Store;

/// The operator's commands as they are typed: over the socket of a running daemon, and without one.
class OperatorTest {
    private static final String WHO = "From: Ann Other <ann@stranger.example>\r\nTo: tld-ops-request@lists.example\r\nSubject: hello\r\n\r\nwho secret-password\r\n";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void configured() throws IOException {
        terminal = new Terminal(folder);
    }

    @Test
    void an_invitation_is_ordered_listed_and_accounted_for() throws Exception {
        try (Running running = terminal.running()) {
            assertThat(terminal.type("invite", "nl", "aq", "nl")).as("IANA says nothing of .aq").isEqualTo(Exit.LATER);
            assertThat(terminal.out()).contains(".nl: invited", "(case 1)");
            assertThat(terminal.err()).contains("no record of .aq").hasLineCount(1);
            running.daemon().settle();

            assertThat(terminal.type("cases")).isZero();
            assertThat(terminal.lines()).hasSize(2);
            assertThat(terminal.lines().get(1)).contains(".nl", "invitation", "asked", "admin@nl-registry.example", "reminder 20");
            assertThat(terminal.json("cases").get(0).get("stage").asText()).isEqualTo("asked");

            assertThat(terminal.type("invite", "nl")).isEqualTo(Exit.NO);
            assertThat(terminal.err()).contains(".nl: not invited, an invitation is open (L20)");

            JsonNode why = terminal.json("why", "nl").get(0);
            assertThat(why.get("what").asText()).isEqualTo("invited");
            assertThat(why.get("from").asText()).as("who ordered it").isEqualTo(System.getProperty("user.name"));
            assertThat(why.get("digest").asText()).hasSize(64);

            assertThat(terminal.type("journal", "verify")).isZero(); // N30
            assertThat(terminal.out()).contains("WHOLE  yes");
            assertThat(terminal.json("journal").get(0).get("ccTld").asText()).isEqualTo(".nl");
            assertThat(terminal.type("duties")).isZero();
            assertThat(terminal.lines()).hasSize(10).anyMatch(line -> line.startsWith("deadlines ") && line.contains("0 0 0 1 1 ? 2098"));
            assertThat(terminal.json("duties")).hasSize(9).allMatch(duty -> duty.get("next").asText().startsWith("20")); // L32
            assertThat(terminal.json("inbox", "list", "--all").get(0).get("subject").asText()).isEqualTo("invite .nl");
        }
    }

    @Test
    void the_clock_is_shown_and_accepted() throws Exception {
        try (Running running = terminal.running()) {
            running.daemon().beat();
            assertThat(terminal.json("clock").get("state").asText()).isEqualTo("believed");
            assertThat(terminal.json("clock").get("lastBeat").asText()).startsWith("20");
            assertThat(terminal.type("clock", "accept")).isEqualTo(Exit.NO);
        }
        try (Store store = Store.open(folder.resolve("data"))) {
            store.heartbeat().beat(Instant.now().minus(Duration.ofDays(30)));
        }
        try (Running running = terminal.running()) {
            assertThat(terminal.json("clock").get("state").asText()).contains("in doubt", "tldops clock accept");
            assertThat(running.daemon().clockTrouble()).isPresent();
            assertThat(terminal.type("duty", "deadlines")).as("P4: no deadline by a clock in doubt").isEqualTo(Exit.LATER);
            assertThat(terminal.type("invite", "nl")).isEqualTo(Exit.LATER);
            assertThat(terminal.err()).contains("the clock is in doubt");

            assertThat(terminal.type("clock", "accept")).isZero();

            assertThat(terminal.out()).contains("clock accepted");
            running.daemon().settle();
            assertThat(terminal.json("clock").get("state").asText()).isEqualTo("believed");
            assertThat(terminal.json("clock").get("deadlines").asText()).contains("wait until");
            assertThat(terminal.json("cases")).hasSize(1);
            assertThat(running.daemon().clockTrouble()).isEmpty();
        }
    }

    @Test
    void a_letter_is_shown_without_its_secret() throws Exception {
        try (Running running = terminal.running()) {
            terminal.type("invite", "fr");
            running.daemon().settle();

            JsonNode letter = terminal.json("outbox", "list", "--all").get(0);

            assertThat(letter.get("state").asText()).isEqualTo("sent");
            assertThat(letter.get("to").get(0).asText()).isEqualTo("contact-admin@fr-registre.example");
            assertThat(terminal.type("outbox", "show", letter.get("number").asText())).isZero();
            assertThat(terminal.out()).doesNotContainPattern("[0-9a-z]{26}");
            assertThat(terminal.type("outbox", "release")).isEqualTo(Exit.NO);
            assertThat(terminal.err()).isEqualTo("Nothing is held.\n");
        }
    }

    @Test
    void all_that_is_held_is_released_at_once() throws Exception {
        try (Running running = terminal.running()) {
            running.daemon().store().outbox().hold("more than 2000 letters an hour");
            terminal.type("invite", "fr");
            running.daemon().settle();
            assertThat(terminal.type("outbox")).isZero();
            assertThat(terminal.lines().get(1)).contains("held", "more than 2000 letters an hour");
            terminal.type("outbox", "show", "1");
            assertThat(terminal.out()).contains("Reply-To: tld-ops-request+***@lists.example", "Reference: ***");

            assertThat(terminal.type("outbox", "release")).isZero();

            running.daemon().settle();
            terminal.type("outbox");
            assertThat(terminal.out()).isEqualTo("(none)\n");
        }
    }

    @Test
    void rule_32_pass_a_mail_is_explained_without_leaving_a_trace() throws Exception {
        try (Running _ = terminal.running()) {
            Path mail = Files.writeString(folder.resolve("form.eml"), """
                    From: Camille Exemple <contact-admin@fr-registre.example>
                    To: tld-ops-request@lists.example
                    Subject: our SSC

                    Contact Person #1 (primary):
                    Name: Paul Leroy
                    Email address: paul.leroy@fr-registre.example
                    Mobile phone number: +33 6 12 34 56 78
                    ccTLD: .fr

                    I hereby confirm that the above persons are responsible for the
                    overall security and stability of my ccTLD.
                    """);

            JsonNode explained = terminal.json("explain", mail.toString());

            assertThat(explained.get("from").asText()).isEqualTo("contact-admin@fr-registre.example");
            assertThat(explained.get("sureness").asText()).startsWith("unauthenticated, level D: ");
            assertThat(explained.get("request").asText()).contains("filled-in form", "Paul Leroy");
            assertThat(explained.get("lookups").get(0).asText()).startsWith(".fr: contact-admin@fr-registre.example");
            assertThat(explained.get("letters").get(0).get("to").get(0).asText()).isEqualTo("contact-admin@fr-registre.example");
            assertThat(explained.get("letters").get(0).get("text").asText()).contains("confirm", "Reference: ***");
            assertThat(terminal.json("cases", "--all")).isEmpty();
            assertThat(terminal.json("inbox", "list", "--all")).isEmpty();
            assertThat(terminal.json("outbox", "list", "--all")).isEmpty();
        }
    }

    @Test
    void a_piped_mail_is_in_the_inbox_when_the_command_ends() throws Exception {
        try (Running running = terminal.running()) {
            assertThat(terminal.deliver(WHO)).as("%s", terminal.err()).isZero();
            running.daemon().settle();

            JsonNode row = terminal.json("inbox", "list", "--all").get(0);
            assertThat(row.get("from").asText()).isEqualTo("Ann Other <ann@stranger.example>");
            assertThat(row.get("state").asText()).isEqualTo("done");
            assertThat(terminal.type("inbox", "show", "1")).isZero();
            assertThat(terminal.out()).contains("who ***").doesNotContain("secret-password"); // MAIL_RULES 33
            assertThat(terminal.deliver("")).as("the mail server returns it").isEqualTo(Exit.UNUSABLE);
        }
    }

    @Test
    void duties_are_done_by_hand_for_a_stated_time() throws Exception {
        try (Running running = terminal.running()) {
            terminal.type("invite", "nl");
            running.daemon().settle();

            assertThat(terminal.type("duty", "deadlines", "--at", "2999-01-18T09:00Z")).isZero();

            assertThat(terminal.out()).contains(".nl: escalated");
            assertThat(terminal.type("duty", "deadlines", "--at", "2999-01-18T09:00Z")).isZero();
            assertThat(terminal.out()).contains("was done before");
            assertThat(terminal.type("case", "1", "extend", "--days", "3")).isZero();
            assertThat(terminal.out()).contains("extended, by 3 working days");
            assertThat(terminal.type("case", "77", "close")).isEqualTo(Exit.NO);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"invitations", "notification", "reminder"})
    void what_goes_to_many_is_never_sent_ahead_of_its_time(String duty) throws Exception {
        try (Running running = terminal.running()) {
            running.daemon().settle();

            assertThat(terminal.type("duty", duty, "--at", "2999-01-18T09:00Z")).as("never more than ten a week").isEqualTo(Exit.NO); // R070

            assertThat(terminal.err()).contains("ahead of its time");
            assertThat(terminal.type("duty", duty)).as("now it may be done").isZero();
        }
    }

    @Test
    void a_row_set_aside_is_tried_again_or_dropped() throws Exception {
        try (Running running = terminal.running()) {
            Envelope door = new Envelope("operator", false, Optional.empty(), List.of(), "ops");
            byte[] broken = "no order".getBytes(StandardCharsets.UTF_8);
            running.daemon().store().inbox().put(new Inbox.Arrival(Inbox.Kind.OPERATOR, door, broken, "", "", Instant.EPOCH)).join();
            running.daemon().settle();
            assertThat(terminal.json("inbox").get(0).get("state").asText()).isEqualTo("aside");
            terminal.type("inbox", "show", "1");
            assertThat(terminal.out()).contains("not a Order document");

            assertThat(terminal.type("inbox", "retry", "1")).as("it breaks again").isEqualTo(Exit.NO);
            assertThat(terminal.type("inbox", "drop", "1")).isZero();

            assertThat(terminal.json("inbox")).isEmpty();
            assertThat(terminal.type("inbox", "drop", "1")).isEqualTo(Exit.NO);
            assertThat(terminal.json("inbox", "list", "--all").get(0).get("note").asText()).startsWith("dropped by ");
        }
    }

    @Test
    void without_a_daemon_a_command_opens_the_store_and_sends_nothing() throws Exception {
        assertThat(terminal.type("members")).as("%s", terminal.err()).isZero();
        assertThat(terminal.out()).isEqualTo("(none)\n");

        assertThat(terminal.type("invite", "nl")).as("%s", terminal.err()).isZero();

        assertThat(terminal.json("cases").get(0).get("stage").asText()).isEqualTo("written");
        assertThat(terminal.json("outbox").get(0).get("state").asText()).isEqualTo("due");
        assertThat(terminal.deliver(WHO)).as("the mail server keeps its mail").isEqualTo(Exit.LATER);
        assertThat(terminal.err()).startsWith("tldops deliver: no robot is running on ");
        try (Running running = terminal.running()) {
            running.daemon().settle();
            assertThat(terminal.json("cases").get(0).get("stage").asText()).isEqualTo("asked");
        }
    }
}

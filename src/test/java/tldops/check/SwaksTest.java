package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.Daemon;
import tldops.core.Tld;

/// What people do who try the robot by hand: `swaks` from Debian brings a mail, and the answer arrives.
@Tag("check")
@Timeout(300)
class SwaksTest {
    private static final Tld NL = new Tld("nl");

    @TempDir
    Path temporary;

    private final LinkedBlockingQueue<Sink.Arrival> letters = new LinkedBlockingQueue<>();
    private Sink sink;
    private Daemon daemon;

    @BeforeEach
    void open() throws IOException {
        sink = new Sink(letters::add);
        Ground ground = Ground.lay(temporary, Ground.busy(sink.port()));
        daemon = new Daemon(Ground.config(ground.file()), Instant::now, new SecureRandom(), true);
    }

    @AfterEach
    void close() throws IOException {
        daemon.close();
        sink.close();
    }

    @Test
    void help_is_answered() throws Exception {
        swaks("somebody@elsewhere.example", "tld-ops-request@lists.example", "help", "");

        Sink.Arrival answer = next();
        assertThat(answer.recipients()).containsExactly("somebody@elsewhere.example");
        assertThat(answer.body()).contains("who").contains("help");
    }

    @Test
    void a_form_leads_to_a_question_and_its_confirmation_to_a_welcome_and_who_to_a_roster() throws Exception {
        String anna = "anna.vermeer@registry-nl.example";
        swaks(anna, "tld-ops-request@lists.example", "Subscription", """
                Contact Person #1 (primary):
                Name: Anna Vermeer
                Email address: %s
                Mobile phone number: +31 6 12345678
                ccTLD: .nl
                """.formatted(anna));
        List<Sink.Arrival> asked = List.of(next(), next());
        Sink.Arrival question = asked.stream().filter(letter -> letter.recipients().contains(Ground.admin(NL))).findFirst().orElseThrow();
        assertThat(question.subject()).startsWith("TLD-OPS Authentication Request");

        swaks(Ground.admin(NL), question.replyTo(), "Re: " + question.subject(), "confirm");
        List<Sink.Arrival> admitted = List.of(next(), next(), next());
        Sink.Arrival welcome = admitted.stream().filter(letter -> letter.recipients().contains(anna)).findFirst().orElseThrow();
        assertThat(welcome.subject()).startsWith("Welcome to the TLD-OPS mailing list");

        swaks(anna, welcome.replyTo(), "Re: " + welcome.subject(), "Got it.");
        daemon.settle();
        swaks(anna, "tld-ops-request@lists.example", "who", "");
        Sink.Arrival roster = next();
        assertThat(roster.recipients()).containsExactly(anna);
        assertThat(roster.body()).contains("(Anna Vermeer, +31 6 12345678, .nl)");
    }

    @Test
    void an_address_that_is_not_the_robots_is_refused() throws Exception {
        assertThat(exit("somebody@elsewhere.example", "someone.else@elsewhere.example", "help", "")).isNotZero();
    }

    private Sink.Arrival next() throws InterruptedException {
        Sink.Arrival letter = letters.poll(120, TimeUnit.SECONDS);
        assertThat(letter).as("a letter within two minutes").isNotNull();
        return letter;
    }

    private void swaks(String from, String to, String subject, String text) throws Exception {
        assertThat(exit(from, to, subject, text)).as("swaks").isZero();
    }

    private int exit(String from, String to, String subject, String text) throws Exception {
        String domain = from.substring(from.indexOf('@') + 1);
        List<String> words = new ArrayList<>(List.of("swaks", "--server", "127.0.0.1", "--port", Integer.toString(daemon.doors().smtpPort()), "--helo", "mail.example",
                "--auth", "PLAIN", "--auth-user", Ground.USER, "--auth-password", Ground.PASSWORD, "--from", from, "--to", to, "--header", "Subject: " + subject,
                "--add-header", "Authentication-Results: " + Ground.AUTHSERV + "; dkim=pass header.d=" + domain + "; dmarc=pass header.from=" + domain,
                "--add-header", "Received: from mail.example by " + Ground.AUTHSERV + " with ESMTP; Sun, 1 Nov 2026 10:00:00 +0000", "--body", text.isEmpty() ? " " : text));
        Path said = temporary.resolve("swaks.log");
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        if (process.exitValue() != 0) System.out.println(Files.readString(said));
        return process.exitValue();
    }
}

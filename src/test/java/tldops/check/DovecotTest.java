package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import tldops.Eventually;
import tldops.intake.ImapDoor;
import tldops.store.Inbox;

/// The robot behind a mailbox of a real Dovecot: the configuration is the one that the README shows.
@Tag("check")
@Timeout(600)
class DovecotTest {
    @TempDir
    Path temporary;

    private final LinkedBlockingQueue<Sink.Arrival> letters = new LinkedBlockingQueue<>();
    private final List<Daemon> daemons = new ArrayList<>();
    private Sink sink;
    private Dovecot dovecot;

    @BeforeEach
    void open() throws IOException {
        sink = new Sink(letters::add);
    }

    @AfterEach
    void close() throws Exception {
        daemons.forEach(Daemon::close);
        if (dovecot != null) dovecot.close();
        sink.close();
    }

    private void dovecot(String more) throws Exception {
        dovecot = new Dovecot(temporary.resolve("dovecot"), more);
    }

    private Daemon start(String name, List<String> keys) throws IOException {
        List<String> lines = new ArrayList<>(Ground.busy(sink.port()));
        lines.addAll(keys);
        Ground ground = Ground.lay(temporary.resolve(name), lines);
        Daemon daemon = new Daemon(Ground.config(ground.file()), Instant::now, new SecureRandom(), true);
        daemons.add(daemon);
        return daemon;
    }

    private static ImapDoor readThrough(Daemon daemon) throws Exception {
        ImapDoor door = daemon.doors().imap().orElseThrow();
        Eventually.see("the mailbox is read", () -> daemon.doors().readThrough() && door.trouble().isEmpty() ? "" : door.trouble().toString(), String::isEmpty);
        return door;
    }

    private void help(String who) throws IOException {
        dovecot.lay(Mail.help(who + "@mail.example", who + "@elsewhere.example"));
    }

    private void answered(String... who) throws InterruptedException {
        List<String> to = new ArrayList<>();
        for (String _ : who) {
            Sink.Arrival letter = letters.poll(120, TimeUnit.SECONDS);
            assertThat(letter).as("a letter within two minutes, behind those to %s", to).isNotNull();
            to.addAll(letter.recipients());
        }
        assertThat(to).containsExactlyInAnyOrder(List.of(who).stream().map(name -> name + "@elsewhere.example").toArray(String[]::new));
    }

    @Test
    void over_tls_with_our_own_authority_new_mail_is_answered_by_idle_and_old_mail_is_left_alone() throws Exception {
        dovecot("");
        help("old");
        Daemon daemon = start("robot", dovecot.keys("intake.imap.poll = 20 minutes"));
        readThrough(daemon);

        long began = System.nanoTime();
        help("new");
        answered("new");

        System.out.println("answered by IDLE after " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        Eventually.see("one mail is flagged", () -> dovecot.files("").stream().filter(name -> name.matches(".*:2,.*S.*")).count(), count -> count == 1);
        Inbox.Row row = daemon.store().inbox().list(Optional.empty(), 9).stream().filter(each -> each.envelope().door().equals("imap")).findFirst().orElseThrow();
        assertThat(row.envelope().trusted()).isTrue();
        assertThat(letters).isEmpty(); // L12
    }

    @Test
    void a_server_without_idle_is_asked_every_poll_and_mail_is_moved() throws Exception {
        dovecot("imap_capability = IMAP4rev1 LITERAL+ UIDPLUS MOVE NAMESPACE\n");
        readThrough(start("robot", dovecot.keys("starttls", dovecot.authority(), "intake.imap { poll = 1 second, processed = Done }")));

        help("one");
        answered("one");

        Eventually.see("the move", () -> dovecot.files(""), List::isEmpty);
        assertThat(dovecot.files("Done")).hasSize(1);
    }

    @Test
    void what_comes_while_dovecot_is_stopped_is_answered_once() throws Exception {
        dovecot("");
        Daemon daemon = start("robot", dovecot.keys(""));
        ImapDoor door = readThrough(daemon);
        help("before");
        answered("before");

        dovecot.stop();
        Eventually.see("the trouble", door::trouble, Optional::isPresent);
        help("meanwhile");
        dovecot.start();

        answered("meanwhile");
        readThrough(daemon);
        daemon.settle();
        assertThat(letters).isEmpty();
    }

    @Test
    void connections_that_break_in_the_middle_lose_and_double_nothing() throws Exception {
        dovecot("");
        Daemon daemon = start("robot", dovecot.keys("intake.imap.processed = Done"));
        readThrough(daemon);
        List<String> who = new ArrayList<>();

        long broken = 0;
        for (int mail = 0; mail < 30; mail++) {
            who.add("person" + mail);
            help("person" + mail);
            if (mail % 10 == 5) broken += Eventually.see("a connection", dovecot::breakConnections, count -> count > 0);
        }

        answered(who.toArray(String[]::new));
        readThrough(daemon);
        daemon.settle();
        assertThat(letters).isEmpty();
        assertThat(broken).isPositive();
        Eventually.see("all are moved", () -> dovecot.files(""), List::isEmpty);
    }

    @Test
    void of_two_robots_exactly_one_answers_and_the_other_says_so() throws Exception {
        dovecot("");
        Daemon one = start("one", dovecot.keys(""));
        readThrough(one);
        Daemon other = start("other", dovecot.keys(""));
        ImapDoor refused = other.doors().imap().orElseThrow();

        String said = Eventually.see("the refusal", () -> refused.trouble().orElse(""), text -> text.startsWith("another robot"));
        help("one");
        answered("one");

        assertThat(said).contains("id " + one.store().robot()).contains("stop one of them");
        assertThat(other.doors().readThrough()).isFalse();
        assertThat(other.store().inbox().list(Optional.empty(), 9)).isEmpty();
        assertThat(letters).isEmpty();
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_gets_no_password() throws Exception {
        dovecot("");
        Dovecot stranger = new Dovecot(temporary.resolve("stranger"), "");
        try (stranger) {
            ImapDoor door = start("robot", dovecot.keys("tls", stranger.authority(), "")).doors().imap().orElseThrow();

            String said = Eventually.see("the trouble", () -> door.trouble().orElse(""), text -> text.contains("failed"));

            System.out.println(said);
            assertThat(said).doesNotContain(Dovecot.PASSWORD);
            assertThat(door.readThrough()).isFalse();
        }
    }
}

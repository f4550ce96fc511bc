package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags.Flag;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tldops.Eventually;
import tldops.core.Address;

/// The mailbox as a door: what comes in, when, and what becomes of it there.
@Timeout(240)
class ImapDoorTest {
    private Mailbox mailbox;

    @BeforeEach
    void open() throws Exception {
        mailbox = new Mailbox();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void new_mail_comes_in_by_idle_long_before_the_next_poll() throws Exception {
        ImapDoor door = mailbox.read();

        long uid = mailbox.lay("one");

        Mailbox.Taken mail = mailbox.next();
        assertThat(mail.text()).isEqualTo(Mailbox.mail("one"));
        assertThat(mail.envelope().door()).isEqualTo("imap");
        assertThat(mail.envelope().returnPath()).contains(Address.of("ada@registry.example"));
        assertThat(mail.envelope().recipients()).containsExactly(Address.of("tld-ops-request@lists.example.test"));
        Eventually.see("the flag", () -> mailbox.flagged(uid, Flag.SEEN), Boolean::booleanValue);
        assertThat(door.trouble()).isEmpty();
        assertThat(door.lastRead()).isPresent();
    }

    @Test
    void mail_that_comes_while_another_is_read_does_not_wait_for_the_next_poll() throws Exception {
        // twenty polls would take far longer than this test waits; one must do where the server here forgets to tell of a mail
        ImapDoor.Settings polling = mailbox.every(Duration.ofSeconds(20), mailbox.settings().renewed(), mailbox.settings().stale());
        var _ = Mailbox.readThrough(mailbox.begin(polling, "1", (envelope, raw) -> {
            mailbox.inlet.take(envelope, raw);
            try {
                if (mailbox.taken.size() < 20) mailbox.lay("mail" + mailbox.taken.size());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }));

        mailbox.lay("first");

        Eventually.see("twenty mails", mailbox.taken::size, count -> count == 20);
    }

    @Test
    void what_lay_there_before_the_first_start_is_neither_answered_nor_flagged() throws Exception {
        long old = mailbox.lay("old");
        mailbox.read();

        mailbox.lay("new");

        assertThat(mailbox.next().subject()).isEqualTo("new");
        assertThat(mailbox.flagged(old, Flag.SEEN)).isFalse();
        assertThat(mailbox.taken).isEmpty(); // L12
    }

    @Test
    void old_mail_is_taken_when_the_operator_says_so() throws Exception {
        mailbox.lay("old");

        mailbox.begin(mailbox.takingOld(false), "1", mailbox.inlet);

        assertThat(mailbox.next().subject()).isEqualTo("old");
    }

    @Test
    void mail_that_was_moved_in_from_before_the_first_start_is_left_alone() throws Exception {
        mailbox.read();

        mailbox.lay(Mailbox.mail("moved"), new Date(System.currentTimeMillis() - 86_400_000));
        mailbox.lay("new");

        assertThat(mailbox.next().subject()).isEqualTo("new"); // L12
    }

    @Test
    void the_next_start_goes_on_behind_the_last_mail() throws Exception {
        ImapDoor first = mailbox.read();
        mailbox.lay("one");
        mailbox.next();
        first.close();
        mailbox.lay("while it was down");

        mailbox.read();

        assertThat(mailbox.next().subject()).isEqualTo("while it was down");
        assertThat(mailbox.taken).isEmpty();
    }

    @Test
    void a_mail_is_moved_when_it_is_stored_and_the_folder_is_made() throws Exception {
        Mailbox.readThrough(mailbox.begin(mailbox.processed("Done by the robot"), "1", mailbox.inlet));

        mailbox.lay("one");

        mailbox.next();
        Eventually.see("the move", () -> mailbox.subjects("INBOX"), List::isEmpty);
        assertThat(mailbox.subjects("Done by the robot")).containsExactly("one");
    }

    @Test
    void mail_that_cannot_be_stored_stays_unread_and_is_tried_again() throws Exception {
        Mailbox.Refusing refusing = mailbox.new Refusing(3);
        ImapDoor door = Mailbox.readThrough(mailbox.begin(mailbox.settings(), "1", refusing));

        long uid = mailbox.lay("one");

        Mailbox.Taken mail = mailbox.next();
        assertThat(mail.subject()).isEqualTo("one");
        assertThat(refusing.unflagged).containsExactly(true, true, true);
        Eventually.see("the flag", () -> mailbox.flagged(uid, Flag.SEEN), Boolean::booleanValue);
        Mailbox.readThrough(door);
    }

    @Test
    void one_bad_mail_holds_up_no_other_and_is_not_fetched_again() throws Exception {
        ImapDoor door = mailbox.read();

        long large = mailbox.lay(Mailbox.mail("large") + "x".repeat(10_000), new Date());
        long nul = mailbox.lay(Mailbox.mail("nul") + "\0", new Date());
        mailbox.lay("good");

        assertThat(mailbox.next().subject()).isEqualTo("good"); // L24
        Eventually.see("the flags", () -> mailbox.flagged(large, Flag.FLAGGED) && mailbox.flagged(nul, Flag.FLAGGED), Boolean::booleanValue);
        assertThat(mailbox.flagged(large, Flag.SEEN)).isFalse();
        assertThat(door.setAside()).isEqualTo(2);
        Mailbox.readThrough(door);
        assertThat(mailbox.taken).isEmpty();
    }

    @Test
    void a_mail_over_which_the_store_stumbles_holds_up_no_other() throws Exception {
        ImapDoor door = Mailbox.readThrough(mailbox.begin(mailbox.settings(), "1", (envelope, raw) -> {
            if (new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1).contains("Subject: bad")) throw new IllegalStateException("a fault of ours");
            mailbox.inlet.take(envelope, raw);
        }));

        long bad = mailbox.lay("bad");
        mailbox.lay("good");

        assertThat(mailbox.next().subject()).isEqualTo("good"); // L24
        Eventually.see("the flag", () -> mailbox.flagged(bad, Flag.FLAGGED), Boolean::booleanValue);
        assertThat(door.setAside()).isEqualTo(1);
        Mailbox.readThrough(door);
    }

    @Test
    void mail_to_nobody_of_ours_is_for_the_request_robot() throws Exception {
        mailbox.read();

        mailbox.lay(Mailbox.mail("bcc").replace("To: tld-ops-request@lists.example.test", "To: undisclosed-recipients:;"), new Date());

        assertThat(mailbox.next().envelope().recipients()).containsExactly(Address.of(OpenDoor.ROBOT));
    }

    @Test
    void the_verdicts_of_the_server_stay_where_it_is_named_and_a_mail_with_bare_line_ends_is_marked() throws Exception {
        String judged = "Authentication-Results: mx.example.org; dmarc=pass\r\n";
        mailbox.lay(judged + Mailbox.mail("one"), new Date());
        mailbox.lay(judged + Mailbox.mail("two").replace("help\r\n", "he\rlp\r\n"), new Date());

        mailbox.begin(mailbox.takingOld(true), "1", mailbox.inlet);

        Mailbox.Taken one = mailbox.next();
        assertThat(one.envelope().trusted()).isTrue();
        assertThat(one.text()).startsWith("Authentication-Results:");
        Mailbox.Taken two = mailbox.next();
        assertThat(two.text()).startsWith("X-Unproven: it holds a bare CR\r\nAuthentication-Results:");
    }

    @Test
    void a_server_that_goes_away_and_comes_back_loses_nothing() throws Exception {
        ImapDoor door = mailbox.read();
        mailbox.server.stop();
        Eventually.see("the trouble", door::trouble, Optional::isPresent);
        assertThat(door.trouble().orElseThrow()).contains("connection to 127.0.0.1").doesNotContain(Mailbox.PASSWORD);

        // this server forgets everything and numbers anew: UIDVALIDITY is another
        mailbox.start();
        mailbox.lay(Mailbox.mail("older"), new Date(System.currentTimeMillis() - 86_400_000));
        mailbox.lay("one");

        assertThat(mailbox.next().subject()).isEqualTo("one");
        Eventually.see("no trouble", door::trouble, Optional::isEmpty);
        assertThat(mailbox.taken).isEmpty();
    }

    @Test
    void without_news_the_folder_is_looked_at_again_and_again() throws Exception {
        ImapDoor door = Mailbox.readThrough(mailbox.begin(mailbox.every(Duration.ofMillis(50), Duration.ofMinutes(3), Duration.ofMinutes(15)), "1", mailbox.inlet));

        var before = door.lastRead().orElseThrow();

        Eventually.see("a later reading", () -> door.lastRead().orElseThrow(), now -> now.isAfter(before));
    }

    @Test
    void a_wrong_password_is_told_and_never_shown() throws Exception {
        ImapDoor.Settings all = mailbox.settings();
        ImapDoor door = mailbox.begin(new ImapDoor.Settings(all.host(), all.port(), all.protection(), all.authorities(), "robot", "a secret mistyped", all.folders(), all.processed(), all.idle(),
                all.poll(), false, false, all.most(), all.patience(), all.shortest(), all.longest(), all.renewed(), all.stale()), "1", mailbox.inlet);

        String trouble = Eventually.see("the trouble", () -> door.trouble().orElse(""), said -> said.contains("failed"));

        assertThat(trouble).doesNotContain("mistyped");
        assertThat(all.toString()).doesNotContain(Mailbox.PASSWORD);
        assertThat(door.readThrough()).isFalse();
    }

    @Test
    void closing_is_prompt_also_while_it_waits_for_news() throws Exception {
        ImapDoor door = mailbox.read();

        long began = System.nanoTime();
        door.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
    }
}

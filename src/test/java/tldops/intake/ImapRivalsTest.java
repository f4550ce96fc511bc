package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import tldops.Eventually;
import tldops.core.Envelope;

/// Two robots on one mailbox: exactly one reads, and the other says why it does not.
@Timeout(240)
class ImapRivalsTest {
    private static final String ONE = "11111111-1111-4111-8111-111111111111";
    private static final String OTHER = "22222222-2222-4222-8222-222222222222";

    private final BlockingQueue<String> read = new LinkedBlockingQueue<>();
    private Mailbox mailbox;

    @BeforeEach
    void open() throws Exception {
        mailbox = new Mailbox();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    private ImapDoor begin(String robot, String name) throws Exception {
        return begin(robot, name, Duration.ofMinutes(15));
    }

    private ImapDoor begin(String robot, String name, Duration stale) throws Exception {
        return mailbox.begin(mailbox.every(Duration.ofMillis(50), Duration.ofMillis(100), stale), robot, (_, _) -> read.add(name));
    }

    private static String refused(ImapDoor door) throws Exception {
        return Eventually.see("the refusal", () -> door.trouble().orElse(""), said -> said.startsWith("another robot"));
    }

    @Test
    void the_second_stops_with_a_clear_sentence_and_the_first_reads_on() throws Exception {
        Mailbox.readThrough(begin(ONE, "one"));

        ImapDoor other = begin(OTHER, "other");

        assertThat(refused(other)).contains("id " + ONE, "on host", "since", "stop one of them");
        mailbox.lay("mail");
        assertThat(read.take()).isEqualTo("one");
        assertThat(other.readThrough()).isFalse();
        assertThat(read).isEmpty();
    }

    @Test
    void two_that_begin_together_agree_on_one() throws Exception {
        ImapDoor one = begin(ONE, "one");
        ImapDoor other = begin(OTHER, "other");

        Eventually.see("one is refused", () -> List.of(one.trouble().orElse(""), other.trouble().orElse("")),
                said -> said.stream().filter(String::isEmpty).count() == 1 && said.stream().anyMatch(text -> text.startsWith("another robot")));
        mailbox.lay("mail");
        String reader = read.take();

        Eventually.see("the mail is done with", () -> mailbox.marks.get("INBOX").uid(), uid -> uid == 1);
        assertThat(read).isEmpty();
        assertThat((reader.equals("one") ? other : one).trouble()).isPresent();
    }

    @Test
    void when_the_first_is_stopped_the_other_takes_over_at_once() throws Exception {
        ImapDoor one = Mailbox.readThrough(begin(ONE, "one"));
        ImapDoor other = begin(OTHER, "other");
        refused(other);

        one.close();

        Mailbox.readThrough(other);
        mailbox.lay("mail");
        assertThat(read.take()).isEqualTo("other");
    }

    @Test
    void the_sign_of_one_that_died_grows_stale() throws Exception {
        Mailbox.readThrough(begin(ONE, "one")).close();
        ImapMarker dead = new ImapMarker(0, java.time.Instant.EPOCH, ONE, "a life that ended", "elsewhere.example", "2026-11-20T12:00:00Z", 0);
        mailbox.folder(ImapRivals.FOLDER).appendMessage(new jakarta.mail.internet.MimeMessage(null, new java.io.ByteArrayInputStream(dead.bytes())), new jakarta.mail.Flags(), new java.util.Date());

        ImapDoor other = begin(OTHER, "other", Duration.ofSeconds(3));

        assertThat(refused(other)).contains("elsewhere.example");
        Mailbox.readThrough(other);
    }

    @Test
    void a_restart_after_a_crash_is_not_kept_out_by_its_own_sign() throws Exception {
        Mailbox.readThrough(begin(ONE, "one")).close();
        ImapMarker dead = new ImapMarker(0, java.time.Instant.EPOCH, ONE, "a life that ended", "here.example", "2026-11-20T12:00:00Z", 0);
        mailbox.folder(ImapRivals.FOLDER).appendMessage(new jakarta.mail.internet.MimeMessage(null, new java.io.ByteArrayInputStream(dead.bytes())), new jakarta.mail.Flags(), new java.util.Date());

        ImapDoor again = Mailbox.readThrough(begin(ONE, "again"));

        mailbox.lay("mail");
        assertThat(read.take()).isEqualTo("again");
        assertThat(again.trouble()).isEmpty();
    }

    @Test
    void a_copy_of_the_data_folder_is_found_out() throws Exception {
        ImapDoor one = Mailbox.readThrough(begin(ONE, "one"));
        ImapDoor copy = begin(ONE, "copy");

        assertThat(refused(copy)).contains("copy of our own data folder");
        assertThat(one.trouble()).isEmpty();
    }

    @Test
    void a_copy_that_knows_it_is_one_takes_no_mail_before_the_original_shows_itself() throws Exception {
        ImapDoor.Settings seldom = mailbox.every(Duration.ofMillis(50), Duration.ofMinutes(10), Duration.ofMinutes(15));
        ImapDoor one = Mailbox.readThrough(mailbox.begin(seldom, ONE, (_, _) -> read.add("one")));

        ImapDoor copy = mailbox.begin(seldom, ONE, true, (_, _) -> read.add("copy"));

        assertThat(refused(copy)).contains("copy of our own data folder");
        mailbox.lay("mail");
        assertThat(read.take()).isEqualTo("one");
        assertThat(copy.readThrough()).isFalse();
        assertThat(one.trouble()).isEmpty();
    }

    @Test
    void in_a_large_mailbox_the_sign_is_renewed_between_the_mails() throws Exception {
        ImapDoor one = mailbox.begin(mailbox.every(Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofMinutes(15)), ONE, (_, _) -> read.add("one"));
        Mailbox.readThrough(one);

        for (int mail = 0; mail < 20; mail++) mailbox.lay("mail" + mail);

        for (int mail = 0; mail < 20; mail++) assertThat(read.poll(30, TimeUnit.SECONDS)).isEqualTo("one");
        assertThat(mailbox.folder(ImapRivals.FOLDER).getMessages().getLast().getUid()).isGreaterThan(5);
    }

    @Test
    void signs_do_not_pile_up() throws Exception {
        ImapDoor one = Mailbox.readThrough(begin(ONE, "one"));
        var before = one.lastRead().orElseThrow().plusSeconds(1);

        Eventually.see("some rounds", () -> one.lastRead().orElseThrow(), now -> now.isAfter(before));

        assertThat(mailbox.folder(ImapRivals.FOLDER).getMessageCount()).isLessThanOrEqualTo(2);
    }

    @Test
    void mail_that_another_robot_writes_as_this_list_is_told_to_the_operator_and_stored_like_any_other() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(Twin.class)).addAppender(log);
        Twin twin = new Twin(OpenDoor.LIST, ONE, (_, _) -> read.add("stored"));
        Envelope envelope = new Envelope("imap", false, Optional.empty(), List.of(), "");

        for (String head : List.of("From: tld-ops-request@lists.example.test\r\nX-TLD-OPS-Robot: " + OTHER, "From: tld-ops-request@lists.example.test\r\nX-TLD-OPS-Robot: " + ONE,
                "From: tld-ops-request@lists.example.test\r\nX-TLD-OPS-Robot: 1", "From: ada@registry.example\r\nX-TLD-OPS-Robot: " + OTHER))
            twin.take(envelope, (head + "\r\n\r\nhelp\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(read).hasSize(4);
        assertThat(log.list).singleElement().extracting(ILoggingEvent::getFormattedMessage).asString().contains("another robot, id " + OTHER);
    }
}

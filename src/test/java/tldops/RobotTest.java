package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Decision;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Journal;
import tldops.store.Documents;
import tldops.store.Inbox;
import tldops.store.Outbox;
import tldops.store.Sample;
import tldops.store.Store;

/// The walk from inbox to outbox: in order, once, and what breaks harms nobody else (SPEC 1.10).
@Timeout(60)
class RobotTest {
    @TempDir
    Path temporary;

    private Walk walk;

    @BeforeEach
    void open() {
        walk = new Walk(temporary.resolve("data"));
    }

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void mails_are_decided_in_their_order_each_on_what_the_one_before_left() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            walk.put("a" + i % 7 + "@x.example mail " + i);
            expected.add("mail " + i);
        }

        walk.robot.settle();

        assertThat(walk.decided()).isEqualTo(expected);
        assertThat(walk.store.journals().range(300, 300).getFirst().journal().reason()).isEqualTo("seen before: 299");
        assertThat(walk.store.outbox().due(walk.now.get(), 999)).hasSize(300);
        assertThat(walk.store.inbox().waiting(0, 9)).isEmpty();
        assertThat(walk.store.load(Sample.rules()).counted("mails", Instant.EPOCH)).isEqualTo(300);
    }

    @Test
    void what_came_in_while_the_robot_was_down_is_decided_on_return() {
        walk.robot.close();
        walk.put("a@x.example early");
        walk.reopen();

        walk.robot.settle();

        assertThat(walk.decided()).containsExactly("early");
    }

    @Test
    void a_mail_whose_handling_breaks_is_set_aside_alone() {
        walk.put("a@x.example one");
        long bug = walk.put("b@x.example break");
        long unreadable = walk.put("c@x.example unreadable");
        long unwritable = walk.put("d@x.example unwritable");
        walk.put("e@x.example two");

        walk.robot.settle();

        assertThat(walk.decided()).containsExactly("one", "two"); // L24
        assertThat(List.of(walk.row(bug), walk.row(unreadable), walk.row(unwritable))).extracting(Inbox.Row::state).containsOnly(Inbox.State.ASIDE);
        assertThat(walk.row(bug).reason()).contains("a bug").contains("Walk"); // L25
        assertThat(walk.row(unreadable).reason()).contains("cannot read this");
        assertThat(walk.row(unwritable).reason()).contains("no template");
        assertThat(walk.robot.ask(registry -> registry.counted("mails", Instant.EPOCH)).join()).as("memory is what the database has").isEqualTo(2);
    }

    @Test
    void a_mail_whose_transaction_fails_does_not_take_the_others_along() {
        walk.put("a@x.example letter one");
        walk.robot.settle();
        walk.put("b@x.example before");
        long clash = walk.put("c@x.example letter one again".replace(" again", ""));
        walk.put("d@x.example after");

        walk.robot.settle();

        assertThat(walk.decided()).containsExactly("letter one", "before", "after");
        assertThat(walk.row(clash).state()).isEqualTo(Inbox.State.ASIDE);
        assertThat(walk.robot.ask(registry -> registry.counted("mails", Instant.EPOCH)).join()).isEqualTo(3);
    }

    @Test
    void what_was_set_aside_is_decided_when_it_is_retried() {
        long clash = walk.put("c@x.example unwritable");
        walk.robot.settle();

        walk.store.inbox().drop(clash, "not wanted");
        long next = walk.put("a@x.example next");
        walk.robot.settle();
        walk.store.inbox().retry(clash);
        walk.robot.settle();

        assertThat(walk.row(clash).state()).isEqualTo(Inbox.State.ASIDE);
        assertThat(walk.row(next).state()).isEqualTo(Inbox.State.DONE);
    }

    @Test
    void orders_of_the_operator_and_news_of_letters_go_the_same_way() {
        walk.put("a@x.example letter one");
        walk.robot.settle();
        walk.store.outbox().sent(walk.store.outbox().due(walk.now.get(), 9).stream().map(Outbox.Due::id).toList(), walk.now.get());
        Envelope socket = new Envelope("socket", true, Optional.empty(), List.of(), "alice");
        walk.store.inbox().put(new Inbox.Arrival(Inbox.Kind.OPERATOR, socket, Documents.bytes(new Event.Order.Invite(List.of(Walk.NL))), "", "", walk.now.get())).join();
        walk.robot.settle();

        assertThat(walk.decided()).containsExactly("letter one", "sent", "ordered");
        assertThat(walk.store.journals().range(3, 3).getFirst().journal().reason()).contains("Invite").contains("by alice");
        assertThat(walk.store.journals().range(3, 3).getFirst().sender()).isEqualTo("alice");
    }

    @Test
    void a_duty_is_done_once_for_its_period_behind_the_mail_that_came_before_it() {
        walk.put("a@x.example before");

        walk.robot.duty(Event.Duty.DEADLINES, "2027-01-18T09:00Z").join();
        walk.robot.duty(Event.Duty.DEADLINES, "2027-01-18T09:00Z").join();
        walk.reopen();
        walk.robot.duty(Event.Duty.DEADLINES, "2027-01-18T09:00Z").join();
        walk.robot.duty(Event.Duty.DEADLINES, "2027-01-19T09:00Z").join();

        assertThat(walk.decided()).containsExactly("before", "duty DEADLINES", "duty DEADLINES");
    }

    @Test
    void rule_33_pass_secrets_are_masked_in_what_is_kept_of_a_decided_mail() {
        long id = walk.put("a@x.example who s3cret");

        walk.robot.settle();

        assertThat(Walk.text(walk.store.inbox().raw(id).orElseThrow())).isEqualTo("a@x.example who ***");
        assertThat(walk.row(id).rawHash()).isEqualTo(Digest.hex("a@x.example who s3cret"));
    }

    @Test
    void the_log_line_has_a_fixed_shape_and_no_token() {
        Decision decision = Decision.of(Journal.of("answered\nsender=forged", "P2", Walk.NL));
        Store.Recorded recorded = new Store.Recorded(7, decision, List.of(Sample.composed(Sample.letter("x", false, false), "y")), List.of(), Sample.NOW,
                "tld-ops-request+0123456789abcdefghjkmnpqrs@lists.example", "a b\r\ninbox=8@x.example", "Unclear");

        assertThat(Said.line(recorded)).isEqualTo("inbox=7 message-id=a_b_inbox=8@x.example sender=tld-ops-request+***@lists.example request=Unclear cctld=nl state=answered_sender=forged letters=Help");
    }
}

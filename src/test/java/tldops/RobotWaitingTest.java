package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Digest;
import tldops.core.Event;
import tldops.store.Inbox;
import tldops.store.Sample;

/// What the walk does while an answer of the outside is not there: wait, wait longer, and go on without it.
@Timeout(60)
class RobotWaitingTest {
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
    void a_mail_that_waits_for_iana_holds_up_its_sender_and_nobody_else() throws Exception {
        walk.iana.put(Walk.NL, Walk.known());
        walk.gate.set(new CountDownLatch(1));
        walk.put("a@x.example ask nl");
        walk.put("a@x.example behind");
        long other = walk.put("b@x.example other");

        awaitDone(other);
        assertThat(walk.decided()).containsExactly("other");
        walk.gate.get().countDown();
        walk.robot.settle();

        assertThat(walk.decided()).containsExactly("other", "ask nl", "behind");
        assertThat(walk.store.journals().evidence(Digest.hex("answer"))).hasSize(1);
    }

    /// Without a sleep: the sender is told of the letter once its decision is recorded.
    private void awaitDone(long id) throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        walk.store.outbox().onWritten(written::countDown);
        if (walk.row(id).state() != Inbox.State.DONE) assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void while_iana_is_silent_a_mail_waits_with_growing_pauses_and_across_restarts() {
        long asks = walk.put("a@x.example ask nl");
        long behind = walk.put("a@x.example behind");
        walk.robot.settle();
        assertThat(walk.row(asks).state()).isEqualTo(Inbox.State.WAITING);
        assertThat(walk.row(asks).nextTry()).contains(Sample.NOW.plusSeconds(60));
        assertThat(walk.row(asks).reason()).isEqualTo("nobody there");

        walk.now.set(Sample.NOW.plusSeconds(60 * 10));
        walk.robot.settle();
        assertThat(walk.row(asks).nextTry()).contains(Sample.NOW.plusSeconds(60 * 20));
        walk.reopen();
        walk.put("b@x.example other");
        walk.robot.settle();
        assertThat(walk.decided()).containsExactly("other");

        walk.iana.put(Walk.NL, Walk.known());
        walk.now.set(Sample.NOW.plusSeconds(60 * 20));
        walk.robot.settle();
        assertThat(walk.decided()).containsExactly("other", "ask nl", "behind");
        assertThat(walk.row(behind).state()).isEqualTo(Inbox.State.DONE);
    }

    @Test
    void after_its_time_a_mail_is_decided_without_iana() {
        walk.put("a@x.example ask nl");
        walk.robot.settle();
        for (int hours = 1; hours <= 24; hours++) {
            assertThat(walk.decided()).isEmpty();
            walk.now.set(Sample.NOW.plus(Duration.ofHours(hours)));
            walk.robot.settle();
        }

        assertThat(walk.decided()).containsExactly("ask nl");
        assertThat(walk.store.journals().range(1, 1).getFirst().journal().evidence()).isEmpty();
    }

    @Test
    void a_look_up_that_hangs_ends_in_time() {
        walk.reopen(new Rooms.Limits(Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofHours(24), Duration.ofHours(12)));
        walk.gate.set(new CountDownLatch(1));
        long asks = walk.put("a@x.example ask nl");

        walk.robot.settle();

        assertThat(walk.row(asks).state()).isEqualTo(Inbox.State.WAITING);
        assertThat(walk.row(asks).reason()).contains("no answer within");
    }

    @Test
    void a_mail_that_cannot_be_read_in_time_is_set_aside() {
        walk.reopen(new Rooms.Limits(Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofHours(24), Duration.ofHours(12)));
        long slow = walk.put("a@x.example slow");
        walk.put("b@x.example next");

        walk.robot.settle();

        assertThat(walk.row(slow).state()).isEqualTo(Inbox.State.ASIDE);
        assertThat(walk.row(slow).reason()).contains("not read within");
        assertThat(walk.decided()).containsExactly("next"); // L24
    }

    @Test
    void deadlines_leave_alone_what_an_answer_that_waits_for_iana_is_about() {
        walk.put("a@x.example ask nl");
        walk.robot.settle();

        walk.robot.duty(Event.Duty.DEADLINES, "2027-01-18T09:00Z").join();
        walk.iana.put(Walk.NL, Walk.known());
        walk.now.set(Sample.NOW.plusSeconds(60));
        walk.robot.settle();
        walk.robot.duty(Event.Duty.DEADLINES, "2027-01-18T09:05Z").join();

        assertThat(walk.decided()).containsExactly("duty DEADLINES", "ask nl", "duty DEADLINES");
        assertThat(walk.store.journals().range(0, Long.MAX_VALUE)).extracting(line -> line.journal().reason()).filteredOn(reason -> reason.contains("without"))
                .containsExactly("2027-01-18T09:00Z without [(address)][.nl]", "2027-01-18T09:05Z without [][]");
    }
}

package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Authority;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Digest;
import tldops.core.Event;
import tldops.core.Journal;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.Moment;
import tldops.core.Need;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.core.Tld;
import tldops.mail.Reading;
import tldops.store.Documents;
import tldops.store.Inbox;
import tldops.store.Outbox;
import tldops.store.Sample;
import tldops.store.Store;

/// The walk, with a small core of its own: the text of a mail says what happens to it.
///
/// `from@x.example text...`: each mail counts `text` and answers with one letter. `ask nl` needs IANA's word on .nl first;
/// `break` breaks in the core, `unreadable` in the reader, `unwritable` in the composer, `letters N` writes a letter with id N,
/// `slow` is never read.
@Timeout(60)
class RobotTest {
    private static final Tld NL = new Tld("nl");
    private static final Rooms.Limits LIMITS = new Rooms.Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofHours(24));

    @TempDir
    Path temporary;

    private final AtomicReference<Instant> now = new AtomicReference<>(Sample.NOW);
    private final Map<Tld, Authority> iana = new ConcurrentHashMap<>();
    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
    private Store store;
    private Robot robot;

    @BeforeEach
    void open() {
        open(LIMITS);
    }

    private void open(Rooms.Limits limits) {
        store = Store.open(temporary.resolve("data"));
        Rooms rooms = new Rooms(RobotTest::read, this::lookUp, RobotTest::composed, (raw, _) -> text(raw).contains("s3cret") ? bytes(text(raw).replace("s3cret", "***")) : raw, now::get, new Random(1));
        robot = new Robot(store, Sample.rules(), rooms, limits, new Decider.Core(RobotTest::need, registry -> (event, at) -> decide(registry, event, at)));
        robot.start();
    }

    @AfterEach
    void close() {
        robot.close();
        store.close();
    }

    private void reopen() {
        close();
        open();
    }

    // ---- the small core

    private static Reading read(Inbox.Row row, byte[] raw) {
        String text = text(raw);
        if (text.contains("unreadable")) throw new IllegalArgumentException("cannot read this");
        if (text.contains("slow")) never();
        String[] parts = text.split(" ", 2);
        Mail mail = new Mail(row.id(), row.at(), row.envelope(), row.messageId(), Address.parse(parts[0]), List.of(), "", Authentication.none("test"), Optional.empty(), List.of(), false, Language.EN, parts[1], Digest.hex(raw));
        return new Reading(mail, new Request.Unclear("test"), List.of());
    }

    private static void never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Map<Tld, Authority> lookUp(Need need) {
        try {
            gate.get().await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return Map.of(NL, iana.getOrDefault(NL, new Authority.Unreachable("nobody there")));
    }

    private static Need need(Registry registry, Read read) {
        boolean asks = read.mail().filter(mail -> mail.text().startsWith("ask")).isPresent();
        return asks ? new Need(Set.of(NL), Set.of(), Duration.ofHours(1)) : Need.NOTHING;
    }

    private static Decision decide(Registry registry, Event event, Moment at) {
        return switch (event) {
            case Event.Arrived(var mail, _, var facts) -> {
                if (mail.text().contains("break")) throw new IllegalStateException("a bug");
                Journal line = Journal.of(mail.text(), "seen before: " + registry.counted("mails", Instant.EPOCH), NL);
                if (facts.authorities().containsKey(NL)) line = line.evidence(facts.of(NL));
                String id = mail.text().startsWith("letter ") ? mail.text().substring(7) : at.name("letter", 26);
                Letter letter = Sample.letter(mail.text().contains("unwritable") ? "unwritable" : id, false, true);
                yield Decision.of(line).and(letter).and(new Change.Counted("mails", at.now()));
            }
            case Event.Due(var duty, var period) -> Decision.of(Journal.of("duty " + duty, period));
            case Event.Sent(var letter, _) -> Decision.of(Journal.of("sent", letter.length() + " letters of an id"));
            case Event.GivenUp _ -> Decision.nothing("given up");
            case Event.Ordered(var order, var operator, _) -> Decision.of(Journal.of("ordered", order + " by " + operator));
        };
    }

    private static Store.Composed composed(Letter letter) {
        if (letter.id().equals("unwritable")) throw new IllegalStateException("no template");
        return Sample.composed(letter, "body");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] raw) {
        return new String(raw, StandardCharsets.UTF_8);
    }

    private long put(String text) {
        return store.inbox().put(new Inbox.Arrival(Inbox.Kind.MAIL, Sample.DOOR, bytes(text), Digest.hex(text).substring(0, 20) + "@x.example", Digest.hex(text), now.get())).join();
    }

    private List<String> decided() {
        return store.journals().range(0, Long.MAX_VALUE).stream().map(line -> line.journal().what()).toList();
    }

    private Inbox.Row row(long id) {
        return store.inbox().row(id).orElseThrow();
    }

    private static Authority known() {
        return new Authority.Silent(new Authority.Evidence("whois.iana.org", Sample.NOW, Digest.hex("answer"), "answer"));
    }

    // ---- tests

    @Test
    void mails_are_decided_in_their_order_each_on_what_the_one_before_left() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            put("a" + i % 7 + "@x.example mail " + i);
            expected.add("mail " + i);
        }

        robot.settle();

        assertThat(decided()).isEqualTo(expected);
        assertThat(store.journals().range(300, 300).getFirst().journal().reason()).isEqualTo("seen before: 299");
        assertThat(store.outbox().due(now.get(), 999)).hasSize(300);
        assertThat(store.inbox().waiting(0, 9)).isEmpty();
        assertThat(store.load(Sample.rules()).counted("mails", Instant.EPOCH)).isEqualTo(300);
    }

    @Test
    void what_came_in_while_the_robot_was_down_is_decided_on_return() {
        robot.close();
        put("a@x.example early");
        robot.close();
        store.close();
        open();

        robot.settle();

        assertThat(decided()).containsExactly("early");
    }

    @Test
    void a_mail_whose_handling_breaks_is_set_aside_alone() {
        put("a@x.example one");
        long bug = put("b@x.example break");
        long unreadable = put("c@x.example unreadable");
        long unwritable = put("d@x.example unwritable");
        put("e@x.example two");

        robot.settle();

        assertThat(decided()).containsExactly("one", "two");
        assertThat(List.of(row(bug), row(unreadable), row(unwritable))).extracting(Inbox.Row::state).containsOnly(Inbox.State.ASIDE);
        assertThat(row(bug).reason()).contains("a bug").contains("RobotTest");
        assertThat(row(unreadable).reason()).contains("cannot read this");
        assertThat(row(unwritable).reason()).contains("no template");
        assertThat(robot.ask(registry -> registry.counted("mails", Instant.EPOCH)).join()).as("memory is what the database has").isEqualTo(2);
    }

    @Test
    void a_mail_whose_transaction_fails_does_not_take_the_others_along() {
        put("a@x.example letter one");
        robot.settle();
        put("b@x.example before");
        long clash = put("c@x.example letter one again".replace(" again", ""));
        put("d@x.example after");

        robot.settle();

        assertThat(decided()).containsExactly("letter one", "before", "after");
        assertThat(row(clash).state()).isEqualTo(Inbox.State.ASIDE);
        assertThat(robot.ask(registry -> registry.counted("mails", Instant.EPOCH)).join()).isEqualTo(3);
    }

    @Test
    void what_was_set_aside_is_decided_when_it_is_retried() {
        long clash = put("c@x.example unwritable");
        robot.settle();

        store.inbox().drop(clash, "not wanted");
        long next = put("a@x.example next");
        robot.settle();
        store.inbox().retry(clash);
        robot.settle();

        assertThat(row(clash).state()).isEqualTo(Inbox.State.ASIDE);
        assertThat(row(next).state()).isEqualTo(Inbox.State.DONE);
    }

    @Test
    void a_mail_that_waits_for_iana_holds_up_its_sender_and_nobody_else() throws Exception {
        iana.put(NL, known());
        gate.set(new CountDownLatch(1));
        put("a@x.example ask nl");
        put("a@x.example behind");
        long other = put("b@x.example other");

        awaitDone(other);
        assertThat(decided()).containsExactly("other");
        gate.get().countDown();
        robot.settle();

        assertThat(decided()).containsExactly("other", "ask nl", "behind");
        assertThat(store.journals().evidence(Digest.hex("answer"))).hasSize(1);
    }

    /// Without a sleep: the sender is told of the letter once its decision is recorded.
    private void awaitDone(long id) throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        store.outbox().onWritten(written::countDown);
        if (row(id).state() != Inbox.State.DONE) assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void while_iana_is_silent_a_mail_waits_with_growing_pauses_and_across_restarts() {
        long asks = put("a@x.example ask nl");
        long behind = put("a@x.example behind");
        robot.settle();
        assertThat(row(asks).state()).isEqualTo(Inbox.State.WAITING);
        assertThat(row(asks).nextTry()).contains(Sample.NOW.plusSeconds(60));
        assertThat(row(asks).reason()).isEqualTo("nobody there");

        now.set(Sample.NOW.plusSeconds(60 * 10));
        robot.settle();
        assertThat(row(asks).nextTry()).contains(Sample.NOW.plusSeconds(60 * 20));
        reopen();
        put("b@x.example other");
        robot.settle();
        assertThat(decided()).containsExactly("other");

        iana.put(NL, known());
        now.set(Sample.NOW.plusSeconds(60 * 20));
        robot.settle();
        assertThat(decided()).containsExactly("other", "ask nl", "behind");
        assertThat(row(behind).state()).isEqualTo(Inbox.State.DONE);
    }

    @Test
    void after_its_time_a_mail_is_decided_without_iana() {
        put("a@x.example ask nl");
        robot.settle();
        for (int hours = 1; hours <= 24; hours++) {
            assertThat(decided()).isEmpty();
            now.set(Sample.NOW.plus(Duration.ofHours(hours)));
            robot.settle();
        }

        assertThat(decided()).containsExactly("ask nl");
        assertThat(store.journals().range(1, 1).getFirst().journal().evidence()).isEmpty();
    }

    @Test
    void a_look_up_that_hangs_ends_in_time() {
        close();
        open(new Rooms.Limits(Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofHours(24)));
        gate.set(new CountDownLatch(1));
        long asks = put("a@x.example ask nl");

        robot.settle();

        assertThat(row(asks).state()).isEqualTo(Inbox.State.WAITING);
        assertThat(row(asks).reason()).contains("no answer within");
    }

    @Test
    void a_mail_that_cannot_be_read_in_time_is_set_aside() {
        close();
        open(new Rooms.Limits(Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofHours(24)));
        long slow = put("a@x.example slow");
        put("b@x.example next");

        robot.settle();

        assertThat(row(slow).state()).isEqualTo(Inbox.State.ASIDE);
        assertThat(row(slow).reason()).contains("not read within");
        assertThat(decided()).containsExactly("next");
    }

    @Test
    void orders_of_the_operator_and_news_of_letters_go_the_same_way() {
        put("a@x.example letter one");
        robot.settle();
        store.outbox().sent(store.outbox().due(now.get(), 9).stream().map(Outbox.Due::id).toList(), now.get());
        tldops.core.Envelope socket = new tldops.core.Envelope("socket", true, Optional.empty(), List.of(), "alice");
        store.inbox().put(new Inbox.Arrival(Inbox.Kind.OPERATOR, socket, Documents.bytes(new Event.Order.Invite(List.of(NL))), "", "", now.get())).join();
        robot.settle();

        assertThat(decided()).containsExactly("letter one", "sent", "ordered");
        assertThat(store.journals().range(3, 3).getFirst().journal().reason()).contains("Invite").contains("by alice");
        assertThat(store.journals().range(3, 3).getFirst().sender()).isEqualTo("alice");
    }

    @Test
    void a_duty_is_done_once_for_its_period_behind_the_mail_that_came_before_it() {
        put("a@x.example before");

        robot.duty(Event.Duty.DEADLINES, "2027-01-18T09:00Z").join();
        robot.duty(Event.Duty.DEADLINES, "2027-01-18T09:00Z").join();
        reopen();
        robot.duty(Event.Duty.DEADLINES, "2027-01-18T09:00Z").join();
        robot.duty(Event.Duty.DEADLINES, "2027-01-19T09:00Z").join();

        assertThat(decided()).containsExactly("before", "duty DEADLINES", "duty DEADLINES");
    }

    @Test
    void deadlines_wait_for_an_answer_that_waits_for_iana_and_other_duties_do_not() {
        put("a@x.example ask nl");
        robot.settle();

        var deadlines = robot.duty(Event.Duty.DEADLINES, "2027-01-18T09:00Z");
        robot.duty(Event.Duty.HOUSEKEEPING, "2027-01-18T09:00Z").join();
        assertThat(deadlines).isNotDone();
        iana.put(NL, known());
        now.set(Sample.NOW.plusSeconds(60));
        robot.settle();
        deadlines.join();

        assertThat(decided()).containsExactly("duty HOUSEKEEPING", "ask nl", "duty DEADLINES");
    }

    @Test
    void secrets_are_masked_in_what_is_kept_of_a_decided_mail() {
        long id = put("a@x.example who s3cret");

        robot.settle();

        assertThat(text(store.inbox().raw(id).orElseThrow())).isEqualTo("a@x.example who ***");
        assertThat(row(id).rawHash()).isEqualTo(Digest.hex("a@x.example who s3cret"));
    }

    @Test
    void the_log_line_has_a_fixed_shape_and_no_token() {
        Decision decision = Decision.of(Journal.of("answered\nsender=forged", "P2", NL));
        Store.Recorded recorded = new Store.Recorded(7, decision, List.of(Sample.composed(Sample.letter("x", false, false), "y")), List.of(), Sample.NOW,
                "tld-ops-request+0123456789abcdefghjkmnpqrs@lists.example", "a b\r\ninbox=8@x.example", "Unclear");

        assertThat(Said.line(recorded)).isEqualTo("inbox=7 message-id=a_b_inbox=8@x.example sender=tld-ops-request+***@lists.example request=Unclear cctld=nl state=answered_sender=forged letters=Help");
    }
}

package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Event;
import tldops.core.Letter;
import tldops.store.jooq.Tables;

/// A letter to many in the outbox: rows of a hundred, one body, and a sign for each subscriber.
class MailingTest {
    private static final Instant NOW = Sample.NOW;

    @TempDir
    Path temporary;

    private Store store;
    private Outbox outbox;

    @BeforeEach
    void open() {
        store = Store.open(temporary.resolve("data"));
        outbox = store.outbox();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// As if it were killed now: what the file `leaving` holds is all that is known beside the tables of before.
    private void crash(byte[] database, byte[] leaving) throws Exception {
        close();
        Path data = temporary.resolve("data");
        Files.write(data.resolve(Opening.FILE), database);
        Files.write(data.resolve(Outbox.LEAVING), leaving);
        open();
    }

    private static List<Address> subscribers(int count) {
        return IntStream.range(0, count).mapToObj(number -> Address.of("ssc" + number % 2 + "@registry-" + number / 2 + ".example")).toList();
    }

    private void post(int count) {
        store.record(List.of(Sample.post("post1", subscribers(count), 2000, NOW)));
    }

    private static Store.Recorded reported(int count) {
        Store.Recorded post = Sample.post("post1", subscribers(count), 2000, NOW);
        Letter known = post.letters().getFirst().letter();
        Letter letter = new Letter(known.id(), known.content(), known.language(), known.to(), known.cc(), known.reply(), known.answer(), known.inReplyTo(), known.caseNumber(), known.envelope(), known.secret(), true, known.bestBefore(), known.subscribers());
        Store.Composed composed = post.letters().getFirst();
        return Sample.letters(Store.Composed.of(letter, composed.envelopeFrom(), composed.recipients(), composed.messageId(), composed.bytes(), 0));
    }

    private Outbox.Due first() {
        return outbox.due(NOW, 9).getFirst();
    }

    private static List<Address> left(Outbox.Due row) {
        return row.mailing().orElseThrow().left();
    }

    private Outbox.Spread spread() {
        return outbox.list(Optional.empty(), 9).getFirst().spread().orElseThrow();
    }

    private int bodies() {
        return store.database().read(sql -> sql.fetchCount(Tables.BODY));
    }

    private List<Event> news() {
        return store.inbox().waiting(0, 99).stream().map(row -> {
            byte[] raw = store.inbox().raw(row.id()).orElseThrow();
            return row.kind() == Inbox.Kind.UNREACHED ? (Event) Documents.read(raw, Event.Undelivered.class) : row.kind() == Inbox.Kind.SENT ? Documents.read(raw, Event.Sent.class) : Documents.read(raw, Event.GivenUp.class);
        }).toList();
    }

    @Test
    void its_subscribers_stand_in_rows_of_a_hundred_each_once_those_of_a_domain_together_and_its_body_once() {
        long seed = System.nanoTime();
        List<Address> all = new ArrayList<>(subscribers(250));
        all.add(Address.of("SSC0@registry-7.example"));
        Collections.shuffle(all, new Random(seed));

        store.record(List.of(Sample.post("post1", all, 2000, NOW)));

        List<Outbox.Due> due = outbox.due(NOW, 9);
        assertThat(due).extracting(row -> left(row).size()).containsExactly(100, 100, 50);
        assertThat(due).extracting(Outbox.Due::letterId).containsOnly("post1");
        assertThat(due.stream().map(Outbox.Due::bytes).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).distinct()).hasSize(1);
        List<String> domains = due.stream().flatMap(row -> left(row).stream()).map(Address::domain).toList();
        assertThat(IntStream.range(1, domains.size()).filter(i -> !domains.get(i).equals(domains.get(i - 1))).count()).as("seed %s", seed).isEqualTo(124);
        assertThat(bodies()).isEqualTo(1);
        assertThat(spread()).isEqualTo(new Outbox.Spread(250, 0, 0));
        assertThat(outbox.waiting()).as("one letter").isEqualTo(1);
    }

    @Test
    void who_has_it_is_known_after_a_restart_and_the_row_ends_with_the_last() {
        post(3);
        Outbox.Due row = first();
        outbox.taken(row.id(), left(row).subList(0, 2), NOW.plusSeconds(1));
        assertThat(left(row)).hasSize(1);
        close();
        open();

        Outbox.Due again = first();
        assertThat(left(again)).containsExactly(row.recipients().get(2));
        assertThat(spread()).isEqualTo(new Outbox.Spread(3, 2, 0));
        outbox.taken(again.id(), left(again), NOW.plusSeconds(2));
        store.settle();

        assertThat(outbox.list(Optional.empty(), 9)).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(Outbox.State.SENT);
            assertThat(letter.ended()).contains(NOW.plusSeconds(2));
        });
        assertThat(bodies()).as("the last one takes the body along").isZero();
        assertThat(outbox.waiting()).isZero();
        assertThat(news()).as("nobody asked").isEmpty();
    }

    @Test
    void what_the_relay_took_is_not_sent_again_after_a_crash_before_the_database_knew() throws Exception {
        post(150);
        store.settle();
        Outbox.Due row = first();
        byte[] before = Files.readAllBytes(temporary.resolve("data").resolve(Opening.FILE));
        List<Address> took = List.of(left(row).get(0), left(row).get(7), left(row).get(99));
        took.forEach(address -> outbox.taken(row.id(), List.of(address), NOW.plusSeconds(1)));
        byte[] leaving = Files.readAllBytes(temporary.resolve("data").resolve(Outbox.LEAVING));

        crash(before, leaving);

        List<Outbox.Due> again = outbox.due(NOW, 9);
        assertThat(again).hasSize(2);
        assertThat(left(again.getFirst())).hasSize(97).doesNotContainAnyElementsOf(took);
        assertThat(left(again.getLast())).hasSize(50);
        assertThat(spread()).isEqualTo(new Outbox.Spread(150, 3, 0));
    }

    @Test
    void a_row_that_is_put_back_is_handed_out_with_those_who_are_left_before_the_database_knows() {
        post(3);
        Outbox.Due row = first();
        outbox.taken(row.id(), left(row).subList(0, 1), NOW);

        outbox.putBack(List.of(row.id()));

        assertThat(left(first())).hasSize(2);
        outbox.putBack(List.of(row.id()));
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, false), "x"))));
        outbox.retry(outbox.due(NOW, 1).getFirst().id(), NOW, "asks the database again");
        assertThat(outbox.due(NOW, 9)).filteredOn(Outbox.Due::bulletin).singleElement().satisfies(again -> assertThat(left(again)).hasSize(2));
    }

    @Test
    void whom_the_relay_refuses_the_core_hears_of_and_who_waits_waits_alone() {
        store.record(List.of(reported(4)));
        Outbox.Due row = first();
        List<Address> all = left(row);
        outbox.taken(row.id(), all.subList(0, 1), NOW);
        outbox.refused(row.id(), Map.of("550 unknown", all.subList(1, 3)), NOW);
        outbox.retry(row.id(), NOW.plusSeconds(60), "450 later");
        assertThat(news()).containsExactly(new Event.Undelivered("post1", all.subList(1, 3), "550 unknown"));
        assertThat(outbox.due(NOW, 9)).isEmpty();

        Outbox.Due again = outbox.due(NOW.plusSeconds(60), 9).getFirst();
        assertThat(left(again)).containsExactly(all.get(3));
        assertThat(again.attempts()).isEqualTo(1);
        outbox.taken(again.id(), left(again), NOW.plusSeconds(61));
        store.settle();

        assertThat(spread()).isEqualTo(new Outbox.Spread(4, 2, 2));
        assertThat(outbox.row(row.id()).orElseThrow().state()).isEqualTo(Outbox.State.SENT);
        assertThat(news()).last().isEqualTo(new Event.Sent("post1", NOW.plusSeconds(61)));
    }

    @Test
    void a_letter_that_reaches_nobody_is_given_up() {
        store.record(List.of(reported(2)));
        Outbox.Due row = first();

        outbox.refused(row.id(), Map.of("554 spam", left(row)), NOW);

        assertThat(outbox.row(row.id()).orElseThrow()).satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(Outbox.State.GIVEN_UP);
            assertThat(letter.reason()).isEqualTo("554 spam");
        });
        assertThat(news()).containsExactlyInAnyOrder(new Event.Undelivered("post1", row.recipients(), "554 spam"), new Event.GivenUp("post1", "554 spam"));
        assertThat(outbox.givenUpSince(NOW)).isEqualTo(1);
    }

    @Test
    void in_the_end_the_core_hears_whom_it_did_not_reach_in_time() {
        post(3);
        Outbox.Due row = first();
        outbox.taken(row.id(), left(row).subList(0, 1), NOW);

        outbox.givenUp(row.id(), "not taken in 5 days: 450 later", NOW);

        assertThat(news()).containsExactly(new Event.Undelivered("post1", row.recipients().subList(1, 3), "not taken in 5 days: 450 later"));
        assertThat(outbox.list(Optional.of(Outbox.State.WAITING), 9)).isEmpty();
    }

    @Test
    void past_its_best_before_it_is_dropped_for_those_who_have_not_got_it() {
        post(3);
        Outbox.Due row = first();
        outbox.taken(row.id(), left(row).subList(0, 2), NOW);

        outbox.expired(row.id(), NOW.plus(Duration.ofDays(9)));

        assertThat(news()).containsExactly(new Event.Undelivered("post1", row.recipients().subList(2, 3), "best before"));
        assertThat(store.journals().range(1, 9).getLast().journal().what()).isEqualTo("letter dropped");
    }

    @Test
    void of_several_rows_the_last_tells_that_the_letter_has_left() {
        store.record(List.of(reported(150)));
        List<Outbox.Due> rows = outbox.due(NOW, 9);

        outbox.taken(rows.get(1).id(), left(rows.get(1)), NOW);
        store.settle();
        assertThat(news()).isEmpty();
        assertThat(outbox.list(Optional.of(Outbox.State.WAITING), 9)).hasSize(1);
        outbox.taken(rows.get(0).id(), left(rows.get(0)), NOW.plusSeconds(3));
        store.settle();

        assertThat(news()).containsExactly(new Event.Sent("post1", NOW.plusSeconds(3)));
    }

    @Test
    void other_letters_go_before_it_and_it_comes_a_few_thousand_copies_at_a_time() {
        for (boolean fromMemory : new boolean[] {false, true}) {
            String more = fromMemory ? "2" : "1";
            // the first look into the database has been had
            if (fromMemory) outbox.due(NOW.minusSeconds(60), 9);
            store.record(List.of(Sample.post("post" + more, subscribers(4000), 100, NOW)));
            store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l" + more, false, false), "x"))));

            List<Outbox.Due> due = outbox.due(NOW, 200);

            assertThat(due).hasSize(1 + Fresh.BULLETINS).first().extracting(Outbox.Due::letterId).isEqualTo("l" + more);
            outbox.sent(List.of(due.getFirst().id()), NOW);
            due.stream().skip(1).forEach(row -> outbox.taken(row.id(), row.recipients(), NOW));
            List<Outbox.Due> rest = outbox.due(NOW, 200);
            assertThat(rest).hasSize(40 - Fresh.BULLETINS);
            rest.forEach(row -> outbox.taken(row.id(), row.recipients(), NOW));
            store.settle();
        }
    }

    @Test
    void the_breaker_and_the_health_page_look_at_it_as_at_one_letter_on_its_way() {
        post(300);
        assertThat(outbox.oldestDue()).contains(NOW);
        List<Outbox.Due> rows = outbox.due(NOW, 9);
        outbox.taken(rows.getFirst().id(), rows.getFirst().recipients(), NOW.plusSeconds(900));
        store.settle();

        assertThat(outbox.sentSince(NOW)).as("not counted").isEmpty();
        assertThat(outbox.oldestDue()).as("it goes on").contains(NOW.plusSeconds(900));
        assertThat(outbox.waiting()).isEqualTo(1);
    }
}

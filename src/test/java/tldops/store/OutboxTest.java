package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Event;
import tldops.core.Letter;
import tldops.store.jooq.Tables;

/// The life of a letter.
class OutboxTest {
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

    private void reopen() {
        close();
        open();
    }

    private int bodies() {
        return store.database().read(sql -> sql.fetchCount(Tables.BODY));
    }

    @Test
    void a_letter_goes_out_byte_for_byte() {
        Store.Composed composed = Sample.composed(Sample.letter("l1", false, true), "Hello\r\n\r\nÜ");
        store.record(List.of(Sample.letters(composed)));
        reopen();

        Outbox.Due due = outbox.due(NOW, 9).getFirst();

        assertThat(due.bytes()).isEqualTo(composed.bytes());
        assertThat(due.recipients()).containsExactly(Sample.ADMIN);
        assertThat(due.envelopeFrom().orElseThrow()).hasToString("tld-ops-bounces+l1@lists.example");
        assertThat(due.letterId()).isEqualTo("l1");
        assertThat(due.bestBefore()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void a_letter_is_handed_out_once_until_it_is_told_what_became_of_it() {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, false), "x"), Sample.composed(Sample.letter("l2", false, false), "x"))));

        assertThat(outbox.due(NOW, 1)).extracting(Outbox.Due::letterId).containsExactly("l1");
        assertThat(outbox.due(NOW, 1)).extracting(Outbox.Due::letterId).containsExactly("l2");
        assertThat(outbox.due(NOW, 1)).isEmpty();
        reopen();
        assertThat(outbox.due(NOW, 9)).as("a crash frees it").hasSize(2);
    }

    @Test
    void after_a_look_that_failed_the_next_one_finds_every_letter() {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, false), "x"))));
        String recipients = store.database().read(sql -> sql.select(Tables.OUTBOX.RECIPIENTS).from(Tables.OUTBOX).fetchSingle(Tables.OUTBOX.RECIPIENTS));
        store.database().written(sql -> sql.update(Tables.OUTBOX).set(Tables.OUTBOX.RECIPIENTS, "nobody").execute());
        assertThatThrownBy(() -> outbox.due(NOW, 9)).isInstanceOf(RuntimeException.class);

        store.database().written(sql -> sql.update(Tables.OUTBOX).set(Tables.OUTBOX.RECIPIENTS, recipients).execute());

        assertThat(outbox.due(NOW, 9)).extracting(Outbox.Due::letterId).containsExactly("l1");
    }

    @Test
    void a_letter_that_could_not_be_sent_waits_for_its_next_try() {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, false), "x"))));
        long id = outbox.due(NOW, 9).getFirst().id();

        outbox.retry(id, NOW.plusSeconds(60), "451 try again");

        assertThat(outbox.due(NOW, 9)).isEmpty();
        assertThat(outbox.list(Optional.empty(), 9).getFirst().reason()).isEqualTo("451 try again");
        assertThat(outbox.due(NOW.plusSeconds(60), 9).getFirst().attempts()).isEqualTo(1);
    }

    @Test
    void the_core_hears_of_the_letters_it_asked_about_and_of_no_others() {
        store.record(List.of(Sample.letters(
                Sample.composed(Sample.letter("told", false, true), "x"), Sample.composed(Sample.letter("silent", false, false), "x"), Sample.composed(Sample.letter("lost", false, true), "x"))));
        List<Long> ids = outbox.due(NOW, 9).stream().map(Outbox.Due::id).toList();

        outbox.sent(ids.subList(0, 2), NOW.plusSeconds(5));
        store.settle();
        outbox.givenUp(ids.get(2), "550 no such user", NOW.plusSeconds(6));
        outbox.sent(ids, NOW.plusSeconds(7));
        store.settle();

        List<Inbox.Row> rows = store.inbox().waiting(0, 9);
        assertThat(rows).extracting(Inbox.Row::kind).containsExactly(Inbox.Kind.SENT, Inbox.Kind.GIVEN_UP);
        assertThat(Documents.read(store.inbox().raw(rows.get(0).id()).orElseThrow(), Event.Sent.class)).isEqualTo(new Event.Sent("told", NOW.plusSeconds(5)));
        assertThat(Documents.read(store.inbox().raw(rows.get(1).id()).orElseThrow(), Event.GivenUp.class)).isEqualTo(new Event.GivenUp("lost", "550 no such user"));
        assertThat(outbox.sentSince(NOW)).hasSize(2);
        assertThat(outbox.sentSince(NOW.plusSeconds(6))).isEmpty();
    }

    @Test
    void a_letter_past_its_best_before_is_dropped_with_a_line_in_the_journal() {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, true), "x"))));
        long id = outbox.due(NOW, 9).getFirst().id();

        outbox.expired(id, NOW.plus(Duration.ofDays(2)));

        assertThat(outbox.due(NOW.plus(Duration.ofDays(3)), 9)).isEmpty();
        assertThat(store.journals().range(1, 9).getLast().journal().what()).isEqualTo("letter dropped");
        assertThat(store.inbox().waiting(0, 9)).extracting(Inbox.Row::kind).containsExactly(Inbox.Kind.EXPIRED);
        assertThat(store.journals().verify()).isEmpty();
    }

    @Test
    void a_body_is_kept_once_and_goes_with_the_last_letter_that_needs_it() {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, false), "the roster"), Sample.composed(Sample.letter("l2", false, false), "the roster")),
                Sample.letters(Sample.composed(Sample.letter("l3", false, false), "the roster"))));
        List<Outbox.Due> due = outbox.due(NOW, 9);
        assertThat(bodies()).isEqualTo(1);

        outbox.sent(List.of(due.get(0).id(), due.get(1).id()), NOW);
        store.settle();
        assertThat(bodies()).isEqualTo(1);

        outbox.givenUp(due.get(2).id(), "no", NOW);
        assertThat(bodies()).isZero();
    }

    @Test
    void a_body_that_is_no_other_letters_stands_with_its_headers_and_goes_with_it() {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, false), "one"), Sample.composed(Sample.letter("l2", false, false), "two"))));
        assertThat(bodies()).isZero();
        assertThat(outbox.due(NOW, 9)).extracting(letter -> new String(letter.bytes(), StandardCharsets.UTF_8)).allMatch(mail -> mail.endsWith("one") || mail.endsWith("two"));
        long id = outbox.list(Optional.empty(), 1).getFirst().id();

        outbox.givenUp(id, "no", NOW);

        assertThat(new String(outbox.kept(id).orElseThrow(), StandardCharsets.UTF_8)).endsWith("\r\n\r\n").doesNotContain("two");
    }

    @Test
    void a_letter_that_the_relay_took_is_not_sent_again_after_a_crash_before_the_database_knew() throws Exception {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("told", false, true), "x"), Sample.composed(Sample.letter("waits", false, false), "y"))));
        close();
        Path file = temporary.resolve("data").resolve(Outbox.LEAVING);
        CompletableFuture<Boolean> never = new CompletableFuture<>();
        byte[] crash;
        try (Spool<Leaving.Gone> spool = new Spool<>(file, Leaving.FORM, _ -> never, _ -> never, _ -> {})) {
            spool.keep(List.of(new Leaving.Gone(1, "told", NOW), new Leaving.Gone(7, "of another database", NOW))).join();
            crash = Files.readAllBytes(file);
            never.complete(true);
        }
        Files.write(file, crash);

        open();

        assertThat(store.outbox().due(NOW, 9)).extracting(Outbox.Due::letterId).containsExactly("waits");
        assertThat(store.inbox().waiting(0, 9)).extracting(Inbox.Row::kind).containsExactly(Inbox.Kind.SENT);
    }

    @Test
    void rule_33_pass_of_a_secret_letter_only_row_and_hash_stay() {
        Store.Composed composed = Sample.composed(Sample.letter("l1", true, false), "your token");
        store.record(List.of(Sample.letters(composed)));

        outbox.sent(List.of(outbox.due(NOW, 9).getFirst().id()), NOW);
        store.settle();

        assertThat(bodies()).isZero();
        byte[] headers = store.database().read(sql -> sql.fetchSingle(Tables.OUTBOX).getHeaders());
        assertThat(headers).isNull();
        assertThat(outbox.list(Optional.of(Outbox.State.SENT), 9).getFirst().sha256()).isEqualTo(tldops.core.Digest.hex(composed.bytes()));
    }

    @Test
    void nothing_is_due_while_sending_is_held_not_even_after_a_restart() {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, false), "x"))));
        outbox.hold("too many letters");
        outbox.hold("far too many letters");
        reopen();
        assertThat(outbox.due(NOW, 9)).isEmpty();
        assertThat(outbox.held()).contains("far too many letters");

        outbox.release();

        assertThat(outbox.due(NOW, 9)).hasSize(1);
        assertThat(outbox.held()).isEmpty();
    }

    @Test
    void the_sender_is_told_of_new_letters() {
        java.util.concurrent.atomic.AtomicInteger heard = new java.util.concurrent.atomic.AtomicInteger();
        outbox.onWritten(heard::incrementAndGet);

        store.record(List.of(Sample.letters()));
        assertThat(heard).hasValue(0);

        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, false), "x"))));
        assertThat(heard).hasValue(1);
    }

    @Test
    void letters_with_a_beginning_of_their_own_share_the_rest() {
        String rest = "\r\nThe list:\r\n".repeat(50);
        List<Store.Composed> letters = IntStream.range(0, 3).mapToObj(number -> {
            Letter letter = Sample.letter("l" + number, false, false);
            byte[] own = Sample.bytes("Message-ID: <l" + number + "@lists.example>\r\n\r\nDear " + number + "\r\n");
            byte[] bytes = Sample.bytes(new String(own, StandardCharsets.UTF_8) + rest);
            return Store.Composed.of(letter, "", letter.to(), letter.id(), bytes, own.length);
        }).toList();

        store.record(List.of(Sample.letters(letters.toArray(Store.Composed[]::new))));

        byte[] body = store.database().read(sql -> sql.fetchSingle(Tables.BODY).getBytes());
        assertThat(body).isEqualTo(Sample.bytes(rest));
        List<Outbox.Due> due = outbox.due(NOW, 9);
        assertThat(due).extracting(Outbox.Due::bytes).containsExactlyElementsOf(letters.stream().map(Store.Composed::bytes).toList());
        outbox.sent(due.stream().map(Outbox.Due::id).toList(), NOW);
        store.settle();
        assertThat(new String(outbox.kept(due.getFirst().id()).orElseThrow(), StandardCharsets.UTF_8)).as("its headers are what stays").endsWith("\r\n\r\n").doesNotContain("Dear");
    }

    @Test
    void what_an_earlier_robot_wrote_of_letters_that_left_is_read() {
        byte[] json = Sample.bytes("{\"id\":1,\"letter\":\"l1\",\"at\":\"2027-01-18T09:00:00Z\"}");

        assertThat(Leaving.FORM.unpack().apply(json)).isEqualTo(new Leaving.Gone(1, "l1", NOW));
        assertThat(Leaving.FORM.pack().apply(new Leaving.Gone(1, "l1", NOW))).isEqualTo(json);
        Leaving.Gone copies = new Leaving.Gone(7, "post1/3", NOW, List.of(0, 99));
        assertThat(Leaving.FORM.unpack().apply(Leaving.FORM.pack().apply(copies))).isEqualTo(copies);
    }
}

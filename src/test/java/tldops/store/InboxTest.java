package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Digest;
import tldops.core.Journal;

/// The life of what came in.
class InboxTest {
    @TempDir
    Path temporary;

    private Store store;
    private Inbox inbox;

    @BeforeEach
    void open() {
        store = Store.open(temporary.resolve("data"));
        inbox = store.inbox();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        close();
        open();
    }

    @Test
    void a_mail_is_kept_byte_for_byte_with_its_envelope() {
        Inbox.Arrival arrival = Sample.mail("a@x.example", "Ünïcode\u0000\r\n.");

        long id = inbox.put(arrival).join();
        reopen();

        Inbox.Row row = inbox.row(id).orElseThrow();
        assertThat(inbox.raw(id).orElseThrow()).isEqualTo(arrival.raw());
        assertThat(row.envelope()).isEqualTo(Sample.DOOR);
        assertThat(row.state()).isEqualTo(Inbox.State.NEW);
        assertThat(row.at()).isEqualTo(Sample.NOW);
        assertThat(row.rawHash()).isEqualTo(Digest.hex(arrival.raw()));
    }

    @Test
    void a_mail_of_several_megabytes_is_kept() {
        byte[] raw = new byte[6_000_000];
        new java.util.Random(5).nextBytes(raw);

        long id = inbox.put(new Inbox.Arrival(Inbox.Kind.MAIL, Sample.DOOR, raw, "big@x.example", Digest.hex(raw), Sample.NOW)).join();

        assertThat(inbox.raw(id).orElseThrow()).isEqualTo(raw);
    }

    @Test
    void the_same_mail_a_second_time_is_only_noted() {
        long first = inbox.put(Sample.mail("a@x.example", "text")).join();
        reopen();

        long second = inbox.put(Sample.mail("a@x.example", "text")).join();

        assertThat(second).isEqualTo(first); // L26
        assertThat(inbox.waiting(0, 9)).extracting(Inbox.Row::id).containsExactly(first);
        Inbox.Row noted = inbox.list(Optional.of(Inbox.State.DUPLICATE), 9).getFirst();
        assertThat(noted.duplicateOf()).isEqualTo(first);
        assertThat(inbox.raw(noted.id()).orElseThrow()).isEmpty();
    }

    @Test
    void the_same_mail_by_two_doors_at_once_acts_once() {
        List<CompletableFuture<Long>> puts = java.util.stream.IntStream.range(0, 50).mapToObj(_ -> inbox.put(Sample.mail("a@x.example", "text"))).toList();

        assertThat(puts.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(inbox.waiting(0, 99)).hasSize(1); // L26, P4
    }

    @Test
    void a_message_id_used_again_for_other_words_is_another_mail() {
        inbox.put(Sample.mail("a@x.example", "text")).join();
        inbox.put(Sample.mail("a@x.example", "other text")).join();

        assertThat(inbox.waiting(0, 9)).hasSize(2);
    }

    @Test
    void an_operators_command_given_twice_acts_twice() {
        Inbox.Arrival command = new Inbox.Arrival(Inbox.Kind.OPERATOR, Sample.DOOR, Sample.bytes("{}"), "", "", Sample.NOW);
        inbox.put(command).join();
        inbox.put(command).join();

        assertThat(inbox.waiting(0, 9)).hasSize(2);
    }

    @Test
    void rows_wait_in_the_order_in_which_they_came() {
        long first = inbox.put(Sample.mail("a@x.example", "1")).join();
        long second = inbox.put(Sample.mail("b@x.example", "2")).join();
        long third = inbox.put(Sample.mail("c@x.example", "3")).join();
        inbox.later(second, Sample.NOW, Sample.NOW.plusSeconds(60), "IANA is silent");

        assertThat(inbox.waiting(0, 9)).extracting(Inbox.Row::id).containsExactly(first, second, third);
        assertThat(inbox.waiting(first, 1)).extracting(Inbox.Row::id).containsExactly(second);
    }

    @Test
    void a_row_that_waits_keeps_the_time_of_the_first_try() {
        long id = inbox.put(Sample.mail("a@x.example", "1")).join();
        inbox.later(id, Sample.NOW, Sample.NOW.plusSeconds(60), "silent");
        inbox.later(id, Sample.NOW.plusSeconds(61), Sample.NOW.plusSeconds(180), "still silent");

        Inbox.Row row = inbox.row(id).orElseThrow();
        assertThat(row.state()).isEqualTo(Inbox.State.WAITING);
        assertThat(row.askedFirst()).contains(Sample.NOW);
        assertThat(row.nextTry()).contains(Sample.NOW.plus(Duration.ofMinutes(3)));
        assertThat(row.reason()).isEqualTo("still silent");
    }

    @Test
    void what_was_set_aside_can_be_retried_or_dropped() {
        long id = inbox.put(Sample.mail("a@x.example", "1")).join();
        inbox.aside(id, "java.lang.Bug");
        assertThat(inbox.waiting(0, 9)).isEmpty();
        assertThat(inbox.list(Optional.of(Inbox.State.ASIDE), 9).getFirst().reason()).isEqualTo("java.lang.Bug");

        assertThat(inbox.retry(id)).isTrue();
        assertThat(inbox.waiting(0, 9)).hasSize(1);

        assertThat(inbox.drop(id, "not wanted")).isTrue();
        assertThat(inbox.waiting(0, 9)).isEmpty();
        assertThat(inbox.raw(id)).isPresent();
    }

    @Test
    void what_is_done_can_be_neither_retried_nor_dropped_nor_set_aside() {
        long id = inbox.put(Sample.mail("a@x.example", "1")).join();
        store.record(List.of(Sample.recorded(id, Journal.of("help", "R058"), List.of())));

        inbox.aside(id, "late");

        assertThat(inbox.retry(id)).isFalse();
        assertThat(inbox.drop(id, "late")).isFalse();
        assertThat(inbox.row(id).orElseThrow().state()).isEqualTo(Inbox.State.DONE);
    }

    @Test
    void masking_keeps_the_hash_of_the_original() {
        long id = inbox.put(Sample.mail("a@x.example", "who s3cret")).join();

        inbox.mask(id, Sample.bytes("who ******"));

        assertThat(inbox.raw(id).orElseThrow()).isEqualTo(Sample.bytes("who ******"));
        assertThat(inbox.row(id).orElseThrow().rawHash()).isEqualTo(Digest.hex("who s3cret"));
    }

    @Test
    void the_listener_hears_of_new_and_of_retried_rows() throws Exception {
        LinkedBlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        inbox.onOpened(heard::add);

        long id = inbox.put(Sample.mail("a@x.example", "1")).join();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).as("behind all that are known").isEqualTo(Long.MAX_VALUE);

        inbox.aside(id, "bug");
        inbox.retry(id);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
    }
}

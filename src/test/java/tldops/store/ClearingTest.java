package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Authority;
import tldops.core.Decision;
import tldops.core.Digest;
import tldops.core.Journal;
import tldops.core.Tld;
import tldops.store.jooq.Tables;

/// What housekeeping clears away, and what stays.
class ClearingTest {
    private static final Instant NOW = Sample.NOW;
    private static final Instant LATER = NOW.plus(Duration.ofDays(100));

    @TempDir
    Path temporary;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(temporary.resolve("data"), Duration.ofDays(90));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private long mail(String id) {
        return store.inbox().put(Sample.mail(id + "@x.example", "the text of " + id)).join();
    }

    private int bytes(long row) {
        return store.inbox().raw(row).orElseThrow().length;
    }

    @Test
    void rule_32_near_miss_the_bytes_of_decided_mails_go_in_time_and_the_same_mail_still_acts_once() {
        long done = mail("done");
        long dropped = mail("dropped");
        long aside = mail("aside");
        long open = mail("open");
        store.record(List.of(Sample.recorded(done, Journal.of("answered", ""), List.of())));
        store.inbox().drop(dropped, "not wanted");
        store.inbox().aside(aside, "a bug");

        assertThat(store.clear(NOW.plus(Duration.ofDays(89))).join()).isEqualTo(new Clearing.Cleared(0, 0, 0));
        assertThat(store.clear(LATER).join()).isEqualTo(new Clearing.Cleared(2, 0, 0));

        assertThat(List.of(bytes(done), bytes(dropped))).containsOnly(0);
        assertThat(List.of(bytes(aside), bytes(open))).as("what waits for somebody is kept").doesNotContain(0);
        assertThat(mail("done")).as("a duplicate is still known (L26)").isEqualTo(done);
        assertThat(store.inbox().retry(dropped)).as("there is nothing left to handle").isFalse();
        assertThat(store.inbox().row(done).orElseThrow().rawHash()).isEqualTo(Digest.hex("the text of done"));
        assertThat(store.journals().verify()).isEmpty();
        assertThat(store.clear(LATER).join()).as("once").isEqualTo(new Clearing.Cleared(0, 0, 0));
    }

    @Test
    void letters_that_ended_go_and_those_that_wait_stay() {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("sent", false, false), "x"), Sample.composed(Sample.letter("waits", false, false), "y"))));
        store.outbox().sent(List.of(store.outbox().due(NOW, 1).getFirst().id()), NOW);
        store.settle();

        assertThat(store.clear(LATER).join().letters()).isEqualTo(1);

        assertThat(store.outbox().list(Optional.empty(), 9)).extracting(Outbox.Row::letterId).containsExactly("waits");
    }

    @Test
    void an_answer_of_iana_goes_after_two_years_unless_the_journal_names_it() {
        Authority.Evidence named = new Authority.Evidence("whois.iana.org", NOW, Digest.hex("named"), "named");
        Authority.Evidence unused = new Authority.Evidence("whois.iana.org", NOW, Digest.hex("unused"), "unused");
        Journal line = Journal.of("admitted", "both proofs", new Tld("nl")).evidence(new Authority.Silent(named));
        store.record(List.of(new Store.Recorded(0, new Decision(List.of(), List.of(), List.of(line)), List.of(), List.of(named, unused), NOW, "", "", "Help")));

        assertThat(store.clear(LATER).join().answers()).isZero();
        assertThat(store.clear(NOW.plus(Duration.ofDays(731))).join().answers()).isEqualTo(1);

        assertThat(store.journals().evidence(named.sha256())).hasSize(1);
        assertThat(store.journals().evidence(unused.sha256())).isEmpty();
        assertThat(store.database().<Integer>read(sql -> sql.fetchCount(Tables.ANSWER))).isEqualTo(1);
    }

    @Test
    void many_are_cleared_in_small_transactions() {
        for (int i = 0; i < 250; i++) store.record(List.of(Sample.recorded(mail("m" + i), Journal.of("answered", ""), List.of())));
        long before = store.database().groups();

        assertThat(store.clear(LATER).join().mails()).isEqualTo(250);

        assertThat(store.database().groups() - before).isEqualTo(3);
    }

    @Test
    void a_robot_with_nothing_to_send_writes_nothing() {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter("l1", false, false), "x"))));
        store.outbox().retry(store.outbox().due(NOW, 9).getFirst().id(), LATER, "not now");
        long before = store.database().groups();

        for (int second = 0; second < 60; second++) assertThat(store.outbox().due(NOW.plusSeconds(second), 9)).isEmpty();

        assertThat(store.database().groups()).isEqualTo(before);
        assertThat(store.outbox().due(LATER, 9)).hasSize(1);
    }
}

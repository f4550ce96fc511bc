package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.store.Inbox;
import tldops.store.Sample;
import tldops.store.Store;

/// What is read at once is bounded by its bytes.
class AheadTest {
    private static final int KIB = 64;

    @TempDir
    private Path folder;

    private static long longest(Inbox inbox, List<Inbox.Row> rows) throws InterruptedException {
        AtomicLong held = new AtomicLong();
        AtomicLong most = new AtomicLong();
        CountDownLatch done = new CountDownLatch(rows.size());
        Ahead ahead = new Ahead(inbox, (row, raw) -> {
            most.accumulateAndGet(held.addAndGet(raw.length), Math::max);
            Thread.yield();
            held.addAndGet(-raw.length);
            throw new IllegalArgumentException("read enough of " + row.id());
        }, (raw, _) -> raw, Duration.ofSeconds(30), Ahead.Room.of(KIB));
        for (Inbox.Row row : rows) ahead.start(row, (_, _) -> done.countDown(), (_, _) -> done.countDown());
        assertThat(done.await(60, TimeUnit.SECONDS)).as("nobody waits for ever").isTrue();
        return most.get();
    }

    @Test
    void large_mails_are_read_a_few_at_a_time_and_one_that_is_larger_than_all_alone() throws InterruptedException {
        try (Store store = Store.open(folder.resolve("data"))) {
            for (int i = 0; i < 40; i++) store.inbox().put(Sample.mail("m" + i + "@x.example", "x".repeat(1024 * (i == 20 ? 100 : i % 2 == 0 ? 30 : 1)) + i)).join();
            List<Inbox.Row> rows = store.inbox().waiting(0, 100);

            assertThat(rows).first().satisfies(row -> assertThat(row.size()).isEqualTo(store.inbox().raw(row.id()).orElseThrow().length));
            assertThat(longest(store.inbox(), rows)).isLessThanOrEqualTo(100 * 1024 + 9);
            assertThat(longest(store.inbox(), rows.stream().filter(row -> row.size() < 90_000).toList())).isLessThanOrEqualTo(KIB * 1024L);
        }
    }

    @Test
    void small_ones_are_read_many_at_a_time() {
        Ahead.Room room = Ahead.Room.of(64 * 1024);

        assertThat(IntStream.of(1, 500_000, 2_000_000).map(room::taken)).containsExactly(2048, 2048, 2048);
        assertThat(room.taken(10 << 20)).isEqualTo(10 * 1024 + 1);
        assertThat(room.taken(1L << 40)).isEqualTo(64 * 1024);
    }
}

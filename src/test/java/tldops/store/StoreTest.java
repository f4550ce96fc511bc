package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data folder, and what happens around the database.
class StoreTest {
    @TempDir
    Path temporary;

    @Test
    void the_data_folder_is_made_for_us_alone() throws Exception {
        Path data = temporary.resolve("data");

        Store.open(data).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
    }

    @Test
    void rule_33_near_miss_a_folder_that_others_can_read_is_refused() throws Exception {
        Path data = Files.createDirectory(temporary.resolve("open"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));

        assertThatThrownBy(() -> Store.open(data)).isInstanceOf(IllegalStateException.class).hasMessageContaining("rwxr-x---").hasMessageContaining("chmod 700");
    }

    @Test
    void a_second_robot_is_told_that_one_is_running() {
        Path data = temporary.resolve("data");

        try (Store first = Store.open(data)) {
            assertThatThrownBy(() -> Store.open(data)).isInstanceOf(AlreadyRunning.class).hasMessageContaining(data.toString()); // L30
            assertThat(first.inbox().waiting(0, 1)).isEmpty();
        }

        Store.open(data).close();
    }

    @Test
    void an_interrupted_thread_harms_nobody() throws Exception {
        try (Store store = Store.open(temporary.resolve("data"))) {
            long id = store.inbox().put(Sample.mail("a@x.example", "x".repeat(1_000_000))).join();

            CompletableFuture<Integer> read = new CompletableFuture<>();
            Thread.startVirtualThread(() -> {
                Thread.currentThread().interrupt();
                read.complete(store.inbox().raw(id).orElseThrow().length);
            }).join();

            assertThat(read.join()).isEqualTo(1_000_000);
            assertThat(store.inbox().waiting(0, 9)).hasSize(1);
        }
    }

    @Test
    void nothing_can_be_written_after_the_end() {
        Store store = Store.open(temporary.resolve("data"));
        store.close();

        assertThat(store.inbox().put(Sample.mail("a@x.example", "text"))).isCompletedExceptionally();
        assertThatThrownBy(() -> store.record(List.of())).isInstanceOf(Unavailable.class);
    }

    @Test
    void many_who_write_at_once_share_a_transaction() {
        Path data = Folder.take(temporary.resolve("data")).path();
        try (Database database = Database.open(data)) {
            Inbox inbox = new Inbox(database, data);
            CompletableFuture<Void> gate = new CompletableFuture<>();
            CompletableFuture<Void> busy = new CompletableFuture<>();
            CompletableFuture<Integer> blocked = database.write(_ -> {
                busy.complete(null);
                gate.join();
                return 1;
            });
            busy.join();

            List<CompletableFuture<Long>> puts = java.util.stream.IntStream.range(0, 500).mapToObj(i -> inbox.put(Sample.mail(i + "@x.example", "text " + i))).toList();
            gate.complete(null);
            blocked.join();
            puts.forEach(CompletableFuture::join);

            assertThat(database.groups()).isEqualTo(2);
            assertThat(puts.stream().map(CompletableFuture::join).toList()).doesNotHaveDuplicates().isSorted();
            inbox.close();
        }
    }

    @Test
    void work_that_fails_does_not_take_along_what_shares_its_transaction() {
        Path data = Folder.take(temporary.resolve("data")).path();
        try (Database database = Database.open(data)) {
            Inbox inbox = new Inbox(database, data);
            CompletableFuture<Void> gate = new CompletableFuture<>();
            database.write(_ -> {
                gate.join();
                return 1;
            });

            CompletableFuture<Long> tooLong = inbox.put(new Inbox.Arrival(Inbox.Kind.MAIL, Sample.DOOR, new byte[0], "b@x.example", "f".repeat(65), Sample.NOW));
            CompletableFuture<Long> good = inbox.put(Sample.mail("a@x.example", "text"));
            CompletableFuture<Integer> broken = database.write(_ -> {
                throw new IllegalStateException("broken");
            });
            gate.complete(null);

            assertThat(good.join()).isPositive();
            assertThat(tooLong.handle((_, failed) -> failed != null).join()).isTrue();
            assertThat(broken.handle((_, failed) -> failed.getMessage()).join()).isEqualTo("broken");
            assertThat(inbox.waiting(0, 9)).extracting(Inbox.Row::messageId).containsExactly("a@x.example");
            inbox.close();
        }
    }
}

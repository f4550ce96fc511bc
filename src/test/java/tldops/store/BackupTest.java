package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is the whole database at one moment, and what is restored from one or copied sends nothing unasked.
class BackupTest {
    private static final Instant NOW = Sample.NOW;

    @TempDir
    Path temporary;

    private Path data() {
        return temporary.resolve("data");
    }

    private Path file() {
        return temporary.resolve("backup.zip");
    }

    private static void letter(Store store, String id) {
        store.record(List.of(Sample.letters(Sample.composed(Sample.letter(id, false, false), "x"))));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_backup_that_is_written_while_mail_comes_in_holds_all_that_was_acknowledged_before() throws Exception {
        try (Store store = Store.open(data())) {
            List<String> before = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                store.inbox().put(Sample.mail("before" + i + "@x.example", "x".repeat(5000) + i)).join();
                before.add("before" + i + "@x.example");
            }
            AtomicBoolean going = new AtomicBoolean(true);
            Thread more = Thread.ofPlatform().start(() -> {
                for (int i = 0; going.get(); i++) store.inbox().put(Sample.mail("during" + i + "@x.example", "y".repeat(5000) + i)).join();
            });

            Backup.Made made = store.backup(file(), false, true, _ -> {});
            going.set(false);
            more.join();

            assertThat(made.verified()).isTrue();
            assertThat(made.sha256()).hasSize(64);
            assertThat(made.bytes()).isEqualTo(Files.size(file()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
            assertThat(files()).containsExactly("backup.zip", "data");
            Restore.restore(temporary.resolve("other"), file(), false, NOW);
            try (Store copy = Store.open(temporary.resolve("other"))) {
                List<String> kept = copy.inbox().list(Optional.empty(), Integer.MAX_VALUE).stream().map(Inbox.Row::messageId).toList();
                assertThat(kept).containsAll(before).hasSize((int) made.content().mails());
                assertThat(copy.inbox().raw(1).orElseThrow()).hasSizeGreaterThan(5000);
            }
        }
    }

    @Test
    void a_file_that_is_there_is_replaced_only_when_that_is_said() throws Exception {
        try (Store store = Store.open(data())) {
            Files.writeString(file(), "somebody's own");

            assertThatThrownBy(() -> store.backup(file(), false, true, _ -> {})).isInstanceOf(IOException.class).hasMessageContaining("--force");
            assertThat(file()).hasContent("somebody's own");

            store.backup(file(), true, false, _ -> {});
            assertThat(Files.size(file())).isGreaterThan(1000);
            assertThatThrownBy(() -> store.backup(temporary.resolve("no/such/file"), false, true, _ -> {})).isInstanceOf(IOException.class).hasMessageContaining("there is no folder");
        }
    }

    @Test
    void what_was_restored_takes_in_mail_and_sends_none_until_it_is_released() throws Exception {
        try (Store store = Store.open(data())) {
            letter(store, "l1");
            store.backup(file(), false, true, _ -> {});
            letter(store, "l2");
        }
        assertThatThrownBy(() -> Restore.restore(data(), file(), false, NOW)).isInstanceOf(IOException.class).hasMessageContaining("holds a database; --force");

        Restore.Done done = Restore.restore(data(), file(), true, NOW);

        assertThat(done.content().letters()).isEqualTo(1);
        assertThat(done.kept().orElseThrow()).exists().hasFileName("tldops.mv.db.before-restore-20270118-090000");
        try (Store store = Store.open(data())) {
            assertThat(store.outbox().held().orElseThrow()).startsWith("restored from backup.zip at 2027-01-18T09:00:00Z");
            store.inbox().put(Sample.mail("m@x.example", "x")).join();
            letter(store, "l3");
            assertThat(store.outbox().due(NOW, 9)).isEmpty();
        }
        try (Store store = Store.open(data())) {
            assertThat(store.outbox().held()).as("also after the next start").isPresent();
            store.outbox().release();
            assertThat(store.outbox().due(NOW, 9)).extracting(Outbox.Due::letterId).containsExactly("l1", "l3");
        }
        try (Store store = Store.open(data())) {
            assertThat(store.outbox().held()).as("once released it is at home").isEmpty();
        }
    }

    @Test
    void nothing_is_restored_under_a_running_robot_or_from_what_is_no_whole_backup() throws Exception {
        try (Store store = Store.open(data())) {
            letter(store, "l1");
            store.backup(file(), false, true, _ -> {});
            assertThatThrownBy(() -> Restore.restore(data(), file(), true, NOW)).isInstanceOf(AlreadyRunning.class);
        }
        byte[] whole = Files.readAllBytes(file());
        Path half = Files.write(temporary.resolve("half.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path other = Files.writeString(temporary.resolve("other.zip"), "Dear robot, please restore me.");

        assertThatThrownBy(() -> Restore.restore(data(), half, true, NOW)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Restore.restore(data(), other, true, NOW)).isInstanceOf(IOException.class).hasMessageContaining("is no backup");

        try (Store store = Store.open(data()); Stream<Path> left = Files.list(data())) {
            assertThat(store.outbox().due(NOW, 9)).as("the database that was there is untouched").hasSize(1);
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("arriving", "leaving", "lock", "place", "tldops.mv.db");
        }
    }

    @Test
    void a_backup_with_a_forged_journal_is_refused() throws Exception {
        try (Store store = Store.open(data())) {
            letter(store, "l1");
            letter(store, "l2");
            store.database().written(sql -> sql.execute("update journal set reason = 'forged' where number = 1"));

            assertThatThrownBy(() -> store.backup(file(), false, true, _ -> {})).isInstanceOf(IOException.class).hasMessageContaining("not whole from line 1");
            store.backup(file(), false, false, _ -> {});
        }
        assertThatThrownBy(() -> Restore.restore(data(), file(), true, NOW)).isInstanceOf(IOException.class).hasMessageContaining("not whole from line 1");
    }

    @Test
    void a_copied_data_folder_is_held_and_the_original_is_not() throws Exception {
        try (Store store = Store.open(data())) {
            letter(store, "l1");
        }
        Path copy = Files.createDirectory(temporary.resolve("copy"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String name : List.of("lock", "place", "tldops.mv.db")) Files.copy(data().resolve(name), copy.resolve(name));

        try (Store store = Store.open(copy)) {
            assertThat(store.outbox().held().orElseThrow()).startsWith("a copy: this database was last used in " + data());
            assertThat(store.outbox().due(NOW, 9)).isEmpty();
        }
        try (Store store = Store.open(data())) {
            assertThat(store.outbox().held()).isEmpty();
        }
        try (Store store = Store.open(copy)) {
            store.outbox().release();
        }
        try (Store store = Store.open(copy)) {
            assertThat(store.outbox().held()).isEmpty();
        }
    }

    @Test
    void a_folder_that_was_unpacked_in_the_place_of_the_original_is_held() throws Exception {
        Store.open(data()).close();
        Path aside = temporary.resolve("aside");
        Files.move(data(), aside);
        Files.createDirectory(data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String name : List.of("lock", "place", "tldops.mv.db")) Files.copy(aside.resolve(name), data().resolve(name));

        try (Store store = Store.open(data())) {
            assertThat(store.outbox().held().orElseThrow()).contains("this data folder is a copy");
        }
    }

    @Test
    void an_old_database_that_is_put_back_by_hand_is_held() throws Exception {
        Store.open(data()).close();
        Path old = Files.copy(data().resolve("tldops.mv.db"), temporary.resolve("old.mv.db"));
        Store.open(data()).close();
        Store.open(data()).close();
        Files.write(data().resolve("tldops.mv.db"), Files.readAllBytes(old));

        try (Store store = Store.open(data())) {
            assertThat(store.outbox().held().orElseThrow()).contains("not the one that was last used in this folder");
        }
    }

    @Test
    void a_machine_is_another_one_by_its_id_or_when_none_of_its_cards_is_left() throws Exception {
        try (Store store = Store.open(data())) {
            Place here = Place.of(data());
            store.database().written(sql -> {
                new Place("aaaa", List.of("card1", "card2"), here.path(), here.mark()).adopt(sql);
                return 1;
            });

            assertThat(new Place("aaaa", List.of("card2", "card3"), here.path(), here.mark()).strange(store.database())).as("one card was replaced").isEmpty();
            assertThat(new Place("", List.of(), here.path(), here.mark()).strange(store.database())).as("nothing is known of the machine").isEmpty();
            assertThat(new Place("bbbb", List.of("card1"), here.path(), here.mark()).strange(store.database())).contains("this database was last used on another machine");
            assertThat(new Place("aaaa", List.of("card4"), here.path(), here.mark()).strange(store.database())).as("a cloned machine").contains("this database was last used on another machine (other network cards)");
        }
    }

    @Test
    void what_the_breaker_held_is_said_beside_the_copy() throws Exception {
        try (Store store = Store.open(data())) {
            store.outbox().hold("breaker");
        }
        Path moved = temporary.resolve("moved");
        Files.move(data(), moved);

        try (Store store = Store.open(moved)) {
            assertThat(store.outbox().held().orElseThrow()).startsWith("a copy: ").endsWith("(before: breaker)");
        }
    }

    @Test
    void a_database_that_is_gone_or_broken_or_newer_is_refused_in_one_sentence() throws Exception {
        try (Store store = Store.open(data())) {
            store.database().written(sql -> sql.execute("insert into \"flyway_schema_history\" select 99, '99', 'later', \"type\", 'V99__later.sql', 0, \"installed_by\", \"installed_on\", 1, true from \"flyway_schema_history\" where \"version\" = '1'"));
            store.backup(file(), false, false, _ -> {});
        }
        assertThatThrownBy(() -> Store.open(data())).isInstanceOf(IllegalStateException.class).hasMessageContaining("was written by a later tldops-robot (schema 99, this one knows ");
        assertThatThrownBy(() -> Restore.restore(temporary.resolve("other"), file(), false, NOW)).isInstanceOf(IOException.class).hasMessageContaining("later tldops-robot");

        Path database = data().resolve("tldops.mv.db");
        byte[] bytes = Files.readAllBytes(database);
        Files.write(database, new byte[bytes.length]);
        assertThatThrownBy(() -> Store.open(data())).isInstanceOf(IllegalStateException.class).hasMessageContaining("is broken").hasMessageContaining("tldops restore --force FILE");

        Files.delete(database);
        assertThatThrownBy(() -> Store.open(data())).isInstanceOf(IllegalStateException.class).hasMessageContaining("is gone or empty");
    }

    @Test
    void a_copy_of_the_closed_file_is_restored_too() throws Exception {
        try (Store store = Store.open(data())) {
            letter(store, "l1");
        }

        Restore.restore(temporary.resolve("other"), data().resolve("tldops.mv.db"), false, NOW.plus(Duration.ofDays(1)));

        try (Store store = Store.open(temporary.resolve("other"))) {
            assertThat(store.outbox().list(Optional.empty(), 9)).hasSize(1);
            assertThat(store.outbox().held()).isPresent();
        }
    }
}

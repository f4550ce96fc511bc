package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How far a mailbox is read, and the robot's id: both survive a restart.
class MailboxesTest {
    private static final Mailboxes.Place INBOX = new Mailboxes.Place("imap.example", "robot", "INBOX");

    @TempDir
    Path temporary;

    @Test
    void the_mark_of_a_folder_survives_a_restart_and_is_its_own() {
        Path data = temporary.resolve("data");
        try (Store store = Store.open(data)) {
            assertThat(store.mailboxes().mark(INBOX)).isEmpty();
            store.mailboxes().mark(INBOX, new Mailboxes.Mark(7, 1, Sample.NOW));
            store.mailboxes().mark(INBOX, new Mailboxes.Mark(4_294_967_295L, 4_294_967_294L, Instant.EPOCH));
        }

        try (Store store = Store.open(data)) {
            assertThat(store.mailboxes().mark(INBOX)).contains(new Mailboxes.Mark(4_294_967_295L, 4_294_967_294L, Instant.EPOCH)); // L12
            assertThat(store.mailboxes().mark(new Mailboxes.Place("imap.example", "robot", "Other"))).isEmpty();
        }
    }

    @Test
    void a_robot_keeps_its_id_and_no_two_have_the_same() {
        String id;
        try (Store store = Store.open(temporary.resolve("one"))) {
            id = store.robot();
        }

        try (Store again = Store.open(temporary.resolve("one")); Store other = Store.open(temporary.resolve("other"))) {
            assertThat(again.robot()).isEqualTo(id).matches("[0-9a-f-]{36}");
            assertThat(other.robot()).isNotEqualTo(id);
        }
    }
}

package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.store.jooq.Tables.JOURNAL;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Decision;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Journal;

/// What SPF asks for is there after a restart, and the journal keeps how sure a mail made us of its sender (schema 9).
class WhoBroughtItTest {
    private static final Envelope DOOR = new Envelope("smtp", false, Sample.DOOR.returnPath(), Sample.DOOR.recipients(), "192.0.2.7", "mail.registry.example");

    @TempDir
    private Path folder;

    private static Inbox.Arrival arrival() {
        byte[] raw = "From: a@x.example\r\n\r\nhelp\r\n".getBytes(StandardCharsets.UTF_8);
        return new Inbox.Arrival(Inbox.Kind.MAIL, DOOR, raw, "a@x.example", Digest.hex(raw), Sample.NOW);
    }

    @Test
    void address_and_name_of_the_client_are_there_after_a_restart() {
        long id;
        try (Store store = Store.open(folder.resolve("data"))) {
            id = store.inbox().put(arrival()).join();
        }

        try (Store store = Store.open(folder.resolve("data"))) {
            assertThat(store.inbox().row(id).orElseThrow().envelope()).isEqualTo(DOOR);
        }
    }

    @Test
    void a_mail_that_an_earlier_robot_had_said_yes_to_before_it_was_killed_is_read() {
        byte[] now = Arriving.FORM.pack().apply(arrival());
        int length = ByteBuffer.wrap(now).getInt();
        String head = new String(now, Integer.BYTES, length, StandardCharsets.UTF_8);
        byte[] earlier = head.replace(",\"helo\":\"mail.registry.example\"", "").getBytes(StandardCharsets.UTF_8);
        assertThat(earlier.length).isLessThan(length);
        byte[] raw = Arrays.copyOfRange(now, Integer.BYTES + length, now.length);

        Inbox.Arrival read = Arriving.FORM.unpack().apply(ByteBuffer.allocate(Integer.BYTES + earlier.length + raw.length).putInt(earlier.length).put(earlier).put(raw).array());

        assertThat(read.envelope()).isEqualTo(new Envelope("smtp", false, DOOR.returnPath(), DOOR.recipients(), "192.0.2.7", ""));
        assertThat(read.raw()).isEqualTo(raw);
    }

    @Test
    void how_sure_we_were_is_kept_in_the_chain() {
        try (Store store = Store.open(folder.resolve("data"))) {
            record(store, "F: dmarc=fail");
            record(store, "");

            assertThat(store.journals().range(1, 2)).extracting(Journals.Line::sureness).containsExactly("F: dmarc=fail", "");
            assertThat(store.journals().verify()).isEmpty();
            store.database().written(sql -> sql.update(JOURNAL).set(JOURNAL.SURENESS, "B: dmarc=pass").where(JOURNAL.NUMBER.eq(1L)).execute());
            assertThat(store.journals().verify()).hasValueSatisfying(fault -> assertThat(fault.number()).isEqualTo(1)); // N30
        }
    }

    private static void record(Store store, String sureness) {
        store.record(List.of(new Store.Recorded(0, Decision.of(Journal.of("asked", "a question")), List.of(), List.of(), Sample.NOW, "a@x.example", "m@x.example", "Answered", sureness)));
    }
}

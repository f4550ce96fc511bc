package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.store.jooq.Tables.INBOX;
import static tldops.store.jooq.Tables.PERSONAL;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Tld;

/// Who is forgotten is found nowhere any more, and the journal still verifies.
class ErasingTest {
    private static final Tld NL = Tld.of("nl");

    @TempDir
    private Path temporary;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(temporary.resolve("data"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_decision_that_forgets_leaves_nothing_of_him_itself_included() {
        long before = store.inbox().put(Sample.mail("1@registry.example", "from him")).join();
        store.record(List.of(Sample.recorded(before, Sample.line("asked", NL, "Ann <admin@registry.example>", "bob@x.example"), List.of())));
        long last = store.inbox().put(Sample.mail("2@registry.example", "confirm")).join();

        store.record(List.of(Sample.recorded(last, Sample.line("forgotten", NL), List.of(new Change.Forgotten(List.of(Address.of("Admin@registry.example")))))), Map.of(last, Sample.bytes("confirm, masked")));

        assertThat(store.journals().verify()).isEmpty(); // L45
        assertThat(store.journals().of(NL)).extracting(Journals.Line::sender).containsOnly("");
        assertThat(store.journals().of(NL)).extracting(Journals.Line::messageId).containsOnly("");
        assertThat(store.journals().of(NL).getFirst().journal().people()).containsExactly("bob@x.example");
        assertThat(store.inbox().raw(before).orElseThrow()).isEmpty();
        assertThat(store.inbox().raw(last).orElseThrow()).isEmpty();
        assertThat(store.inbox().row(before).orElseThrow().envelope().returnPath()).isEmpty();
        int left = store.database().read(sql -> sql.fetchCount(PERSONAL, PERSONAL.CONTENT.containsIgnoreCase("admin@registry")) + sql.fetchCount(INBOX, INBOX.MESSAGE_ID.contains("@registry")));
        assertThat(left).isZero(); // L45
    }

    @Test
    void a_mail_that_is_not_dealt_with_yet_and_one_of_somebody_else_stay() {
        long open = store.inbox().put(Sample.mail("1@registry.example", "still open")).join();
        long done = store.inbox().put(Sample.mail("2@registry.example", "done")).join();
        store.record(List.of(Sample.recorded(done, Sample.line("asked", NL), List.of())));

        store.record(List.of(Sample.recorded(0, Sample.line("forgotten", NL), List.of(new Change.Forgotten(List.of(Address.of("other@registry.example")))))));

        assertThat(store.inbox().raw(open).orElseThrow()).isNotEmpty();
        assertThat(store.inbox().raw(done).orElseThrow()).isNotEmpty();
    }
}

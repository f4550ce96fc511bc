package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.store.jooq.Tables.JOURNAL;
import static tldops.store.jooq.Tables.PERSONAL;
import static tldops.store.jooq.Tables.SETTING;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Case;
import tldops.core.Digest;
import tldops.core.Journal;
import tldops.core.Tld;

/// The journal holds what it was told, and shows when somebody touched it.
class JournalsTest {
    private static final Tld NL = new Tld("nl");
    private static final Tld FR = new Tld("fr");

    @TempDir
    Path temporary;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(temporary.resolve("data"));
        for (int i = 1; i <= 5; i++) {
            long id = store.inbox().put(Sample.mail(i + "@x.example", "mail " + i)).join();
            store.record(List.of(
                    Sample.recorded(id, Sample.line("asked\n" + i, i % 2 == 0 ? FR : NL, "Ann Example <ann@x.example>", "bob@x.example"), List.of(), Sample.composed(Sample.letter("l" + i, false, false), "x")),
                    Sample.recorded(0, Sample.line("noted " + i, NL), List.of())));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void tamper(Consumer<DSLContext> with) {
        store.database().written(sql -> {
            with.accept(sql);
            return 1;
        });
    }

    @Test
    void lines_are_found_by_cctld_and_by_number() {
        assertThat(store.journals().of(FR)).extracting(line -> line.journal().what()).containsExactly("asked\n2", "asked\n4");
        assertThat(store.journals().range(2, 3)).extracting(Journals.Line::number).containsExactly(2L, 3L);

        Journals.Line line = store.journals().of(FR).getFirst();
        assertThat(line.mail()).isEqualTo(Digest.hex("mail 2"));
        assertThat(line.letters()).isEqualTo("Help");
        assertThat(line.sender()).isEqualTo("admin@registry.example");
        assertThat(line.journal().people()).containsExactly("Ann Example <ann@x.example>", "bob@x.example");
        assertThat(line.at()).isEqualTo(Sample.NOW);
    }

    @Test
    void lines_are_found_by_case() {
        Case about = new Arbitrary(3).of(Case.class);
        store.record(List.of(Sample.recorded(0, Journal.of("held", "X29", about, about), List.of())));

        assertThat(store.journals().ofCase(about.number())).extracting(line -> line.journal().what()).containsExactly("held");
    }

    @Test
    void an_untouched_journal_verifies_and_does_so_after_a_restart_and_more_lines() {
        assertThat(store.journals().verify()).isEmpty();
        close();
        store = Store.open(temporary.resolve("data"));
        store.record(List.of(Sample.recorded(0, Sample.line("more", NL), List.of())));

        assertThat(store.journals().verify()).isEmpty();
    }

    @Test
    void a_person_can_be_forgotten_and_the_chain_still_holds() {
        assertThat(store.journals().forget("ANN@x.example")).isEqualTo(5);

        assertThat(store.journals().verify()).isEmpty();
        assertThat(store.journals().of(FR).getFirst().journal().people()).containsExactly("bob@x.example");
        tamper(sql -> assertThat(sql.fetchCount(PERSONAL, PERSONAL.CONTENT.contains("ann@").or(PERSONAL.SALT.isNotNull().and(PERSONAL.CONTENT.isNull())))).isZero());
    }

    @Test
    void a_changed_line_is_found() {
        tamper(sql -> sql.update(JOURNAL).set(JOURNAL.WHAT, "denied").where(JOURNAL.NUMBER.eq(4L)).execute());

        assertThat(store.journals().verify().orElseThrow().number()).isEqualTo(4); // N30
    }

    @Test
    void rule_32_attack_a_line_changed_together_with_its_digest_is_found_at_the_next() {
        tamper(sql -> {
            var line = sql.fetchSingle(JOURNAL, JOURNAL.NUMBER.eq(4L));
            String before = sql.fetchSingle(JOURNAL, JOURNAL.NUMBER.eq(3L)).getDigest();
            String canonical = Chain.canonical(4, line.getHappened(), 0, line.getMail(), line.getRequest(), "nl", 0, "denied", line.getReason(), "", "", "", "");
            List<String> kept = sql.selectFrom(PERSONAL).where(PERSONAL.NUMBER.eq(4L)).orderBy(PERSONAL.PLACE).fetch(PERSONAL.COMMITMENT);
            sql.update(JOURNAL).set(JOURNAL.WHAT, "denied").set(JOURNAL.DIGEST, Chain.digest(before, canonical, kept)).where(JOURNAL.NUMBER.eq(4L)).execute();
        });

        assertThat(store.journals().verify().orElseThrow().number()).isEqualTo(5);
    }

    @Test
    void a_removed_line_is_found_in_the_middle_and_at_the_end() {
        tamper(sql -> {
            sql.deleteFrom(PERSONAL).where(PERSONAL.NUMBER.eq(10L)).execute();
            sql.deleteFrom(JOURNAL).where(JOURNAL.NUMBER.eq(10L)).execute();
        });
        assertThat(store.journals().verify()).contains(new Journals.Fault(10, "line is missing")); // N30

        tamper(sql -> {
            sql.deleteFrom(PERSONAL).where(PERSONAL.NUMBER.eq(4L)).execute();
            sql.deleteFrom(JOURNAL).where(JOURNAL.NUMBER.eq(4L)).execute();
        });
        assertThat(store.journals().verify()).contains(new Journals.Fault(4, "line is missing"));
    }

    @Test
    void an_inserted_line_is_found() {
        tamper(sql -> sql.insertInto(JOURNAL).columns(JOURNAL.fields()).values(11L, Sample.NOW, 0L, "", "", "nl", 0L, "admitted", "because", "", "", "", "0".repeat(64), "").execute());

        assertThat(store.journals().verify().orElseThrow().number()).isEqualTo(11);
    }

    @Test
    void an_inserted_line_that_continues_the_chain_is_found_by_its_head() {
        tamper(sql -> {
            String before = sql.fetchSingle(JOURNAL, JOURNAL.NUMBER.eq(10L)).getDigest();
            String canonical = Chain.canonical(11, Sample.NOW, 0, "", "", "nl", 0, "admitted", "because", "", "", "", "");
            sql.insertInto(JOURNAL).columns(JOURNAL.fields()).values(11L, Sample.NOW, 0L, "", "", "nl", 0L, "admitted", "because", "", "", "", Chain.digest(before, canonical, List.of()), "").execute();
        });

        assertThat(store.journals().verify()).contains(new Journals.Fault(11, "line was added"));
    }

    @Test
    void two_lines_in_the_wrong_order_are_found() {
        tamper(sql -> {
            var first = sql.fetchSingle(JOURNAL, JOURNAL.NUMBER.eq(6L));
            var second = sql.fetchSingle(JOURNAL, JOURNAL.NUMBER.eq(8L));
            sql.update(JOURNAL).set(JOURNAL.WHAT, second.getWhat()).set(JOURNAL.DIGEST, second.getDigest()).where(JOURNAL.NUMBER.eq(6L)).execute();
            sql.update(JOURNAL).set(JOURNAL.WHAT, first.getWhat()).set(JOURNAL.DIGEST, first.getDigest()).where(JOURNAL.NUMBER.eq(8L)).execute();
        });

        assertThat(store.journals().verify().orElseThrow().number()).isEqualTo(6);
    }

    @Test
    void a_changed_name_and_a_removed_commitment_are_found() {
        tamper(sql -> sql.update(PERSONAL).set(PERSONAL.CONTENT, "eve@x.example").where(PERSONAL.NUMBER.eq(7L).and(PERSONAL.PLACE.eq(3))).execute());
        assertThat(store.journals().verify()).contains(new Journals.Fault(7, "a name or address was changed"));

        tamper(sql -> sql.deleteFrom(PERSONAL).where(PERSONAL.NUMBER.eq(5L).and(PERSONAL.PLACE.eq(3))).execute());
        assertThat(store.journals().verify().orElseThrow().number()).isEqualTo(5);
    }

    @Test
    void a_journal_emptied_as_a_whole_is_found() {
        tamper(sql -> {
            sql.deleteFrom(PERSONAL).execute();
            sql.deleteFrom(JOURNAL).execute();
            assertThat(sql.fetchCount(SETTING, SETTING.NAME.eq("journal.head"))).isEqualTo(1);
        });

        assertThat(store.journals().verify()).contains(new Journals.Fault(1, "line is missing"));
    }
}

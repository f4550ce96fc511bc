package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.cli.Rows;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Decide;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Kept;
import tldops.core.Language;
import tldops.core.Member;
import tldops.core.Moment;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Registry;
import tldops.core.Tld;

/// What the Secretariat sees of who is missing and of the batches (R103, N26).
class RostersTest {
    private static final Instant NOW = Instant.parse("2027-01-18T12:00:00Z");

    @TempDir
    private Path folder;

    private Registry registry;

    @BeforeEach
    void the_usual_configuration() throws Exception {
        Config config = ((ConfigReader.Reading.Good) ConfigReader.read(Optional.of(new Terminal(folder).file()), Map.of())).config();
        registry = new Registry(Driven.rules(config));
    }

    private void ordered(Event.Order order) {
        registry.apply(Decide.on(registry, new Event.Ordered(order, "operator", Facts.NONE), new Moment(NOW, new byte[32])).changes());
    }

    @Test
    void the_missing_list_names_each_cctld_without_members_by_region() {
        Person anna = new Person("Anna Vermeer", List.of(Address.of("anna@registry.example")), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
        registry.apply(new Change.MemberSaved(new Member(Tld.of("nl"), 1, anna, Language.EN, NOW, Optional.empty(), "", false, NOW, Optional.empty(), 1)));
        ordered(new Event.Order.Invite(List.of(Tld.of("br"))));

        List<Rows.Missing> missing = Rosters.missing(registry);

        assertThat(missing).hasSize(308).noneMatch(row -> row.ccTld().equals(".nl")); // R103
        assertThat(missing.stream().map(Rows.Missing::region)).isSorted();
        assertThat(missing).anySatisfy(row -> {
            assertThat(row.ccTld()).isEqualTo(".br");
            assertThat(row.region()).isEqualTo("LAC"); // R103
            assertThat(row.invited()).contains(NOW);
            assertThat(row.outcome()).isEqualTo("held, iana silent"); // N26
        });
        assertThat(missing).filteredOn(row -> row.ccTld().equals(".tw")).singleElement().satisfies(row -> assertThat(row.outcome()).isEqualTo("never invited"));
    }

    @Test
    void the_batches_tell_who_was_who_is_next_and_who_is_left_out() {
        registry.apply(new Change.KeptSaved(new Kept.Campaign(false, Set.of(), List.of(new Kept.Batch("test 1", NOW, List.of(Tld.of("nl")))))));
        ordered(new Event.Order.Campaign(Event.Order.Campaign.Step.EXCLUDE, List.of(Tld.of("aq"))));

        List<Rows.Batch> rows = Rosters.batches(registry, NOW);

        assertThat(rows.getFirst()).isEqualTo(new Rows.Batch("test 1", Optional.of(NOW), ".nl", "never invited"));
        assertThat(rows.stream().filter(row -> row.batch().equals("next")).map(Rows.Batch::ccTld)).containsExactly(".br", ".ca", ".dk", ".tw", ".tz", ".co", ".jp", ".uk", ".us", ".za"); // N26, R066
        assertThat(rows.stream().filter(row -> row.batch().equals("next")).map(Rows.Batch::outcome)).containsOnly("waits: the batches are on hold");
        assertThat(rows.getLast().batch()).isEqualTo("excluded");
    }
}

package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.core.Reachability.Kind;
import tldops.core.Reachability.Level;
import tldops.core.Reachability.What;
import tldops.store.Sample;

/// How well a ccTLD can be reached, and what would help it most (N19, N20). `.xx` is no ccTLD and never will be one.
class ReachabilityTest {
    private static final Tld XX = Tld.of("xx");
    private static final Instant NOW = Instant.parse("2027-06-01T09:00:00Z");

    private final Registry registry = new Registry(rules());
    private int members;

    private static Rules rules() {
        Rules usual = Sample.rules();
        return new Rules(usual.list(), usual.secretariat(), usual.ssc(), usual.trust(), usual.quotas(), usual.times(), usual.urgent(), usual.keeping(), true, usual.ccTlds(), usual.listCalendar(), usual.changes(),
                usual.posting(), usual.bulletins(), usual.batches(), new Rules.Contacts(Period.ofMonths(12), 10, 10), usual.bounces(), usual.looks(), usual.anchor());
    }

    private ReachabilityTest member(boolean proved, boolean plausible, Instant since, String... addresses) {
        members++;
        Person person = new Person("Anna " + members, Arrays.stream(addresses).map(Address::of).toList(), new Phone("+99912345" + members, "+99912345" + members, plausible, ""));
        registry.apply(new Change.MemberSaved(new Member(XX, members, person, Language.EN, since, proved ? Optional.of(since) : Optional.empty(), "", false, since, Optional.empty(), 1)));
        return this;
    }

    private ReachabilityTest member(String... addresses) {
        return member(true, true, NOW.minus(Duration.ofDays(9)), addresses);
    }

    private Reachability reach() {
        return Reachability.of(registry, XX, NOW);
    }

    private Kind advice() {
        return reach().advice().orElseThrow().kind();
    }

    private List<What> bad() {
        return reach().tests().stream().filter(test -> !test.good()).map(Reachability.Test::what).toList();
    }

    @Test
    void two_people_at_two_domains_one_of_them_outside_the_zone_are_well_reachable() {
        member("anna@registry.xx").member("bob@elsewhere.example");

        assertThat(reach().level()).isEqualTo(Level.GOOD); // N19
        assertThat(reach().advice()).isEmpty();
    }

    @Test
    void nobody_is_not_at_all() {
        assertThat(reach().level()).isEqualTo(Level.NONE);
        assertThat(advice()).isEqualTo(Kind.NOBODY);
    }

    @Test
    void one_person_alone_needs_another() {
        member("anna@registry.example", "anna@home.test");

        assertThat(bad()).containsExactly(What.PEOPLE);
        assertThat(advice()).isEqualTo(Kind.SECOND_PERSON);
    }

    @Test
    void addresses_under_the_very_zone_need_one_outside() {
        member("anna@registry.xx").member("bob@dns.xx");

        assertThat(bad()).containsExactly(What.OUTSIDE); // N20
        assertThat(advice()).isEqualTo(Kind.OUTSIDE);
    }

    @Test
    void a_sub_domain_is_no_second_domain_and_a_name_that_only_ends_alike_is() {
        member("anna@registry.example").member("bob@mail.registry.example");
        assertThat(bad()).containsExactly(What.DOMAINS);

        member("carla@otherregistry.example");
        assertThat(bad()).isEmpty();
    }

    @Test
    void an_address_that_never_answered_a_silent_one_and_one_whose_mail_returns_do_not_count_as_working() {
        member(false, true, NOW, "anna@registry.example").member(true, true, NOW.minus(Duration.ofDays(400)), "bob@elsewhere.example").member("carla@third.example");
        assertThat(reach().ways()).extracting(Reachability.Way::mail).containsExactly(Reachability.Mailbox.UNPROVED, Reachability.Mailbox.SILENT, Reachability.Mailbox.WORKS);
        assertThat(advice()).isEqualTo(Kind.UNPROVED);

        registry.apply(new Change.Counted("bounce:carla@third.example;", NOW.minus(Duration.ofDays(1))));
        assertThat(reach().level()).as("none works").isEqualTo(Level.WEAK);
        assertThat(advice()).isEqualTo(Kind.MAIL_RETURNS); // L41
        assertThat(reach().advice().orElseThrow().way().orElseThrow().person().name()).isEqualTo("Anna 3");
    }

    @Test
    void a_sign_of_life_ends_the_silence() {
        member(true, true, NOW.minus(Duration.ofDays(400)), "bob@elsewhere.example");
        registry.apply(new Change.Counted("alive:bob@elsewhere.example;", NOW.minus(Duration.ofDays(300))));

        assertThat(reach().ways().getFirst().mail()).isEqualTo(Reachability.Mailbox.WORKS); // N17
    }

    @Test
    void a_number_that_no_plan_knows_is_named() {
        member(true, false, NOW, "anna@registry.example").member("bob@elsewhere.example");

        assertThat(bad()).containsExactly(What.PHONE); // R109
        assertThat(advice()).isEqualTo(Kind.PHONE_DOUBTFUL);
    }
}

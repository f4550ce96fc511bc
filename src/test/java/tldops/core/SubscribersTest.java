package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each address gets the list's mail in one way (R051, P8), and is away as the days count where it is (N22).
class SubscribersTest {
    private static final Address ANNA = Address.of("anna@registry.example");
    private static final Instant NOW = Instant.parse("2027-01-15T02:00:00Z");
    private static final Calendar THERE = calendar("America/New_York");

    private final Registry registry = new Registry(rules());

    private static Calendar calendar(String zone) {
        return new Calendar(ZoneId.of(zone), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());
    }

    private static Rules rules() {
        Map<Tld, CcTld> known = Map.of(Tld.of("us"), new CcTld(Tld.of("us"), "Land", "US", "NA", false, true, THERE), Tld.of("nl"), new CcTld(Tld.of("nl"), "Land", "NL", "EU", false, true, calendar("UTC")));
        Duration day = Duration.ofDays(1);
        return new Rules(
                new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of()), Set.of(), new Rules.Ssc(3, 2, Rules.RolePolicy.WARN, Set.of()),
                new Rules.Trust(Rules.Proof.ASK, Rules.SenderPolicy.FROM_OR_CC, Rules.Password.OPTIONAL), new Rules.Quotas(1, 20, 60, 300, 5, Duration.ofMinutes(10)),
                new Rules.Times(5, 10, 5, 10, day, day, Duration.ofHours(1), day, day, day, day, day, day), new Rules.Urgent(Duration.ofMinutes(15), 3, 10, 6), new Rules.Keeping(day, java.time.Period.ofMonths(24)), true, known, calendar("UTC"),
                new Rules.Changes(false), new Rules.Posting(Tlp.AMBER, Rules.ReplyTo.AUTHOR, Rules.FromLine.AUTO, Duration.ofMinutes(15)), Rules.Bulletins.USUAL, new Rules.Batches(true, 10, List.of(), List.of(), Set.of(), 10), Rules.Contacts.NEVER, Rules.Bounces.USUAL, Rules.Looks.NONE, Rules.Anchor.USUAL);
    }

    private void member(String tld, Options options) {
        Person person = new Person("Anna", List.of(ANNA), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
        registry.apply(new Change.MemberSaved(new Member(Tld.of(tld), 1, person, Language.EN, Instant.EPOCH, Optional.of(Instant.EPOCH), "", false, Instant.EPOCH, Optional.empty(), 1, options, false)));
    }

    private void guest(Options options) {
        registry.apply(new Change.GuestSaved(new Guest(ANNA, "Anna", Guest.Role.OBSERVER, false, Optional.empty(), Language.EN, options, Instant.EPOCH)));
    }

    private static Options away(String until) {
        return Options.USUAL.away(Optional.of(new Options.Away(LocalDate.parse(until), 0)));
    }

    @Test
    void who_has_the_digest_in_one_place_gets_no_single_posts_for_another() {
        member("nl", Options.USUAL.digest(true));
        member("us", Options.USUAL);
        guest(Options.USUAL);

        assertThat(Subscribers.of(registry, false, NOW)).isEmpty(); // R051, P8
        assertThat(Subscribers.of(registry, true, NOW)).containsOnlyKeys(ANNA);
    }

    @Test
    void who_is_away_in_one_place_is_away() {
        member("nl", away("2027-01-20"));
        member("us", Options.USUAL);
        guest(Options.USUAL);

        assertThat(Subscribers.of(registry, false, NOW)).isEmpty(); // N22
        assertThat(Subscribers.of(registry, true, NOW)).isEmpty();
    }

    @Test
    void the_last_day_of_being_away_ends_where_he_is() {
        member("us", away("2027-01-14"));

        assertThat(Subscribers.of(registry, false, NOW)).as("the evening of the 14th there").isEmpty(); // N22
        assertThat(Subscribers.of(registry, false, NOW.plus(Duration.ofHours(4)))).containsOnlyKeys(ANNA);
    }
}

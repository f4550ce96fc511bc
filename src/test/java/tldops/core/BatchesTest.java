package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Never more than ten a week, whatever the clock does (R070).
class BatchesTest {
    private static final Instant MONDAY = Instant.parse("2027-01-11T09:00:00Z");
    private static final Calendar CALENDAR = new Calendar(ZoneOffset.UTC, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());
    private static final List<Tld> ALL = letters();

    private final Registry registry = new Registry(rules());

    private static List<Tld> letters() {
        List<Tld> all = new ArrayList<>();
        for (char c = 'a'; c <= 'z'; c++) for (char d = 'a'; d <= 'c'; d++) all.add(Tld.of("" + c + d));
        return List.copyOf(all);
    }

    private static Rules rules() {
        Map<Tld, CcTld> known = new TreeMap<>();
        for (Tld tld : ALL) known.put(tld, new CcTld(tld, "Land", "LA", "EU", false, true, CALENDAR));
        Duration day = Duration.ofDays(1);
        return new Rules(
                new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of()), Set.of(), new Rules.Ssc(3, 2, Rules.RolePolicy.WARN, Set.of()),
                new Rules.Trust(Rules.Proof.ASK, Rules.SenderPolicy.FROM_OR_CC, Rules.Password.OPTIONAL), new Rules.Quotas(1, 20, 60, 300, 5, Duration.ofMinutes(10)),
                new Rules.Times(5, 10, 5, 10, day, day, Duration.ofHours(1), day, day, day, day, day, day), new Rules.Urgent(Duration.ofMinutes(15), 3, 10, 6), new Rules.Keeping(day, java.time.Period.ofMonths(24)), true, Map.copyOf(known), CALENDAR,
                new Rules.Changes(false), new Rules.Posting(Tlp.AMBER, Rules.ReplyTo.AUTHOR, Rules.FromLine.AUTO, Duration.ofMinutes(15)), Rules.Bulletins.USUAL, new Rules.Batches(true, 10, List.of(), List.of(), Set.of(), 10), Rules.Contacts.NEVER, Rules.Bounces.USUAL, Rules.Looks.NONE, Rules.Anchor.USUAL);
    }

    /// Does the duty then, with an admin contact for each ccTLD but those of which IANA says nothing.
    private List<Tld> run(Instant now, Tld... silent) {
        Map<Tld, Authority> facts = new HashMap<>();
        for (Tld tld : Needs.of(registry, Event.Duty.INVITATIONS, now).tlds()) {
            Authority.Evidence evidence = new Authority.Evidence("test", now, "00", "");
            facts.put(tld, Set.of(silent).contains(tld) ? new Authority.Unreachable("away")
                    : new Authority.Known(Address.of("admin@nic-" + tld.label() + ".example"), "Admin", "Registry", Optional.empty(), evidence));
        }
        int before = invited().size();
        Decision decision = Decide.on(registry, new Event.Due(Event.Duty.INVITATIONS, now.toString(), Waiting.NOTHING, new Facts(facts)), new Moment(now, new byte[32]));
        registry.apply(decision.changes());
        assertThat(decision.letters()).hasSize(invited().size() - before);
        return invited().subList(before, invited().size());
    }

    private List<Tld> invited() {
        return Batches.campaign(registry).batches().stream().flatMap(batch -> batch.invited().stream()).toList();
    }

    @Test
    void ten_leave_a_week_in_the_order_of_their_a_labels() {
        List<Tld> first = run(MONDAY);
        List<Tld> again = run(MONDAY.plus(Duration.ofDays(1)));
        List<Tld> second = run(MONDAY.plus(Duration.ofDays(7)));

        assertThat(first).isEqualTo(ALL.subList(0, 10)); // R070, T5, X30, V8
        assertThat(again).isEmpty();
        assertThat(second).isEqualTo(ALL.subList(10, 20));
    }

    @Test
    void a_clock_that_jumps_back_and_forth_gives_no_second_ten() {
        run(MONDAY);
        run(MONDAY.plus(Duration.ofDays(7)));

        List<Tld> more = new ArrayList<>();
        for (int hours = 0; hours < 13 * 24; hours += 5) more.addAll(run(MONDAY.plus(Duration.ofHours(hours))));

        assertThat(more).isEmpty(); // R070
    }

    @Test
    void places_that_were_not_used_are_not_carried_over() {
        run(MONDAY);

        List<Tld> afterThreeWeeks = run(MONDAY.plus(Duration.ofDays(28)));

        assertThat(afterThreeWeeks).hasSize(10); // R070, X30
    }

    @Test
    void a_cctld_of_which_iana_says_nothing_keeps_its_turn_and_costs_no_place() {
        List<Tld> first = run(MONDAY, ALL.get(1), ALL.get(2));

        assertThat(first).hasSize(10).doesNotContain(ALL.get(1), ALL.get(2));
        assertThat(run(MONDAY.plus(Duration.ofDays(7))).subList(0, 2)).containsExactly(ALL.get(1), ALL.get(2));
    }

    @Test
    void the_rest_of_a_week_is_filled_when_iana_is_back() {
        List<Tld> some = run(MONDAY, ALL.subList(3, 15).toArray(Tld[]::new));
        List<Tld> rest = run(MONDAY.plus(Duration.ofDays(1)));

        assertThat(some).hasSize(3);
        assertThat(rest).hasSize(7); // R070
        assertThat(run(MONDAY.plus(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void nothing_is_looked_up_while_the_batches_are_on_hold_or_the_week_is_full() {
        run(MONDAY);
        assertThat(Needs.of(registry, Event.Duty.INVITATIONS, MONDAY).nothing()).isTrue();

        registry.apply(Decide.on(registry, new Event.Ordered(new Event.Order.Campaign(Event.Order.Campaign.Step.HOLD, List.of()), "operator", Facts.NONE), new Moment(MONDAY, new byte[32])).changes());

        assertThat(Needs.of(registry, Event.Duty.INVITATIONS, MONDAY.plus(Duration.ofDays(7))).nothing()).isTrue();
        assertThat(run(MONDAY.plus(Duration.ofDays(7)))).isEmpty(); // N26
    }
}

package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.store.Sample;

/// Who is asked first, and what becomes of questions when nobody is to be asked any more (R108, L34, L40).
class ChecksTest {
    private static final Instant NOW = Instant.parse("2028-01-17T09:00:00Z");

    private static Registry registry(Rules.Contacts contacts) {
        Rules usual = Sample.rules();
        return new Registry(new Rules(usual.list(), usual.secretariat(), usual.ssc(), usual.trust(), usual.quotas(), usual.times(), usual.urgent(), usual.keeping(), true, usual.ccTlds(), usual.listCalendar(), usual.changes(),
                usual.posting(), usual.bulletins(), usual.batches(), contacts, usual.bounces(), usual.looks(), usual.anchor()));
    }

    private static Change member(String tld, String address, String since) {
        Instant then = Instant.parse(since + "T10:00:00Z");
        Person person = new Person("Anna", List.of(Address.of(address)), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
        return new Change.MemberSaved(new Member(Tld.of(tld), 1, person, Language.EN, then, Optional.of(then), "", false, then, Optional.empty(), 0));
    }

    private static Decision due(Registry registry) {
        return Decide.on(registry, new Event.Due(Event.Duty.VALIDATION, NOW.toString()), new Moment(NOW, new byte[32]));
    }

    private static List<String> asked(Decision decision) {
        return decision.letters().stream().map(letter -> letter.to().getFirst().toString()).toList();
    }

    @Test
    void the_longest_silent_are_asked_first_and_one_person_once() {
        Registry registry = registry(new Rules.Contacts(Period.ofMonths(12), 10, 2));
        registry.apply(List.of(member("nl", "late@x.example", "2026-12-01"), member("be", "early@x.example", "2025-01-01"), member("fr", "early@x.example", "2025-06-01"), member("se", "middle@x.example", "2026-01-01"),
                member("dk", "heard@x.example", "2020-01-01"), new Change.Counted("alive:heard@x.example;", NOW.minusSeconds(100))));

        Decision first = due(registry);
        registry.apply(first.changes());

        assertThat(asked(first)).containsExactly("early@x.example", "middle@x.example");
        assertThat(asked(due(registry))).as("done for that period").isEmpty();
    }

    @Test
    void when_it_is_switched_off_questions_that_are_open_are_over() {
        Registry registry = registry(Rules.Contacts.NEVER);
        registry.apply(member("nl", "anna@x.example", "2025-01-01"));
        registry.apply(new Change.CaseSaved(new Case(1, Optional.of(Tld.of("nl")), new Matter.Check(Address.of("anna@x.example"), 1, false, List.of()), new Stage.Asked(NOW, 0), Address.of("anna@x.example"), Language.EN, NOW, List.of(), false)));

        Decision decision = due(registry);
        registry.apply(decision.changes());

        assertThat(decision.letters()).isEmpty();
        assertThat(registry.openCases()).isEmpty();
    }
}

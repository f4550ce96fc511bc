package tldops.rehearsal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import tldops.ConfigReader;
import tldops.calendar.CcTlds;
import tldops.clock.Clock;
import tldops.core.Address;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Content;
import tldops.core.Decision;
import tldops.core.Event;
import tldops.core.Issued;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Person;
import tldops.core.Registry;
import tldops.core.Rules;
import tldops.core.Stage;
import tldops.core.Tld;

/// The rules of the default configuration, and a small planted world.
final class Sample {
    static final Instant NOW = Instant.parse("2027-01-18T09:00:00Z");
    static final Tld NL = Tld.of("nl");
    static final Tld FR = Tld.of("fr");
    static final Address ADMIN = Address.of("admin@nic-nl.example");

    private Sample() {}

    static Rules rules() {
        if (!(ConfigReader.read(Optional.empty(), Map.of()) instanceof ConfigReader.Reading.Good(var config))) throw new IllegalStateException("the defaults are wrong");
        try (var names = reader("cctlds.tsv"); var countries = reader("countries.tsv")) {
            return config.rules(CcTlds.load(names, countries, 2026, 2030));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStreamReader reader(String name) {
        return new InputStreamReader(Objects.requireNonNull(Sample.class.getResourceAsStream("/config/" + name)), StandardCharsets.UTF_8);
    }

    /// Deadlines every five minutes, everything else once a week.
    static Map<Event.Duty, Function<Instant, Optional<Instant>>> duties() {
        Map<Event.Duty, Function<Instant, Optional<Instant>>> all = new EnumMap<>(Event.Duty.class);
        for (Event.Duty duty : Event.Duty.values()) {
            String cron = duty == Event.Duty.DEADLINES ? "0 */5 * * * ?" : duty == Event.Duty.HOUSEKEEPING ? "0 30 3 * * ?" : "0 0 9 ? * MON";
            all.put(duty, Clock.times(new Clock.Duty(duty.name(), cron, ZoneOffset.UTC)));
        }
        return all;
    }

    static Member member(Tld tld, int number, Optional<Instant> proved, Instant rosterFrom) {
        Person person = new Person("Anna " + number, List.of(Address.of("anna" + number + "@nic-" + tld.label() + ".example")), Human.phone(number));
        return new Member(tld, number, person, Language.EN, NOW, proved, "", false, rosterFrom, Optional.empty(), 1);
    }

    static Member reader(Tld tld, int number) {
        return member(tld, number, Optional.of(NOW), NOW);
    }

    static Case invitation(long number, Tld tld, Stage stage) {
        return new Case(number, Optional.of(tld), new Matter.Invitation(Optional.empty()), stage, ADMIN, Language.EN, NOW,
                List.of(new Issued("hash" + number, Issued.Purpose.FORM, ADMIN, "letter" + number, true)), false);
    }

    static Letter letter(String id, Content content, Address to, Optional<String> answers) {
        return new Letter(id, content, Language.EN, List.of(to), List.of(), Optional.empty(), answers.isPresent(), answers, 0, Letter.Envelope.VERP, false, false, NOW.plusSeconds(9));
    }

    static Decision letters(Letter... letters) {
        return new Decision(List.of(), List.of(letters), List.of());
    }

    static Decision changes(Change... changes) {
        return new Decision(List.of(changes), List.of(), List.of());
    }

    /// The step as the course makes it, applied.
    static Step step(Registry registry, Instant at, Event event, Decision decision) {
        Step step = Step.of(registry, at, event, decision);
        registry.apply(decision.changes());
        return step;
    }
}

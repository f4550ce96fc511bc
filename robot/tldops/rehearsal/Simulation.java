package tldops.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import tldops.core.CcTld;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Letter;
import tldops.core.Need;
import tldops.core.Registry;
import tldops.core.Rules;
import tldops.core.Tld;

/// Years of the list in seconds (N31): the real core and the real calendars, invented people, everything from one seed.
public final class Simulation {
    private static final Instant BEGIN = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration LOOK = Duration.ofHours(12);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Settings settings;
    private final Registry registry;
    private final List<Tld> tlds;
    private final World world;
    private final Course course;
    private final Invariants invariants;
    private final Chronicle chronicle = new Chronicle();
    private Counted counted = new Counted();
    private long letters;

    /// What happened in a month.
    private static final class Counted {
        private final Map<String, Integer> kinds = new TreeMap<>();
        private long before;
        private int copies;
        private int joined;
        private int left;
    }

    /// @param ccTlds so many of the delegated ones, spread over the alphabet
    public record Settings(int years, long seed, int ccTlds) {}

    private Simulation(Settings settings, Rules rules, Map<Event.Duty, Function<Instant, Optional<Instant>>> duties) {
        this.settings = settings;
        registry = new Registry(rules);
        tlds = chosen(rules, settings.ccTlds());
        course = new Course(registry, BEGIN, new Random(settings.seed()), duties, LOOK, (_, step) -> saw(step), this::facts);
        world = new World(course, new Random(settings.seed() + 1));
        invariants = Invariants.of(world);
    }

    private Facts facts(Need need, Instant now) {
        return world.whois.facts(need, now);
    }

    /// @param duties when each duty falls due next after a time
    /// @param told of each month that has passed
    public static Report play(Settings settings, Rules rules, Map<Event.Duty, Function<Instant, Optional<Instant>>> duties, Consumer<Report.Month> told) {
        return new Simulation(settings, rules, duties).play(told);
    }

    private Report play(Consumer<Report.Month> told) {
        new Crowd().populate(world, tlds, registry.rules());
        course.begin();
        List<Report.Month> months = new ArrayList<>();
        ZonedDateTime day = BEGIN.atZone(ZoneOffset.UTC);
        for (int month = 0; month < 12 * settings.years() && invariants.broken().isEmpty(); month++) {
            String name = MONTH.format(day);
            day = day.plusMonths(1);
            course.until(day.toInstant().minusMillis(1));
            Report.Month passed = new Report.Month(name, world.mails() - counted.before, counted.kinds, counted.copies, counted.joined, counted.left, Standing.of(registry, tlds));
            counted = new Counted();
            counted.before = world.mails();
            months.add(passed);
            told.accept(passed);
        }
        Optional<Report.Violation> violation = invariants.broken().map(broken -> new Report.Violation(broken.invariant(), broken.at(), broken.wrong().what(), chronicle.about(broken.wrong())));
        return new Report(settings.seed(), settings.years(), tlds.size(), BEGIN, course.now(), List.copyOf(months), world.mails(), letters, invariants.says(), violation);
    }

    private void saw(Step step) {
        chronicle.note(step);
        counted.joined += step.joined().size();
        counted.left += step.left().size();
        invariants.look(step, registry);
        for (Letter letter : step.decision().letters()) {
            letters++;
            counted.kinds.merge(letter.content().getClass().getSimpleName(), 1, Integer::sum);
            counted.copies += letter.subscribers().isEmpty() ? letter.to().size() + letter.cc().size() : letter.subscribers().size();
            world.written(letter);
        }
    }

    private static List<Tld> chosen(Rules rules, int wanted) {
        List<Tld> delegated = rules.ccTlds().values().stream().filter(CcTld::delegated).map(CcTld::tld).sorted().toList();
        int count = Math.min(wanted, delegated.size());
        List<Tld> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) chosen.add(delegated.get((int) ((long) i * delegated.size() / count)));
        return List.copyOf(chosen);
    }
}

package tldops.core;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which ccTLDs are invited next (V8, X30): test batch 1, test batch 2, then so many a calendar week by A-label. All of it
/// is computed from what was recorded, so that no clock can make it more (R070).
public final class Batches {
    /// So many more are looked up than there is room for: one of which IANA says nothing gives its place to the next.
    private static final int SPARE = 5;

    private Batches() {}

    public enum Step { TEST_1, TEST_2, REGULAR }

    /// @param name of the batch they join: `test 1`, `test 2`, `2027-W03`
    /// @param room how many may be invited now
    /// @param candidates the first of those whose turn it is, in order
    /// @param at when, never before what was recorded last
    public record Plan(Step step, String name, int room, List<Tld> candidates, Instant at) {}

    public static Kept.Campaign campaign(Registry registry) {
        return registry.kept(Kept.Campaign.class).orElseGet(() -> new Kept.Campaign(registry.rules().batches().running(), Set.of(), List.of()));
    }

    /// Empty when this week is full, a test batch is still out, or everybody was invited.
    public static Optional<Plan> next(Registry registry, Instant now) {
        Rules.Batches rules = registry.rules().batches();
        List<Kept.Batch> left = campaign(registry).batches();
        // a clock that goes back does not give the same week a second time
        Instant at = left.stream().map(Kept.Batch::at).filter(now::isBefore).max(Instant::compareTo).orElse(now);
        String week = week(registry, at);
        int used = left.stream().filter(batch -> week(registry, batch.at()).equals(week)).mapToInt(batch -> batch.invited().size()).sum();
        int room = rules.perWeek() - used;
        if (room <= 0) return Optional.empty();
        List<Tld> first = waiting(registry, rules.test1());
        if (!first.isEmpty()) return Optional.of(plan(Step.TEST_1, "test 1", room, first, at));
        if (!over(registry, "test 1", at)) return Optional.empty();
        List<Tld> second = waiting(registry, rules.test2());
        if (!second.isEmpty()) return Optional.of(plan(Step.TEST_2, "test 2", room, second, at));
        if (!over(registry, "test 2", at)) return Optional.empty();
        List<Tld> others = waiting(registry);
        return others.isEmpty() ? Optional.empty() : Optional.of(plan(Step.REGULAR, week, room, others, at));
    }

    private static Plan plan(Step step, String name, int room, List<Tld> waiting, Instant at) {
        return new Plan(step, name, room, waiting.subList(0, Math.min(waiting.size(), room + Math.min(room, SPARE))), at);
    }

    /// Every ccTLD whose turn is still to come, those of the test batches first.
    public static List<Tld> waiting(Registry registry) {
        List<Tld> all = new ArrayList<>(registry.rules().batches().test1());
        all.addAll(registry.rules().batches().test2());
        registry.rules().ccTlds().keySet().stream().sorted().forEach(all::add);
        return waiting(registry, all);
    }

    private static List<Tld> waiting(Registry registry, List<Tld> among) {
        return among.stream().distinct().filter(tld -> passedOver(registry, tld).isEmpty()).toList();
    }

    /// Why its turn never comes; empty when it does.
    public static Optional<String> passedOver(Registry registry, Tld tld) {
        if (!registry.rules().knows(tld) || !registry.rules().ccTld(tld).delegated()) return Optional.of("not delegated");
        if (Imports.settled(registry, tld)) return Optional.of("has members");
        if (invited(registry, tld)) return Optional.of("invited");
        boolean excluded = registry.rules().batches().excluded().contains(tld) || campaign(registry).excluded().contains(tld);
        return excluded ? Optional.of("excluded") : Optional.empty();
    }

    /// By a batch or by the operator, whatever came of it.
    private static boolean invited(Registry registry, Tld tld) {
        return campaign(registry).batches().stream().anyMatch(batch -> batch.invited().contains(tld)) || Outcomes.invitation(registry, tld).isPresent();
    }

    /// Whether nobody of that batch is waited for any more, or long enough (R067).
    private static boolean over(Registry registry, String name, Instant at) {
        List<Kept.Batch> parts = campaign(registry).batches().stream().filter(batch -> batch.name().equals(name)).toList();
        if (parts.isEmpty()) return true;
        if (!at.isBefore(Days.due(registry, Optional.empty(), parts.getLast().at(), registry.rules().batches().testPause()))) return true;
        return parts.stream().flatMap(batch -> batch.invited().stream())
                .noneMatch(tld -> registry.casesOf(tld).stream().anyMatch(matter -> matter.open() && !(matter.matter() instanceof Matter.MemberAction)));
    }

    /// The ISO week in the list's zone, `2027-W03`.
    static String week(Registry registry, Instant at) {
        ZonedDateTime day = at.atZone(registry.rules().listCalendar().zone());
        return "%04d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}

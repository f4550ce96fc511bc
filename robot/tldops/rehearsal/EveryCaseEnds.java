package tldops.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tldops.core.Calendar;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Event;
import tldops.core.Matter;
import tldops.core.Registry;
import tldops.core.Rules;
import tldops.core.Stage;
import tldops.core.WorkingDays;

/// Every case ends (P3): none is open for longer than its letters, its answers and its holds may take, counted from when it
/// was opened, or from the last word of the Secretariat; but one that waits behind another may wait.
final class EveryCaseEnds implements Invariant {
    private static final int LONGEST_EXTENSION = 20;
    /// What somebody set going for himself: a day to answer, or the ranks of a ccTLD and a day.
    private static final Duration PERSONAL = Duration.ofDays(3);

    private final Map<Long, Instant> since = new HashMap<>();

    @Override
    public String says() {
        return "every case ends";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        for (Change change : step.decision().changes()) if (change instanceof Change.CaseSaved(var saved)) note(saved, step, registry);
        if (!(step.event() instanceof Event.Due(var duty, _, _, _)) || duty != Event.Duty.HOUSEKEEPING) return Optional.empty();
        for (Map.Entry<Long, Instant> one : since.entrySet()) {
            Optional<Case> old = registry.caseNumber(one.getKey()).filter(Case::open).filter(matter -> !behind(registry, matter) && over(registry, matter, one.getValue(), step.at()));
            if (old.isPresent()) return Optional.of(new Wrong("case " + one.getKey() + " is open since " + one.getValue() + " and has not ended", old.get().tld(), one.getKey()));
        }
        return Optional.empty();
    }

    private void note(Case saved, Step step, Registry registry) {
        boolean word = switch (step.event()) {
            case Event.Arrived(var mail, _, _) -> mail.from().filter(registry.rules()::secretariat).isPresent();
            case Event.Ordered _ -> true;
            default -> false;
        };
        if (!saved.open()) since.remove(saved.number());
        else if (word || saved.stage() instanceof Stage.Queued) since.put(saved.number(), step.at());
        else since.putIfAbsent(saved.number(), step.at());
    }

    private static boolean behind(Registry registry, Case matter) {
        return matter.stage() instanceof Stage.Queued && matter.tld().stream().flatMap(tld -> registry.casesOf(tld).stream())
                .anyMatch(other -> other.number() != matter.number() && other.open() && !(other.matter() instanceof Matter.Invitation));
    }

    private static boolean over(Registry registry, Case matter, Instant from, Instant now) {
        if (matter.matter().personal()) return now.isAfter(from.plus(PERSONAL));
        Rules rules = registry.rules();
        int days = 2 * (rules.times().failureDays() + rules.times().heldDays()) + LONGEST_EXTENSION;
        if (now.isBefore(from.plus(Duration.ofDays(days)))) return false;
        Calendar country = matter.tld().map(tld -> rules.ccTld(tld).calendar()).orElse(rules.listCalendar());
        return now.isAfter(WorkingDays.due(from, days, country, rules.listCalendar()));
    }
}

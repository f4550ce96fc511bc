package tldops.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Matter;
import tldops.core.Registry;

/// Never more than `batches.per-week` ccTLDs are invited between a Monday and the next, whoever invites them (R070).
final class TenAWeek implements Invariant {
    private final Map<LocalDate, Set<Long>> weeks = new HashMap<>();
    private final Set<Long> known = new HashSet<>();

    @Override
    public String says() {
        return "no calendar week has more invitations than batches.per-week";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        LocalDate monday = LocalDate.ofInstant(step.at(), registry.rules().listCalendar().zone()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (Change change : step.decision().changes()) {
            if (!(change instanceof Change.CaseSaved(Case saved)) || !(saved.matter() instanceof Matter.Invitation) || !known.add(saved.number())) continue;
            Set<Long> invited = weeks.computeIfAbsent(monday, _ -> new HashSet<>());
            invited.add(saved.number());
            if (invited.size() > registry.rules().batches().perWeek()) return Optional.of(new Wrong(invited.size() + " ccTLDs were invited in the week of " + monday, saved.tld(), saved.number()));
        }
        return Optional.empty();
    }
}

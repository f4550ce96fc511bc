package tldops.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tldops.Config;
import tldops.Driven;
import tldops.clock.Clock;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Decide;
import tldops.core.Event;
import tldops.core.Moment;
import tldops.core.Registry;
import tldops.core.Stage;

/// Whether each ccTLD stands where its people have brought it, and the duties were done by the calendar.
final class Cases {
    private static final Duration SOONEST = Duration.ofDays(2);

    private final Config config;
    private final Registry registry;
    private final Instant end;
    private final List<String> broken = new ArrayList<>();

    Cases(Config config, Registry registry, Instant end) {
        this.config = config;
        this.registry = registry;
        this.end = end;
    }

    void flows(List<People.Flow> flows) {
        for (People.Flow flow : flows) {
            if (!flow.begun) continue;
            List<Case> cases = registry.casesOf(flow.tld);
            String stands = flow.tld.display() + " (" + flow.manner + (flow.invited ? ", invited" : "") + ", answered " + flow.answered + ", pending " + flow.pending + ") has " + registry.membersOf(flow.tld).size() + " members and "
                    + cases.stream().map(each -> "#" + each.number() + " " + each.matter().getClass().getSimpleName() + " " + each.stage()).toList();
            boolean joins = flow.answered > 0 && flow.pending == 0 && flow.manner != People.Manner.DENIES && cases.stream().noneMatch(Case::open);
            if (cases.isEmpty()) broken.add("Nothing came of what was begun: " + stands);
            if (registry.membersOf(flow.tld).size() != (joins ? 1 : 0) && !(flow.answered > 0 && flow.pending > 0)) broken.add("Not as its admin contact said: " + stands);
            if (flow.manner == People.Manner.DENIES && flow.answered > 0 && !outcome(cases, Stage.Outcome.DENIED)) broken.add("Denied, and not so recorded: " + stands);
            cases.stream().filter(each -> each.stage() instanceof Stage.Ended over && over.outcome() == Stage.Outcome.FAILED && Duration.between(each.opened(), over.at()).compareTo(SOONEST) < 0).forEach(each -> broken.add("Failed before its two working days were over: " + stands));
            if (cases.stream().filter(Case::open).count() > 1) broken.add("More than one question is open: " + stands);
        }
    }

    private static boolean outcome(List<Case> cases, Stage.Outcome outcome) {
        return cases.stream().anyMatch(each -> each.stage() instanceof Stage.Ended over && over.outcome() == outcome);
    }

    /// At the end of the week nothing is overdue, and each duty was done for its last time.
    void duties() {
        List<Change> due = new ArrayList<>(Decide.on(registry, new Event.Due(Event.Duty.DEADLINES, "audit"), new Moment(end, new byte[32])).changes());
        due.removeIf(Change.DutyDone.class::isInstance);
        if (!due.isEmpty()) broken.add("Deadlines are overdue at the end: " + due);
        for (Clock.Duty duty : Driven.duties(config)) {
            Event.Duty known = Event.Duty.valueOf(duty.name().toUpperCase(Locale.ROOT));
            Optional<Instant> missed = registry.lastDone(known).flatMap(last -> Clock.missed(duty, last, end.minusSeconds(3600)));
            missed.ifPresent(at -> broken.add("The duty " + duty.name() + " of " + at + " was not done"));
        }
    }

    Map<String, Integer> stages() {
        Map<String, Integer> stages = new TreeMap<>();
        for (Case each : registry.cases()) {
            String stage = each.stage() instanceof Stage.Ended over ? over.outcome().name() : each.stage().getClass().getSimpleName();
            stages.merge(stage.toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        return stages;
    }

    int members() {
        return registry.members().size();
    }

    int outages() {
        return registry.outages().size();
    }

    List<String> broken() {
        return List.copyOf(broken);
    }
}

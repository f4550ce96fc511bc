package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Named duties (DESIGN 1.5): what is due is computed from the registry; the ledger holds that each period is done once.
final class Duties {
    private Duties() {}

    private static final Duration QUOTA_MEMORY = Duration.ofDays(2);
    private static final Duration POST_MEMORY = Duration.ofDays(30);
    private static final Duration LONG_MEMORY = Duration.ofDays(100);
    private static final Duration OUTAGE_MEMORY = Duration.ofDays(400);

    static Decision due(Registry registry, Event.Due due, Moment at) {
        Event.Duty duty = due.duty();
        String period = due.period();
        if (registry.done(duty, period).isPresent()) return Decision.nothing("done before");
        Decision done = switch (duty) {
            case DEADLINES -> deadlines(registry, due, at);
            case WATCH -> Anchors.night(registry, due.facts(), at);
            case OVERSIGHT -> report(registry, at);
            case HOUSEKEEPING -> housekeeping(at).and(Life.forgotten(registry)).and(Forgetting.longGone(registry, at));
            case DIGEST -> Digests.due(registry, at);
            case NOTIFICATION -> Bulletins.notification(registry, at);
            case REMINDER -> Editions.reminder(registry, at);
            case INVITATIONS -> Campaigns.due(registry, due.facts(), at);
            case VALIDATION -> Checks.due(registry, due.waiting(), due.facts(), at);
        };
        return done.and(new Change.DutyDone(duty, period, at.now()));
    }

    /// Another contact that counts now changes whom there is to ask: the rest follows with the next run.
    private static Decision deadlines(Registry registry, Event.Due due, Moment at) {
        Decision settled = Anchors.settled(registry, due.facts(), at);
        if (settled.changes().stream().anyMatch(Change.CaseSaved.class::isInstance)) return settled;
        Decision decision = Deadlines.due(registry, due.waiting(), due.facts(), at).and(Guests.due(registry, at)).and(settled);
        return decision.and(Relieving.overtaken(registry, Anchors.counting(registry, due.facts()), decision, at));
    }

    /// What quotas count is forgotten when it can not matter any more.
    private static Decision housekeeping(Moment at) {
        Decision decision = Decision.EMPTY;
        for (String prefix : List.of("answer:", "error:", "receipt:", "domain:", "unauthenticated:", "question:", "who:", "guess:", "failed:", "forgery:", "urgent-by:", "urgent-to:", "posted:", "posted-by:", "refused:", "posing:", "signature:", Disputes.PREFIX, Anchors.COUNTED))
            decision = decision.and(new Change.CountsForgotten(prefix, at.now().minus(QUOTA_MEMORY)));
        for (String prefix : List.of("block:", "denied:", "recorded:", "again:", "unreachable:", "silent:", "opposite:", "clock:")) decision = decision.and(new Change.CountsForgotten(prefix, at.now().minus(LONG_MEMORY)));
        decision = decision.and(new Change.CountsForgotten("entry:", at.now().minus(OUTAGE_MEMORY)), new Change.CountsForgotten(Scores.PREFIX, at.now().minus(LONG_MEMORY)), new Change.CountsForgotten(Switches.PREFIX, at.now().minus(POST_MEMORY)),
                new Change.CountsForgotten(Posts.ARCHIVE, at.now().minus(POST_MEMORY)));
        for (String prefix : List.of(Mailings.PREFIX, Mailings.BACK)) decision = decision.and(new Change.CountsForgotten(prefix, at.now().minus(Mailings.MEMORY)));
        decision = decision.and(new Change.CountsForgotten(Scores.HARD, at.now().minus(LONG_MEMORY)), new Change.CountsForgotten(Complaints.PREFIX, at.now().minus(LONG_MEMORY)),
                new Change.CountsForgotten(Proposals.PREFIX, at.now().minus(LONG_MEMORY)), new Change.CountsForgotten(Proposals.TOLD, at.now().minus(OUTAGE_MEMORY)), new Change.CountsForgotten(TechContact.SEEN, at.now().minus(TechContact.MEMORY)));
        return decision.and(new Change.PostsForgotten(at.now().minus(POST_MEMORY)), new Change.DutiesForgotten(at.now().minus(LONG_MEMORY)), new Change.MissedForgotten(at.now().minus(OUTAGE_MEMORY)));
    }

    /// The Secretariat's periodic report (P3): what happened since the last one and what waits.
    private static Decision report(Registry registry, Moment at) {
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        if (secretariat.isEmpty()) return Decision.EMPTY;
        ZoneId zone = registry.rules().listCalendar().zone();
        Instant from = at.now().minus(Duration.ofDays(7));
        int invited = 0;
        int admitted = 0;
        int denied = 0;
        int failed = 0;
        List<Content.Waiting> waiting = new ArrayList<>();
        for (Case matter : registry.cases()) {
            if (matter.matter().personal() || Checks.is(matter)) continue;
            if (matter.opened().isAfter(from) && invited(matter)) invited++;
            if (matter.stage() instanceof Stage.Ended ended && ended.at().isAfter(from)) {
                switch (ended.outcome()) {
                    case ADMITTED -> admitted++;
                    case DENIED -> denied++;
                    case FAILED -> failed++;
                    default -> {}
                }
            }
            if (matter.open()) waiting.add(new Content.Waiting(matter.number(), matter.tld(), matter.stage().getClass().getSimpleName(), LocalDate.ofInstant(matter.opened(), zone)));
        }
        Content content = new Content.Report(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(at.now(), zone), invited, admitted, denied, failed, List.copyOf(waiting), Life.silent(registry, at.now()), Anchors.moved(registry, from, zone));
        Letter letter = new Letter(at.name("report", 16), content, Language.EN, secretariat, List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.VERP, false, false, at.now().plus(Duration.ofDays(7)));
        return Decision.EMPTY.and(letter);
    }

    private static boolean invited(Case matter) {
        return matter.matter() instanceof Matter.Invitation || (matter.matter() instanceof Matter.Admission wish && wish.origin() == Matter.Origin.INVITED);
    }
}

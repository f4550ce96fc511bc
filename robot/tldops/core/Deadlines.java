package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is due by the calendar (R031, R032, R043, SPEC 1.10): reminders, failures, ends of holds, questions whose turn
/// has come, addresses that never answered.
final class Deadlines {
    private Deadlines() {}

    static final Duration ACTION_LIVES = Duration.ofDays(1);

    static Decision due(Registry registry, Waiting mail, Moment at) {
        Decision decision = Decision.EMPTY;
        Set<Tld> waiting = new TreeSet<>();
        for (Case matter : registry.openCases()) {
            if (matter.matter() instanceof Matter.Urgent call) decision = decision.and(Urgency.due(registry, matter, call, at));
            else if (matter.stage() instanceof Stage.Queued) matter.tld().ifPresent(waiting::add);
            else if (!mail.concerns(matter)) decision = decision.and(due(registry, matter, at));
        }
        for (Tld tld : waiting) decision = decision.and(Questions.next(registry, tld, at));
        return decision.and(unproved(registry, mail, at)).and(Absence.over(registry, at)).and(Delegates.expired(registry, at)).and(Reach.due(registry, at));
    }

    private static Decision due(Registry registry, Case matter, Moment at) {
        Rules.Times times = registry.rules().times();
        if (matter.matter().personal()) return at.now().isAfter(matter.opened().plus(ACTION_LIVES)) ? silently(matter, at) : Decision.EMPTY;
        return switch (matter.stage()) {
            case Stage.Written written when passed(registry, matter, written.at(), 2 * times.failureDays(), at.now()) -> undelivered(registry, matter, at);
            case Stage.Asked asked when passed(registry, matter, asked.accepted(), times.failureDays() + asked.extra(), at.now()) -> failed(registry, matter, at);
            case Stage.Asked asked when reminds(matter) && passed(registry, matter, asked.accepted(), times.reminderDays(), at.now()) -> remind(registry, matter, asked, at);
            case Stage.Reminded reminded when passed(registry, matter, reminded.accepted(), times.failureDays() + reminded.extra(), at.now()) -> failed(registry, matter, at);
            case Stage.Held held when passed(registry, listCalendar(matter), held.since(), times.heldDays() + held.extra(), at.now()) ->
                    Failures.end(registry, matter, Stage.Outcome.FAILED, "the Secretariat did not answer (P3)", at);
            default -> Decision.EMPTY;
        };
    }

    private static boolean passed(Registry registry, Case matter, Instant from, int days, Instant now) {
        return !now.isBefore(Days.due(registry, matter.tld(), from, days));
    }

    private static Case listCalendar(Case matter) {
        return new Case(matter.number(), Optional.empty(), matter.matter(), matter.stage(), matter.asked(), matter.language(), matter.opened(), matter.tokens(), matter.reopened());
    }

    /// Corrections and choices are not chased: who sent the form knows.
    static boolean reminds(Case matter) {
        return matter.matter() instanceof Matter.Invitation || matter.matter() instanceof Matter.Admission || matter.matter() instanceof Matter.ReplaceWhom || matter.matter() instanceof Matter.Change;
    }

    private static Decision remind(Registry registry, Case matter, Stage.Asked asked, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Content.LastDay last = Days.last(registry, matter.tld(), asked.accepted(), registry.rules().times().failureDays() + asked.extra());
        Case reminded = matter.at(new Stage.Reminded(asked.accepted(), asked.extra(), at.now()));
        String reason = "no answer in " + registry.rules().times().reminderDays() + " working days (R031, X17)";
        if (matter.matter() instanceof Matter.ReplaceWhom || matter.matter() instanceof Matter.Change) return Questions.askAgain(registry, matter, reminded.stage(), Journal.of("", reason), at);
        Letters.Asking asking = switch (matter.matter()) {
            case Matter.Invitation _ -> Letters.question(registry, reminded, Issued.Purpose.FORM, matter.asked(), new Content.InvitationReminder(tld, registry.rules().ssc().max(), last), at);
            case Matter.Admission wish -> Letters.question(registry, reminded, Issued.Purpose.VERDICT, matter.asked(),
                    new Content.QuestionReminder(tld, wish.newcomers(), last, Questions.unproved(wish)), at);
            default -> throw new IllegalStateException("nobody is reminded of a " + matter.matter().getClass().getSimpleName());
        };
        return Decision.of(Journal.of("reminded", reason, matter, asking.matter()))
                .and(new Change.CaseSaved(asking.matter()))
                .and(asking.letter());
    }

    /// Long after its letter should have been written anew nothing is known of it; sending is held, perhaps (P3: nothing
    /// waits without an end).
    private static Decision undelivered(Registry registry, Case matter, Moment at) {
        return reminds(matter) ? Oversight.hold(registry, matter, Stage.Why.UNREACHABLE, "our letter has not left for " + 2 * registry.rules().times().failureDays() + " working days", true, at) : silently(matter, at);
    }

    /// Nothing came in time. An invitation: the Secretariat is asked whether to try once more (R032, R034); an application:
    /// the SSC is told, so that he can take it up inside his ccTLD (R043).
    private static Decision failed(Registry registry, Case matter, Moment at) {
        if (!reminds(matter)) return silently(matter, at);
        String details = "no answer from the admin contact in " + registry.rules().times().failureDays() + " working days";
        if (!(matter.matter() instanceof Matter.Invitation)) return Failures.end(registry, matter, Stage.Outcome.FAILED, details, at);
        Case ended = matter.at(new Stage.Ended(Stage.Outcome.FAILED, at.now(), Optional.empty()));
        return Oversight.escalate(registry, matter, ended, Stage.Why.NO_ANSWER, details, true, at);
    }

    private static Decision silently(Case matter, Moment at) {
        Case ended = matter.at(new Stage.Ended(Stage.Outcome.FAILED, at.now(), Optional.empty()));
        return Decision.of(Journal.of("expired", "nobody answered", matter, ended)).and(new Change.CaseSaved(ended));
    }

    /// The admin contact hears once of an SSC whose address never answered (L38).
    private static Decision unproved(Registry registry, Waiting mail, Moment at) {
        Decision decision = Decision.EMPTY;
        int days = registry.rules().times().proofDays();
        for (Member member : registry.members()) {
            if (Prospect.unproved(registry, member).filter(due -> !at.now().isBefore(due)).isEmpty() || mail.concerns(member)) continue;
            Optional<Case> matter = registry.caseNumber(member.caseNumber());
            if (matter.isEmpty()) continue;
            Content content = new Content.AddressUnproved(member.tld(), member.person(), days);
            decision = decision.and(new Change.MemberSaved(member.told()))
                    .and(Letters.notice(registry, matter.get(), java.util.List.of(matter.get().asked()), content, matter.get().language(), at))
                    .and(Journal.of("address unproved", "no answer in " + days + " working days (L38)", member.tld()));
        }
        return decision;
    }
}

package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is due by the calendar (R031, R032, R043, SPEC 1.10): reminders, failures, ends of holds, questions whose turn
/// has come, addresses that never answered.
final class Deadlines {
    private Deadlines() {}

    static final Duration ACTION_LIVES = Duration.ofDays(1);

    /// The ccTLDs whose admin contact something goes to now: a question whose turn has come, a reminder, the news of an
    /// address that never answered.
    static Set<Tld> asking(Registry registry, Instant now) {
        Set<Tld> tlds = new TreeSet<>();
        for (Case matter : registry.openCases()) {
            boolean reminder = matter.stage() instanceof Stage.Asked asked && reminds(matter) && passed(registry, matter, asked.accepted(), registry.rules().times().reminderDays(), now);
            if (Disputes.holds(matter)) matter.tld().ifPresent(tlds::add);
            if (reminder || matter.stage() instanceof Stage.Queued) matter.tld().filter(tld -> reminder || Questions.turn(registry, tld, now).isPresent()).ifPresent(tlds::add);
        }
        registry.members().stream().filter(member -> neverAnswered(registry, member, now)).map(Member::tld).forEach(tlds::add);
        tlds.addAll(Reforming.asking(registry));
        return tlds;
    }

    /// @param facts what IANA says of the ccTLDs that are [#asking]
    static Decision due(Registry registry, Waiting mail, Facts facts, Moment at) {
        Decision decision = Decision.EMPTY;
        Set<Tld> waiting = new TreeSet<>();
        for (Case matter : registry.openCases()) {
            if (matter.matter() instanceof Matter.Urgent call) decision = decision.and(Urgency.due(registry, matter, call, at));
            else if (matter.stage() instanceof Stage.Queued) matter.tld().ifPresent(waiting::add);
            else if (!mail.concerns(matter) && !Checks.is(matter) && !(matter.matter() instanceof Matter.Reconfirmation)) decision = decision.and(due(registry, matter, facts, at));
        }
        for (Tld tld : waiting) decision = decision.and(Questions.next(registry, tld, facts, at));
        decision = decision.and(Reforming.due(registry, mail, facts, decision, at));
        return decision.and(unproved(registry, mail, facts, at)).and(Absence.over(registry, at)).and(Relieving.expired(registry, at)).and(Reach.due(registry, at)).and(Reconfirming.due(registry, mail, at));
    }

    private static Decision due(Registry registry, Case matter, Facts facts, Moment at) {
        Rules.Times times = registry.rules().times();
        if (matter.matter().personal()) return at.now().isAfter(matter.opened().plus(ACTION_LIVES)) ? silently(matter, at) : Decision.EMPTY;
        return switch (matter.stage()) {
            case Stage.Written written when passed(registry, matter, written.at(), 2 * times.failureDays(), at.now()) -> undelivered(registry, matter, at);
            case Stage.Asked asked when passed(registry, matter, asked.accepted(), times.failureDays() + asked.extra(), at.now()) -> failed(registry, matter, at);
            case Stage.Asked asked when reminds(matter) && passed(registry, matter, asked.accepted(), times.reminderDays(), at.now()) ->
                    Whom.today(registry, matter, facts, false, today -> today.asked().equals(matter.asked()) ? remind(registry, matter, asked, at) : anew(registry, today, facts, at), at);
            case Stage.Reminded reminded when passed(registry, matter, reminded.accepted(), times.failureDays() + reminded.extra(), at.now()) -> failed(registry, matter, at);
            case Stage.Held _ when Disputes.settled(registry, matter, facts, at).isPresent() -> Disputes.settled(registry, matter, facts, at).get();
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
                    new Content.QuestionReminder(tld, wish.newcomers(), Oddities.doubts(registry, tld, matter.asked(), wish.newcomers(), List.of()), last, Questions.unproved(wish)), at);
            default -> throw new IllegalStateException("nobody is reminded of a " + matter.matter().getClass().getSimpleName());
        };
        return Decision.of(Journal.of("reminded", reason, matter, asking.matter()))
                .and(new Change.CaseSaved(asking.matter()))
                .and(asking.letter());
    }

    /// Another admin contact than the one who was asked has not been asked at all: he gets the whole question, and his own days.
    private static Decision anew(Registry registry, Case matter, Facts facts, Moment at) {
        Authority authority = facts.of(matter.tld().orElseThrow());
        String reason = "IANA names another admin contact than the one who was asked (N01)";
        return matter.matter() instanceof Matter.Invitation
                ? Invitations.write(registry, matter, authority, reason, at)
                : Questions.ask(registry, matter, false, Journal.of("", reason).evidence(authority), at);
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

    private static boolean neverAnswered(Registry registry, Member member, Instant now) {
        return Prospect.unproved(registry, member).filter(due -> !now.isBefore(due)).isPresent();
    }

    /// The admin contact hears once of an SSC whose address never answered (L38); while IANA is silent that waits.
    private static Decision unproved(Registry registry, Waiting mail, Facts facts, Moment at) {
        Decision decision = Decision.EMPTY;
        int days = registry.rules().times().proofDays();
        for (Member member : registry.members()) {
            if (!neverAnswered(registry, member, at.now()) || mail.concerns(member) || facts.of(member.tld()).unsettled().isPresent() || Anchors.fresh(registry, member.tld(), facts.of(member.tld()))) continue;
            Optional<Case> matter = registry.caseNumber(member.caseNumber());
            if (matter.isEmpty()) continue;
            Content content = new Content.AddressUnproved(member.tld(), member.person(), days);
            decision = decision.and(new Change.MemberSaved(member.told())).and(Journal.of("address unproved", "no answer in " + days + " working days (L38)", member.tld()));
            Optional<Address> admin = facts.of(member.tld()).address();
            if (admin.isPresent()) decision = decision.and(Letters.notice(registry, matter.get(), List.of(admin.get()), content, matter.get().language(), at));
        }
        return decision;
    }
}

package tldops.core;

import static tldops.core.Request.Word.*;

import java.util.Optional;
import java.util.Set;

/// The Secretariat's word on a held or failed case: release, extend, close (P3). By mail or by `tldops case`.
final class Judgments {
    private Judgments() {}

    private static final int DEFAULT_DAYS = 5;
    private static final int MOST_DAYS = 20;

    static Decision came(Registry registry, Bearings.Held held, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        boolean ours = mail.from().filter(registry.rules()::secretariat).isPresent();
        Standing.Relation relation = ours ? Standing.Relation.SECRETARIAT : Standing.Relation.STRANGER;
        Standing.Then then = Standing.of(relation, Standing.Asks.OVERSEE, Standing.proof(mail, held.issued().live()), registry.rules().trust());
        if (then == Standing.Then.SILENCE) return Decision.nothing("the mail failed its own domain's DMARC (P2)");
        if (then != Standing.Then.ACT)
            return Decision.of(Journal.of("refused", "only the authenticated Secretariat judges (P3)", held.matter(), held.matter()))
                    .and(Answering.answer(registry, mail, false, new Content.NotAuthorised(held.matter().tld(), Content.Why.ANSWER_FROM_ELSEWHERE), Language.EN, at));
        Optional<Request.Word> word = Answers.verdict(answer, Set.of(RELEASE, EXTEND, CLOSE));
        if (word.isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.OVERSIGHT, answer.words().size() > 1, at);
        int days = answer.numbers().isEmpty() ? DEFAULT_DAYS : Math.clamp(answer.numbers().getFirst(), 1, MOST_DAYS);
        Optional<Decision> judged = judge(registry, held.matter(), word.get(), days, facts, at);
        Content content = new Content.Judged(held.matter().number(), held.matter().tld(), word.get(), days, judged.isPresent());
        return judged.orElse(Decision.of(Journal.of("not possible", word.get().name(), held.matter(), held.matter()))).and(Answering.answer(registry, mail, true, content, Language.EN, at));
    }

    static Decision ordered(Registry registry, Event.Order.Judge order, Facts facts, Moment at) {
        Optional<Case> matter = registry.caseNumber(order.caseNumber());
        if (matter.isEmpty()) return Decision.of(Journal.of("not possible", "there is no case " + order.caseNumber()));
        int days = order.days() == 0 ? DEFAULT_DAYS : Math.clamp(order.days(), 1, MOST_DAYS);
        return judge(registry, matter.get(), order.word(), days, facts, at)
                .orElse(Decision.of(Journal.of("not possible", order.word().name(), matter.get(), matter.get())));
    }

    private static Optional<Decision> judge(Registry registry, Case matter, Request.Word word, int days, Facts facts, Moment at) {
        return switch (word) {
            case RELEASE -> release(registry, matter, Journal.of("", "released by the Secretariat (P3)"), facts, at);
            case EXTEND -> extend(registry, matter, days, at);
            case CLOSE -> close(registry, matter, at);
            default -> Optional.empty();
        };
    }

    /// The IANA address of today is asked again.
    static Optional<Decision> release(Registry registry, Case matter, Journal why, Facts facts, Moment at) {
        if (matter.matter() instanceof Matter.ManyMoved) return ManyMoved.released(registry, matter, at);
        boolean stuck = (matter.stage() instanceof Stage.Held held && held.resumable()) || failed(matter);
        Optional<Address> admin = matter.tld().map(facts::of).flatMap(now -> TechContact.asked(registry, matter, now, at));
        if (!stuck || admin.isEmpty()) return Optional.empty();
        Case fresh = matter.asking(admin.get()).spent(Issued.Purpose.OVERSIGHT);
        if (overtaken(registry, matter)) return Optional.empty();
        return switch (matter.matter()) {
            case Matter.Invitation _ -> Optional.of(Invitations.write(registry, fresh, facts.of(matter.tld().orElseThrow()), why.reason(), at));
            case Matter.Admission _, Matter.ReplaceWhom _, Matter.Change _, Matter.Appointment _ -> Optional.of(Questions.ask(registry, fresh, true, why, at));
            default -> Optional.empty();
        };
    }

    /// Another question of its ccTLD is open, or the invitation has been answered otherwise. An invitation that is open
    /// stands in no question's way, as it does not before.
    private static boolean overtaken(Registry registry, Case matter) {
        Tld tld = matter.tld().orElseThrow();
        boolean another = registry.casesOf(tld).stream().anyMatch(other -> other.number() != matter.number() && other.open()
                && ((matter.matter() instanceof Matter.Invitation && other.matter() instanceof Matter.Invitation) || Questions.asks(other)));
        return another || (matter.matter() instanceof Matter.Invitation && Imports.settled(registry, tld));
    }

    private static Optional<Decision> extend(Registry registry, Case matter, int days, Moment at) {
        int limit = registry.rules().times().failureDays();
        Stage next = switch (matter.stage()) {
            case Stage.Held held -> new Stage.Held(held.why(), held.since(), held.extra() + days, held.resumable());
            case Stage.Asked asked -> new Stage.Asked(asked.accepted(), asked.extra() + days);
            case Stage.Reminded reminded -> new Stage.Reminded(reminded.accepted(), reminded.extra() + days, reminded.reminded());
            case Stage.Ended _ when recentlyFailed(registry, matter, at) && Deadlines.reminds(matter) && !overtaken(registry, matter) -> new Stage.Reminded(at.now(), days - limit, at.now());
            default -> matter.stage();
        };
        if (next.equals(matter.stage())) return Optional.empty();
        Case extended = matter.at(next);
        return Optional.of(Decision.of(Journal.of("extended", "by " + days + " working days, by the Secretariat (P3)", matter, extended)).and(new Change.CaseSaved(extended)));
    }

    private static Optional<Decision> close(Registry registry, Case matter, Moment at) {
        if (failed(matter)) return Optional.of(Decision.of(Journal.of("closed", "it has failed, and stays so (P3)", matter, matter)));
        if (!matter.open()) return Optional.empty();
        return Optional.of(Failures.end(registry, matter, Stage.Outcome.CLOSED, "closed by the Secretariat (P3)", at));
    }

    /// The question about a failed case is open for as long as one about a held case.
    private static boolean recentlyFailed(Registry registry, Case matter, Moment at) {
        return failed(matter) && matter.stage() instanceof Stage.Ended ended
                && at.now().isBefore(Days.due(registry, Optional.empty(), ended.at(), registry.rules().times().heldDays()));
    }

    private static boolean failed(Case matter) {
        return matter.stage() instanceof Stage.Ended ended && ended.outcome() == Stage.Outcome.FAILED;
    }
}

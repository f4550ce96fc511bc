package tldops.core;

import java.util.List;
import java.util.Optional;

/// A delegate speaks for nobody any more (X31, N23): his appointment is taken back, the admin contact ends it, his last day
/// is over, or IANA names another contact than the one who named him.
final class Relieving {
    private Relieving() {}

    static Content news(Delegate delegate, ChangeContent.DelegateNews.News news) {
        return new ChangeContent.DelegateNews(delegate.tld(), delegate.address(), delegate.until(), news);
    }

    private static Optional<Delegate> of(Registry registry, Case matter) {
        return registry.delegate(matter.tld().orElseThrow()).filter(delegate -> delegate.caseNumber() == matter.number());
    }

    /// Why this appointment can not be taken back any more (P7); what the delegate did since stands on its own.
    static Optional<Content.Obstacle> obstacle(Registry registry, Case matter, Facts facts, Moment at) {
        Optional<Delegate> delegate = of(registry, matter);
        boolean late = matter.stage() instanceof Stage.Ended ended && ended.undo().filter(undo -> at.now().isBefore(undo.until())).isEmpty();
        if (late || delegate.isEmpty()) return Optional.of(Content.Obstacle.TOO_LATE);
        return facts.of(delegate.get().tld()).address().filter(delegate.get().by()::equals).isPresent() ? Optional.empty() : Optional.of(Content.Obstacle.CONTACT_CHANGED);
    }

    static Decision undone(Registry registry, Case matter, String decider, String reason, Moment at) {
        Delegate delegate = of(registry, matter).orElseThrow();
        Case ended = matter.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.UNDO).asking(delegate.by()).at(new Stage.Ended(Stage.Outcome.UNDONE, at.now(), Optional.empty()));
        return Decision.of(Journal.of("undone", reason, matter, ended).people(List.of(delegate.address().toString())))
                .and(new Change.DelegateGone(delegate.tld()), new Change.CaseSaved(ended))
                .and(Letters.notice(registry, ended, List.of(delegate.by()), news(delegate, ChangeContent.DelegateNews.News.ENDED), matter.language(), at))
                .and(gone(registry, ended, delegate, ChangeContent.DelegateNews.News.ENDED, at))
                .and(Oversight.copy(registry, ended, "delegate ended", List.of(), decider, reason + ": " + delegate.address(), at));
    }

    static Decision ended(Registry registry, Case matter, Matter.Appointment appointment, Admissions.Act act, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Case ended = matter.spent(Issued.Purpose.VERDICT).at(new Stage.Ended(Stage.Outcome.ANSWERED, at.now(), Optional.empty()));
        Content news = new ChangeContent.DelegateNews(tld, appointment.delegate(), appointment.until(), ChangeContent.DelegateNews.News.ENDED);
        return Decision.of(Journal.of("delegate ended", act.reason(), matter, ended).evidence(act.authority()).people(List.of(appointment.delegate().toString())))
                .and(new Change.DelegateGone(tld), new Change.CaseSaved(ended))
                .and(unasked(registry, tld, at))
                .and(Letters.notice(registry, ended, List.of(matter.asked()), news, matter.language(), at))
                .and(registry.delegate(tld).map(delegate -> gone(registry, ended, delegate, ChangeContent.DelegateNews.News.ENDED, at)).orElse(Decision.EMPTY))
                .and(Oversight.copy(registry, ended, "delegate ended", List.of(), matter.asked(), act.reason() + ": " + appointment.delegate(), at));
    }

    /// He has not answered yet whether he accepts; nobody waits for that any more.
    private static Decision unasked(Registry registry, Tld tld, Moment at) {
        return registry.delegate(tld).flatMap(delegate -> registry.caseNumber(delegate.caseNumber())).filter(Case::open)
                .map(asked -> Decision.EMPTY.and(new Change.CaseSaved(asked.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.UNDO).at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty())))))
                .orElse(Decision.EMPTY);
    }

    static Decision gone(Registry registry, Case matter, Delegate delegate, ChangeContent.DelegateNews.News why, Moment at) {
        return delegate.proved().isEmpty() ? Decision.EMPTY : Decision.EMPTY.and(Letters.notice(registry, matter, List.of(delegate.address()), news(delegate, why), matter.language(), at));
    }

    /// IANA names another contact than the one who appointed him: it is over, whatever it was that we asked IANA for.
    ///
    /// @param decision what else follows; a delegate that it names or ends is none of ours
    static Decision overtaken(Registry registry, Facts facts, Decision decision, Moment at) {
        Decision over = Decision.EMPTY;
        for (Delegate delegate : registry.delegates()) {
            Optional<Address> admin = facts.of(delegate.tld()).address().filter(address -> !address.equals(delegate.by()));
            boolean settled = decision.changes().stream().anyMatch(change -> (change instanceof Change.DelegateGone(var tld) && tld.equals(delegate.tld()))
                    || (change instanceof Change.DelegateSaved(var other) && other.tld().equals(delegate.tld())));
            Optional<Case> matter = Questions.cases(registry, delegate.tld(), decision).stream().filter(one -> one.number() == delegate.caseNumber()).findFirst();
            if (admin.isEmpty() || Anchors.waits(registry, delegate.tld()) || settled || matter.isEmpty()) continue;
            Case ended = matter.get().spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.UNDO).asking(delegate.by());
            ended = ended.open() ? ended.at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty())) : ended;
            String reason = "IANA names another contact than the one who named him (X31)";
            over = over.and(Journal.of("delegate ended", reason, matter.get(), ended).evidence(facts.of(delegate.tld())).people(List.of(delegate.address().toString())))
                    .and(new Change.DelegateGone(delegate.tld()), new Change.CaseSaved(ended))
                    .and(Letters.notice(registry, ended, List.of(admin.get()), news(delegate, ChangeContent.DelegateNews.News.CONTACT_CHANGED), ended.language(), at))
                    .and(gone(registry, ended, delegate, ChangeContent.DelegateNews.News.CONTACT_CHANGED, at))
                    .and(Oversight.copy(registry, ended, "delegate ended", List.of(), "IANA", reason + ": " + delegate.address(), at));
        }
        return over;
    }

    /// His last day is over.
    static Decision expired(Registry registry, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Delegate delegate : registry.delegates()) {
            if (!Delegates.today(registry, delegate.tld(), at).isAfter(delegate.until())) continue;
            decision = decision.and(new Change.DelegateGone(delegate.tld())).and(Journal.of("delegate ended", "his last day is over (X31)", delegate.tld()));
            Optional<Case> matter = registry.caseNumber(delegate.caseNumber());
            if (matter.isEmpty() || delegate.proved().isEmpty()) continue;
            Content news = new ChangeContent.DelegateNews(delegate.tld(), delegate.address(), delegate.until(), ChangeContent.DelegateNews.News.EXPIRED);
            for (Address to : List.of(delegate.by(), delegate.address())) decision = decision.and(Letters.notice(registry, matter.get(), List.of(to), news, matter.get().language(), at));
        }
        return decision;
    }
}

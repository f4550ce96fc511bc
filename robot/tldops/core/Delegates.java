package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who may speak for an admin contact, exactly as X31 has it (N23): appointed with both proofs, proved by his own address,
/// one for a ccTLD, twelve months at most, and no longer than the contact that appointed him stands at IANA.
final class Delegates {
    private Delegates() {}

    private static final int MONTHS = 12;

    /// Whether the sender is a delegate of this ccTLD now. How sure that is, his proofs say.
    static boolean speaks(Registry registry, Mail mail, Tld tld, Address admin, Moment at) {
        return registry.rules().changes().delegates() && registry.delegate(tld).filter(delegate -> mail.isFrom(delegate.address()) && delegate.proved().isPresent()
                && delegate.by().equals(admin) && !today(registry, tld, at).isAfter(delegate.until())).isPresent();
    }

    static LocalDate today(Registry registry, Tld tld, Moment at) {
        return LocalDate.ofInstant(at.now(), registry.rules().ccTld(tld).calendar().zone());
    }

    // ---- the admin contact's commands

    static Decision appoint(Registry registry, Mail mail, Request.Command.Delegate command, Tld tld, Facts facts, Decision before, Moment at) {
        Authority.Known authority = (Authority.Known) facts.of(tld);
        if (!registry.rules().changes().delegates()) return Steering.refused(registry, mail, tld, command, ChangeContent.CommandRefused.Reason.DELEGATES_OFF, at);
        boolean unusable = registry.rules().list().owns(command.address()) || registry.rules().secretariat(command.address()) || command.address().equals(authority.admin());
        if (unusable) return Steering.refused(registry, mail, tld, command, ChangeContent.CommandRefused.Reason.ADDRESS_UNUSABLE, at);
        LocalDate today = today(registry, tld, at);
        LocalDate longest = today.plusMonths(MONTHS);
        LocalDate until = command.until().filter(day -> day.isBefore(longest)).orElse(longest);
        if (until.isBefore(today)) return Steering.refused(registry, mail, tld, command, ChangeContent.CommandRefused.Reason.DAY_PASSED, at);
        return question(registry, mail, new Matter.Appointment(command.address(), until, proved(mail) ? Matter.Step.APPOINT : Matter.Step.APPOINT_UNPROVED), tld, facts, before, at);
    }

    static Decision end(Registry registry, Mail mail, Request.Command.Undelegate command, Tld tld, Facts facts, Decision before, Moment at) {
        Authority.Known authority = (Authority.Known) facts.of(tld);
        Optional<Delegate> delegate = registry.delegate(tld);
        if (delegate.isEmpty()) return Steering.refused(registry, mail, tld, command, ChangeContent.CommandRefused.Reason.NO_DELEGATE, at);
        Matter.Appointment appointment = new Matter.Appointment(delegate.get().address(), delegate.get().until(), proved(mail) ? Matter.Step.END : Matter.Step.END_UNPROVED);
        Standing.Then then = Standing.of(Standing.Relation.ADMIN_CONTACT, Standing.Asks.UNDELEGATE, Standing.proof(mail, false), Standing.trust(registry, tld, authority, at));
        if (then == Standing.Then.QUESTION) return question(registry, mail, appointment, tld, facts, before, at);
        if (then != Standing.Then.ACT) return Decision.nothing("refused by Standing");
        Case matter = opened(registry, mail, appointment, tld, authority, before, at);
        return Relieving.ended(registry, matter, appointment, new Admissions.Act(false, "the admin contact's command (X31)", authority, 0), at);
    }

    private static boolean proved(Mail mail) {
        return Standing.proof(mail, false) == Standing.Proof.AUTHENTICATED;
    }

    private static Case opened(Registry registry, Mail mail, Matter.Appointment appointment, Tld tld, Authority.Known authority, Decision before, Moment at) {
        return new Case(registry.nextCase(Opened.by(registry, before)), Optional.of(tld), appointment, new Stage.Queued(), authority.admin(), mail.language(), at.now(), List.of(), false);
    }

    private static Decision question(Registry registry, Mail mail, Matter.Appointment appointment, Tld tld, Facts facts, Decision before, Moment at) {
        Authority.Known authority = (Authority.Known) facts.of(tld);
        Case matter = opened(registry, mail, appointment, tld, authority, before, at);
        return Submission.question(registry, matter, appointment, Standing.Relation.ADMIN_CONTACT, Standing.proof(mail, false), Steering.sent(mail, facts, before),
                Journal.of("", "a delegate needs both proofs (X31)").evidence(authority), at);
    }

    static Decision ask(Registry registry, Case matter, Matter.Appointment appointment, boolean again, Journal why, Moment at) {
        Content content = new ChangeContent.DelegateQuestion(matter.tld().orElseThrow(), appointment.delegate(), appointment.until(), appointment.ends(),
                Days.last(registry, matter.tld(), at.now(), registry.rules().times().failureDays()), again);
        Letters.Asking asking = Letters.question(registry, matter.at(new Stage.Written(at.now())), Issued.Purpose.VERDICT, matter.asked(), content, at);
        return Decision.of(Journal.of("question asked", why.reason(), matter, asking.matter()).restingOn(why.evidence()).people(List.of(appointment.delegate().toString())))
                .and(new Change.CaseSaved(asking.matter()), new Change.Counted(Questions.questionKey(matter.asked()), at.now())).and(asking.letter());
    }

    // ---- answers

    /// The admin contact said yes: the delegate's own address is asked, and until it answers he is nobody.
    static Decision confirmed(Registry registry, Case matter, Matter.Appointment appointment, Admissions.Act act, Moment at) {
        if (appointment.ends()) return Relieving.ended(registry, matter, appointment, act, at);
        Tld tld = matter.tld().orElseThrow();
        Delegate delegate = new Delegate(tld, appointment.delegate(), matter.asked(), appointment.until(), Optional.empty(), matter.number());
        Matter.Appointment proving = new Matter.Appointment(appointment.delegate(), appointment.until(), Matter.Step.PROVE);
        Case waits = matter.spent(Issued.Purpose.VERDICT).about(proving).asking(appointment.delegate()).at(new Stage.Written(at.now()));
        Content news = new ChangeContent.DelegateNews(tld, appointment.delegate(), appointment.until(), ChangeContent.DelegateNews.News.ASKED);
        Letters.Asking told = Letters.question(registry, waits, Issued.Purpose.UNDO, matter.asked(), news, at);
        Content content = new ChangeContent.DelegateProof(tld, appointment.delegate(), appointment.until(), Days.last(registry, matter.tld(), at.now(), registry.rules().times().failureDays()));
        Letters.Asking asking = Letters.question(registry, told.matter(), Issued.Purpose.VERDICT, appointment.delegate(), content, at);
        return Decision.of(Journal.of("delegate named", act.reason() + " (X31)", matter, asking.matter()).evidence(act.authority()).people(List.of(appointment.delegate().toString())))
                .and(new Change.DelegateSaved(delegate), new Change.CaseSaved(asking.matter())).and(asking.letter(), told.letter())
                .and(registry.delegate(tld).filter(other -> !other.address().equals(appointment.delegate())).map(other -> Relieving.gone(registry, matter, other, ChangeContent.DelegateNews.News.ENDED, at)).orElse(Decision.EMPTY));
    }

    static Decision denied(Registry registry, Case matter, Matter.Appointment appointment, Admissions.Act act, Moment at) {
        Case ended = matter.spent(Issued.Purpose.VERDICT).at(new Stage.Ended(Stage.Outcome.DENIED, at.now(), Optional.empty()));
        Content.Result result = new Content.Result(matter.tld().orElseThrow(), Content.Result.Became.KEPT, List.of(), List.of(), List.of(), false);
        return Decision.of(Journal.of("denied", act.reason(), matter, ended).evidence(act.authority()).people(List.of(appointment.delegate().toString())))
                .and(new Change.CaseSaved(ended)).and(Letters.notice(registry, matter, List.of(matter.asked()), new Content.Done(List.of(result)), matter.language(), at));
    }

    /// The delegate's address answers for itself.
    static Decision answered(Registry registry, Bearings.Held held, Matter.Appointment appointment, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        Case matter = held.matter();
        Tld tld = matter.tld().orElseThrow();
        Optional<Delegate> named = registry.delegate(tld).filter(delegate -> delegate.caseNumber() == matter.number() && facts.of(tld).address().filter(delegate.by()::equals).isPresent());
        if (held.spent() || mail.failed() || mail.redirectedBy().isPresent() || named.isEmpty()) return Decision.of(Journal.of("nothing", "over or failed", matter, matter));
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(Request.Word.CONFIRM, Request.Word.DENY));
        if (verdict.isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.VERDICT, answer.words().size() > 1, at);
        Delegate delegate = named.get();
        return verdict.get() == Request.Word.CONFIRM ? proved(registry, matter, delegate, at) : declined(registry, matter, delegate, at);
    }

    /// From now on he speaks; the admin contact can take it back.
    private static Decision proved(Registry registry, Case matter, Delegate delegate, Moment at) {
        Instant until = at.now().plus(registry.rules().times().undo());
        Case ended = matter.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.UNDO).asking(delegate.by())
                .at(new Stage.Ended(Stage.Outcome.ANSWERED, at.now(), Optional.of(new Stage.Undo(until, List.of(), List.of(), List.of(), false))));
        Content news = Relieving.news(delegate, ChangeContent.DelegateNews.News.PROVED);
        Letters.Asking told = Letters.question(registry, ended, Issued.Purpose.UNDO, delegate.by(), news, at);
        return Decision.of(Journal.of("delegate proved", "by an answer from his own address (X31)", matter, ended).people(List.of(delegate.address().toString())))
                .and(new Change.DelegateSaved(delegate.proved(at.now())), new Change.CaseSaved(told.matter())).and(told.letter())
                .and(Letters.notice(registry, ended, List.of(delegate.address()), news, matter.language(), at))
                .and(Oversight.copy(registry, ended, "delegate registered", List.of(), delegate.by(), "until " + delegate.until() + ": " + delegate.address() + " (X31)", at));
    }

    private static Decision declined(Registry registry, Case matter, Delegate delegate, Moment at) {
        Case ended = matter.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.UNDO).asking(delegate.by()).at(new Stage.Ended(Stage.Outcome.DENIED, at.now(), Optional.empty()));
        return Decision.of(Journal.of("delegate declined", "by an answer from his own address (X31)", matter, ended).people(List.of(delegate.address().toString())))
                .and(new Change.DelegateGone(delegate.tld()), new Change.CaseSaved(ended))
                .and(Letters.notice(registry, ended, List.of(delegate.by()), Relieving.news(delegate, ChangeContent.DelegateNews.News.DECLINED), matter.language(), at));
    }
}

package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Answers to a case that is over (X32, MAIL_RULES 13): they never act themselves.
final class Late {
    private Late() {}

    /// A form for an invitation that has ended.
    ///
    /// @param before what the same mail has led to for other ccTLDs
    /// @param offset of the case numbers it may open
    static Decision form(Registry registry, Case matter, Mail mail, Form form, Facts facts, Decision before, int offset, Moment at) {
        Stage.Ended ended = (Stage.Ended) matter.stage();
        boolean unanswered = ended.outcome() == Stage.Outcome.FAILED || ended.outcome() == Stage.Outcome.CLOSED;
        if (!unanswered || matter.matter() instanceof Matter.Correction || matter.matter() instanceof Matter.Modify) {
            Mail bare = new Mail(mail.inbox(), mail.arrived(), mail.envelope(), mail.messageId(), mail.from(), mail.visible(), mail.subject(), mail.authentication(),
                    mail.redirectedBy(), List.of(), mail.bulk(), mail.language(), mail.text(), mail.digest(), mail.shown());
            return form.quoted() ? Unclear.came(registry, bare, "a form in quoted text only", at) : Submissions.came(registry, bare, form, facts, before, offset, at);
        }
        Forms.Checked checked = Forms.check(form, true, registry.rules());
        if (!checked.good()) return mend(registry, matter, ended, mail, form, checked, facts, before, at);
        return reopen(registry, matter, ended, new Matter.Admission(Matter.Origin.LATE, checked.newcomers(), List.of()), mail, facts, before, at);
    }

    /// It has defects: the case is open again while they are mended (X32, N06).
    private static Decision mend(Registry registry, Case matter, Stage.Ended ended, Mail mail, Form form, Forms.Checked checked, Facts facts, Decision before, Moment at) {
        if (!mayReopen(registry, matter, ended, mail, facts, at)) return tooLate(registry, matter, mail, at);
        Case again = matter.again().about(new Matter.Correction(form, mail.from().orElseThrow(), List.of())).spent(Issued.Purpose.FORM);
        Submissions.Sent sent = new Submissions.Sent(mail, form, Optional.empty(), Optional.empty(), facts, before);
        return Corrections.ask(registry, sent, again, checked.defects(), Standing.Relation.ADMIN_CONTACT, at);
    }

    /// A word to a question that has ended.
    static Decision verdict(Registry registry, Bearings.Held held, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        Case matter = held.matter();
        Stage.Ended ended = (Stage.Ended) matter.stage();
        boolean yes = answer.words().contains(Request.Word.CONFIRM);
        boolean no = answer.words().contains(Request.Word.DENY) || answer.words().contains(Request.Word.BLOCK);
        return switch (ended.outcome()) {
            case FAILED, CLOSED -> no && !yes ? recorded(registry, matter, ended, mail, at) : wish(matter).map(wish -> reopen(registry, matter, ended, wish, mail, facts, Decision.EMPTY, at)).orElseGet(() -> tooLate(registry, matter, mail, at));
            case ADMITTED, CHANGED -> no && !yes && !mail.failed() ? notSo(registry, matter, ended, mail, facts, at) : recorded(registry, matter, ended, mail, at);
            case DENIED -> yes && !no && !mail.failed() ? afterAll(registry, matter, ended, mail, facts, at) : recorded(registry, matter, ended, mail, at);
            case SUPERSEDED -> present(registry, matter, mail)
                    .map(now -> Verdicts.again(registry, now, mail, "an older question was answered (L23)", at))
                    .orElseGet(() -> recorded(registry, matter, ended, mail, at));
            case ANSWERED, UNDONE -> recorded(registry, matter, ended, mail, at);
        };
    }

    /// The question that took the place of this one.
    private static Optional<Case> present(Registry registry, Case matter, Mail mail) {
        return matter.tld().stream().flatMap(tld -> registry.casesOf(tld).stream())
                .filter(other -> Questions.asks(other) && mail.isFrom(other.asked()) && !(other.stage() instanceof Stage.Held))
                .findFirst();
    }

    /// A yes was done, and now comes a no: nobody guesses which counts, and nothing moves (MAIL_RULES 13). While the act can
    /// be undone, the no is taken as a hint to `undo`, and that way stays open as it was (P6, P7).
    private static Decision notSo(Registry registry, Case matter, Stage.Ended ended, Mail mail, Facts facts, Moment at) {
        boolean his = facts.of(matter.tld().orElseThrow()).address().filter(matter.asked()::equals).isPresent();
        if (!his || ended.undo().filter(undo -> at.now().isBefore(undo.until())).isEmpty()) return recorded(registry, matter, ended, mail, at);
        return hint(registry, matter, mail, at);
    }

    /// The admin contact's second word about the delegate whom he has named.
    static Decision appointed(Registry registry, Case matter, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        boolean no = answer.words().contains(Request.Word.DENY) && !answer.words().contains(Request.Word.CONFIRM) && !mail.failed();
        if (no && Relieving.obstacle(registry, matter, facts, at).isEmpty()) return hint(registry, matter, mail, at);
        return matter.stage() instanceof Stage.Ended ended ? recorded(registry, matter, ended, mail, at) : Decision.of(Journal.of("nothing", "already recorded (MAIL_RULES 13)", matter, matter));
    }

    private static Decision hint(Registry registry, Case matter, Mail mail, Moment at) {
        return Answering.to(registry, mail, true, at).map(permit -> {
            Letters.Asking asking = Letters.question(registry, matter, Issued.Purpose.UNDO, permit.to(), new Content.AskedBack(matter.tld(), Content.Expected.OPPOSITE, false), at);
            return Decision.of(Journal.of("asked back", "the opposite of what was done; it can be undone (P6)", matter, asking.matter()))
                    .and(permit.counts().toArray(Change[]::new)).and(new Change.CaseSaved(asking.matter())).and(asking.letter())
                    .and(told(registry, matter, mail, at));
        }).orElse(Decision.of(Journal.of("not answered", "quota or rule of MAIL_RULES 18-21")));
    }

    /// A no was said, and now comes a yes: the same is asked once more, in its turn, and the answer to that counts.
    private static Decision afterAll(Registry registry, Case matter, Stage.Ended ended, Mail mail, Facts facts, Moment at) {
        Optional<Matter> wish = wish(matter);
        if (wish.isEmpty() || !mayReopen(registry, matter, ended, mail, facts, at)) return recorded(registry, matter, ended, mail, at);
        return reopen(registry, matter, ended, wish.get(), mail, facts, Decision.EMPTY, at).and(told(registry, matter, mail, at));
    }

    /// The Secretariat hears of it, once.
    private static Decision told(Registry registry, Case matter, Mail mail, Moment at) {
        String key = "opposite:" + matter.number();
        if (registry.counted(key, Instant.EPOCH) > 0) return Decision.EMPTY;
        return Oversight.copy(registry, matter, "a second, opposite answer came", List.of(), mail.from().orElseThrow(), "MAIL_RULES 13", at).and(new Change.Counted(key, at.now()));
    }

    /// What a question asked for.
    private static Optional<Matter> wish(Case matter) {
        return Questions.wish(matter.matter()).map(Matter.class::cast).or(() -> Optional.of(matter.matter()).filter(other -> other instanceof Matter.Change || other instanceof Matter.Appointment));
    }

    /// Once: "already recorded".
    private static Decision recorded(Registry registry, Case matter, Stage.Ended ended, Mail mail, Moment at) {
        String key = "recorded:" + matter.number();
        if (matter.tld().isEmpty() || registry.counted(key, Instant.EPOCH) > 0) return Decision.of(Journal.of("nothing", "already recorded, and said so (MAIL_RULES 13)", matter, matter));
        return Decision.of(Journal.of("already recorded", "the secret was used (MAIL_RULES 13)", matter, matter))
                .and(new Change.Counted(key, at.now()))
                .and(Answering.answer(registry, mail, true, new Content.AlreadyRecorded(matter.tld().get(), ended.outcome(), ended.at()), matter.language(), at));
    }

    private static Decision reopen(Registry registry, Case matter, Stage.Ended ended, Matter wish, Mail mail, Facts facts, Decision before, Moment at) {
        if (!mayReopen(registry, matter, ended, mail, facts, at)) return tooLate(registry, matter, mail, at);
        Tld tld = matter.tld().orElseThrow();
        List<Person> people = wish instanceof Matter.Admission admission ? admission.newcomers().stream().map(Matter.Newcomer::person).toList() : List.of();
        // they have come another way since: there is nothing to ask
        if (!people.isEmpty() && people.stream().allMatch(person -> Imports.known(registry.membersOf(tld), person)))
            return Decision.of(Journal.of("nothing new", "a late answer about who is a member by now (X32, L21)", matter, matter))
                    .and(Answering.answer(registry, mail, true, new Content.Done(List.of(new Content.Result(tld, Content.Result.Became.NOTHING_NEW, List.of(), List.of(), people, false))), matter.language(), at));
        Case again = matter.again().about(wish).asking(mail.from().orElseThrow()).spent(Issued.Purpose.FORM).at(new Stage.Queued());
        Decision raised = Questions.raise(registry, again, true, before, Journal.of("", "a late answer; asked once more (X32)"), at);
        return raised.letters().isEmpty() && mail.authenticated() ? raised.and(Submission.waiting(registry, mail, tld, before, at)) : raised;
    }

    private static boolean mayReopen(Registry registry, Case matter, Stage.Ended ended, Mail mail, Facts facts, Moment at) {
        boolean inTime = at.now().isBefore(ended.at().plus(registry.rules().times().lateLimit()));
        Authority now = facts.of(matter.tld().orElseThrow());
        boolean stillAdmin = now.address().filter(mail::isFrom).isPresent() && !Anchors.fresh(registry, matter.tld().orElseThrow(), now);
        return inTime && !matter.reopened() && stillAdmin && !mail.failed();
    }

    private static Decision tooLate(Registry registry, Case matter, Mail mail, Moment at) {
        Optional<Tld> tld = matter.tld();
        return Decision.of(Journal.of("too late", "the case is over (X32)", matter, matter))
                .and(Answering.answer(registry, mail, true, tld.isPresent() ? new Content.TooLate(tld.get()) : new Content.NotUnderstood(tld), matter.language(), at));
    }
}

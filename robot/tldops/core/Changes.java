package tldops.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Data of members that are to become others (R047-R049, N07): recognised in a form, put before the admin contact with
/// everything before and after, denied.
final class Changes {
    private Changes() {}

    /// What a good form would change of the members there are; empty when it only brings new people, or nothing.
    static Optional<Amendment> in(Registry registry, Submissions.Sent sent, Tld tld, Standing.Relation relation, List<Matter.Newcomer> named) {
        List<Member> present = registry.membersOf(tld);
        if (relation == Standing.Relation.APPLICANT) return own(registry, sent.mail(), sent.form(), sent.held(), tld).flatMap(member -> Differences.own(present, member, named.getFirst()));
        List<Amendment.Entry> shown = sent.held().filter(held -> !held.spent()).map(Bearings.Held::matter).filter(matter -> matter.tld().filter(tld::equals).isPresent())
                .flatMap(matter -> matter.matter() instanceof Matter.Modify modify && !modify.own() ? Optional.of(Since.today(modify.shown(), present)) : Optional.empty()).orElse(List.of());
        Amendment amendment = Differences.of(present, named, shown);
        boolean told = (relation == Standing.Relation.DELEGATE || relation == Standing.Relation.TECH) && !amendment.nothing();
        return told || !amendment.changed().isEmpty() || !amendment.removed().isEmpty() ? Optional.of(amendment) : Optional.empty();
    }

    /// The member who changes his own entry by this form of one person: he answers the letter that showed it, or writes
    /// from a stored address and the form is about him. Somebody else he names is another matter.
    static Optional<Member> own(Registry registry, Mail mail, Form form, Optional<Bearings.Held> held, Tld tld) {
        if (form.filled().size() != 1) return Optional.empty();
        Optional<Member> shown = held.filter(bearing -> !bearing.spent() && mail.isFrom(bearing.issued().to()) && bearing.matter().tld().filter(tld::equals).isPresent())
                .flatMap(bearing -> bearing.matter().matter() instanceof Matter.Modify modify && modify.own() ? registry.member(new Member.Id(tld, modify.shown().getFirst().person().address())) : Optional.empty());
        Form.Entry entry = form.filled().getFirst();
        // what a forger hears must not depend on whose name or number he guessed (P5)
        boolean himself = mail.authenticated() || entry.email().value().stream().flatMap(List::stream).anyMatch(mail::isFrom);
        return shown.or(() -> mail.from().filter(_ -> himself).stream().flatMap(from -> registry.membersWith(from).stream()).filter(member -> member.tld().equals(tld)).filter(member -> about(entry, member.person())).findFirst());
    }

    private static boolean about(Form.Entry entry, Person person) {
        boolean address = entry.email().value().stream().flatMap(List::stream).anyMatch(person::has);
        boolean name = entry.name().value().stream().anyMatch(named -> named.strip().equalsIgnoreCase(person.name().strip()));
        boolean phone = entry.phone().value().stream().anyMatch(number -> number.e164().equals(person.phone().e164()));
        return address || name || phone;
    }

    static Matter.Cause cause(Standing.Relation relation, Submissions.Sent sent) {
        return switch (relation) {
            case APPLICANT -> Matter.Cause.HIMSELF;
            case ADMIN_IN_CC -> Matter.Cause.REPRESENTATIVE;
            case DELEGATE -> Matter.Cause.DELEGATE;
            case COLLEAGUE -> Matter.Cause.COLLEAGUE;
            case TECH -> Matter.Cause.TECH;
            default -> sent.held().filter(held -> held.matter().matter() instanceof Matter.Modify).isPresent() ? Matter.Cause.MODIFIED : Matter.Cause.FORM;
        };
    }

    /// Who finds no place beside those who stay is asked about later, with the question whom to replace (X16).
    static Decision overflow(Registry registry, Case matter, Matter.Change change, List<Matter.Newcomer> rest, long spare, Moment at) {
        return rest.isEmpty() ? Decision.EMPTY : Questions.queue(registry, matter, spare, admission(change, rest), at);
    }

    private static Matter.Admission admission(Matter.Change change, List<Matter.Newcomer> newcomers) {
        return new Matter.Admission(change.applicants().isEmpty() ? Matter.Origin.LEAFLET : Matter.Origin.REPRESENTATIVE, List.copyOf(newcomers), change.applicants());
    }

    /// Whom a question that is put anew has no place for any more, since others came meanwhile: nobody is dropped without a
    /// word. What a decision has done to the questions is looked through, whatever led to it.
    static Decision unplaced(Registry registry, Decision decision, Moment at) {
        Map<Long, Case> saved = new LinkedHashMap<>();
        for (Change change : decision.changes()) if (change instanceof Change.CaseSaved(var matter)) saved.put(matter.number(), matter);
        Decision queued = Decision.EMPTY;
        for (Case now : saved.values()) {
            Optional<Matter> before = registry.caseNumber(now.number()).map(Case::matter);
            if (!now.open() || !(now.matter() instanceof Matter.Change asks) || !(before.orElse(asks) instanceof Matter.Change was)) continue;
            List<Member> present = registry.membersOf(now.tld().orElseThrow());
            List<Matter.Newcomer> rest = was.effect().added().stream().filter(newcomer -> !asks.effect().added().contains(newcomer) && !Admissions.present(present, newcomer.person())).toList();
            queued = queued.and(overflow(registry, now, asks, rest, registry.nextCase(Opened.by(registry, decision.and(queued))), at));
        }
        return queued;
    }

    /// Writes the question with what of the wish can still be done: the change, or whom to replace; when nothing is left of
    /// it, it is over, and that is said.
    static Decision ask(Registry registry, Case matter, Matter.Change change, boolean again, Journal why, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        List<Member> present = registry.membersOf(tld);
        Amendment left = change.effect().against(present);
        Matter.Change now = new Matter.Change(change.cause(), left.fitting(present.size(), registry.rules().ssc().max()), change.applicants());
        if (left.nothing()) return nothingLeft(registry, matter, change, at);
        if (now.effect().nothing()) return Questions.ask(registry, matter.spent(Issued.Purpose.VERDICT).about(admission(change, left.added())), again, why, at);
        boolean same = registry.caseNumber(matter.number()).filter(before -> before.matter().equals(now)).isPresent();
        Case written = (same ? matter : matter.spent(Issued.Purpose.VERDICT)).about(now).spent(Issued.Purpose.FORM).at(new Stage.Written(at.now()));
        Letters.Asking asking = Letters.question(registry, written, Issued.Purpose.VERDICT, matter.asked(), content(registry, written, now, again, at), at);
        return Decision.of(Journal.of("question asked", why.reason(), matter, asking.matter()).restingOn(why.evidence()).people(Admissions.names(now.effect().people(), List.of())))
                .and(new Change.CaseSaved(asking.matter()), new Change.Counted(Questions.questionKey(matter.asked()), at.now()))
                .and(asking.letter());
    }

    private static Decision nothingLeft(Registry registry, Case matter, Matter.Change change, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Case over = matter.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.FORM).at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty()));
        Decision decision = Decision.of(Journal.of("superseded", "nothing is left to change", matter, over)).and(new Change.CaseSaved(over))
                .and(Questions.told(registry, over, insiders(registry, tld, change.applicants()), new ChangeContent.ChangeResult(tld, ChangeContent.ChangeResult.Result.OVERTAKEN), at));
        boolean knows = change.applicants().isEmpty() || !(matter.stage() instanceof Stage.Queued);
        Content told = new Content.Done(List.of(new Content.Result(tld, Content.Result.Became.NOTHING_LEFT, List.of(), List.of(), List.of(), false)));
        return knows ? decision.and(Letters.notice(registry, over, List.of(matter.asked()), told, matter.language(), at)) : decision;
    }

    private static Content content(Registry registry, Case matter, Matter.Change change, boolean again, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Amendment effect = change.effect();
        boolean authenticated = change.applicants().stream().anyMatch(Matter.Applicant::authenticated);
        return new ChangeContent.ChangeQuestion(tld, change.cause(), effect.changed(), effect.added(), effect.removed(), effect.after(registry.membersOf(tld)),
                change.applicants().stream().map(Matter.Applicant::address).findFirst(), authenticated, Oddities.doubts(registry, tld, matter.asked(), effect.added(), effect.changed()),
                Days.last(registry, matter.tld(), at.now(), registry.rules().times().failureDays()), Questions.unproved(change) && change.cause() != Matter.Cause.TECH, again);
    }

    /// The admin contact said no: nothing changes, and who asked hears it.
    static Decision denied(Registry registry, Case matter, Matter.Change change, Content.Result.Became became, Admissions.Act act, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Case ended = matter.spent(Issued.Purpose.VERDICT).at(new Stage.Ended(Stage.Outcome.DENIED, at.now(), Optional.empty()));
        Content.Result result = new Content.Result(tld, became, List.of(), List.of(), List.of(), false);
        return Decision.of(Journal.of("denied", act.reason(), matter, ended).evidence(act.authority()).people(Admissions.names(change.effect().people(), List.of())))
                .and(new Change.CaseSaved(ended))
                .and(Letters.notice(registry, matter, List.of(matter.asked()), new Content.Done(List.of(result)), matter.language(), at))
                .and(Oversight.copy(registry, ended, "change denied", change.effect().people(), matter.asked(), act.reason(), at))
                .and(told(registry, ended, change.applicants(), ChangeContent.ChangeResult.Result.DENIED, new Content.ApplicationDenied(tld, (int) registry.rules().times().denyCoolDown().toDays()), at))
                .and(change.applicants().stream().filter(Matter.Applicant::authenticated)
                        .map(applicant -> (Change) new Change.Counted(Submissions.deniedKey(tld, applicant.address()), at.now())).toArray(Change[]::new));
    }

    /// Who stands in the repository himself, or speaks for the ccTLD, hears of a change; anybody else what he would hear of
    /// somebody who is no member (P5).
    static Decision told(Registry registry, Case matter, List<Matter.Applicant> applicants, ChangeContent.ChangeResult.Result result, Content otherwise, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        List<Matter.Applicant> insiders = insiders(registry, tld, applicants);
        List<Matter.Applicant> others = applicants.stream().filter(applicant -> !insiders.contains(applicant)).toList();
        return Questions.told(registry, matter, insiders, new ChangeContent.ChangeResult(tld, result), at).and(Questions.told(registry, matter, others, otherwise, at));
    }

    private static List<Matter.Applicant> insiders(Registry registry, Tld tld, List<Matter.Applicant> applicants) {
        return applicants.stream().filter(applicant -> applicant.authenticated() && inside(registry, tld, applicant.address())).toList();
    }

    /// An address that is stored for this ccTLD, or its delegate's.
    static boolean inside(Registry registry, Tld tld, Address address) {
        return registry.membersWith(address).stream().anyMatch(member -> member.tld().equals(tld))
                || registry.delegate(tld).filter(delegate -> delegate.proved().isPresent() && delegate.address().equals(address)).isPresent();
    }
}

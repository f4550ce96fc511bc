package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `undo` of what a token alone had done (P6, P7): the IANA address takes it back within 72 hours.
final class Undoing {
    private Undoing() {}

    static Decision came(Registry registry, Bearings.Held held, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        Case matter = held.matter();
        Tld tld = matter.tld().orElseThrow();
        if (!mail.isFrom(held.issued().to())) return refused(registry, matter, tld, mail, Content.Obstacle.NOT_YOU, false, at);
        if (Answers.verdict(answer, Set.of(Request.Word.UNDO)).isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.UNDO, answer.words().size() > 1, at);
        Standing.Then then = Standing.of(Standing.Relation.ADMIN_CONTACT, Standing.Asks.UNDO, Standing.proof(mail, true), registry.rules().trust());
        if (then != Standing.Then.ACT) return refused(registry, matter, tld, mail, Content.Obstacle.NOT_YOU, true, at);
        if (facts.of(tld).address().filter(mail::isFrom).isEmpty()) return refused(registry, matter, tld, mail, Content.Obstacle.CONTACT_CHANGED, true, at);
        Optional<Stage.Undo> undo = matter.stage() instanceof Stage.Ended ended ? ended.undo() : Optional.empty();
        if (undo.isEmpty() || !held.issued().live() || !at.now().isBefore(undo.get().until())) return refused(registry, matter, tld, mail, Content.Obstacle.TOO_LATE, true, at);
        boolean changed = undo.get().added().stream().anyMatch(id -> registry.member(id).filter(member -> member.caseNumber() == matter.number()).isEmpty())
                || registry.membersOf(tld).size() - undo.get().added().size() + undo.get().removed().size() > registry.rules().ssc().max();
        if (changed) return refused(registry, matter, tld, mail, Content.Obstacle.CHANGED_SINCE, true, at);
        return done(registry, matter, tld, undo.get(), mail, at);
    }

    private static Decision done(Registry registry, Case matter, Tld tld, Stage.Undo undo, Mail mail, Moment at) {
        Case ended = matter.spent(Issued.Purpose.UNDO).at(new Stage.Ended(Stage.Outcome.UNDONE, at.now(), Optional.empty()));
        List<Person> removed = new ArrayList<>();
        Decision decision = Decision.EMPTY;
        for (Member.Id id : undo.added()) {
            Member member = registry.member(id).orElseThrow();
            removed.add(member.person());
            decision = decision.and(new Change.MemberGone(id))
                    .and(Letters.notice(registry, ended, List.of(member.person().address()), new Content.Withdrawn(tld, member.person()), member.language(), at));
        }
        for (Member member : undo.removed()) {
            Token proof = Admissions.proof(tld, member.person(), at);
            Member back = new Member(tld, member.rank(), member.person(), member.language(), member.since(), Optional.empty(), proof.hash(), false, at.now(), Optional.empty(), matter.number());
            Content.Welcome welcome = new Content.Welcome(tld, back.person(), registry.rules().times().proofDays(), Optional.empty());
            decision = decision.and(new Change.MemberSaved(back)).and(Letters.welcome(registry, ended, back, proof, welcome, at));
        }
        List<Person> restored = undo.removed().stream().map(Member::person).toList();
        return decision.and(new Change.CaseSaved(ended))
                .and(Letters.notice(registry, ended, List.of(matter.asked()), new Content.Undone(tld, removed, restored), matter.language(), at).answering(mail))
                .and(Oversight.copy(registry, ended, "undone", removed, matter.asked(), "undone by the admin contact (P7)", at))
                .and(Journal.of("undone", "by the admin contact within 72 h (P7)", matter, ended).people(Admissions.names(removed, restored)));
    }

    private static Decision refused(Registry registry, Case matter, Tld tld, Mail mail, Content.Obstacle obstacle, boolean known, Moment at) {
        return Decision.of(Journal.of("undo refused", obstacle.name() + " (P7)", matter, matter)).and(Answering.answer(registry, mail, known, new Content.UndoRefused(tld, obstacle), matter.language(), at));
    }
}

package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `undo` of what was done (P6, P7, N28): the IANA address takes it back within 72 hours, by a reply to the notice, or the
/// operator does by `tldops undo`. Everybody who was told of the change is told of this.
final class Undoing {
    private Undoing() {}

    static Decision came(Registry registry, Bearings.Held held, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        Case matter = held.matter();
        Tld tld = matter.tld().orElseThrow();
        if (!mail.isFrom(held.issued().to())) return refused(registry, matter, tld, mail, Content.Obstacle.NOT_YOU, false, at);
        if (Answers.verdict(answer, Set.of(Request.Word.UNDO)).isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.UNDO, answer.words().size() > 1, at);
        Standing.Proof proof = Standing.proof(mail, true);
        Decision decision = Decision.EMPTY;
        for (Case one : together(registry, held.issued())) {
            Tld its = one.tld().orElseThrow();
            boolean spent = one.tokens().stream().noneMatch(issued -> issued.live() && issued.hash().equals(held.issued().hash()));
            Optional<Content.Obstacle> obstacle = obstacle(registry, one, facts, at).or(() -> spent ? Optional.of(Content.Obstacle.TOO_LATE) : Optional.empty())
                    .or(() -> standing(registry, one, proof));
            decision = decision.and(obstacle.isPresent() ? refused(registry, one, its, mail, obstacle.get(), true, at)
                    : done(registry, one, its, held.issued().to().toString(), "undone by the admin contact (P7)", false, Opened.by(registry, decision), at));
        }
        return decision;
    }

    /// By the operator: the same obstacles; his name stands in the journal.
    static Decision ordered(Registry registry, long number, String operator, Facts facts, Moment at) {
        Optional<Case> matter = registry.caseNumber(number).filter(found -> found.tld().isPresent());
        if (matter.isEmpty()) return Decision.of(Journal.of("not undone", "there is no case " + number + " with a ccTLD"));
        Optional<Content.Obstacle> obstacle = obstacle(registry, matter.get(), facts, at);
        if (obstacle.isPresent()) return Decision.of(Journal.of("not undone", words(obstacle.get()), matter.get(), matter.get()));
        return done(registry, matter.get(), matter.get().tld().get(), "the operator, " + operator, "undone by the operator " + operator + " (N28)", true, 0, at);
    }

    private static String words(Content.Obstacle obstacle) {
        return switch (obstacle) {
            case TOO_LATE -> "there is nothing to undo, or its time is over (P7)";
            case CHANGED_SINCE -> "a later change rests on it (P7)";
            case CONTACT_CHANGED -> "IANA names another admin contact now, or can not be asked (P7)";
            case LEFT_HIMSELF -> "the person left by his own wish (P7)";
            case NOT_YOU -> "only its admin contact can (P7)";
            case UNPROVED -> "it was done with both proofs, and this mail has one (P7)";
        };
    }

    /// All that one letter told of: what a mail about several ccTLDs led to shares a secret.
    static List<Case> together(Registry registry, Issued issued) {
        return registry.casesOfLetter(issued.letter()).stream().filter(one -> one.tokens().stream().anyMatch(its -> its.hash().equals(issued.hash()))).toList();
    }

    /// He needs the standing of the change: what both proofs did, a secret alone does not take back (P7).
    private static Optional<Content.Obstacle> standing(Registry registry, Case matter, Standing.Proof proof) {
        // a secret alone is enough to take a key away: it was put there without his word
        boolean provisional = matter.matter() instanceof Matter.KeyNotice || (matter.stage() instanceof Stage.Ended ended && ended.undo().filter(Stage.Undo::provisional).isPresent());
        Standing.Asks asks = provisional ? Standing.Asks.UNDO_PROVISIONAL : Standing.Asks.UNDO;
        if (Standing.of(Standing.Relation.ADMIN_CONTACT, asks, proof, registry.rules().trust()) == Standing.Then.ACT) return Optional.empty();
        return Optional.of(proof == Standing.Proof.TOKEN ? Content.Obstacle.UNPROVED : Content.Obstacle.NOT_YOU);
    }

    /// Why it can not be undone (P7); empty when it can.
    private static Optional<Content.Obstacle> obstacle(Registry registry, Case matter, Facts facts, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        if (matter.matter() instanceof Matter.Departure) return Optional.of(Content.Obstacle.LEFT_HIMSELF);
        if (matter.matter() instanceof Matter.KeyNotice) return Keys.obstacle(registry, matter);
        if (matter.matter() instanceof Matter.Appointment) return Relieving.obstacle(registry, matter, facts, at);
        if (facts.of(tld).address().filter(matter.asked()::equals).isEmpty()) return Optional.of(Content.Obstacle.CONTACT_CHANGED);
        Optional<Stage.Undo> undo = matter.stage() instanceof Stage.Ended ended ? ended.undo() : Optional.empty();
        if (undo.isEmpty() || !at.now().isBefore(undo.get().until())) return Optional.of(Content.Obstacle.TOO_LATE);
        List<Member.Id> moved = Stream.concat(undo.get().added().stream(), undo.get().changed().stream().map(Stage.Turned::now))
                .filter(id -> registry.member(id).filter(member -> member.caseNumber() == matter.number()).isEmpty()).toList();
        if (moved.stream().anyMatch(id -> Leaving.left(registry, id, matter))) return Optional.of(Content.Obstacle.LEFT_HIMSELF);
        boolean back = undo.get().removed().stream().anyMatch(member -> registry.member(member.id()).isPresent());
        boolean taken = undo.get().changed().stream().anyMatch(turned -> !turned.now().equals(turned.before().id()) && registry.membersOf(tld).stream()
                .anyMatch(member -> !member.id().equals(turned.now()) && member.person().has(turned.before().person().address())
                        && undo.get().changed().stream().noneMatch(other -> other.now().equals(member.id()))));
        boolean full = registry.membersOf(tld).size() - undo.get().added().size() + undo.get().removed().size() > registry.rules().ssc().max();
        return moved.isEmpty() && !back && !taken && !full ? Optional.empty() : Optional.of(Content.Obstacle.CHANGED_SINCE);
    }

    private static Decision done(Registry registry, Case matter, Tld tld, String decider, String reason, boolean operator, int opened, Moment at) {
        if (matter.matter() instanceof Matter.KeyNotice) return Keys.undone(registry, matter, decider, reason, operator, at);
        if (matter.matter() instanceof Matter.Appointment) return Relieving.undone(registry, matter, decider, reason, at);
        Stage.Undo undo = ((Stage.Ended) matter.stage()).undo().orElseThrow();
        Case ended = matter.spent(Issued.Purpose.UNDO).at(new Stage.Ended(Stage.Outcome.UNDONE, at.now(), Optional.empty()));
        List<Person> removed = new ArrayList<>();
        Decision decision = Decision.EMPTY;
        for (Member.Id id : undo.added()) {
            Member member = registry.member(id).orElseThrow();
            removed.add(member.person());
            decision = decision.and(new Change.MemberGone(id)).and(Letters.notice(registry, ended, List.of(member.person().address()), new Content.Withdrawn(tld, member.person()), member.language(), at));
        }
        for (Stage.Turned turned : undo.changed()) if (!turned.now().equals(turned.before().id())) decision = decision.and(new Change.MemberGone(turned.now()));
        for (Stage.Turned turned : undo.changed()) decision = decision.and(asBefore(registry, ended, turned, at));
        for (Member member : undo.removed()) decision = decision.and(Restores.ask(registry, matter, member, opened++, at));
        List<Person> restored = undo.removed().stream().map(Member::person).toList();
        List<Person> changed = undo.changed().stream().map(turned -> turned.before().person()).toList();
        List<Person> all = new ArrayList<>(removed);
        all.addAll(changed);
        return decision.and(new Change.CaseSaved(ended))
                .and(Letters.notice(registry, ended, List.of(matter.asked()), new Content.Undone(tld, removed, restored, changed, operator), matter.language(), at))
                .and(Oversight.copy(registry, ended, "undone", all.isEmpty() ? restored : all, decider, reason, at))
                .and(Journal.of("undone", reason, matter, ended).people(Admissions.names(all, restored)));
    }

    /// The data of before, with the proof that the address had or has given since; what he has chosen since stays chosen (L21).
    private static Decision asBefore(Registry registry, Case ended, Stage.Turned turned, Moment at) {
        Member now = registry.member(turned.now()).orElseThrow();
        Member before = turned.before().with(now.options()).in(now.language()).keeping(now);
        ChangeContent undone = new ChangeContent.ChangeUndone(before.tld(), before.person());
        Decision decision = Decision.EMPTY.and(new Change.MemberSaved(before)).and(Letters.notice(registry, ended, List.of(before.person().address()), undone, before.language(), at));
        if (turned.now().address().equals(before.person().address())) return decision;
        return decision.and(Letters.notice(registry, ended, List.of(now.person().address()), new ChangeContent.AddressLeft(now.tld(), now.person()), now.language(), at));
    }

    private static Decision refused(Registry registry, Case matter, Tld tld, Mail mail, Content.Obstacle obstacle, boolean known, Moment at) {
        return Decision.of(Journal.of("undo refused", obstacle.name() + " (P7)", matter, matter)).and(Answering.answer(registry, mail, known, new Content.UndoRefused(tld, obstacle), matter.language(), at));
    }
}

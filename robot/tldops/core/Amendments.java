package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries a change out (R047-R049): members, a proof for each new address (L38), news to everybody concerned, and the
/// way back for the admin contact (N28).
final class Amendments {
    private Amendments() {}

    /// @param delegate who acts for the admin contact, its delegate (X31) or the technical contact (X03); the case's `asked` is the IANA address all the same
    static Decision apply(Registry registry, Case matter, Matter.Change change, Optional<Address> delegate, Admissions.Act act, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        List<Member> present = registry.membersOf(tld);
        Amendment effect = change.effect();
        boolean asShown = effect.against(present).fitting(present.size(), registry.rules().ssc().max()).equals(effect);
        if (!asShown) return Questions.ask(registry, matter.about(change), true, Journal.of("", "the members have changed since it was shown (P2)"), at);
        Instant roster = act.provisional() ? at.now().plus(registry.rules().times().tokenOnlyHold()) : at.now();
        Decision decision = Decision.EMPTY;
        List<Stage.Turned> turned = new ArrayList<>();
        List<Member> removed = new ArrayList<>();
        for (Amendment.Entry entry : effect.removed()) {
            Member gone = registry.member(new Member.Id(tld, entry.person().address())).orElseThrow();
            removed.add(gone);
            decision = decision.and(new Change.MemberGone(gone.id())).and(Letters.notice(registry, matter, List.of(gone.person().address()), new ChangeContent.Removed(tld, gone.person()), gone.language(), at));
        }
        // all go before any comes back, so that two who swap an address do not take each other away
        for (Amendment.Turn turn : effect.changed()) if (turn.moves()) decision = decision.and(new Change.MemberGone(new Member.Id(tld, turn.before().person().address())));
        for (Amendment.Turn turn : effect.changed()) {
            Member before = registry.member(new Member.Id(tld, turn.before().person().address())).orElseThrow();
            Member after = after(before, turn, act, roster, matter.number(), at);
            // only the admin contact re-confirms
            if (change.cause() == Matter.Cause.TECH && before.unconfirmed()) after = after.toConfirm();
            turned.add(new Stage.Turned(after.id(), before));
            decision = decision.and(new Change.MemberSaved(after)).and(told(registry, matter, turn, after, act, at));
        }
        List<Member> staying = present.stream().filter(member -> !removed.contains(member)).map(member -> turned.stream().filter(one -> one.before().equals(member)).findFirst()
                .map(one -> member.ranked(rank(effect, member))).orElse(member)).toList();
        List<Member> joined = Admissions.members(registry, matter, staying, effect.added(), act, at);
        for (Member member : joined) {
            Content.Welcome welcome = new Content.Welcome(tld, member.person(), registry.rules().times().proofDays(), act.provisional() ? Optional.of(roster) : Optional.empty(), SinglePoint.inside(tld, List.of(member.person())));
            decision = decision.and(new Change.MemberSaved(member)).and(Letters.welcome(registry, matter, member, Admissions.proof(tld, member.person(), at), welcome, at));
        }
        Instant until = at.now().plus(registry.rules().times().undo());
        Stage.Undo undo = new Stage.Undo(until, joined.stream().map(Member::id).toList(), List.copyOf(removed), List.copyOf(turned), act.provisional());
        Case ended = matter.about(change).spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.FORM).at(new Stage.Ended(Stage.Outcome.CHANGED, at.now(), Optional.of(undo)));
        int total = staying.size() + joined.size();
        Content done = new ChangeContent.ChangeDone(tld, effect.changed(), effect.added(), effect.removed(), effect.after(present), act.provisional(), delegate, change.cause() == Matter.Cause.TECH,
                total > 0 && total < registry.rules().ssc().recommendedMin(),
                SinglePoint.of(tld, present.stream().map(Member::person).toList(), effect.after(present).stream().map(Amendment.Entry::person).toList()), until);
        Letters.Asking asking = Letters.question(registry, ended, Issued.Purpose.UNDO, matter.asked(), done, at);
        String what = effect.changed().isEmpty() && effect.added().isEmpty() ? "removed" : "changed";
        return decision.and(asking.letter())
                .and(Questions.told(registry, ended, delegate.map(address -> List.of(new Matter.Applicant(address, true, matter.language()))).orElse(colleagues(change)),
                        new ChangeContent.ChangeResult(tld, ChangeContent.ChangeResult.Result.DONE), at))
                .and(Oversight.copy(registry, ended, what, effect.people(), delegate.orElse(matter.asked()), act.reason() + "; " + effect.words(), at))
                .and(Admissions.overtaken(registry, ended, joined, at))
                .and(showedAll(matter, change) ? left(present, removed, turned) : Decision.EMPTY)
                .and(new Change.CaseSaved(asking.matter()))
                .and(Journal.of(what, act.reason(), matter, asking.matter()).evidence(act.authority()).people(Admissions.names(effect.people(), List.of())));
    }

    /// The letter with the present data, and the question about a form for the ccTLD, showed everybody who would be there.
    private static boolean showedAll(Case matter, Matter.Change change) {
        boolean form = change.cause() == Matter.Cause.FORM || change.cause() == Matter.Cause.REPRESENTATIVE || change.cause() == Matter.Cause.DELEGATE;
        return change.cause() == Matter.Cause.MODIFIED || (form && matter.matter() instanceof Matter.Change && Questions.asks(matter));
    }

    /// Who was left as he is has been said yes to (N40).
    private static Decision left(List<Member> present, List<Member> removed, List<Stage.Turned> turned) {
        List<Member> same = present.stream().filter(member -> !removed.contains(member) && turned.stream().noneMatch(one -> one.before().equals(member))).toList();
        return Imports.confirmed(same, same.stream().map(Member::person).toList());
    }

    /// An SSC who asked it for another one hears that it is done (N21).
    private static List<Matter.Applicant> colleagues(Matter.Change change) {
        return change.cause() == Matter.Cause.COLLEAGUE ? change.applicants().stream().filter(Matter.Applicant::authenticated).toList() : List.of();
    }

    private static int rank(Amendment effect, Member member) {
        return effect.changed().stream().filter(turn -> turn.before().equals(Amendment.Entry.of(member))).mapToInt(turn -> turn.after().rank()).findFirst().orElse(member.rank());
    }

    /// A first address that is new has to answer before anything private goes there; any new address waits with the rest
    /// while the decision is provisional (P6).
    private static Member after(Member before, Amendment.Turn turn, Admissions.Act act, Instant roster, long number, Moment at) {
        Member after = before.as(turn.after().person()).ranked(turn.after().rank()).by(number).confirmed();
        if (turn.moves()) return after.toProve(Admissions.proof(before.tld(), after.person(), at).hash(), roster);
        boolean gains = !before.person().addresses().containsAll(after.person().addresses());
        return gains && act.provisional() ? after.holding(roster) : after;
    }

    private static Decision told(Registry registry, Case matter, Amendment.Turn turn, Member after, Admissions.Act act, Moment at) {
        Tld tld = after.tld();
        if (!turn.moves()) return Decision.EMPTY.and(Letters.notice(registry, matter, List.of(after.person().address()), new ChangeContent.DataChanged(tld, turn), after.language(), at));
        Optional<Instant> from = act.provisional() ? Optional.of(after.rosterFrom()) : Optional.empty();
        Content proof = new ChangeContent.AddressChanged(tld, after.person(), registry.rules().times().proofDays(), from);
        return Decision.EMPTY.and(Letters.welcome(registry, matter, after, Admissions.proof(tld, after.person(), at), proof, at))
                .and(Letters.notice(registry, matter, List.of(turn.before().person().address()), new ChangeContent.AddressLeft(tld, turn.before().person()), after.language(), at));
    }
}

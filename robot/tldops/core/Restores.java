package tldops.core;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Somebody's removal was undone (P7): he is a member again when his own address has said so, and not before.
final class Restores {
    private Restores() {}

    static Decision ask(Registry registry, Case undone, Member member, int opened, Moment at) {
        Address address = member.person().address();
        Case matter = new Case(registry.nextCase(opened), Optional.of(member.tld()), new Matter.Restore(member), new Stage.Written(at.now()), address, member.language(), at.now(), List.of(), false);
        Content content = new ChangeContent.ComeBack(member.tld(), member.person(), Days.last(registry, matter.tld(), at.now(), registry.rules().times().failureDays()));
        Letters.Asking asking = Letters.question(registry, matter, Issued.Purpose.VERDICT, address, content, at);
        return Decision.of(Journal.of("asked to come back", "the removal of case " + undone.number() + " was undone (P7)", matter, asking.matter())).and(new Change.CaseSaved(asking.matter())).and(asking.letter());
    }

    static Decision answered(Registry registry, Bearings.Held held, Matter.Restore back, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        Case matter = held.matter();
        if (held.spent() || mail.failed() || mail.redirectedBy().isPresent()) return Decision.of(Journal.of("nothing", "over or failed", matter, matter));
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(Request.Word.CONFIRM, Request.Word.DENY));
        if (verdict.isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.VERDICT, answer.words().size() > 1, at);
        Member member = back.member();
        List<Member> present = registry.membersOf(member.tld());
        boolean room = present.size() < registry.rules().ssc().max() && !Admissions.present(present, member.person());
        boolean yes = verdict.get() == Request.Word.CONFIRM;
        ChangeContent.Restored.Answer came = !yes ? ChangeContent.Restored.Answer.DECLINED : room ? ChangeContent.Restored.Answer.CAME : ChangeContent.Restored.Answer.NO_PLACE;
        Case ended = matter.spent(Issued.Purpose.VERDICT).at(new Stage.Ended(yes ? Stage.Outcome.ANSWERED : Stage.Outcome.DENIED, at.now(), Optional.empty()));
        Decision decision = Decision.of(Journal.of(yes && room ? "restored" : "not restored", "his own address answered: " + came + " (P7)", matter, ended).people(Admissions.names(List.of(member.person()), List.of())))
                .and(new Change.CaseSaved(ended));
        if (yes && room) decision = decision.and(in(registry, ended, present, member, at)).and(Oversight.copy(registry, ended, "member again", List.of(member.person()), matter.asked(), "his removal was undone, and his address has answered (P7)", at));
        Content.Result late = new Content.Result(member.tld(), Content.Result.Became.NOTHING_LEFT, List.of(), List.of(), List.of(), false);
        if (yes && !room) decision = decision.and(Letters.notice(registry, ended, List.of(matter.asked()), new Content.Done(List.of(late)), matter.language(), at));
        Optional<Address> admin = facts.of(member.tld()).address();
        return admin.map(address -> Letters.notice(registry, ended, List.of(address), new ChangeContent.Restored(member.tld(), member.person(), came), matter.language(), at)).map(decision::and).orElse(decision);
    }

    private static Decision in(Registry registry, Case ended, List<Member> present, Member member, Moment at) {
        Set<Integer> taken = new HashSet<>();
        present.forEach(other -> taken.add(other.rank()));
        int rank = member.rank();
        for (int free = 1; taken.contains(rank) || rank < 1; free++) rank = free;
        Member back = member.ranked(rank).by(ended.number()).proved(at.now());
        return Decision.EMPTY.and(new Change.MemberSaved(back)).and(Letters.notice(registry, ended, List.of(member.person().address()), new ChangeContent.Returned(member.tld(), member.person()), member.language(), at));
    }
}

package tldops.core;

import java.util.List;

/// More people than places: the admin contact says with one digit who leaves (X01, X16, N11).
final class Replacements {
    private Replacements() {}

    /// Puts the first of those who want a place before the admin contact.
    static Letters.Asking ask(Registry registry, Case matter, Matter.Admission wish, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        List<Member> present = registry.membersOf(tld);
        Matter.Newcomer newcomer = wish.newcomers().getFirst();
        List<Matter.Newcomer> waiting = wish.newcomers().subList(1, wish.newcomers().size());
        Matter.ReplaceWhom about = new Matter.ReplaceWhom(newcomer, present.stream().map(Member::id).toList(), List.copyOf(waiting), wish.origin(), wish.applicants());
        boolean same = registry.caseNumber(matter.number()).filter(before -> before.matter().equals(about)).isPresent();
        Case next = (same ? matter : matter.spent(Issued.Purpose.CHOICE)).about(about);
        Content content = new Content.ReplaceWhom(tld, newcomer.person(), present, registry.rules().ssc().max(), Oddities.doubts(registry, tld, matter.asked(), List.of(newcomer), List.of()),
                Days.last(registry, matter.tld(), at.now(), registry.rules().times().failureDays()));
        return Letters.question(registry, next, Issued.Purpose.CHOICE, matter.asked(), content, at);
    }

    /// The digit came: 1.. = that member leaves, 0 or `deny` = all stays as it is.
    static Decision answered(Registry registry, Case matter, Matter.ReplaceWhom about, int digit, Admissions.Act act, Moment at) {
        if (digit == 0) return kept(registry, matter, about, act, at);
        List<Member.Id> present = registry.membersOf(matter.tld().orElseThrow()).stream().map(Member::id).toList();
        if (!present.equals(about.present())) return Questions.ask(registry, matter, true, Journal.of("", "the members have changed since (X16)"), at);
        Member.Id leaving = about.present().get(digit - 1);
        List<Member> removed = registry.member(leaving).stream().toList();
        List<Member> rest = registry.membersOf(matter.tld().orElseThrow()).stream().filter(member -> !member.id().equals(leaving)).toList();
        Matter.Newcomer newcomer = removed.isEmpty() ? about.newcomer() : new Matter.Newcomer(removed.getFirst().rank(), about.newcomer().person(), about.newcomer().role());
        List<Member> joined = Admissions.members(registry, matter, rest, List.of(newcomer), act, at);
        Decision replaced = Admissions.let(registry, matter, joined, removed, List.of(), !fresh(registry, matter, about).isEmpty(), act, at);
        return replaced.and(Imports.confirmed(rest, about.waiting().stream().map(Matter.Newcomer::person).toList())).and(further(registry, matter, about, act, at));
    }

    private static Decision kept(Registry registry, Case matter, Matter.ReplaceWhom about, Admissions.Act act, Moment at) {
        return Questions.denied(registry, matter, List.of(about.newcomer()), about.applicants(), Content.Result.Became.KEPT, act, at).and(further(registry, matter, about, act, at));
    }

    /// Those who still wait are asked about when this one is settled: one question at a time.
    private static Decision further(Registry registry, Case matter, Matter.ReplaceWhom about, Admissions.Act act, Moment at) {
        List<Matter.Newcomer> fresh = fresh(registry, matter, about);
        return fresh.isEmpty() ? Decision.EMPTY : Questions.queue(registry, matter, act.spare(), new Matter.Admission(about.origin(), fresh, about.applicants()), at);
    }

    /// Of those whom the form named besides; the others are members already.
    private static List<Matter.Newcomer> fresh(Registry registry, Case matter, Matter.ReplaceWhom about) {
        List<Member> present = registry.membersOf(matter.tld().orElseThrow());
        return about.waiting().stream().filter(newcomer -> !Admissions.present(present, newcomer.person())).toList();
    }
}

package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Lets people in (R025, R029): members, welcome letters, the admin contact's result, the Secretariat's copy. Whoever
/// finds no place is put before the admin contact again (X16).
final class Admissions {
    private Admissions() {}

    /// How an act came about.
    ///
    /// @param provisional on a token alone: private data waits, the admin contact may undo (P6)
    /// @param reason for the journal and the Secretariat
    /// @param spare number for the case of those who find no place
    record Act(boolean provisional, String reason, Authority authority, long spare) {}

    static Decision admit(Registry registry, Case matter, List<Matter.Newcomer> newcomers, List<Matter.Applicant> applicants, Matter.Origin origin, Act act, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        List<Member> present = registry.membersOf(tld);
        List<Person> already = new ArrayList<>();
        List<Matter.Newcomer> fresh = new ArrayList<>();
        for (Matter.Newcomer newcomer : newcomers) {
            if (present(present, newcomer.person())) already.add(newcomer.person());
            else fresh.add(newcomer);
        }
        int room = Math.max(0, registry.rules().ssc().max() - present.size());
        List<Matter.Newcomer> fits = fresh.subList(0, Math.min(room, fresh.size()));
        List<Matter.Newcomer> waiting = fresh.subList(fits.size(), fresh.size());
        List<Member> joined = members(registry, matter, present, fits, act, at);
        Decision admitted = let(registry, matter, joined, List.of(), already, !waiting.isEmpty(), act, at);
        admitted = admitted.and(Imports.confirmed(present, already));
        return waiting.isEmpty() ? admitted : admitted.and(Questions.queue(registry, matter, act.spare(), new Matter.Admission(origin, List.copyOf(waiting), applicants), at));
    }

    /// Whether one of them is this person: his first address is one of theirs. A shared second one makes nobody the same.
    static boolean present(List<Member> members, Person person) {
        return members.stream().anyMatch(member -> member.person().has(person.address()));
    }

    /// Members-to-be with the ranks they asked for where those are free, else the next free one (N11).
    static List<Member> members(Registry registry, Case matter, List<Member> present, List<Matter.Newcomer> newcomers, Act act, Moment at) {
        Set<Integer> taken = new HashSet<>();
        present.forEach(member -> taken.add(member.rank()));
        Instant roster = act.provisional() ? at.now().plus(registry.rules().times().tokenOnlyHold()) : at.now();
        List<Member> joined = new ArrayList<>();
        for (Matter.Newcomer newcomer : newcomers) {
            int rank = newcomer.rank();
            for (int free = 1; taken.contains(rank) || rank < 1; free++) rank = free;
            taken.add(rank);
            joined.add(Memberships.settled(registry, new Member(matter.tld().orElseThrow(), rank, newcomer.person(), matter.language(), at.now(), Optional.empty(),
                    proof(matter.tld().orElseThrow(), newcomer.person(), at).hash(), false, roster, Optional.empty(), matter.number())));
        }
        return List.copyOf(joined);
    }

    static Token proof(Tld tld, Person person, Moment at) {
        return at.token("proof " + tld.label() + " " + person.address().key());
    }

    /// Records who came and who left, and tells everybody concerned.
    ///
    /// @param more people for whom there is no place wait for a question of their own
    static Decision let(Registry registry, Case matter, List<Member> joined, List<Member> removed, List<Person> already, boolean more, Act act, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        List<Person> added = joined.stream().map(Member::person).toList();
        List<Person> gone = removed.stream().map(Member::person).toList();
        List<Person> before = registry.membersOf(tld).stream().map(Member::person).toList();
        List<Person> after = Stream.concat(before.stream().filter(person -> !gone.contains(person)), added.stream()).toList();
        Content.Risk risk = added.isEmpty() ? Content.Risk.NONE : SinglePoint.of(tld, before, after);
        Optional<Stage.Undo> undo = joined.isEmpty() && removed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stage.Undo(at.now().plus(registry.rules().times().undo()), joined.stream().map(Member::id).toList(), removed, List.of(), act.provisional()));
        Case ended = matter.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.CHOICE).spent(Issued.Purpose.FORM)
                .at(new Stage.Ended(Stage.Outcome.ADMITTED, at.now(), undo));
        Decision decision = Decision.EMPTY;
        for (Member member : removed) {
            decision = decision.and(new Change.MemberGone(member.id()))
                    .and(Letters.notice(registry, matter, List.of(member.person().address()), new Content.Replaced(tld, member.person()), member.language(), at));
        }
        for (Member member : joined) {
            Optional<Instant> from = act.provisional() ? Optional.of(member.rosterFrom()) : Optional.empty();
            Content.Welcome welcome = new Content.Welcome(tld, member.person(), registry.rules().times().proofDays(), from, SinglePoint.inside(tld, List.of(member.person())));
            decision = decision.and(new Change.MemberSaved(member)).and(Letters.welcome(registry, ended, member, proof(member.tld(), member.person(), at), welcome, at));
        }
        if (undo.filter(Stage.Undo::provisional).isPresent()) {
            Content told = new Content.Provisional(tld, added, gone, undo.get().until(), risk);
            Letters.Asking asking = Letters.question(registry, ended, Issued.Purpose.UNDO, matter.asked(), told, at);
            ended = asking.matter();
            decision = decision.and(asking.letter());
        } else {
            int total = registry.membersOf(tld).size() + joined.size() - removed.size();
            Content.Result.Became became = joined.isEmpty() ? (more ? Content.Result.Became.QUESTION_FOLLOWS : Content.Result.Became.NOTHING_NEW) : removed.isEmpty() ? Content.Result.Became.ADMITTED : Content.Result.Became.REPLACED;
            Content.Result result = new Content.Result(tld, became, added, gone, already, total < registry.rules().ssc().recommendedMin(), risk);
            Content told = new Content.Done(List.of(result));
            if (undo.isPresent()) {
                Letters.Asking asking = Letters.undoable(registry, ended, matter.asked(), told, at);
                ended = asking.matter();
                decision = decision.and(asking.letter());
            } else {
                decision = decision.and(Letters.notice(registry, matter, List.of(matter.asked()), told, matter.language(), at));
            }
        }
        String what = joined.isEmpty() ? "nothing new" : "admitted";
        if (!joined.isEmpty()) decision = decision.and(Oversight.copy(registry, ended, removed.isEmpty() ? "admitted" : "replaced", added, matter.asked(), act.reason(), at));
        return decision.and(overtaken(registry, ended, joined, at))
                .and(new Change.CaseSaved(ended))
                .and(Journal.of(what, act.reason(), matter, ended).evidence(act.authority()).people(names(added, gone)));
    }

    /// Open questions about people who are all members now are over.
    static Decision overtaken(Registry registry, Case matter, List<Member> joined, Moment at) {
        List<Member> all = new ArrayList<>(registry.membersOf(matter.tld().orElseThrow()));
        all.addAll(joined);
        Decision decision = Decision.EMPTY;
        for (Case other : registry.casesOf(matter.tld().orElseThrow())) {
            boolean over = other.open() && other.number() != matter.number()
                    && Questions.wish(other.matter()).filter(wish -> wish.newcomers().stream().allMatch(newcomer -> present(all, newcomer.person()))).isPresent();
            if (!over) continue;
            Case ended = other.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.CHOICE).at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty()));
            decision = decision.and(new Change.CaseSaved(ended)).and(Journal.of("superseded", "all its people are members now", other, ended));
        }
        return decision;
    }

    static List<String> names(List<Person> some, List<Person> more) {
        List<String> names = new ArrayList<>();
        for (Person person : some) names.add(person.name() + " <" + person.address() + ">");
        for (Person person : more) names.add(person.name() + " <" + person.address() + ">");
        return names;
    }
}

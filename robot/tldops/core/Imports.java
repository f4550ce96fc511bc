package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Takes people over from another list (R003, N40), by the operator's order: they become members that are to be
/// re-confirmed and are asked for one word, so that contact data goes only to addresses that answer. Whoever is a member
/// already stays as he is (L21). Their ccTLD can be invited as if it had nobody: the admin contact's yes re-confirms them.
public final class Imports {
    private static final int LETTER_LIVES = 30;

    private Imports() {}

    /// One contact of the other list.
    ///
    /// @param rank 1 = primary; 0 when the list does not say
    public record Entry(Tld tld, int rank, Person person) {}

    /// What becomes of an entry.
    public enum Verdict {
        NEW,
        /// A member of that ccTLD, as first or second address.
        ALREADY,
        /// The ccTLD has as many contacts as it may have (X01).
        OVER_THE_MAXIMUM,
        /// An address of the list itself (L03, L04).
        OWN_ADDRESS,
        NO_SUCH_CCTLD
    }

    /// @param rank that it would get; 0 when it is not taken over
    public record Judged(Entry entry, Verdict verdict, int rank) {}

    /// What an import would do, entry by entry in their order; of a ccTLD those with a rank first.
    public static List<Judged> judged(Registry registry, List<Entry> entries) {
        Map<Entry, Judged> judged = new HashMap<>();
        Map<Tld, List<Member>> present = new HashMap<>();
        Map<Tld, Set<Integer>> ranks = new HashMap<>();
        for (Entry entry : entries.stream().sorted(Comparator.comparingInt(entry -> entry.rank() < 1 ? Integer.MAX_VALUE : entry.rank())).toList()) {
            List<Member> members = present.computeIfAbsent(entry.tld(), tld -> new ArrayList<>(registry.membersOf(tld)));
            Set<Integer> taken = ranks.computeIfAbsent(entry.tld(), tld -> new HashSet<>(registry.membersOf(tld).stream().map(Member::rank).toList()));
            Verdict verdict = verdict(registry, entry, members);
            int rank = verdict == Verdict.NEW ? free(taken, entry.rank()) : 0;
            if (rank > 0) {
                taken.add(rank);
                members.add(new Member(entry.tld(), rank, entry.person(), Language.EN, Instant.EPOCH, Optional.empty(), "", false, Instant.EPOCH, Optional.empty(), 0));
            }
            judged.putIfAbsent(entry, new Judged(entry, verdict, rank));
        }
        // the same line a second time
        return entries.stream().map(entry -> Optional.ofNullable(judged.remove(entry)).orElse(new Judged(entry, Verdict.ALREADY, 0))).toList();
    }

    private static Verdict verdict(Registry registry, Entry entry, List<Member> members) {
        if (!registry.rules().knows(entry.tld()) || !registry.rules().ccTld(entry.tld()).delegated()) return Verdict.NO_SUCH_CCTLD;
        if (entry.person().addresses().stream().anyMatch(registry.rules().list()::owns)) return Verdict.OWN_ADDRESS;
        if (Admissions.present(members, entry.person())) return Verdict.ALREADY;
        return members.size() >= registry.rules().ssc().max() ? Verdict.OVER_THE_MAXIMUM : Verdict.NEW;
    }

    /// Whether the ccTLD has a contact that its admin contact, or the one before, has said yes to; else it may be invited like any
    /// other.
    static boolean settled(Registry registry, Tld tld) {
        return registry.membersOf(tld).stream().anyMatch(member -> !member.unconfirmed())
                || (!registry.membersOf(tld).isEmpty() && registry.casesOf(tld).stream().anyMatch(matter -> matter.matter() instanceof Matter.Reconfirmation));
    }

    /// Whether a yes to this person would change nothing.
    static boolean known(List<Member> members, Person person) {
        return Admissions.present(members.stream().filter(member -> !member.unconfirmed()).toList(), person);
    }

    /// The admin contact said yes to people who were taken over.
    static Decision confirmed(List<Member> members, List<Person> said) {
        Decision decision = Decision.EMPTY;
        for (Member member : members) {
            boolean named = member.unconfirmed() && said.stream().anyMatch(person -> member.person().has(person.address()));
            if (named) decision = decision.and(new Change.MemberSaved(member.confirmed())).and(Journal.of("re-confirmed", "the admin contact said yes to who was taken over (N40)", member.tld()));
        }
        return decision;
    }

    private static int free(Set<Integer> taken, int wanted) {
        int rank = wanted;
        for (int next = 1; rank < 1 || taken.contains(rank); next++) rank = next;
        return rank;
    }

    static Decision ordered(Registry registry, Event.Order.Import order, String operator, Moment at) {
        Decision decision = Decision.EMPTY;
        int left = 0;
        Set<Tld> joined = new TreeSet<>();
        for (Judged judged : judged(registry, order.entries())) {
            if (judged.verdict() == Verdict.NEW) {
                decision = decision.and(taken(registry, judged, operator, at));
                joined.add(judged.entry().tld());
            } else {
                left++;
            }
        }
        String sum = (order.entries().size() - left) + " taken over for " + joined.size() + " ccTLDs, " + left + " left as they were (N40)";
        return decision.and(Journal.of(joined.isEmpty() ? "nothing to take over" : "import done", sum));
    }

    private static Decision taken(Registry registry, Judged judged, String operator, Moment at) {
        Tld tld = judged.entry().tld();
        Person person = judged.entry().person();
        Token proof = Admissions.proof(tld, person, at);
        Member member = Memberships.settled(registry, new Member(tld, judged.rank(), person, Language.EN, at.now(), Optional.empty(), proof.hash(), false, at.now(), Optional.empty(), 0, Options.USUAL, true));
        Content content = new ImportContent.TakenOver(tld, person, judged.rank());
        Letter letter = new Letter(at.name("taken over " + member.id(), 16), content, member.language(), List.of(person.address()), List.of(), Optional.of(proof), false, Optional.empty(), 0,
                Letter.Envelope.VERP, true, false, at.now().plus(Duration.ofDays(LETTER_LIVES)));
        return Decision.of(Journal.of("taken over", "from another list, to be re-confirmed, by " + operator + " (N40)", tld).people(Admissions.names(List.of(person), List.of())))
                .and(new Change.MemberSaved(member)).and(letter);
    }
}

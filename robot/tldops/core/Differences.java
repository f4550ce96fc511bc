package tldops.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Compares a form with the members there are (N07). Somebody is the same person by his first address, else by his name,
/// else by the number under which our own letter showed him, unless nothing of him is left there.
final class Differences {
    private Differences() {}

    /// @param shown who stood under which number in the letter that the form answers; empty = it answers none, and then
    ///     nobody is left out by it
    static Amendment of(List<Member> present, List<Matter.Newcomer> named, List<Amendment.Entry> shown) {
        Map<Member, Matter.Newcomer> same = new LinkedHashMap<>();
        List<Matter.Newcomer> left = new ArrayList<>(named);
        match(present, left, same, (member, newcomer) -> member.person().address().equals(newcomer.person().address()));
        match(present, left, same, (member, newcomer) -> member.person().has(newcomer.person().address()));
        match(present, left, same, (member, newcomer) -> sameName(member.person(), newcomer.person()));
        match(present, left, same, (member, newcomer) -> newcomer.rank() == number(shown, member) && related(member.person(), newcomer.person()));
        List<Amendment.Entry> gone = present.stream().filter(member -> !same.containsKey(member) && number(shown, member) > 0).map(Amendment.Entry::of).toList();
        boolean ranks = !shown.isEmpty() || same.size() == present.size();
        List<Amendment.Turn> turns = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (Member member : present) if (!same.containsKey(member) && number(shown, member) == 0) taken.add(member.rank());
        for (Member member : present) {
            Matter.Newcomer newcomer = same.get(member);
            if (newcomer == null) continue;
            // a number that is as it was shown asks for no other rank than today's
            boolean moved = ranks && newcomer.rank() != number(shown, member);
            int rank = free(taken, moved && !taken.contains(newcomer.rank()) ? newcomer.rank() : member.rank());
            taken.add(rank);
            turn(member, newcomer, rank).ifPresent(turns::add);
        }
        return new Amendment(List.copyOf(turns), ranked(left, taken), gone);
    }

    /// What one member asks for himself: his rank stays.
    static Optional<Amendment> own(List<Member> present, Member member, Matter.Newcomer newcomer) {
        if (taken(present, member, newcomer.person(), List.of())) return Optional.empty();
        return turn(member, newcomer, member.rank()).map(turn -> new Amendment(List.of(turn), List.of(), List.of()));
    }

    /// Whether another member has that address already, and keeps it.
    static boolean taken(List<Member> present, Member member, Person after, List<Amendment.Turn> together) {
        return present.stream().filter(other -> !other.id().equals(member.id())).anyMatch(other -> other.person().has(after.address())
                && together.stream().noneMatch(turn -> turn.before().person().equals(other.person()) && !turn.after().person().has(after.address())));
    }

    private static void match(List<Member> present, List<Matter.Newcomer> left, Map<Member, Matter.Newcomer> same, BiPredicate<Member, Matter.Newcomer> alike) {
        for (Member member : present) {
            if (same.containsKey(member)) continue;
            Optional<Matter.Newcomer> found = left.stream().filter(newcomer -> alike.test(member, newcomer)).findFirst();
            found.ifPresent(newcomer -> {
                same.put(member, newcomer);
                left.remove(newcomer);
            });
        }
    }

    /// Under which number the letter showed him; 0 when it did not.
    private static int number(List<Amendment.Entry> shown, Member member) {
        return shown.stream().filter(entry -> entry.person().address().equals(member.person().address())).mapToInt(Amendment.Entry::rank).findFirst().orElse(0);
    }

    static boolean sameName(Person one, Person other) {
        return one.name().strip().toLowerCase(Locale.ROOT).equals(other.name().strip().toLowerCase(Locale.ROOT));
    }

    static boolean related(Person one, Person other) {
        return sameName(one, other) || one.phone().e164().equals(other.phone().e164()) || other.addresses().stream().anyMatch(one::has);
    }

    /// A number that is merely written otherwise is the same number.
    private static Optional<Amendment.Turn> turn(Member member, Matter.Newcomer newcomer, int rank) {
        Person before = member.person();
        Person after = newcomer.person();
        Phone phone = before.phone().e164().equals(after.phone().e164()) ? before.phone() : after.phone();
        Amendment.Entry entry = new Amendment.Entry(rank, new Person(after.name(), after.addresses(), phone));
        boolean role = newcomer.role() && !before.addresses().equals(after.addresses());
        return entry.equals(Amendment.Entry.of(member)) ? Optional.empty() : Optional.of(new Amendment.Turn(Amendment.Entry.of(member), entry, role));
    }

    private static int free(Set<Integer> taken, int wanted) {
        int rank = wanted;
        for (int next = 1; taken.contains(rank) || rank < 1; next++) rank = next;
        return rank;
    }

    /// Newcomers with the ranks they asked for where those are free, else the next free one.
    private static List<Matter.Newcomer> ranked(List<Matter.Newcomer> newcomers, Set<Integer> taken) {
        List<Matter.Newcomer> ranked = new ArrayList<>();
        for (Matter.Newcomer newcomer : newcomers) {
            int rank = free(taken, newcomer.rank());
            taken.add(rank);
            ranked.add(new Matter.Newcomer(rank, newcomer.person(), newcomer.role()));
        }
        return List.copyOf(ranked);
    }
}

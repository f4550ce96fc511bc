package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would become of the members of one ccTLD: who changes, who comes, who goes (R047, R048, N07). It is shown as a
/// whole before anybody says yes to it (P2).
///
/// @param changed members whose data or rank would be others
/// @param added people who would join
/// @param removed members who would leave
public record Amendment(List<Turn> changed, List<Matter.Newcomer> added, List<Entry> removed) {
    /// How somebody stands in the roster.
    public record Entry(int rank, Person person) {
        static Entry of(Member member) {
            return new Entry(member.rank(), member.person());
        }
    }

    /// @param role the new address looks like a role account (X24)
    public record Turn(Entry before, Entry after, boolean role) {
        boolean moves() {
            return !before.person().address().equals(after.person().address());
        }
    }

    static Amendment removing(Member member) {
        return new Amendment(List.of(), List.of(), List.of(Entry.of(member)));
    }

    boolean nothing() {
        return changed.isEmpty() && added.isEmpty() && removed.isEmpty();
    }

    /// The same with as many newcomers as find a place.
    Amendment fitting(int present, int max) {
        int room = Math.max(0, max - present + removed.size());
        return new Amendment(changed, added.subList(0, Math.min(room, added.size())).stream().toList(), removed);
    }

    /// What of it can still be done, now that these are the members: who has left meanwhile is left out, and so is what is
    /// so already. What somebody was before is as it is now.
    Amendment against(List<Member> present) {
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : changed) {
            Optional<Member> now = of(present, turn.before());
            if (now.isEmpty() || Differences.taken(present, now.get(), turn.after().person(), changed)) continue;
            if (!Entry.of(now.get()).equals(turn.after())) turns.add(new Turn(Entry.of(now.get()), turn.after(), turn.role()));
        }
        List<Matter.Newcomer> come = added.stream().filter(newcomer -> !Admissions.present(present, newcomer.person())).toList();
        List<Entry> go = removed.stream().flatMap(entry -> of(present, entry).stream()).map(Entry::of).toList();
        return new Amendment(List.copyOf(turns), come, go);
    }

    private static Optional<Member> of(List<Member> present, Entry entry) {
        return present.stream().filter(member -> member.person().address().equals(entry.person().address())).findFirst();
    }

    /// How the roster of the ccTLD looks afterwards, by rank.
    List<Entry> after(List<Member> present) {
        List<Entry> after = new ArrayList<>();
        for (Member member : present) {
            Entry entry = Entry.of(member);
            if (removed.contains(entry)) continue;
            after.add(changed.stream().filter(turn -> turn.before().equals(entry)).map(Turn::after).findFirst().orElse(entry));
        }
        for (Matter.Newcomer newcomer : added) after.add(new Entry(newcomer.rank(), newcomer.person()));
        after.sort(java.util.Comparator.comparingInt(Entry::rank));
        return List.copyOf(after);
    }

    /// Everybody it is about, as they would be known afterwards.
    List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (Turn turn : changed) people.add(turn.after().person());
        for (Matter.Newcomer newcomer : added) people.add(newcomer.person());
        for (Entry entry : removed) people.add(entry.person());
        return List.copyOf(people);
    }

    /// In words without data, for the Secretariat and the journal: what changed of whom.
    String words() {
        List<String> words = new ArrayList<>();
        for (Turn turn : changed) words.add(turn.after().person().name() + " (" + String.join(", ", fields(turn)) + ")");
        String changes = words.isEmpty() ? "" : "changed: " + String.join(", ", words);
        String joins = added.isEmpty() ? "" : "joined: " + String.join(", ", added.stream().map(newcomer -> newcomer.person().name()).toList());
        String leaves = removed.isEmpty() ? "" : "left: " + String.join(", ", removed.stream().map(entry -> entry.person().name()).toList());
        return String.join("; ", java.util.stream.Stream.of(changes, joins, leaves).filter(part -> !part.isEmpty()).toList());
    }

    private static List<String> fields(Turn turn) {
        List<String> fields = new ArrayList<>();
        Person before = turn.before().person();
        Person after = turn.after().person();
        if (!before.name().equals(after.name())) fields.add("name");
        if (!before.addresses().equals(after.addresses())) fields.add("e-mail address");
        if (!before.phone().equals(after.phone())) fields.add("phone");
        if (turn.before().rank() != turn.after().rank()) fields.add("rank");
        return fields;
    }
}

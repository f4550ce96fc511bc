package tldops.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What goes of who is to be forgotten (L45): what names him in cases that are over, in appointments, posts and bulletins; the
/// rest, in the journal and the mails, is the store's.
final class Erased {
    private Erased() {}

    /// @param names as bulletins that have not left yet would tell of them
    /// @param but cases that are seen to elsewhere
    static Decision of(Registry registry, Set<Address> addresses, Set<String> names, Set<Long> but, Moment at) {
        List<Change> changes = new ArrayList<>();
        for (Case matter : registry.casesNaming(addresses))
            if (closes(matter, addresses) && !but.contains(matter.number()) && Mentions.of(matter, addresses)) changes.add(new Change.CaseSaved(Mentions.without(over(matter, at), addresses, registry.rules().list().owner())));
        for (Delegate delegate : registry.delegates()) if (addresses.contains(delegate.address())) changes.add(new Change.DelegateGone(delegate.tld()));
        for (Post post : registry.posts()) {
            Post rest = post.without(addresses);
            if (addresses.contains(post.author())) changes.add(new Change.PostGone(post.inbox()));
            else if (!rest.equals(post)) changes.add(new Change.PostSaved(rest));
        }
        registry.kept(Kept.Edition.class).flatMap(edition -> without(edition, addresses)).ifPresent(edition -> changes.add(new Change.KeptSaved(edition)));
        registry.kept(Kept.News.class).filter(news -> news.left().stream().anyMatch(names::contains))
                .ifPresent(news -> changes.add(new Change.KeptSaved(new Kept.News(news.told(), news.left().stream().filter(name -> !names.contains(name)).toList()))));
        Keys.without(registry, addresses).forEach(changes::add);
        changes.add(new Change.Forgotten(addresses.stream().sorted().toList()));
        return new Decision(List.copyOf(changes), List.of(), List.of());
    }

    /// Nobody waits for the answer of who is forgotten.
    private static boolean closes(Case matter, Set<Address> addresses) {
        return !matter.open() || (matter.matter() instanceof Matter.Check check && addresses.contains(check.address()));
    }

    private static Case over(Case matter, Moment at) {
        return matter.open() ? matter.spent(Issued.Purpose.ALIVE).at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty())) : matter;
    }

    /// The hash of the edition stays: the next one names it (N15).
    private static Optional<Kept.Edition> without(Kept.Edition edition, Set<Address> addresses) {
        Map<String, String> entries = new TreeMap<>(edition.entries());
        entries.keySet().removeIf(name -> addresses.stream().anyMatch(address -> name.endsWith(" " + address.key())));
        boolean same = entries.size() == edition.entries().size();
        return same ? Optional.empty() : Optional.of(new Kept.Edition(edition.number(), edition.at(), edition.sha256(), entries, edition.asked()));
    }

    /// With those that he had before he changed them, as far as cases tell, and unless they are somebody's now.
    static Set<Address> all(Registry registry, Set<Address> addresses) {
        Set<Address> all = new TreeSet<>(addresses);
        Set<Address> fresh = new HashSet<>(addresses);
        while (!fresh.isEmpty()) {
            Set<Address> before = new TreeSet<>();
            for (Case matter : registry.casesNaming(fresh)) before.addAll(before(matter, fresh));
            before.removeIf(address -> all.contains(address) || !registry.membersWith(address).isEmpty() || registry.guest(address).isPresent());
            all.addAll(before);
            fresh = before;
        }
        return all;
    }

    private static Set<Address> before(Case matter, Set<Address> addresses) {
        Set<Address> before = new TreeSet<>();
        if (matter.stage() instanceof Stage.Ended(_, _, var undo))
            for (Stage.Turned turned : undo.map(Stage.Undo::changed).orElse(List.of())) if (addresses.contains(turned.now().address())) before.addAll(turned.before().person().addresses());
        return before;
    }
}

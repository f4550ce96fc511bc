package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// IANA names other contacts for too many ccTLDs at a time: a fault, or an attack on IANA. Nothing follows until the Secretariat
/// says `release`, and then only where a fresh reading still agrees (MAIL_RULES 34, P3).
final class ManyMoved {
    private static final int NAMED = 12;

    private ManyMoved() {}

    /// The case about which the Secretariat is asked.
    static Optional<Case> open(Registry registry) {
        return registry.openCases().stream().filter(matter -> matter.matter() instanceof Matter.ManyMoved).findFirst();
    }

    /// @param state of the watch
    /// @param held ccTLDs that wait for the Secretariat from now on
    /// @param opened so many cases the same event has opened
    static Decision after(Registry registry, Map<Tld, Kept.Sighting> state, Set<Tld> held, int opened, Moment at) {
        Optional<Case> open = open(registry);
        if (held.isEmpty()) return open.filter(matter -> waiting(matter, state).isEmpty()).map(matter -> back(matter, at)).orElse(Decision.EMPTY);
        List<Tld> all = List.copyOf(held);
        if (open.isPresent()) {
            Set<Tld> more = new TreeSet<>(((Matter.ManyMoved) open.get().matter()).tlds());
            more.addAll(held);
            Case joined = open.get().about(new Matter.ManyMoved(List.copyOf(more)));
            return Decision.of(Journal.of("waits for a release", names(all) + " (MAIL_RULES 34)", open.get(), joined)).and(new Change.CaseSaved(joined));
        }
        Case matter = new Case(registry.nextCase(opened), Optional.empty(), new Matter.ManyMoved(all), new Stage.Queued(), registry.rules().list().owner(), Language.EN, at.now(), List.of(), false);
        String details = all.size() + " ccTLDs: " + names(all);
        return Oversight.hold(registry, matter, Stage.Why.MANY_MOVED, details, true, at);
    }

    private static List<Tld> waiting(Case matter, Map<Tld, Kept.Sighting> state) {
        return ((Matter.ManyMoved) matter.matter()).tlds().stream()
                .filter(tld -> Optional.ofNullable(state.get(tld)).flatMap(Kept.Sighting::next).filter(next -> next.stand() == Kept.Stand.HELD).isPresent()).toList();
    }

    private static Decision back(Case matter, Moment at) {
        Case ended = matter.spent(Issued.Purpose.OVERSIGHT).at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty()));
        return Decision.of(Journal.of("contacts as before", "IANA names those again that it named before", matter, ended)).and(new Change.CaseSaved(ended));
    }

    /// `release`: also of a case that nobody answered in time, for as long as something waits.
    static Optional<Decision> released(Registry registry, Case matter, Moment at) {
        List<Tld> waiting = waiting(matter, Anchors.seen(registry));
        if (waiting.isEmpty()) return Optional.empty();
        Case ended = matter.spent(Issued.Purpose.OVERSIGHT).at(new Stage.Ended(Stage.Outcome.ANSWERED, at.now(), Optional.empty()));
        return Optional.of(Decision.of(Journal.of("released", "a second reading decides for " + names(waiting) + " (P3, MAIL_RULES 34)", matter, ended))
                .and(Anchors.released(registry, waiting), new Change.CaseSaved(ended)));
    }

    private static String names(List<Tld> tlds) {
        List<String> names = new ArrayList<>(tlds.stream().limit(NAMED).map(Tld::display).toList());
        if (tlds.size() > NAMED) names.add("...");
        return String.join(" ", names);
    }
}

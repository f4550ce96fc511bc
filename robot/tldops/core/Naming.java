package tldops.core;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which cases name an address, so that nobody looks through all there ever were for whoever is to be forgotten (L45). It may
/// name a case that does so no longer, and leaves none out.
record Naming(Map<Address, Set<Long>> cases) {
    Naming() {
        this(new HashMap<>());
    }

    void note(Case matter) {
        Mentions.of(matter).forEach(address -> cases.computeIfAbsent(address, _ -> new TreeSet<>()).add(matter.number()));
    }

    /// Their numbers, ascending.
    Set<Long> of(Collection<Address> addresses) {
        Set<Long> all = new TreeSet<>();
        for (Address address : addresses) all.addAll(cases.getOrDefault(address, Set.of()));
        return all;
    }

    void forget(Collection<Address> addresses) {
        cases.keySet().removeAll(Set.copyOf(addresses));
    }
}

package tldops.core;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
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
        Mentions.of(matter, new Asked(matter.number()));
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

    /// No address at all; it notes for which it was asked.
    private final class Asked extends AbstractSet<Address> {
        private final long number;

        Asked(long number) {
            this.number = number;
        }

        @Override
        public boolean contains(Object asked) {
            if (asked instanceof Address address) cases.computeIfAbsent(address, _ -> new TreeSet<>()).add(number);
            return false;
        }

        @Override
        public Iterator<Address> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }
    }
}

package tldops.core;

import java.util.Set;

/// What mail that has come in but cannot be decided yet is about, as far as that is known: no deadline of it may pass
/// meanwhile (SPEC 1.10).
public record Waiting(Set<Long> cases, Set<Address> senders, Set<Tld> tlds) {
    public static final Waiting NOTHING = new Waiting(Set.of(), Set.of(), Set.of());

    boolean concerns(Case matter) {
        return cases.contains(matter.number()) || senders.contains(matter.asked()) || matter.tld().filter(tlds::contains).isPresent();
    }

    boolean concerns(Member member) {
        return tlds.contains(member.tld()) || member.person().addresses().stream().anyMatch(senders::contains);
    }
}

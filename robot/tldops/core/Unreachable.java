package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An address to which mail came back on so many days that it can not be reached (N21): the roster says since when, its ccTLD is
/// asked for another, and nobody is removed. An answer from it, or another address in its place, ends it (L08, L41).
public final class Unreachable {
    static final String PREFIX = "lost:";
    /// Its ccTLD was told of it: one letter to each for one such time.
    static final String TOLD = "lost-told:";

    private Unreachable() {}

    /// Since when; empty when mail reaches it, as far as we know.
    public static Optional<Instant> since(Registry registry, Address address) {
        return registry.lastCounted(Scores.key(PREFIX, address));
    }

    /// Every address that can not be reached.
    static List<Address> all(Registry registry) {
        return registry.lastOf(PREFIX).keySet().stream().map(key -> Address.ofKey(key.substring(PREFIX.length(), key.length() - 1))).toList();
    }

    static boolean is(Registry registry, Address address) {
        return since(registry, address).isPresent();
    }

    /// Whether this makes it unreachable. An address that has never answered was mistyped, most likely: one day is enough there.
    ///
    /// @param hardDays on which the report said that nobody has the address
    static Decision by(Registry registry, Address address, int days, int hardDays, Moment at) {
        Rules.Bounces limits = registry.rules().bounces();
        List<Member> members = registry.membersWith(address);
        boolean never = !members.isEmpty() && members.stream().noneMatch(member -> member.proved().isPresent());
        boolean gone = hardDays >= (never ? 1 : limits.hardDays()) || days >= limits.otherDays();
        if (!gone || is(registry, address) || !Mailings.onList(registry, address)) return Decision.EMPTY;
        return Decision.of(Journal.of("unreachable", "its ccTLD is asked for another address, nobody is removed (N21)").people(List.of(address.toString()))).and(new Change.Counted(Scores.key(PREFIX, address), at.now()));
    }

    /// Whatever was counted of an address that belongs to nobody on the list after this decision: should it ever come back it
    /// begins anew (L08).
    static Decision dropped(Registry registry, Decision decision) {
        Set<Address> before = new LinkedHashSet<>();
        Set<Address> after = new LinkedHashSet<>();
        Set<Member.Id> touched = new LinkedHashSet<>();
        for (Change change : decision.changes()) {
            if (change instanceof Change.MemberGone(var id)) touched.add(id);
            if (change instanceof Change.MemberSaved(var member)) {
                touched.add(member.id());
                after.addAll(member.person().addresses());
            }
            if (change instanceof Change.GuestGone(var address)) before.add(address);
            if (change instanceof Change.GuestSaved(var guest)) after.add(guest.address());
        }
        touched.forEach(id -> registry.member(id).ifPresent(member -> before.addAll(member.person().addresses())));
        before.removeIf(address -> after.contains(address) || registry.membersWith(address).stream().anyMatch(member -> !touched.contains(member.id())));
        Decision forgotten = Decision.EMPTY;
        for (Address address : before) forgotten = forgotten.and(Scores.forgotten(registry, address));
        return forgotten;
    }

    // ---- in the roster

    /// Behind an entry: since when it can not be reached; with two addresses also which of them.
    static String mark(Registry registry, Member member) {
        StringBuilder mark = new StringBuilder();
        for (OptionContent.Lost lost : lost(registry, member)) mark.append(member.person().addresses().size() > 1 ? " " + lost.address() : "").append(" unreachable since ").append(lost.since());
        return mark.toString();
    }

    static List<OptionContent.Lost> lost(Registry registry, Member member) {
        List<OptionContent.Lost> lost = new ArrayList<>();
        for (Address address : member.person().addresses()) since(registry, address).ifPresent(at -> lost.add(new OptionContent.Lost(address, day(registry, member.tld(), at))));
        return List.copyOf(lost);
    }

    static LocalDate day(Registry registry, Tld tld, Instant at) {
        return LocalDate.ofInstant(at, Days.calendar(registry, Optional.of(tld)).zone());
    }

    /// The whole contact list as it is sent.
    static List<String> roster(Registry registry) {
        Set<Tld> lost = all(registry).stream().flatMap(address -> registry.membersWith(address).stream()).map(Member::tld).collect(Collectors.toSet());
        if (lost.isEmpty()) return registry.roster();
        return registry.entries().entrySet().stream()
                .flatMap(entry -> lost.contains(entry.getKey()) ? Roster.sorted(registry.membersOf(entry.getKey())).map(member -> Roster.line(registry, member)) : entry.getValue().stream())
                .toList();
    }
}

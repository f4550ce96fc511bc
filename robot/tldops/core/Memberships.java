package tldops.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whose memberships an address speaks for (P8): of the person whose first address it is; where it is only a second address, of
/// the one person who has it. Where several people have the same second address it speaks for none of them.
final class Memberships {
    private Memberships() {}

    static List<Member> of(Registry registry, Address address) {
        List<Member> all = registry.membersWith(address);
        List<Member> first = all.stream().filter(member -> member.person().address().equals(address)).toList();
        return !first.isEmpty() ? first : people(all) > 1 ? List.of() : all;
    }

    /// A new member as the person with his first address has settled already, for another ccTLD or as a guest: his options, his
    /// language, his list password (X07, R051). A deputy stands in for one ccTLD alone.
    static Member settled(Registry registry, Member fresh) {
        Address address = fresh.person().address();
        Optional<Member> other = registry.membersWith(address).stream().filter(member -> member.person().address().equals(address) && !member.id().equals(fresh.id())).findFirst();
        if (other.isEmpty()) return registry.guest(address).map(guest -> fresh.in(guest.language()).with(moved(guest.options()))).orElse(fresh);
        Member like = fresh.in(other.get().language()).with(moved(other.get().options()));
        return other.get().passwordHash().map(like::withPassword).orElse(like);
    }

    private static Options moved(Options options) {
        return options.away(options.away().map(away -> new Options.Away(away.until(), 0)));
    }

    /// Whether it is the second address of several people and the first of nobody.
    static boolean shared(Registry registry, Address address) {
        return of(registry, address).isEmpty() && !registry.membersWith(address).isEmpty();
    }

    private static long people(List<Member> members) {
        return members.stream().map(member -> member.person().address()).distinct().count();
    }

    /// The addresses of these memberships and this one, without those that somebody else has, too.
    static Set<Address> addresses(Registry registry, List<Member> memberships, Address address) {
        Set<Address> all = new LinkedHashSet<>(Set.of(address));
        memberships.forEach(member -> all.addAll(member.person().addresses()));
        all.removeIf(one -> registry.membersWith(one).stream().anyMatch(member -> memberships.stream().noneMatch(his -> his.id().equals(member.id())))
                || (!one.equals(address) && registry.guest(one).isPresent()));
        return all;
    }

    /// By ccTLD, rank and time.
    static List<Member> joined(List<Member> some, List<Member> more) {
        List<Member> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(Comparator.comparing(Member::tld).thenComparingInt(Member::rank).thenComparing(Member::since));
        return List.copyOf(all);
    }
}

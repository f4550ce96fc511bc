package tldops.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The contact list as the seeds print it (R056, X09): `email (First Last, mobile, .ccTLD)`, and behind it until when
/// somebody is away (N22).
final class Roster {
    private Roster() {}

    static String line(Member member) {
        Person person = member.person();
        String second = person.addresses().size() > 1 ? ", " + person.addresses().get(1) : "";
        return Clean.line(person.address() + second + " (" + Scripts.marked(person.name()) + ", " + person.phone().readable() + ", " + member.tld().display() + ")"
                + member.options().away().map(away -> " away until " + away.until()).orElse(""));
    }

    /// The SSCs of one ccTLD by rank.
    static List<String> lines(List<Member> members) {
        return sorted(members).map(Roster::line).toList();
    }

    /// By ccTLD and rank.
    static Stream<Member> sorted(Collection<Member> members) {
        return members.stream().sorted(Comparator.comparing(Member::tld).thenComparingInt(Member::rank).thenComparing(member -> member.person().address()));
    }

    /// The same, and behind it since when he can not be reached (N21).
    static String line(Registry registry, Member member) {
        return line(member) + Unreachable.mark(registry, member);
    }
}

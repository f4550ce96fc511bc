package tldops.core;

import java.util.Collection;
import java.util.List;

/// The contact list as the seeds print it (R056, X09): `email (First Last, mobile, .ccTLD)`, and behind it until when
/// somebody is away (N22).
final class Roster {
    private Roster() {}

    static String line(Member member) {
        Person person = member.person();
        String second = person.addresses().size() > 1 ? ", " + person.addresses().get(1) : "";
        return person.address() + second + " (" + Scripts.marked(person.name()) + ", " + person.phone().readable() + ", " + member.tld().display() + ")"
                + member.options().away().map(away -> " away until " + away.until()).orElse("");
    }

    /// Whether both stand in the list with the same line, at the same place.
    static boolean same(Member one, Member other) {
        return one.rank() == other.rank() && line(one).equals(line(other));
    }

    /// Every SSC, by ccTLD and rank.
    static List<String> lines(Collection<Member> members) {
        return members.stream()
                .sorted(java.util.Comparator.comparing(Member::tld).thenComparingInt(Member::rank))
                .map(Roster::line)
                .toList();
    }
}

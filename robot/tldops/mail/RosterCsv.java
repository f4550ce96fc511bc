package tldops.mail;

import java.util.Comparator;
import java.util.List;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Member;
import tldops.core.Person;

/// The contacts as comma separated values, by ccTLD and rank (R114, N40): [RosterReader] reads the same people out of it.
/// There are no comments in CSV, so each line says TLP:AMBER (X26).
public final class RosterCsv {
    public static final String TLP = "TLP:AMBER";
    private static final List<String> TITLES = List.of("tlp", "cctld", "a-label", "rank", "name", "email", "email2", "phone", "e164", "since", "confirmed");

    private RosterCsv() {}

    /// RFC 4180, lines end with CR LF, to be sent as UTF-8.
    public static String csv(List<Member> members) {
        StringBuilder csv = new StringBuilder(Csv.line(TITLES));
        members.stream().sorted(Comparator.comparing(Member::tld).thenComparingInt(Member::rank)).map(RosterCsv::cells).map(Csv::line).forEach(csv::append);
        return csv.toString();
    }

    private static List<String> cells(Member member) {
        Person person = member.person();
        String second = person.addresses().stream().skip(1).map(Address::toString).findFirst().orElse("");
        return List.of(TLP, member.tld().display(), member.tld().label(), Integer.toString(member.rank()), Clean.line(person.name()), person.address().toString(), second, Clean.line(person.phone().typed()), person.phone().e164(),
                member.since().toString(), member.unconfirmed() ? "no" : "yes");
    }
}

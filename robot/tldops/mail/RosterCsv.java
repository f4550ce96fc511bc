package tldops.mail;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Member;
import tldops.core.Person;

/// The contact list as a table for tools (RFC 4180, R114): one line a contact and ccTLD, and on each how far it may go.
final class RosterCsv {
    private RosterCsv() {}

    static String csv(List<Member> members) {
        StringBuilder table = new StringBuilder("ccTLD,A-label,rank,name,e-mail,second e-mail,mobile phone,E.164,TLP\r\n");
        members.stream().sorted(Comparator.comparing(Member::tld).thenComparingInt(Member::rank)).forEach(member -> {
            Person person = member.person();
            List<String> addresses = person.addresses().stream().map(Address::toString).toList();
            table.append(List.of(member.tld().display(), member.tld().label(), Integer.toString(member.rank()), person.name(), addresses.getFirst(), addresses.size() > 1 ? addresses.get(1) : "",
                            person.phone().typed(), person.phone().e164(), "AMBER")
                    .stream().map(RosterCsv::cell).collect(Collectors.joining(","))).append("\r\n");
        });
        return table.toString();
    }

    /// Nothing that a spreadsheet would take for a formula; a telephone number stays one.
    private static String cell(String text) {
        String clean = Clean.line(text);
        boolean formula = clean.startsWith("=") || clean.startsWith("@") || clean.startsWith("-") || (clean.startsWith("+") && !clean.matches("[+0-9 ()./-]+"));
        String safe = formula ? "'" + clean : clean;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}

package tldops;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import tldops.cli.Powers;
import tldops.cli.Rows;
import tldops.core.Address;
import tldops.core.Imports;
import tldops.core.Member;
import tldops.core.Tld;
import tldops.mail.RosterReader;

/// Carries contacts in from another list and out to other systems (R003, N40, R114).
record Carriage(Office office) {
    Powers.Carrying powers() {
        return new Powers.Carrying(this::members, this::preview, this::takeOver);
    }

    private List<Member> members(List<Tld> tlds) {
        return office.register().ask(registry -> registry.members().stream()
                .filter(member -> tlds.isEmpty() || tlds.contains(member.tld()))
                .sorted(Comparator.comparing(Member::tld).thenComparingInt(Member::rank))
                .toList());
    }

    private List<Rows.Taken> preview(String text) {
        List<RosterReader.Read> lines = RosterReader.read(text);
        Iterator<Imports.Judged> judged = office.register().ask(registry -> Imports.judged(registry, entries(lines))).iterator();
        List<Rows.Taken> rows = new ArrayList<>();
        for (RosterReader.Read line : lines) rows.add(line.entry().isPresent() ? row(line.line(), judged.next()) : unread(line));
        return List.copyOf(rows);
    }

    private List<Rows.Outcome> takeOver(String user, String text) {
        List<Imports.Entry> entries = entries(RosterReader.read(text));
        return entries.isEmpty() ? List.of(Rows.Outcome.no("There is no contact in it.")) : new Orders(office).takeOver(user, entries);
    }

    private static List<Imports.Entry> entries(List<RosterReader.Read> lines) {
        return lines.stream().flatMap(line -> line.entry().stream()).toList();
    }

    private static Rows.Taken row(int line, Imports.Judged judged) {
        Imports.Entry entry = judged.entry();
        int rank = judged.rank() > 0 ? judged.rank() : entry.rank();
        return new Rows.Taken(line, entry.tld().display(), rank > 0 ? Integer.toString(rank) : "", entry.person().name(), entry.person().addresses().stream().map(Address::toString).toList(),
                entry.person().phone().typed(), judged.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("cctld", "ccTLD"));
    }

    private static Rows.Taken unread(RosterReader.Read line) {
        return new Rows.Taken(line.line(), "", "", line.typed(), List.of(), "", "unreadable: " + line.why());
    }
}

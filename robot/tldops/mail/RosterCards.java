package tldops.mail;

import java.util.Comparator;
import java.util.List;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Member;

/// The contact list as vCards (RFC 6350, R114): one card a contact and ccTLD, for address books.
final class RosterCards {
    private static final int OCTETS = 75;

    private RosterCards() {}

    static String vcards(List<Member> members) {
        StringBuilder cards = new StringBuilder();
        members.stream().sorted(Comparator.comparing(Member::tld).thenComparingInt(Member::rank)).forEach(member -> {
            line(cards, "BEGIN:VCARD");
            line(cards, "VERSION:4.0");
            line(cards, "FN:" + value(member.person().name()));
            line(cards, "ORG:TLD-OPS;" + value(member.tld().display()));
            line(cards, "TITLE:Security and Stability Contact of " + value(member.tld().display()) + "\\, rank " + member.rank());
            int preference = 1;
            for (Address address : member.person().addresses()) line(cards, "EMAIL;PREF=" + preference++ + ":" + value(address.toString()));
            line(cards, "TEL;TYPE=cell;VALUE=uri:tel:" + member.person().phone().e164());
            line(cards, "NOTE:TLP:AMBER");
            line(cards, "END:VCARD");
        });
        return cards.toString();
    }

    /// RFC 6350 3.4.
    private static String value(String text) {
        return Clean.line(text).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
    }

    /// Folded behind 75 octets, never within a character (RFC 6350 3.2).
    private static void line(StringBuilder cards, String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int point = line.codePointAt(at);
            int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (octets + size > OCTETS) {
                cards.append("\r\n ");
                octets = 1;
            }
            cards.appendCodePoint(point);
            octets += size;
            at += Character.charCount(point);
        }
        cards.append("\r\n");
    }
}

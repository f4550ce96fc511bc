package tldops.conversations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Guest;
import tldops.core.Language;
import tldops.core.Member;
import tldops.core.Options;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;

/// Who is there when a story begins, where how he came is another story's: `member .nl Anna Vermeer, anna@registry.example`,
/// `guest observer Leo Brun, leo@wg.example`, behind that, each after a comma: a second address, a phone, `fr`, `digest`, `away until DAY`,
/// `unproved`, `from TIME` (P6), and for guests `roster`, `until DAY`.
final class Given {
    private Given() {}

    static List<Change> of(List<String> lines, Instant now) {
        List<Change> changes = new ArrayList<>();
        for (String line : lines) if (!line.isBlank()) changes.add(change(line, changes.size(), now));
        return List.copyOf(changes);
    }

    private static Change change(String line, int number, Instant now) {
        List<String> parts = List.of(line.split(", *"));
        String[] head = parts.getFirst().split(" ", 3);
        List<Address> addresses = parts.stream().skip(1).filter(part -> part.contains("@")).map(Address::of).toList();
        Language language = parts.contains("fr") ? Language.FR : Language.EN;
        Optional<LocalDate> away = day(parts, "away until ");
        Options options = new Options(parts.contains("digest"), away.map(day -> new Options.Away(day, 0)));
        if (head[0].equals("guest")) {
            return new Change.GuestSaved(new Guest(addresses.getFirst(), head[2], Guest.Role.valueOf(head[1].toUpperCase(java.util.Locale.ROOT)), parts.contains("roster"), day(parts, "until "), language, options, now));
        }
        if (!head[0].equals("member")) throw new IllegalArgumentException("a member or a guest, not " + line);
        String phone = parts.stream().filter(part -> part.startsWith("+")).findFirst().orElse("+31 6 12345678");
        Person person = new Person(head[2], addresses, new Phone(phone, phone.replace(" ", ""), true, "NL"));
        Instant from = parts.stream().filter(part -> part.startsWith("from ")).map(part -> Instant.parse(part.substring(5))).findFirst().orElse(now);
        Optional<Instant> proved = parts.contains("unproved") ? Optional.empty() : Optional.of(now);
        return new Change.MemberSaved(new Member(Tld.of(head[1]), 1 + number, person, language, now, proved, "given" + number + head[2], false, from, Optional.empty(), 0, options, false));
    }

    private static Optional<LocalDate> day(List<String> parts, String word) {
        return parts.stream().filter(part -> part.startsWith(word)).map(part -> LocalDate.parse(part.substring(word.length()))).findFirst();
    }
}

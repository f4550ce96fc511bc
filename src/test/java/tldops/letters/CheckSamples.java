package tldops.letters;

import static tldops.letters.Samples.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tldops.core.CheckContent.*;
import tldops.core.Content;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Reachability;
import tldops.core.Reachability.*;
import tldops.core.Tld;

/// The letters by which contacts stay true, and notes about how well a ccTLD can be reached.
final class CheckSamples {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 28);
    static final Person UNDIALABLE = new Person("Jan Jansen", JAN.addresses(), new Phone("+1-000-000-0000", "+10000000000", false, "US"));

    private CheckSamples() {}

    /// One for each advice.
    static Reachability reach(int advice) {
        Kind kind = Kind.values()[advice];
        List<Way> ways = kind == Kind.NOBODY ? List.of() : List.of(way(1, Mailbox.values()[advice % 4], Dial.values()[advice % 3]), way(2, Mailbox.WORKS, Dial.USABLE));
        List<Test> tests = new ArrayList<>();
        for (What what : What.values()) tests.add(new Test(what, what.ordinal() % 2 == advice % 2));
        return new Reachability(NL, Level.values()[advice % 4], ways, tests, Optional.of(new Advice(kind, ways.stream().findFirst())));
    }

    private static Way way(int rank, Mailbox mail, Dial phone) {
        return new Way(rank, rank == 1 ? JAN : MARIE, mail, mail == Mailbox.SILENT || mail == Mailbox.RETURNS ? Optional.of(DAY) : Optional.empty(), phone);
    }

    private static Reachability good() {
        return new Reachability(NL, Level.GOOD, List.of(way(1, Mailbox.WORKS, Dial.USABLE)), List.of(new Test(What.MAIL, true)), Optional.empty());
    }

    static void all(Map<String, Content> all) {
        List<String> lines = List.of("jan.jansen@registry.example (Jan Jansen, +31 6 5550 1234, .nl)");
        for (int letter = 1; letter <= 3; letter++) {
            all.put("still-you." + letter, new StillYou(JAN.name(), List.of(NL), lines, Optional.of(DAY), letter, LAST, List.of(reach(letter + 4))));
            all.put("still-you.never-" + letter, new StillYou(JAN.name(), List.of(NL, CHINA), lines, Optional.empty(), letter, LAST, letter == 1 ? List.of() : List.of(reach(letter), good())));
        }
        all.put("heard-of", new HeardOf(true, lines));
        all.put("heard-of.unread", new HeardOf(false, lines));
        List<Content.Block> blocks = List.of(new Content.Block(1, line(JAN.name()), line("jan.jansen@registry.example"), line("+31 6 5550 1234")), new Content.Block(2, line(""), line(""), line("")));
        all.put("silent-contacts", new SilentContacts(List.of(new SilentPlace(NL, List.of(new Silent(JAN, DAY, false, Optional.empty())), reach(4))), blocks, 3, 2, LAST));
        all.put("silent-contacts.several", new SilentContacts(List.of(
                new SilentPlace(NL, List.of(new Silent(JAN, DAY, false, Optional.of(TOKEN)), new Silent(MARIE, DAY, true, Optional.of(TOKEN))), reach(1)),
                new SilentPlace(CHINA, List.of(new Silent(JAN, DAY, false, Optional.of(TOKEN))), reach(8))), List.of(), 3, 3, LAST));
        all.put("silent-noted", new SilentNoted(List.of(NL, CHINA)));
        all.put("nobody-answered", new NobodyAnswered(List.of(new Lost(NL, JAN.name(), DAY, Optional.of(AT)), new Lost(Tld.of("be"), PIET.name(), DAY, Optional.empty()))));
        all.put("welcome.undialable", new Content.Welcome(NL, UNDIALABLE, 5, Optional.empty()));
    }

    private static Content.Line line(String typed) {
        return new Content.Line(typed, Optional.empty());
    }
}

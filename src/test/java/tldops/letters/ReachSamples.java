package tldops.letters;

import static tldops.letters.Samples.AT;
import static tldops.letters.Samples.CHINA;
import static tldops.letters.Samples.JAN;
import static tldops.letters.Samples.LAST;
import static tldops.letters.Samples.MARIE;
import static tldops.letters.Samples.NL;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tldops.core.Content;
import tldops.core.ReachContent.*;

/// Letters about contacts whom our mail does not reach.
final class ReachSamples {
    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);
    private static final Lost FIRST = new Lost(1, JAN.name(), JAN.address(), DAY);
    private static final Lost SECOND = new Lost(2, MARIE.name(), MARIE.addresses().getLast(), DAY);

    private ReachSamples() {}

    static Map<String, Content> all() {
        Map<String, Content> all = new TreeMap<>();
        List<Content.Block> blocks = List.of(block(1, JAN.name(), "jan.jansen@registry.example", "+31 6 5550 1234"), block(2, MARIE.name(), "marie@registry.example, marie@elsewhere.test", "+31655505678"), block(3, "", "", ""));
        for (To to : To.values()) {
            boolean own = to == To.HIMSELF;
            all.put("replacement." + to.name().toLowerCase(Locale.ROOT).replace('_', '-'), new Replacement(NL, to, own ? List.of(SECOND) : List.of(FIRST), own ? blocks.subList(1, 2) : blocks, 3, LAST));
        }
        all.put("replacement.several", new Replacement(CHINA, To.ADMIN_CONTACT, List.of(FIRST, SECOND), blocks, 3, LAST));
        all.put("nobody-reached", new NobodyReached(NL, List.of(FIRST), false, 1, false, AT));
        all.put("nobody-reached.alone", new NobodyReached(NL, List.of(FIRST), false, 0, false, AT));
        all.put("nobody-reached.others", new NobodyReached(NL, List.of(FIRST), false, 2, false, AT));
        all.put("nobody-reached.none", new NobodyReached(CHINA, List.of(FIRST, SECOND), true, 0, true, AT));
        all.put("complaint", new Complaint(List.of(NL, CHINA), JAN.name(), JAN.address(), AT));
        all.put("complaint.guest", new Complaint(List.of(), "", JAN.address(), AT));
        return all;
    }

    private static Content.Block block(int number, String name, String email, String phone) {
        return new Content.Block(number, line(name), line(email), line(phone));
    }

    private static Content.Line line(String typed) {
        return new Content.Line(typed, Optional.empty());
    }
}

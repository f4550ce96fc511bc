package tldops.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tldops.core.Case;
import tldops.core.Matter;
import tldops.core.Registry;
import tldops.core.Stage;
import tldops.core.Tld;

/// Where each ccTLD stands, counted in a few words: how many SSCs it has, or how far it has come to its first.
final class Standing {
    static final String NEVER = "never asked";
    private static final List<String> WITHOUT = List.of(NEVER, "invited", "reminded", "in question", "held", "failed", "denied", "left");

    private Standing() {}

    /// Every word with its count, also those that nobody stands for.
    static Map<String, Integer> of(Registry registry, Iterable<Tld> tlds) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        WITHOUT.forEach(word -> counts.put(word, 0));
        for (int i = 1; i <= registry.rules().ssc().max(); i++) counts.put(members(i), 0);
        for (Tld tld : tlds) counts.merge(word(registry, tld), 1, Integer::sum);
        return counts;
    }

    private static String members(int count) {
        return count == 1 ? "with 1 SSC" : "with " + count + " SSCs";
    }

    private static String word(Registry registry, Tld tld) {
        int members = registry.membersOf(tld).size();
        if (members > 0) return members(members);
        List<Case> cases = registry.casesOf(tld).stream().filter(matter -> !(matter.matter() instanceof Matter.MemberAction)).toList();
        if (cases.isEmpty()) return NEVER;
        // what is under way says more than what has ended, and of the ended the last counts
        Case last = cases.stream().filter(Case::open).findFirst().orElse(cases.getLast());
        boolean invitation = last.matter() instanceof Matter.Invitation;
        return switch (last.stage()) {
            case Stage.Held _ -> "held";
            case Stage.Reminded _ when invitation -> "reminded";
            case Stage.Queued _, Stage.Written _, Stage.Asked _, Stage.Reminded _ -> invitation ? "invited" : "in question";
            case Stage.Ended ended -> switch (ended.outcome()) {
                case FAILED, CLOSED -> "failed";
                case DENIED, UNDONE -> "denied";
                case ADMITTED, SUPERSEDED, ANSWERED, CHANGED -> "left";
            };
        };
    }
}

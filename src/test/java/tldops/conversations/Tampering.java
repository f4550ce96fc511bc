package tldops.conversations;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Stands between the core and its table of standing in a [TamperedWorld]: writes down what was asked, and gives one answer
/// otherwise than the table does.
public final class Tampering {
    /// @param question `RELATION ASKS PROOF POLICY`
    /// @param then what is answered instead
    record Flip(Set<String> questions, String then) {}

    private static final Set<String> ASKED = new TreeSet<>();
    private static Optional<Flip> flip = Optional.empty();

    private Tampering() {}

    static void with(Optional<Flip> next) {
        flip = next;
        ASKED.clear();
    }

    /// What was asked since then.
    static Set<String> asked() {
        return Set.copyOf(ASKED);
    }

    /// In place of `Standing.of`; the world that asks has classes of its own, so all are objects here.
    public static Object answer(Object relation, Object asks, Object proof, Object trust, Object then) {
        String policy = trust.toString().replaceAll(".*proof=(\\w+).*", "$1");
        String question = relation + " " + asks + " " + proof + " " + policy;
        ASKED.add(question);
        if (flip.filter(found -> found.questions().contains(question)).isEmpty()) return then;
        for (Object each : then.getClass().getEnumConstants()) if (each.toString().equals(flip.get().then())) return each;
        throw new IllegalStateException("no such answer: " + flip);
    }
}

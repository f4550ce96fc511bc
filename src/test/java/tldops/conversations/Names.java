package tldops.conversations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tldops.trust.Dns;

/// What the DNS says in a story: the lines of a `dns` block, each a name, a type and what stands there; `away` when nobody answers,
/// `back` when somebody does again. `KEY` is the public part of the key by which stories sign ([Sealed]).
final class Names {
    private Names() {}

    static Act.Names of(List<String> body) {
        Map<String, List<String>> records = new LinkedHashMap<>();
        boolean away = false;
        for (String line : body) {
            if (line.isBlank() || line.strip().equals("back")) continue;
            if (line.strip().equals("away")) {
                away = true;
                continue;
            }
            String[] words = line.strip().split(" +", 3);
            if (words.length < 3) throw new IllegalArgumentException("no line of a dns block: " + line);
            Dns.Kind.valueOf(words[1]);
            records.computeIfAbsent(words[0] + " " + words[1], _ -> new ArrayList<>()).add(words[2].equals("KEY") ? Sealed.published() : words[2]);
        }
        return new Act.Names(records, away);
    }

    /// The answer to a question by such records.
    static Dns.Answer answer(Map<String, List<String>> records, boolean away, String name, Dns.Kind kind) {
        if (away) return new Dns.Answer.Silent("no answer about " + name);
        List<String> found = records.getOrDefault(name + " " + kind, List.of());
        if (!found.isEmpty()) return new Dns.Answer.Found(found);
        return new Dns.Answer.Nothing(records.keySet().stream().noneMatch(known -> known.startsWith(name + " ")));
    }
}

package tldops.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A DNS of a test: what it is told and nothing else, and what it was asked.
final class Zone implements Dns {
    final List<String> asked = new ArrayList<>();
    private final Map<String, List<String>> records = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    Zone with(String name, Kind kind, String... values) {
        records.put(kind + " " + name, List.of(values));
        return this;
    }

    Zone text(String name, String... texts) {
        return with(name, Kind.TXT, texts);
    }

    /// Nobody answers for it.
    Zone silent(String name) {
        silent.add(name);
        return this;
    }

    @Override
    public Answer ask(String name, Kind kind) {
        asked.add(kind + " " + name);
        if (silent.contains(name)) return new Answer.Silent("no answer about " + name);
        List<String> found = records.getOrDefault(kind + " " + name, List.of());
        if (!found.isEmpty()) return new Answer.Found(found);
        return new Answer.Nothing(records.keySet().stream().noneMatch(known -> known.endsWith(" " + name)));
    }
}

package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What happened under which key, and when each time, the latest last: quotas, scores, signs of life. A key is looked up by its
/// hash; the same lists stand in order for those that begin alike.
record Counts(Map<String, List<Instant>> byKey, NavigableMap<String, List<Instant>> inOrder) {
    Counts() {
        this(new HashMap<>(), new TreeMap<>());
    }

    void add(String key, Instant at) {
        byKey.computeIfAbsent(key, _ -> {
            List<Instant> times = new ArrayList<>();
            inOrder.put(key, times);
            return times;
        }).add(at);
    }

    /// How often since then.
    int since(String key, Instant time) {
        return (int) byKey.getOrDefault(key, List.of()).stream().filter(at -> at.isAfter(time)).count();
    }

    Optional<Instant> last(String key) {
        return Optional.ofNullable(byKey.get(key)).map(List::getLast);
    }

    /// The last time of each key that begins so, in the order of the keys.
    Map<String, Instant> lastUnder(String prefix) {
        Map<String, Instant> found = new LinkedHashMap<>();
        under(prefix).forEach((key, times) -> found.put(key, times.getLast()));
        return found;
    }

    void forget(String key) {
        byKey.remove(key);
        inOrder.remove(key);
    }

    void forget(Predicate<String> gone) {
        byKey.keySet().removeIf(gone);
        inOrder.keySet().retainAll(byKey.keySet());
    }

    /// What was before that time; a key without times is none.
    void forgetBefore(String prefix, Instant time) {
        under(prefix).entrySet().removeIf(entry -> {
            entry.getValue().removeIf(at -> at.isBefore(time));
            return entry.getValue().isEmpty() && byKey.remove(entry.getKey()) != null;
        });
    }

    void copyTo(Counts other) {
        inOrder.forEach((key, times) -> times.forEach(at -> other.add(key, at)));
    }

    private Map<String, List<Instant>> under(String prefix) {
        return inOrder.subMap(prefix, prefix + Character.MAX_VALUE);
    }
}

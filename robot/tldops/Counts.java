package tldops;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tldops.web.Exposition;

/// Counts by a label of few values. Counting takes no lock and, once a value was seen, makes no object.
final class Counts {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String label) {
        LongAdder count = counts.get(label);
        (count == null ? counts.computeIfAbsent(label, _ -> new LongAdder()) : count).increment();
    }

    long of(String label) {
        LongAdder count = counts.get(label);
        return count == null ? 0 : count.sum();
    }

    long all() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Map<String, Long> now() {
        Map<String, Long> now = new TreeMap<>();
        counts.forEach((label, count) -> now.put(label, count.sum()));
        return now;
    }

    List<Exposition.Sample> samples(String name) {
        return now().entrySet().stream().map(count -> Exposition.Sample.of(name, count.getKey(), count.getValue())).toList();
    }
}

package tldops.core;

import java.util.ArrayList;
import java.util.List;

/// What follows from one event: changes of the registry, letters, and why. Recorded as a whole or not at all.
public record Decision(List<Change> changes, List<Letter> letters, List<Journal> journal) {
    public Decision {
        changes = List.copyOf(changes);
        letters = List.copyOf(letters);
        journal = List.copyOf(journal);
    }

    /// Nothing follows, for this reason.
    public static Decision nothing(String reason) {
        return new Decision(List.of(), List.of(), List.of(Journal.of("nothing", reason)));
    }

    public static Decision of(Journal line) {
        return new Decision(List.of(), List.of(), List.of(line));
    }

    public static final Decision EMPTY = new Decision(List.of(), List.of(), List.of());

    public Decision and(Decision next) {
        return new Decision(joined(changes, next.changes), joined(letters, next.letters), joined(journal, next.journal));
    }

    public Decision and(Change... more) {
        return new Decision(joined(changes, List.of(more)), letters, journal);
    }

    public Decision and(Letter... more) {
        return new Decision(changes, joined(letters, List.of(more)), journal);
    }

    public Decision and(Journal line) {
        return new Decision(changes, letters, joined(journal, List.of(line)));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}

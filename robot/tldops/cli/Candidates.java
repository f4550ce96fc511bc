package tldops.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import tldops.core.Event;

/// The words to choose from where an argument takes one of a few, in the small letters in which people type them.
abstract sealed class Candidates implements Iterable<String> {
    private final List<String> words;

    private Candidates(Enum<?>[] values) {
        this(Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList());
    }

    private Candidates(List<String> words) {
        this.words = words;
    }

    static final class Words extends Candidates {
        Words() {
            super(DeskCommands.Word.values());
        }
    }

    static final class Duties extends Candidates {
        Duties() {
            super(Event.Duty.values());
        }
    }

    static final class Shells extends Candidates {
        Shells() {
            super(List.of("bash", "zsh"));
        }
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }
}

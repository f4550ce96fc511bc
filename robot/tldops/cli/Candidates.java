package tldops.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Language;

/// The words to choose from where an argument takes one of a few, in the small letters in which people type them.
final class Candidates {
    private Candidates() {}

    record Words() implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return small(DeskCommands.Word.values());
        }
    }

    record Duties() implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return small(Event.Duty.values());
        }
    }

    record Roles() implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return small(Guest.Role.values());
        }
    }

    record Languages() implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return small(Language.values());
        }
    }

    record Shells() implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bash", "zsh").iterator();
        }
    }

    private static Iterator<String> small(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).iterator();
    }
}

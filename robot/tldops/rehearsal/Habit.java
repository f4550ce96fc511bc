package tldops.rehearsal;

import java.time.Duration;
import java.util.Optional;
import tldops.core.Letter;

/// One thing that people do: with a letter that lies in their mailbox, or now and then of their own accord. A new habit is
/// a file of its own and a word in [Crowd].
interface Habit {
    /// A letter came. Who returns true has seen to it (or will never do), so that his further habits do not look at it.
    default boolean on(Human self, Letter letter, World world) {
        return false;
    }

    /// How often it happens without a letter, on average; empty = never.
    default Optional<Duration> every() {
        return Optional.empty();
    }

    /// It happens now.
    default void now(Human self, World world) {}
}

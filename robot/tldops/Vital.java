package tldops;

import java.time.Instant;
import java.util.Optional;

/// One vital sign: how a part of the robot fares, in one sentence. Red = a person must act now, and the sentence says what
/// to do; yellow = it still works, but look at it today. Never names or addresses of people.
///
/// @param since when it came to this level
record Vital(String name, Level level, String says, Instant since) {
    enum Level {
        GREEN(0), YELLOW(1), RED(2);

        private final int grade;

        Level(int grade) {
            this.grade = grade;
        }

        /// As a number for the metrics.
        int grade() {
            return grade;
        }
    }

    /// What a part says of itself at this moment.
    ///
    /// @param since when the part knows it better than whoever asks
    record Reading(Level level, String says, Optional<Instant> since) {
        static Reading green(String says) {
            return new Reading(Level.GREEN, says, Optional.empty());
        }

        static Reading yellow(String says) {
            return new Reading(Level.YELLOW, says, Optional.empty());
        }

        static Reading red(String says) {
            return new Reading(Level.RED, says, Optional.empty());
        }

        Reading from(Instant began) {
            return new Reading(level, says, Optional.of(began));
        }
    }
}

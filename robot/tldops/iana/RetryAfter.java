package tldops.iana;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a server wants to be left alone: seconds, or a date (RFC 9110 10.2.3).
final class RetryAfter {
    private static final int DIGITS = 9;

    private RetryAfter() {}

    /// Empty when it says nothing that can be read; never negative.
    static Optional<Duration> read(String value, Instant now) {
        String given = value.strip();
        if (given.matches("[0-9]{1," + DIGITS + "}")) return Optional.of(Duration.ofSeconds(Integer.parseInt(given)));
        try {
            Duration until = Duration.between(now, ZonedDateTime.parse(given, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}

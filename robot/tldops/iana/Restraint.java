package tldops.iana;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Holds our questions to a server back: so many a day and no more, none before the time that it has named, and after
/// failures with growing pauses (RFC 7480 5.5, IANA_DATA 3).
final class Restraint {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LAST = Duration.ofHours(1);

    /// No server can silence us for longer by one answer.
    private static final Duration LONGEST = Duration.ofDays(1);

    private final int perDay;
    private LocalDate day = LocalDate.EPOCH;
    private int today;
    private Duration pause = Duration.ZERO;
    private Optional<Instant> failed = Optional.empty();
    private Optional<Duration> wanted = Optional.empty();

    /// @param perDay questions in one day (UTC)
    Restraint(int perDay) {
        this.perDay = perDay;
    }

    /// Counts a question that is asked now.
    ///
    /// @param byHand somebody tries whether it works again: he need not wait for pauses of our own
    /// @throws IOException when it is not to be asked
    synchronized void asking(Instant now, boolean byHand) throws IOException {
        Duration wait = wanted.orElse(byHand ? Duration.ZERO : pause);
        Duration passed = failed.map(at -> Duration.between(at, now)).orElse(LONGEST);
        // a clock that was set back must not make it last
        if (!passed.isNegative() && passed.compareTo(wait) < 0)
            throw new IOException((wanted.isPresent() ? "it wants to be left alone" : "it has failed") + ", so it is not asked before " + failed.orElseThrow().plus(wait));
        if (today(now) >= perDay) throw new IOException("asked " + perDay + " times today, which is as often as may be (iana.per-day)");
        today++;
    }

    synchronized void answered() {
        pause = Duration.ZERO;
        failed = Optional.empty();
        wanted = Optional.empty();
    }

    synchronized void failed(Instant now, IOException why) {
        pause = pause.isZero() ? FIRST : pause.multipliedBy(2).compareTo(LAST) > 0 ? LAST : pause.multipliedBy(2);
        failed = Optional.of(now);
        wanted = why instanceof NotNow busy ? busy.after().map(after -> after.compareTo(LONGEST) > 0 ? LONGEST : after.compareTo(pause) < 0 ? pause : after) : Optional.empty();
    }

    /// How often it was asked on the day of this time.
    synchronized int today(Instant now) {
        LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!date.equals(day)) {
            day = date;
            today = 0;
        }
        return today;
    }

    int perDay() {
        return perDay;
    }
}

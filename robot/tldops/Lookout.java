package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tldops.iana.Iana;
import tldops.iana.Line;
import tldops.iana.Pulse;

/// How IANA's servers fare, for the vital signs and `tldops doctor`: who does not answer, who differs, and how near we
/// are to the questions that we allow ourselves in a day (MAIL_RULES 11, IANA_DATA 3).
final class Lookout {
    private static final int NEAR_PERCENT = 80;
    private static final Duration LONG = Duration.ofHours(6);

    private Lookout() {}

    /// Empty when nothing is to be said.
    static Optional<Vital.Reading> doubt(Iana iana, Instant now) {
        Optional<Line> most = iana.lines().stream().filter(line -> often(line, now).isPresent()).findFirst();
        if (most.isPresent()) {
            boolean enough = most.get().perDay().filter(cap -> most.get().today(now) >= cap).isPresent();
            String says = most.get().name() + " was asked " + often(most.get(), now).orElseThrow() + (enough ? ": until midnight (UTC) what needs it waits. " : ". ") + "See what asks so much: tldops journal, tldops inbox; raise iana.per-day only if it is in order.";
            return Optional.of(enough ? Vital.Reading.red(says) : Vital.Reading.yellow(says));
        }
        int disputed = iana.disputed().size();
        if (disputed == 0) return Optional.empty();
        // no ccTLD stands on a page that asks nobody for a password
        return Optional.of(Vital.Reading.yellow("RDAP and WHOIS do not name the same contact, ccTLDs: " + disputed + "; what needs it waits. Which ones: tldops journal."));
    }

    /// When it is four fifths of what is allowed, or more.
    static Optional<String> often(Line line, Instant now) {
        int today = line.today(now);
        return line.perDay().filter(cap -> today * 100L >= (long) cap * NEAR_PERCENT).map(cap -> today + " times today, of " + cap + " at most (iana.per-day)");
    }

    /// One of two servers.
    static Vital.Reading line(Line line, Instant now) {
        Optional<Pulse.Failure> failing = line.pulse().failing();
        String asked = "; asked today: " + line.today(now) + line.perDay().map(cap -> " of " + cap).orElse("") + ".";
        if (failing.isEmpty()) return Vital.Reading.green(line.pulse().good().map(at -> "Last answer " + at).orElse("Not asked since the start") + asked);
        String says = "No answer since " + failing.get().since() + ": " + failing.get().reason() + asked + (line.name().equals("WHOIS") ? " RDAP counts alone meanwhile." : "") + " Try tldops doctor.";
        boolean tooLong = Duration.between(failing.get().since(), now).compareTo(LONG) > 0;
        return (tooLong && !line.name().equals("WHOIS") ? Vital.Reading.red(says) : Vital.Reading.yellow(says)).from(failing.get().since());
    }
}

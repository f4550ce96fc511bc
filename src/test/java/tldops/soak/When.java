package tldops.soak;

import java.time.Duration;
import java.util.Locale;

/// A moment of the week, for people.
final class When {
    private When() {}

    static String of(Duration since) {
        return String.format(Locale.ROOT, "day %d %02d:%02d", since.toDays() + 1, since.toHoursPart(), since.toMinutesPart());
    }
}

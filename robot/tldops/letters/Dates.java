package tldops.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tldops.core.Content;
import tldops.core.Language;

/// Days and times as a letter writes them: `Friday 4 December 2026 (Europe/Amsterdam)`, in its language (N04).
final class Dates {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Dates() {}

    static String day(LocalDate day, Language language) {
        return switch (language) {
            case EN -> written(day, "d MMMM uuuu", Locale.ENGLISH);
            case FR -> written(day, day.getDayOfMonth() == 1 ? "d'er' MMMM uuuu" : "d MMMM uuuu", Locale.FRENCH);
        };
    }

    static String last(Content.LastDay last, Language language) {
        return weekday(last.day(), language) + " (" + last.zone().getId() + ")";
    }

    static String instant(Instant at, Language language) {
        var utc = at.atOffset(ZoneOffset.UTC);
        return weekday(utc.toLocalDate(), language) + ", " + TIME.format(utc) + " UTC";
    }

    private static String weekday(LocalDate day, Language language) {
        Locale locale = switch (language) {
            case EN -> Locale.ENGLISH;
            case FR -> Locale.FRENCH;
        };
        return written(day, "EEEE", locale) + " " + day(day, language);
    }

    private static String written(LocalDate day, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}

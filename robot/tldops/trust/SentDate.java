package tldops.trust;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Reads a Date field (RFC 5322 3.3), with the old zone names and two-digit years of RFC 5322 4.3 that old software writes.
final class SentDate {
    private SentDate() {}

    /// Empty when it cannot be read.
    static Optional<Instant> read(String value) {
        try {
            String[] words = bare(value).replaceFirst("^[A-Za-z]{3} ?, ?", "").replaceAll(" ?: ?", ":").split(" ");
            if (words.length != 5) return Optional.empty();
            if (words[2].matches("\\d{2}")) words[2] = (Integer.parseInt(words[2]) < 50 ? "20" : "19") + words[2];
            words[4] = offset(words[4].toUpperCase(Locale.ROOT));
            return Optional.of(OffsetDateTime.parse(String.join(" ", words), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (ParseException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String offset(String zone) {
        return switch (zone) {
            case "UT", "UTC", "Z" -> "GMT";
            case "EDT" -> "-0400";
            case "EST", "CDT" -> "-0500";
            case "CST", "MDT" -> "-0600";
            case "MST", "PDT" -> "-0700";
            case "PST" -> "-0800";
            default -> zone;
        };
    }

    /// Without comments and folds, words parted by one blank.
    private static String bare(String value) throws ParseException {
        FieldText field = new FieldText(value);
        StringBuilder bare = new StringBuilder();
        for (field.skip(); !field.end(); field.skip()) bare.append(bare.isEmpty() ? "" : " ").append(field.word());
        return bare.toString();
    }
}

package tldops.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Values as a person reads them in a terminal. What came by mail is disarmed: no control
/// character, no escape sequence and no change of the writing direction reaches the screen
/// (MAIL_RULES 30).
final class Cells {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// Scripts and signs that take two columns: Hangul, Han, Kana, full-width forms, pictures.
    private static final List<int[]> WIDE =
            List.of(
                    new int[] {0x1100, 0x115f},
                    new int[] {0x2e80, 0xa4cf},
                    new int[] {0xac00, 0xd7a3},
                    new int[] {0xf900, 0xfaff},
                    new int[] {0xfe30, 0xfe6f},
                    new int[] {0xff00, 0xff60},
                    new int[] {0x1f300, 0x1faff},
                    new int[] {0x20000, 0x3fffd});

    private Cells() {}

    static String of(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(Cells::of).orElse("-");
            case Collection<?> many ->
                    many.isEmpty()
                            ? "-"
                            : many.stream().map(Cells::of).collect(Collectors.joining(", "));
            case Instant at -> TIME.format(at);
            case Boolean flag -> flag ? "yes" : "no";
            case Long number when number == 0 -> "-";
            default -> {
                String text = disarmed(value.toString()).replace('\n', ' ').strip();
                yield text.isEmpty() ? "-" : text;
            }
        };
    }

    /// Harmless, its lines kept.
    static String disarmed(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .forEach(point -> {
                    if (point == '\n' || point == ' ') harmless.appendCodePoint(point);
                    else if (point == '\t') harmless.append(' ');
                    else if (!Character.isISOControl(point)
                            && Character.getType(point) != Character.FORMAT)
                        harmless.appendCodePoint(point);
                    else harmless.append('\ufffd');
                });
        return harmless.toString();
    }

    /// `caseNumber` → `CASE NUMBER`
    static String title(String component) {
        return component
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toUpperCase(Locale.ROOT)
                .replace("CC TLD", "CCTLD");
    }

    /// How many columns of a terminal a text takes.
    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
        boolean wide = WIDE.stream().anyMatch(range -> point >= range[0] && point <= range[1]);
        return wide ? 2 : 1;
    }

    /// Cut to so many columns, with `…` where something is missing.
    static String cut(String text, int columns) {
        if (width(text) <= columns) return text;
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            used += width(point);
            if (used > columns - 1) break;
            kept.appendCodePoint(point);
        }
        return kept.append('…').toString();
    }
}

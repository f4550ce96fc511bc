package tldops.conversations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers of SPEC.md behind a line that shows them: `Subject: Invitation ...  # R021, X05`.
final class Remark {
    private static final Pattern REMARK =
            Pattern.compile("(?:^|\\s+)# ((?:[RXVLNPT]\\d{1,3}|MAIL_RULES \\d+b?)(?:, (?:[RXVLNPT]\\d{1,3}|MAIL_RULES \\d+b?))*)\\s*$");

    private Remark() {}

    /// The line without its remark and without blanks at its end.
    static String strip(String line) {
        return REMARK.matcher(line).replaceFirst("").stripTrailing();
    }

    /// What [#strip] takes off, as it is put behind another line; "" when there is none.
    static String of(String line) {
        Matcher matcher = REMARK.matcher(line);
        return matcher.find() ? "  # " + matcher.group(1) : "";
    }
}

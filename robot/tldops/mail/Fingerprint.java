package tldops.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tldops.core.Clean;
import tldops.core.Digest;

/// By what a mail is known when it comes a second time, also through another door (P4, L26), or from somebody who sends it again
/// with other fields beside (MAIL_RULES 15): its Message-ID and the digest of who wrote what to whom and when, in the form in
/// which a signature sees it (RFC 6376 3.4.2, 3.4.4). What makes it a machine's or resends it makes it another mail, which nobody
/// gains by: the one without it is still heard.
///
/// @param messageId without angle brackets; "" when there is none
/// @param digest SHA-256 in hex
public record Fingerprint(String messageId, String digest) {
    private static final List<String> SAID = List.of("From", "To", "Cc", "Date", "Subject", "Resent-From");
    private static final int LONGEST_ID = 250;

    /// A mail without a header is known by all its bytes.
    public static Fingerprint of(byte[] raw) {
        Headers headers = Headers.parse(raw, 0, raw.length);
        StringBuilder kept = new StringBuilder(raw.length);
        for (String name : SAID) for (String value : headers.all(name)) kept.append(name).append(':').append(relaxed(value)).append('\n');
        if (Machines.marked(headers)) kept.append("a machine's\n");
        text(kept, raw, headers.list().isEmpty() ? 0 : headers.body());
        String clean = Clean.header(headers.first("Message-ID").orElse("")).replaceAll("[<>\\s]", "");
        return new Fingerprint(clean.substring(0, Math.min(clean.length(), LONGEST_ID)), Digest.hex(kept.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// Blanks as one, none at the ends.
    private static String relaxed(String value) {
        StringBuilder one = new StringBuilder(value.length());
        boolean blank = false;
        for (int at = 0; at < value.length(); at++) {
            char sign = value.charAt(at);
            if (sign == ' ' || sign == '\t') blank = true;
            else {
                if (blank && !one.isEmpty()) one.append(' ');
                blank = false;
                one.append(sign);
            }
        }
        return one.toString();
    }

    /// The same within the lines of the text, and no empty lines at its end.
    private static void text(StringBuilder kept, byte[] raw, int from) {
        boolean blank = false;
        int lines = 0;
        for (int at = from; at < raw.length; at++) {
            byte sign = raw[at];
            if (sign == ' ' || sign == '\t' || sign == '\r') blank = true;
            else if (sign == '\n') {
                lines++;
                blank = false;
            } else {
                if (lines > 0) kept.repeat('\n', lines);
                if (blank) kept.append(' ');
                lines = 0;
                blank = false;
                kept.append((char) (sign & 0xff));
            }
        }
    }
}

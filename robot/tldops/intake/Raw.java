package tldops.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a door looks at and changes in the bytes of a mail before it is stored: line ends (MAIL_RULES 28), verdicts
/// of strangers (MAIL_RULES 1) and our own trace line on top (RFC 5321 4.4).
public final class Raw {
    /// Stands on top of a mail of which nothing can prove who sent it; its value says why. Who writes it himself can only lose by it.
    public static final String UNPROVEN = "X-Unproven";
    private static final String VERDICT = "Authentication-Results";
    private static final byte[] FOREIGN = "X-Foreign-".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST = 998;

    private Raw() {}

    /// Why these bytes are no mail: a CR or LF that stands alone, or a NUL. Mail servers disagree about where a line
    /// with such bytes ends, which is how one mail is smuggled inside another (CVE-2023-51747).
    static Optional<String> fault(byte[] raw) {
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] == 0) return Optional.of("it holds a NUL");
            if (raw[at] == '\r' && (at + 1 == raw.length || raw[at + 1] != '\n')) return Optional.of("it holds a bare CR");
            if (raw[at] == '\n' && (at == 0 || raw[at - 1] != '\r')) return Optional.of("it holds a bare LF");
        }
        return Optional.empty();
    }

    /// Whether a line is longer than any may be (RFC 5322 2.1.1): servers cut it at places of their own, so that what one of
    /// them has judged need not be what the next one reads. Such a mail is taken and nobody's verdict on it counts.
    static Optional<String> overlong(byte[] raw) {
        int length = 0;
        for (byte one : raw) {
            length = one == '\n' ? 0 : length + 1;
            if (length > LONGEST && one != '\r') return Optional.of("a line of it is longer than " + LONGEST + " bytes");
        }
        return Optional.empty();
    }

    /// Whether some lines end with CRLF and others with LF, so that nobody can tell which of them their sender has ended.
    static Optional<String> mixed(byte[] piped) {
        boolean crlf = false;
        boolean lf = false;
        for (int at = start(piped); at < piped.length; at++) {
            if (piped[at] != '\n') continue;
            if (at > 0 && piped[at - 1] == '\r') crlf = true;
            else lf = true;
        }
        return crlf && lf ? Optional.of("some of its lines end with CR LF, others with LF") : Optional.empty();
    }

    static boolean holdsNul(byte[] raw) {
        for (byte one : raw) if (one == 0) return true;
        return false;
    }

    /// Lines ended by LF, as local mail servers pipe them, end with CRLF then; the envelope line of an mbox is dropped.
    static byte[] crlf(byte[] piped) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(piped.length + piped.length / 32);
        int from = start(piped);
        for (int at = from; at < piped.length; at++) {
            if (piped[at] == '\n' && (at == from || piped[at - 1] != '\r')) lines.write('\r');
            lines.write(piped[at]);
        }
        return lines.toByteArray();
    }

    /// The line on top that says why nothing proves who sent this mail.
    static String unproven(Optional<String> why) {
        return why.map(words -> UNPROVEN + ": " + words + "\r\n").orElse("");
    }

    /// The mail with the trace line on top; the verdicts in it are marked as foreign unless the client is trusted.
    static byte[] stamped(String trace, byte[] raw, boolean trusted) {
        byte[] top = trace.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream mail = new ByteArrayOutputStream(top.length + raw.length + 64);
        mail.write(top, 0, top.length);
        int[] copied = {0};
        if (!trusted)
            Head.each(raw, (start, colon, _) -> {
                if (!Head.named(raw, start, colon, VERDICT)) return;
                mail.write(raw, copied[0], start - copied[0]);
                mail.write(FOREIGN, 0, FOREIGN.length);
                copied[0] = start;
            });
        mail.write(raw, copied[0], raw.length - copied[0]);
        return mail.toByteArray();
    }

    /// Where the mail begins: behind the envelope line of an mbox, which a field `From :` is not.
    private static int start(byte[] piped) {
        if (!startsWith(piped, "From ")) return 0;
        int at = 5;
        while (at < piped.length && (piped[at] == ' ' || piped[at] == '\t')) at++;
        return at < piped.length && piped[at] == ':' ? 0 : behindFirstLine(piped);
    }

    private static boolean startsWith(byte[] bytes, String text) {
        if (bytes.length < text.length()) return false;
        for (int at = 0; at < text.length(); at++) if (bytes[at] != text.charAt(at)) return false;
        return true;
    }

    private static int behindFirstLine(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] != '\n') at++;
        return Math.min(at + 1, bytes.length);
    }
}

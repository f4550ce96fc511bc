package tldops.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Marks;
import tldops.core.Rules;

/// A mail of our own to one of our own addresses, to see where it comes in (L14). Wherever else it lands nobody answers it:
/// it says that a machine wrote it.
public final class ProbeMail {
    public static final String HEADER = "X-TLDOPS-Probe";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HEAD = 1 << 16;

    private ProbeMail() {}

    /// @param id known to nobody before
    public static byte[] compose(String id, Address to, Rules.MailingList own, Instant at, Optional<Signing> dkim) {
        String mail = "From: " + own.request() + "\r\n"
                + "To: " + to + "\r\n"
                + "Subject: tldops-robot tries its own addresses\r\n"
                + "Date: " + DATE.format(at) + "\r\n"
                + "Message-ID: <probe." + id + "@" + own.domain() + ">\r\n"
                + "Auto-Submitted: auto-generated\r\n"
                + "X-Auto-Response-Suppress: All\r\n"
                + Marks.LOOP_HEADER + ": 1\r\n"
                + HEADER + ": " + id + "\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n"
                + "\r\n"
                + "The robot of the list sent this to itself, to see whether mail to\r\n"
                + to + " reaches it (tldops doctor --send).\r\n"
                + "If you are a person and got it, the alias leads to you by mistake.\r\n";
        byte[] bytes = mail.getBytes(StandardCharsets.US_ASCII);
        return dkim.map(signing -> signing.signed(bytes)).orElse(bytes);
    }

    /// What the header of a mail says it is a probe of; anybody can write that.
    public static Optional<String> id(byte[] raw) {
        String head = new String(raw, 0, Math.min(raw.length, HEAD), StandardCharsets.ISO_8859_1);
        for (String line : head.split("\r?\n")) {
            if (line.isEmpty()) return Optional.empty();
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(HEADER)) return Optional.of(line.substring(colon + 1).strip());
        }
        return Optional.empty();
    }
}

package tldops.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import tldops.core.Clean;
import tldops.core.Digest;

/// By what a mail is known when it comes a second time, also through another door (P4, L26), or from somebody who sends it again
/// with other fields beside (MAIL_RULES 15): its Message-ID and the digest of who wrote what to whom and when.
///
/// @param messageId without angle brackets; "" when there is none
/// @param digest SHA-256 in hex
public record Fingerprint(String messageId, String digest) {
    private static final Set<String> SAID = Set.of("from", "to", "cc", "date", "subject");
    private static final int LONGEST_ID = 250;

    /// Reads the head only line by line; a mail without one is known by all its bytes.
    public static Fingerprint of(byte[] raw) {
        String mail = new String(raw, StandardCharsets.ISO_8859_1);
        StringBuilder kept = new StringBuilder(mail.length());
        String id = "";
        boolean said = false;
        int at = 0;
        while (at < mail.length()) {
            int end = mail.indexOf('\n', at);
            int next = end < 0 ? mail.length() : end + 1;
            String line = mail.substring(at, next);
            if (line.isBlank()) break;
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (!folded) {
                String name = line.substring(0, Math.max(0, line.indexOf(':'))).strip().toLowerCase(Locale.ROOT);
                said = SAID.contains(name);
                if (name.equals("message-id") && id.isEmpty()) id = line.substring(line.indexOf(':') + 1);
            }
            if (said) kept.append(line);
            at = next;
        }
        kept.append(mail, at, mail.length());
        String clean = Clean.header(id).replaceAll("[<>\\s]", "");
        return new Fingerprint(clean.substring(0, Math.min(clean.length(), LONGEST_ID)), Digest.hex(kept.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }
}

package tldops.soak;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import tldops.check.Ground;
import tldops.core.Tld;

/// A mail on its way to the robot.
///
/// @param id its Message-ID without brackets
/// @param from "" for a bounce
@SuppressWarnings("ArrayRecordComponent")
record Mail(Kind kind, String id, String from, String to, byte[] bytes) {
    /// What is asked for, and with it what must come of it.
    enum Kind { HELP, WHO, BIG, MACHINE, GARBAGE, REQUEST, ANSWER, PROOF, POST, OPTION, URGENT, CHANGE, LEAVE }

    static final String ROBOT = "tld-ops-request@lists.example";
    static final String LIST = "tld-ops@lists.example";

    /// @param authenticated whether our border server found it to be from whom it says
    static Mail of(Kind kind, String id, String from, String to, boolean authenticated, Instant at, String subject, String text) {
        String domain = from.substring(from.indexOf('@') + 1);
        String results = authenticated ? "Authentication-Results: %s; dkim=pass header.d=%s; dmarc=pass header.from=%s\r\n".formatted(Ground.AUTHSERV, domain, domain) : "";
        return raw(kind, id, from, to, results + head(id, from, to, at) + "Subject: " + subject + "\r\n\r\n" + text + "\r\n");
    }

    private static String head(String id, String from, String to, Instant at) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
        return "Received: from mail.example by " + Ground.AUTHSERV + " with ESMTP; " + date + "\r\nFrom: <" + from + ">\r\nTo: <" + to + ">\r\nDate: " + date + "\r\nMessage-ID: <" + id + ">\r\n";
    }

    private static Mail raw(Kind kind, String id, String from, String to, String text) {
        return new Mail(kind, id, from, to, text.getBytes(StandardCharsets.UTF_8));
    }

    /// `help` with pictures of some megabytes.
    static Mail big(String id, String from, Instant at, int kilobytes) {
        return of(Kind.BIG, id, from, ROBOT, true, at, "help", "help\r\n-- \r\n" + ("x".repeat(70) + "\r\n").repeat(kilobytes * 14));
    }

    /// An answer that nobody wrote (RFC 3834).
    static Mail machine(String id, String from, Instant at) {
        return new Mail(Kind.MACHINE, id, "", ROBOT, (head(id, from, ROBOT, at) + "Auto-Submitted: auto-replied\r\nSubject: Out of office\r\n\r\nI am away until Monday. help\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /// What no mail program writes.
    static Mail garbage(String id, String from, Instant at, SplittableRandom chance) {
        StringBuilder text = new StringBuilder(head(id, from, ROBOT, at));
        text.append("Subject: =?utf-8?B?////?= ").append(noise(chance, 30)).append("\r\nContent-Type: multipart/mixed; boundary=").append(chance.nextBoolean() ? "x" : "\"").append("\r\nMIME-Version: 1.0\r\n\r\n--x\r\n");
        for (int line = chance.nextInt(40); line > 0; line--) text.append('|').append(noise(chance, chance.nextInt(200))).append("\r\n");
        return new Mail(Kind.GARBAGE, id, from, ROBOT, text.append("--x\r\nContent-Transfer-Encoding: base64\r\n\r\n=\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String noise(SplittableRandom chance, int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) noise.append((char) (32 + chance.nextInt(224)));
        return noise.toString();
    }

    /// An SSC asks for itself (R037).
    static Mail request(String id, String from, Tld tld, Instant at) {
        return of(Kind.REQUEST, id, from, ROBOT, true, at, "Subscription", "Contact Person #1 (primary):\r\n" + person(from) + "ccTLD: " + tld.display() + "\r\n");
    }

    /// An admin contact names its SSC (R023).
    static String form(String ssc) {
        return "Contact Person #1 (primary):\r\n" + person(ssc) + "\r\nI hereby confirm that the above persons are responsible for the\r\noverall security and stability of my ccTLD.\r\n";
    }

    /// The same, with another number for somebody who is a member (R047).
    static String changed(String ssc, Tld tld) {
        return "ccTLD: " + tld.display() + "\r\n\r\n" + form(ssc).replace("Sam Keeper", "Mary Member").replace("12345678", "87654321");
    }

    private static String person(String address) {
        return "Name: Sam Keeper\r\nEmail address: " + address + "\r\nMobile phone number: +31 6 12345678\r\n";
    }
}

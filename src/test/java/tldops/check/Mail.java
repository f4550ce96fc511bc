package tldops.check;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tldops.core.Tld;

/// A mail on its way to the robot, as our border server passes it on.
///
/// @param id its Message-ID without brackets
@SuppressWarnings("ArrayRecordComponent")
record Mail(Kind kind, String id, String from, String to, byte[] bytes) {
    enum Kind { HELP, WHO, REQUEST, VERDICT, POST, CHANGE, URGENT }

    private static final String ROBOT = "tld-ops-request@lists.example";

    static Mail help(String id, String from) {
        return of(Kind.HELP, id, from, ROBOT, "help", "");
    }

    static Mail who(String id, String from) {
        return of(Kind.WHO, id, from, ROBOT, "who", "");
    }

    /// An SSC asks for itself (R037).
    static Mail request(String id, String from, Tld tld) {
        return of(Kind.REQUEST, id, from, ROBOT, "Subscription", """
                Contact Person #1 (primary):\r
                Name: Sam Keeper\r
                Email address: %s\r
                Mobile phone number: +31 6 12345678\r
                ccTLD: %s\r
                """.formatted(from, tld.display()));
    }

    static Mail verdict(String id, String from, String to, String word) {
        return of(Kind.VERDICT, id, from, to, "Re: TLD-OPS Authentication Request", word + "\r\n");
    }

    /// To all members.
    static Mail post(String id, String from, String subject) {
        return of(Kind.POST, id, from, "tld-ops@lists.example", subject, "Please look at your logs: " + subject + ".\r\n");
    }

    /// An admin contact has other data for its SSC, and maybe a second one (R047).
    static Mail change(String id, String admin, Tld tld, String ssc, String phone, Optional<String> second) {
        String more = second.map(address -> "\r\nContact Person #2 (secondary):\r\nName: Sally Second\r\nEmail address: " + address + "\r\nMobile phone number: +31 6 55555555\r\n").orElse("");
        return of(Kind.CHANGE, id, admin, ROBOT, "our contacts", """
                ccTLD: %s\r
                \r
                Contact Person #1 (primary):\r
                Name: Mary Member\r
                Email address: %s\r
                Mobile phone number: %s\r
                %s\r
                I hereby confirm that the above persons are responsible for the\r
                overall security and stability of my ccTLD.\r
                """.formatted(tld.display(), ssc, phone, more));
    }

    /// Asks the SSCs of a ccTLD to call (N13).
    static Mail urgent(String id, String from, Tld tld) {
        return of(Kind.URGENT, id, from, ROBOT, "urgent " + tld.display(), "urgent " + tld.display() + " our name servers are under attack\r\n");
    }

    private static Mail of(Kind kind, String id, String from, String to, String subject, String text) {
        String domain = from.substring(from.indexOf('@') + 1);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        String mail = """
                Authentication-Results: %s; dkim=pass header.d=%s; dmarc=pass header.from=%s\r
                Received: from mail.example by %s with ESMTP; %s\r
                From: <%s>\r
                To: <%s>\r
                Subject: %s\r
                Date: %s\r
                Message-ID: <%s>\r
                \r
                %s""".formatted(Ground.AUTHSERV, domain, domain, Ground.AUTHSERV, date, from, to, subject, date, id, text);
        return new Mail(kind, id, from, to, mail.getBytes(StandardCharsets.UTF_8));
    }
}

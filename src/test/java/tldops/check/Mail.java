package tldops.check;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import tldops.core.Tld;

/// A mail on its way to the robot, as our border server passes it on.
///
/// @param id its Message-ID without brackets
@SuppressWarnings("ArrayRecordComponent")
record Mail(Kind kind, String id, String from, String to, byte[] bytes) {
    enum Kind { HELP, WHO, REQUEST, VERDICT }

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

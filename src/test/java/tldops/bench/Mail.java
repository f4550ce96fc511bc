package tldops.bench;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// A mail as the border server hands it on, with its verdict on the sender.
@SuppressWarnings("ArrayRecordComponent")
record Mail(String from, String to, byte[] bytes) {
    private static final String DATE = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));

    static Mail help(String id) {
        return of(id, "person" + id + "@elsewhere.example", Site.ROBOT, "help", "");
    }

    static Mail who(String id, String member) {
        return of(id, member, Site.ROBOT, "who", "");
    }

    /// An SSC asks for itself (R037).
    static Mail request(String id, Site.Applicant applicant) {
        return of(id, applicant.ssc(), Site.ROBOT, "Subscription", """
                Contact Person #1 (primary):\r
                Name: Sam Keeper\r
                Email address: %s\r
                Mobile phone number: +31 6 12345678\r
                ccTLD: %s\r
                """.formatted(applicant.ssc(), applicant.ccTld()));
    }

    static Mail confirm(String id, String admin, String replyTo) {
        return of(id, admin, replyTo, "Re: TLD-OPS Authentication Request", "confirm\r\n");
    }

    /// To all members.
    static Mail post(String id, String member, int bytes) {
        return of(id, member, Site.LIST, "Phishing wave, " + id, "Post " + id + "\r\n" + "All registrars of the south get mails in our name.\r\n".repeat(bytes / 51));
    }

    /// As it comes from outside, with nobody's verdict.
    static Mail outside(String id, String from, String subject) {
        Mail judged = of(id, from, Site.ROBOT, subject, "");
        String text = new String(judged.bytes, StandardCharsets.UTF_8);
        return new Mail(from, judged.to, text.substring(text.indexOf("From: ")).getBytes(StandardCharsets.UTF_8));
    }

    private static Mail of(String id, String from, String to, String subject, String text) {
        String domain = from.substring(from.indexOf('@') + 1);
        String mail = """
                Authentication-Results: %s; dkim=pass header.d=%s; dmarc=pass header.from=%s\r
                Received: from mail.example by %s with ESMTP; %s\r
                From: <%s>\r
                To: <%s>\r
                Subject: %s\r
                Date: %s\r
                Message-ID: <%s@mail.example>\r
                \r
                %s.\r
                """.formatted(Site.AUTHSERV, domain, domain, Site.AUTHSERV, DATE, from, to, subject, DATE, id, text);
        return new Mail(from, to, mail.getBytes(StandardCharsets.UTF_8));
    }
}

package tldops.mailets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/// Mail as James's SMTP server puts it into the spool: the bytes as they came in, the envelope beside them.
final class Envelopes {
    private Envelopes() {}

    /// @param from "" for the null reverse-path
    static MailImpl of(String name, String from, String raw, String... to) throws MessagingException {
        return of(name, from, raw, Map.of(), to);
    }

    /// @param found what mailets left on it
    static MailImpl of(String name, String from, String raw, Map<String, String> found, String... to) throws MessagingException {
        MailImpl.Builder builder = MailImpl.builder().name(name).sender(from.isEmpty() ? MaybeSender.nullSender() : MaybeSender.of(new MailAddress(from)));
        for (String each : to) builder.addRecipient(each);
        MailImpl mail = builder.state(Mail.DEFAULT).remoteAddr("192.0.2.7").remoteHost("mail.nic.example").build();
        mail.setMessageContent(MimeMessageInputStreamSource.create(name, new ByteArrayInputStream(bytes(raw))));
        found.forEach((key, value) -> mail.setAttribute(new Attribute(AttributeName.of(key), AttributeValue.of(value))));
        return mail;
    }

    static MimeMessage message(String raw) throws MessagingException {
        return new MimeMessage((Session) null, new ByteArrayInputStream(bytes(raw)));
    }

    /// Each byte a character.
    static String text(Mail mail) throws MessagingException, IOException {
        MimeMessage message = mail.getMessage();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream in = message.getRawInputStream()) {
            in.transferTo(body);
        }
        return String.join("\r\n", Collections.list(message.getAllHeaderLines())) + "\r\n\r\n" + body.toString(StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A mail to the robot, whose text is its Subject.
    ///
    /// @param more fields of its header
    static String mail(String id, String more, String from, String subject) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS));
        return "Received: from mail.example (mail.example [192.0.2.7])\r\n\tby mx.lists.example with ESMTP; " + date + "\r\n" + more + "From: <" + from + ">\r\nTo: <tld-ops-request@lists.example>\r\nSubject: " + subject
                + "\r\nDate: " + date + "\r\nMessage-ID: <" + id + "@nic.example>\r\n\r\n" + subject + "\r\n";
    }

    /// What James's mailets leave on a mail whose sender is who he says.
    static Map<String, String> found(String from) {
        String domain = from.substring(from.indexOf('@') + 1);
        return Map.of("org.apache.james.transport.mailets.spf.result", "pass", "jDKIM.AUTHRESULT", "pass (identity @" + domain + ")", "our.dmarc", "pass header.from=" + domain);
    }

    static KeyPair key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /// What stands at `robot._domainkey` of the domain that signs with it.
    static String published(KeyPair key) {
        return "v=DKIM1; p=" + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    static String signed(String mail, KeyPair key, String domain) throws IOException, FailException {
        String tags = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=robot; h=from:to:subject:date:message-id; bh=; b=;";
        return new DKIMSigner(tags, key.getPrivate()).sign(new ByteArrayInputStream(bytes(mail))) + "\r\n" + mail;
    }
}

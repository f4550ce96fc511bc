package tldops.mailets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
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
}

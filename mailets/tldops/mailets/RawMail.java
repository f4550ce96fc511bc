package tldops.mailets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A mail's bytes as they came in. What James writes out itself is not the same: it puts a `?` for each byte of a header that is
/// not ASCII, and once a header was changed it adds fields, either of which breaks signatures (RFC 6376).
final class RawMail {
    private static final byte[] END = {'\r', '\n'};

    private RawMail() {}

    static byte[] of(MimeMessage message) throws MessagingException, IOException {
        List<String> lines = Collections.list(message.getAllHeaderLines());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream body = message.getRawInputStream()) {
            for (String line : lines) write(bytes, line);
            bytes.writeBytes(END);
            body.transferTo(bytes);
        } catch (MessagingException composed) {
            // written by another mailet just now: there are no bytes yet that it came in as
            bytes.reset();
            message.writeTo(bytes);
        }
        return bytes.toByteArray();
    }

    /// The same mail with a field on top and without some others.
    ///
    /// @param field with its folds, without the end of the last line
    /// @param goes by name and value, as it stands behind the colon
    static MimeMessage topped(MimeMessage message, String field, Predicate<String> goes) throws MessagingException, IOException {
        MimeMessage whole = new MimeMessage((Session) null, new ByteArrayInputStream(of(message)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> lines = Collections.list(whole.getAllHeaderLines());
        for (String line : Stream.concat(Stream.of(field), lines.stream().filter(goes.negate())).toList()) write(bytes, line);
        bytes.writeBytes(END);
        try (InputStream body = whole.getRawInputStream()) {
            body.transferTo(bytes);
        }
        return new MimeMessage((Session) null, new ByteArrayInputStream(bytes.toByteArray()));
    }

    /// Headers are read as ISO 8859-1, which keeps every byte; other characters were set by a program.
    private static void write(ByteArrayOutputStream bytes, String line) {
        Charset charset = line.chars().allMatch(each -> each < 256) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        bytes.writeBytes(line.getBytes(charset));
        bytes.writeBytes(END);
    }
}

package tldops.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.simplejavamail.api.email.ContentTransferEncoding;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Content;
import tldops.core.Digest;
import tldops.core.Letter;
import tldops.core.Marks;
import tldops.core.Rules;
import tldops.core.Sender;
import tldops.core.Worded;

/// Makes the bytes of a letter, exactly as they are stored and sent: headers of automatic mail (MAIL_RULES 12, 19, 30,
/// L15), display names of X05, the secret in Reply-To and on the last line. The same letter gives the same bytes.
public final class Composer {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    /// Made once: Simple Java Mail would make one for each letter.
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int HASH = 20;
    private static final int MESSAGE_ID = 250;

    private Composer() {}

    /// @param date the moment of the decision
    /// @param robot the id of the robot that writes, against loops and against a second robot
    /// @param dkim the key, when one is configured
    /// @throws IllegalArgumentException when an address of the letter is none we can write to
    public static byte[] compose(Letter letter, Worded worded, Rules.MailingList own, Instant date, String robot, Optional<Signing> dkim) {
        BodyText body = letter.reply().isPresent() ? BodyText.of(body(letter, worded)) : BodyText.of(worded, () -> body(letter, worded));
        EmailPopulatingBuilder mail = EmailBuilder.ignoringDefaults().ignoringOverrides().startingBlank()
                .fixingMessageId(messageId(letter, own))
                .fixingSentDate(Date.from(date))
                .from(displayName(letter, own), written(from(letter, own)))
                .withReplyTo(written(letter.reply().map(own::request).orElseGet(own::request)))
                .withSubject(Clean.header(worded.subject()))
                // the text itself is put below the header: it is written once for all who get the same
                .withPlainText("")
                .withContentTransferEncoding(body.narrow() ? ContentTransferEncoding.BIT7 : ContentTransferEncoding.QUOTED_PRINTABLE);
        for (Address address : letter.to()) mail.to(written(address));
        for (Address address : letter.cc()) mail.cc(written(address));
        byte[] bytes = bytes(mail.buildEmail(), letter, own, date, robot, body);
        return dkim.map(signing -> signing.signed(bytes)).orElse(bytes);
    }

    /// With its brackets: the case number for people and 80 bits of a digest of the letter's id, which it does not give away.
    public static String messageId(Letter letter, Rules.MailingList own) {
        String about = letter.caseNumber() > 0 ? "case" + letter.caseNumber() : "letter";
        return "<" + about + "." + Digest.hex(letter.id()).substring(0, HASH) + "@" + own.domain() + ">";
    }

    /// Where a bounce goes: an address that names the letter, or "" for the null reverse-path.
    public static String envelopeFrom(Letter letter, Rules.MailingList own) {
        return switch (letter.envelope()) {
            case VERP -> written(own.bounces(letter.id()));
            case NULL -> "";
        };
    }

    private static String displayName(Letter letter, Rules.MailingList own) {
        return switch (Sender.of(letter.content())) {
            case SECRETARIAT -> "ccNSO Secretariat";
            case VALIDATOR -> "SECIR Validator (ccNSO Secretariat)";
            case REQUEST -> own.name() + "-request";
            case OWNER -> own.name() + "-owner";
        };
    }

    private static Address from(Letter letter, Rules.MailingList own) {
        return Sender.of(letter.content()) == Sender.OWNER ? own.owner() : own.request();
    }

    /// Only what reads back as the same address may stand in a header or an envelope (CVE-2025-7962).
    private static String written(Address address) {
        String text = address.toString();
        if (!Address.parse(text).equals(Optional.of(address)) || !text.equals(Clean.header(text))) throw new IllegalArgumentException("not an address we write to");
        return text;
    }

    private static boolean isMessageId(String id) {
        return id.length() <= MESSAGE_ID && id.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>') && !id.isEmpty();
    }

    /// The line above which an answer is written stands on top only where a word is the answer: the templates of the
    /// other letters are filled in where they stand.
    private static String body(Letter letter, Worded worded) {
        StringBuilder body = new StringBuilder();
        boolean template = letter.content() instanceof Content.Invitation || letter.content() instanceof Content.InvitationReminder || letter.content() instanceof Content.Correction;
        if (letter.reply().isPresent() && !template) body.append(Marks.answerAbove(letter.language())).append("\n\n");
        body.append(Clean.text(worded.text()).stripTrailing()).append('\n');
        letter.reply().ifPresent(token -> body.append('\n').append(Marks.reference(letter.language(), token)).append('\n'));
        return body.toString();
    }

    private static byte[] bytes(Email mail, Letter letter, Rules.MailingList own, Instant date, String robot, BodyText body) {
        try {
            MimeMessage message = EmailConverter.emailToMimeMessage(mail, SESSION);
            // Jakarta Mail writes the machine's own time zone
            message.setHeader("Date", DATE.format(date));
            Optional<String> answered = letter.inReplyTo().filter(Composer::isMessageId);
            if (answered.isPresent()) {
                message.setHeader("In-Reply-To", "<" + answered.get() + ">");
                message.setHeader("References", "<" + answered.get() + ">");
            }
            message.setHeader("Auto-Submitted", letter.answer() ? "auto-replied" : "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setHeader(Marks.LOOP_HEADER, robot);
            if (!letter.subscribers().isEmpty()) {
                message.setHeader("Precedence", "bulk");
                for (Fields.Field field : ListFields.of(own)) message.setHeader(field.text().substring(0, field.name().length()), field.value());
            }
            if (letter.caseNumber() > 0) message.setHeader("X-TLD-OPS-Case", Long.toString(letter.caseNumber()));
            ByteArrayOutputStream out = new ByteArrayOutputStream(1024 + body.bytes().length);
            message.saveChanges();
            // not writeTo: it looks for a provider of encodings each time, which took longer than all the rest
            for (String line : Collections.list(message.getAllHeaderLines())) out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write('\r');
            out.write('\n');
            out.write(body.bytes());
            return out.toByteArray();
        } catch (MessagingException | IOException failed) {
            throw new IllegalStateException("the letter could not be composed", failed);
        }
    }
}

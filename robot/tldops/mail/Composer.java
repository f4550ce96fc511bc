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
import tldops.core.BulletinContent;
import tldops.core.ChangeContent;
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

    /// A letter in bytes.
    ///
    /// @param own how many of them, from the first, are this letter's alone; 0 = its headers
    @SuppressWarnings("ArrayRecordComponent")
    public record Composed(byte[] bytes, int own) {}

    /// The reminder as one reader gets it (N15, N16).
    ///
    /// @param shared the words that all get alike
    public static Composed compose(Letter letter, Worded worded, BulletinContent.RosterEdition edition, Worded shared, Rules.MailingList own, Instant date, String robot, Optional<Signing> dkim) {
        Enclosed enclosed = Enclosed.of(letter.language(), edition, shared);
        byte[] bytes = compose(letter, worded, own, date, robot, dkim, Optional.of(enclosed));
        return new Composed(bytes, bytes.length - enclosed.shared().length);
    }

    /// @param date the moment of the decision
    /// @param robot the id of the robot that writes, against loops and against a second robot
    /// @param dkim the key, when one is configured
    /// @throws IllegalArgumentException when an address of the letter is none we can write to
    public static byte[] compose(Letter letter, Worded worded, Rules.MailingList own, Instant date, String robot, Optional<Signing> dkim) {
        return compose(letter, worded, own, date, robot, dkim, Optional.empty());
    }

    private static byte[] compose(Letter letter, Worded worded, Rules.MailingList own, Instant date, String robot, Optional<Signing> dkim, Optional<Enclosed> enclosed) {
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
        byte[] bytes = bytes(mail.buildEmail(), letter, own, date, robot, body, enclosed.map(all -> framed(all, letter, worded)), enclosed.map(Enclosed::type));
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
        if (!Address.parse(text).equals(Optional.of(address)) || !text.equals(Clean.line(text))) throw new IllegalArgumentException("not an address we write to");
        return text;
    }

    private static boolean isMessageId(String id) {
        return id.length() <= MESSAGE_ID && id.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>') && !id.isEmpty();
    }

    /// The line above which an answer is written stands on top only where a word is the answer: the templates of the
    /// other letters are filled in where they stand.
    private static String body(Letter letter, Worded worded) {
        StringBuilder body = new StringBuilder();
        boolean template = letter.content() instanceof Content.Invitation || letter.content() instanceof Content.InvitationReminder || letter.content() instanceof Content.Correction
                || letter.content() instanceof ChangeContent.ModifyForm;
        if (letter.reply().isPresent() && !template) body.append(Marks.answerAbove(letter.language())).append("\n\n");
        body.append(Clean.text(worded.text()).stripTrailing()).append('\n');
        letter.reply().ifPresent(token -> body.append('\n').append(Marks.reference(letter.language(), token)).append('\n'));
        return body.toString();
    }

    /// The reader's own lines between what opens the mail and what all get.
    private static byte[] framed(Enclosed enclosed, Letter letter, Worded worded) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(enclosed.shared().length + 4096);
        all.writeBytes(enclosed.opening());
        all.writeBytes(BodyText.quoted(body(letter, worded) + "\n"));
        all.writeBytes(enclosed.shared());
        return all.toByteArray();
    }

    /// @param whole the body when it has several parts, and its type
    private static byte[] bytes(Email mail, Letter letter, Rules.MailingList own, Instant date, String robot, BodyText body, Optional<byte[]> whole, Optional<String> type) {
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
            // L15: only what goes to many and wants no answer from a machine
            if (letter.bulletin()) {
                message.setHeader("Precedence", "bulk");
                for (Fields.Field field : ListFields.of(own)) message.setHeader(field.text().substring(0, field.name().length()), field.value());
            }
            if (letter.caseNumber() > 0) message.setHeader("X-TLD-OPS-Case", Long.toString(letter.caseNumber()));
            byte[] content = whole.orElseGet(body::bytes);
            ByteArrayOutputStream out = new ByteArrayOutputStream(2048 + content.length);
            message.saveChanges();
            if (type.isPresent()) {
                message.setHeader("Content-Type", type.get());
                message.removeHeader("Content-Transfer-Encoding");
            }
            // not writeTo: it looks for a provider of encodings each time, which took longer than all the rest
            for (String line : Collections.list(message.getAllHeaderLines())) out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write('\r');
            out.write('\n');
            out.write(content);
            return out.toByteArray();
        } catch (MessagingException | IOException failed) {
            throw new IllegalStateException("the letter could not be composed", failed);
        }
    }
}

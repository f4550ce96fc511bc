package tldops.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tldops.core.Carried;
import tldops.core.Clean;
import tldops.core.Letter;
import tldops.core.Marks;
import tldops.core.Rules;
import tldops.core.Tlp;

/// Passes a post on as it came (R053, L15, L46, MAIL_RULES 27): its body byte for byte, its header but for the subject's tag
/// and label, what belongs to other servers and lists, and the fields of this list on top.
public final class Carrier {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    /// Of the way it came, of the author's own mail box, or what would make 400 readers' mailers do something.
    private static final Set<String> DROPPED = Set.of("authentication-results", "x-foreign-authentication-results", "received-spf", "return-path", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "bcc", "resent-bcc",
            "disposition-notification-to", "return-receipt-to", "x-confirm-reading-to", "generate-delivery-report", "errors-to", "precedence", "mailing-list", "x-mailing-list", "x-loop", "x-tlp", "x-archive", "x-original-from",
            "x-auto-response-suppress", "content-length", "lines", "status", "x-status", "x-uid", "x-tld-ops-robot", "x-tld-ops-case");

    private Carrier() {}

    /// The bytes that all get.
    ///
    /// @param raw the post as it came in
    /// @param date when it is passed on
    /// @param dkim the list's own key: its signature goes on top of the author's
    public static byte[] carried(byte[] raw, Letter letter, Carried post, Rules.MailingList own, Rules.Posting rules, Instant date, String robot, Optional<Signing> dkim) {
        Fields came = Fields.of(raw);
        Fields kept = replies(complete(subjected(came, own, post.tlp()), letter, own, date), own, rules, false);
        boolean rewritten = FromLine.rewritten(rules.from(), post.policy(), post.signers(), post.author().domain(), came, topped(kept, post, own, rules, date, robot));
        byte[] bytes = bytes(topped(rewritten ? renamed(kept, own, rules) : kept, post, own, rules, date, robot), raw);
        return dkim.map(signing -> signing.signed(bytes)).orElse(bytes);
    }

    /// With what the list says above it.
    private static Fields topped(Fields leaves, Carried post, Rules.MailingList own, Rules.Posting rules, Instant date, String robot) {
        List<Fields.Field> all = new ArrayList<>();
        all.add(Fields.Field.of("Received", "by " + own.domain() + " (tldops-robot); " + DATE.format(date)));
        all.addAll(ListFields.of(own));
        all.add(Fields.Field.of("X-TLP", post.tlp().label()));
        if (rules.archived()) all.add(Fields.Field.of("X-Archive", "this post is kept by the Secretariat"));
        all.add(Fields.Field.of(Marks.LOOP_HEADER, robot));
        // out-of-office notes of 400 readers would go to the author
        all.add(Fields.Field.of("X-Auto-Response-Suppress", "OOF, AutoReply"));
        all.addAll(leaves.list());
        return new Fields(List.copyOf(all), leaves.body());
    }

    /// The post as a digest and the archive hold it: by its author, with tag and label.
    public static byte[] original(byte[] raw, Rules.MailingList own, Tlp tlp) {
        return bytes(subjected(Fields.of(raw), own, tlp), raw);
    }

    private static byte[] bytes(Fields fields, byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length + 2048);
        out.writeBytes((fields.text() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(raw, fields.body(), raw.length - fields.body());
        return out.toByteArray();
    }

    private static Fields subjected(Fields came, Rules.MailingList own, Tlp tlp) {
        Fields kept = new Fields(came.list().stream().filter(field -> !DROPPED.contains(field.name()) && !field.name().startsWith("list-")).toList(), came.body());
        return SubjectLine.in(kept, own.name(), tlp);
    }

    /// Message-ID and Date are the author's; a mail without them gets them from us.
    private static Fields complete(Fields fields, Letter letter, Rules.MailingList own, Instant date) {
        Fields named = fields.first("message-id").isPresent() ? fields : fields.with(Fields.Field.of("Message-ID", Composer.messageId(letter, own)));
        return named.first("date").isPresent() ? named : named.with(Fields.Field.of("Date", DATE.format(date)));
    }

    /// @param always Reply-To is needed although the author would get the answers
    private static Fields replies(Fields fields, Rules.MailingList own, Rules.Posting rules, boolean always) {
        String author = fields.first("reply-to").or(() -> fields.first("from")).map(Carrier::raw).orElse("");
        return switch (rules.replyTo()) {
            case AUTHOR -> always && fields.first("reply-to").isEmpty() ? fields.with(field("Reply-To", author)) : fields;
            case LIST -> fields.with(field("Reply-To", own.post().toString()));
            case BOTH -> author.contains(own.post().toString()) ? fields : fields.with(field("Reply-To", Stream.of(author, own.post().toString()).filter(part -> !part.isEmpty()).reduce((one, other) -> one + ", " + other).orElse("")));
        };
    }

    private static Fields renamed(Fields fields, Rules.MailingList own, Rules.Posting rules) {
        Optional<Fields.Field> from = fields.first("from");
        Fields answered = replies(fields, own, rules, true);
        Fields told = answered.with(field("X-Original-From", from.map(Carrier::raw).orElse("")));
        Fields bare = new Fields(told.list().stream().filter(field -> !field.name().equals("sender")).toList(), told.body());
        return bare.with(Fields.Field.of("From", mailbox(name(from) + " via " + own.name().toUpperCase(Locale.ROOT), own)));
    }

    /// A value with its folds, as it came.
    private static String raw(Fields.Field field) {
        return field.text().substring(field.text().indexOf(':') + 1).strip();
    }

    private static Fields.Field field(String name, String value) {
        return Fields.Field.of(name, value);
    }

    /// The author's display name, or what stands before the `@`.
    private static String name(Optional<Fields.Field> from) {
        try {
            InternetAddress[] all = InternetAddress.parse(from.map(Fields.Field::value).orElse(""), false);
            if (all.length == 0) return "somebody";
            String personal = Optional.ofNullable(all[0].getPersonal()).map(Clean::header).orElse("");
            String address = Optional.ofNullable(all[0].getAddress()).orElse("somebody");
            return personal.isEmpty() ? Clean.header(address.substring(0, Math.max(address.indexOf('@'), 0) == 0 ? address.length() : address.indexOf('@'))) : personal;
        } catch (AddressException unreadable) {
            return "somebody";
        }
    }

    private static String mailbox(String name, Rules.MailingList own) {
        try {
            return new InternetAddress(own.post().toString(), name, "UTF-8").toString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("no UTF-8", impossible);
        }
    }
}

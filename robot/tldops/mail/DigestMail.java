package tldops.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import tldops.core.Digest;
import tldops.core.Letter;
import tldops.core.PostContent;
import tldops.core.Rules;
import tldops.core.Tlp;
import tldops.core.Worded;

/// Makes the digest of a day (R051; RFC 2046 5.1.5): what is in it as a text, and behind it each post as a mail of its own
/// that can be opened and answered.
public final class DigestMail {
    /// Many servers take no mail above ten megabytes.
    private static final int MOST = 8 << 20;
    private static final String LEFT_OUT = "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nThis post is too large for the digest, or no longer kept. Please ask its author for it.\r\n";

    private DigestMail() {}

    /// @param raw the bytes of a post, by the number of its inbox row; empty when they are gone
    public static byte[] compose(Letter letter, Worded worded, PostContent.DailyDigest digest, Rules.MailingList own, Instant date, String robot, LongFunction<Optional<byte[]>> raw, Optional<Signing> dkim) {
        byte[] plain = Composer.compose(letter, worded, own, date, robot, Optional.empty());
        Fields fields = Fields.of(plain);
        List<Fields.Field> content = fields.list().stream().filter(field -> field.name().startsWith("content-")).toList();
        List<Fields.Field> rest = new ArrayList<>(fields.list().stream().filter(field -> !field.name().startsWith("content-")).toList());
        rest.add(Fields.Field.of("X-TLP", Tlp.of(digest.tlp()).label()));
        String boundary = "digest-" + Digest.hex("boundary " + letter.id()).substring(0, 32);
        ByteArrayOutputStream posts = new ByteArrayOutputStream();
        boolean wide = false;
        for (PostContent.Item item : digest.items()) {
            byte[] original = original(item, own, raw, MOST - posts.size());
            boolean eight = !ascii(original);
            wide |= eight;
            text(posts, "\r\n--" + boundary + "-posts\r\nContent-Type: message/rfc822\r\n" + (eight ? "Content-Transfer-Encoding: 8bit\r\n" : "") + "\r\n");
            posts.writeBytes(original);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(posts.size() + 4096);
        String eight = wide ? "Content-Transfer-Encoding: 8bit\r\n" : "";
        text(out, new Fields(rest, 0).text() + "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n" + eight + "\r\n--" + boundary + "\r\n" + new Fields(content, 0).text() + "\r\n");
        out.write(plain, fields.body(), plain.length - fields.body());
        text(out, "\r\n--" + boundary + "\r\nContent-Type: multipart/digest; boundary=\"" + boundary + "-posts\"\r\n" + eight);
        out.writeBytes(posts.toByteArray());
        text(out, "\r\n--" + boundary + "-posts--\r\n\r\n--" + boundary + "--\r\n");
        byte[] bytes = out.toByteArray();
        return dkim.map(signing -> signing.signed(bytes)).orElse(bytes);
    }

    private static byte[] original(PostContent.Item item, Rules.MailingList own, LongFunction<Optional<byte[]>> raw, int most) {
        Tlp tlp = Tlp.of(item.tlp());
        byte[] whole = raw.apply(item.inbox()).filter(bytes -> bytes.length > 0).map(bytes -> Carrier.original(bytes, own, tlp)).orElse(new byte[0]);
        if (whole.length > 0 && whole.length <= most) return whole;
        Fields named = SubjectLine.in(new Fields(List.of(Fields.Field.of("Subject", SubjectLine.encoded(item.subject()))), 0), own.name(), tlp);
        return (named.text() + LEFT_OUT).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean ascii(byte[] bytes) {
        for (byte one : bytes) if (one < 0) return false;
        return true;
    }
}

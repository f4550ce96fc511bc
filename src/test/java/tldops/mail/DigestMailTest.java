package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.PostContent;
import tldops.core.Rules;
import tldops.core.Worded;

/// The digest is a text and the posts behind it (R051, RFC 2046 5.1.5).
class DigestMailTest {
    private static final Rules.MailingList OWN = new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of());
    private static final Instant AT = Instant.parse("2027-01-14T18:00:00Z");

    private static MimeMessage digest(Map<Long, byte[]> posts) throws Exception {
        List<PostContent.Item> items = posts.keySet().stream().sorted().map(inbox -> new PostContent.Item(inbox, "Subject " + inbox, "Anna (.nl)", "TLP:AMBER", AT)).toList();
        PostContent.DailyDigest content = new PostContent.DailyDigest(LocalDate.of(2027, 1, 14), "TLP:AMBER", items);
        Letter letter = new Letter("qv8m3k2j7h6g5f4d3s2a", content, Language.FR, List.of(OWN.post()), List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.VERP, false, false, AT, List.of(Address.of("eva@iis.example")));
        byte[] bytes = DigestMail.compose(letter, new Worded("[tld-ops] Résumé", "Deux messages à lire\n"), content, OWN, AT, "1", inbox -> Optional.ofNullable(posts.get(inbox)), Optional.empty());
        return new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
    }

    @Test
    void each_post_is_a_mail_of_its_own_behind_the_text() throws Exception {
        byte[] html = Files.readString(Path.of("src/test/mail/posts/thunderbird-html.eml"), StandardCharsets.ISO_8859_1).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "From: bart@dns.example\r\nBcc: x@y.example\r\nSubject: plain\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nÜmlaut\r\n".getBytes(StandardCharsets.UTF_8);

        MimeMessage digest = digest(Map.of(7L, html, 9L, wide));

        assertThat(digest.getContentType()).startsWith("multipart/mixed");
        assertThat(digest.getHeader("X-TLP", null)).isEqualTo("AMBER"); // N35
        assertThat(digest.getHeader("Precedence", null)).isEqualTo("bulk"); // L15
        Multipart parts = (Multipart) digest.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Deux messages à lire");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("multipart/digest"); // R051
        Multipart posts = (Multipart) parts.getBodyPart(1).getContent();
        assertThat(posts.getCount()).isEqualTo(2);
        MimeMessage first = (MimeMessage) posts.getBodyPart(0).getContent();
        assertThat(first.getSubject()).isEqualTo("[tld-ops] [TLP:AMBER] Phishing kit – see our café page"); // R051
        assertThat(first.getFrom()[0].toString()).contains("anna@registry.example"); // L46
        assertThat(((Multipart) first.getContent()).getCount()).isEqualTo(2);
        MimeMessage second = (MimeMessage) posts.getBodyPart(1).getContent();
        assertThat(second.getContent().toString().strip()).isEqualTo("Ümlaut");
        assertThat(second.getHeader("Bcc")).isNull();
    }

    @Test
    void a_post_that_is_gone_or_too_large_is_named_all_the_same() throws Exception {
        byte[] large = ("From: a@b.example\r\nSubject: large\r\n\r\n" + "x".repeat(21 << 20)).getBytes(StandardCharsets.US_ASCII);

        Multipart posts = (Multipart) ((Multipart) digest(Map.of(7L, large, 9L, new byte[0])).getContent()).getBodyPart(1).getContent();

        MimeMessage first = (MimeMessage) posts.getBodyPart(0).getContent();
        assertThat(first.getSubject()).isEqualTo("[tld-ops] [TLP:AMBER] Subject 7");
        assertThat(first.getContent().toString()).contains("ask its author");
        assertThat(((MimeMessage) posts.getBodyPart(1).getContent()).getSubject()).isEqualTo("[tld-ops] [TLP:AMBER] Subject 9");
    }
}

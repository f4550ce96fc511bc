package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Rules;
import tldops.core.Tld;
import tldops.core.Token;
import tldops.core.Worded;

class ComposerTest {
    private static final Rules.MailingList OWN = new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of());
    private static final Token TOKEN = new Token("0123456789abcdefghjkmnpqrs");
    private static final Instant DATE = Instant.parse("2026-03-09T08:05:07Z");
    private static final Tld NL = Tld.of("nl");
    private static final Content.LastDay LAST = new Content.LastDay(LocalDate.of(2026, 3, 20), ZoneId.of("Europe/Amsterdam"));
    private static final Content INVITATION = new Content.Invitation(NL, 3, 5, LAST);
    private static final Content QUESTION = new Content.AuthenticationRequest(NL,
            new Person("Jan Jansen", List.of(Address.of("jan@registry.example")), new Phone("+31 6 12345678", "+31612345678", true, "NL")), false, List.of(), LAST, true, false);
    private static final Content RESULTS = new Content.Results(false, List.of(), List.of());

    private static Letter letter(Content content, Optional<Token> token, Language language, Optional<String> inReplyTo) {
        return new Letter("qv8m3k2j7h6g5f4d3s2a", content, language, List.of(Address.of("admin@registry.example")), List.of(Address.of("office@ccnso.example")),
                token, inReplyTo.isPresent(), inReplyTo, 12, Letter.Envelope.VERP, token.isPresent(), true, DATE.plusSeconds(3600));
    }

    private static MimeMessage read(byte[] bytes) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
    }

    private static byte[] composed(Letter letter, String subject, String text) {
        return Composer.compose(letter, new Worded(subject, text), OWN, DATE, "1", Optional.empty());
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Test
    void rule_19_pass_a_question_is_these_bytes_and_no_others() {
        byte[] bytes = composed(letter(QUESTION, Optional.of(TOKEN), Language.EN, Optional.of("abc@mail.example")), "TLD-OPS Authentication Request", "Dear Admin,\n\nplease answer.\n");

        assertEquals("""
                Date: Mon, 9 Mar 2026 08:05:07 +0000
                From: "SECIR Validator (ccNSO Secretariat)" <tld-ops-request@lists.example>
                Reply-To: tld-ops-request+0123456789abcdefghjkmnpqrs@lists.example
                To: admin@registry.example
                Cc: office@ccnso.example
                Message-ID: <case12.%s@lists.example>
                In-Reply-To: <abc@mail.example>
                References: <abc@mail.example>
                Subject: TLD-OPS Authentication Request
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 7bit
                Auto-Submitted: auto-replied
                X-Auto-Response-Suppress: All
                X-TLD-OPS-Robot: 1
                X-TLD-OPS-Case: 12

                --- Write your answer above this line ---

                Dear Admin,

                please answer.

                Reference: 0123456789abcdefghjkmnpqrs
                """.formatted(Composer.messageId(letter(QUESTION, Optional.empty(), Language.EN, Optional.empty()), OWN).substring(8, 28)),
                ascii(bytes).replace("\r\n", "\n"));
    }

    @Test
    void the_same_letter_gives_the_same_bytes_in_any_time_zone() {
        Letter letter = letter(QUESTION, Optional.of(TOKEN), Language.FR, Optional.empty());
        TimeZone before = TimeZone.getDefault();
        try {
            byte[] here = composed(letter, "Demande d’authentification", "Chère équipe,\n");
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            byte[] there = composed(letter, "Demande d’authentification", "Chère équipe,\n");

            assertArrayEquals(here, there);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void the_template_letters_carry_no_line_to_write_above_but_the_reference() {
        String text = ascii(composed(letter(INVITATION, Optional.of(TOKEN), Language.EN, Optional.empty()), "Invitation to join the TLD-OPS mailing list", "Dear\n"));

        assertFalse(text.contains("above this line"));
        assertTrue(text.endsWith("\r\nReference: 0123456789abcdefghjkmnpqrs\r\n"));
        assertTrue(text.contains("From: ccNSO Secretariat <tld-ops-request@lists.example>"));
        assertTrue(text.contains("Auto-Submitted: auto-generated"));
    }

    @Test
    void a_letter_without_secret_shows_the_plain_request_address_and_no_marks() {
        String text = ascii(composed(letter(RESULTS, Optional.empty(), Language.EN, Optional.empty()), "The results of your email commands", "- Done.\n"));

        assertTrue(text.contains("Reply-To: tld-ops-request@lists.example\r\n"));
        assertTrue(text.contains("From: tld-ops-owner <tld-ops-owner@lists.example>\r\n"));
        assertTrue(text.endsWith("\r\n\r\n- Done.\r\n"));
    }

    @Test
    void French_words_travel_quoted_printable_in_short_lines() throws Exception {
        byte[] bytes = composed(letter(QUESTION, Optional.of(TOKEN), Language.FR, Optional.empty()), "Vérification", "Où êtes-vous ? " + "très ".repeat(40) + "\n    retrait\n");

        MimeMessage mail = read(bytes);
        String text = (String) mail.getContent();
        assertTrue(ascii(bytes).contains("Content-Transfer-Encoding: quoted-printable"));
        assertTrue(ascii(bytes).lines().allMatch(line -> line.length() <= 78));
        assertTrue(text.startsWith("--- Écrivez votre réponse au-dessus de cette ligne ---\r\n\r\nOù êtes-vous ? très"));
        assertTrue(text.contains("\r\n    retrait\r\n"));
        assertTrue(text.endsWith("\r\nRéférence : 0123456789abcdefghjkmnpqrs\r\n"));
        assertEquals("Vérification", mail.getSubject());
    }

    @Test
    void a_long_ASCII_line_is_kept_whole_by_quoted_printable() throws Exception {
        String roster = "jan.jansen@a-rather-long-registry-name.example (Jan Jansen, +31 6 12 34 56 78, .nl)";
        byte[] bytes = composed(letter(RESULTS, Optional.empty(), Language.EN, Optional.empty()), "Results", roster);

        assertTrue(ascii(bytes).lines().allMatch(line -> line.length() <= 78));
        assertEquals(roster + "\r\n", read(bytes).getContent());
    }

    @Test
    void every_line_ends_with_CR_LF() {
        for (String text : List.of("one\ntwo\r\nthree\rfour\n", "één\ntwee\r\ndrie\rvier\n")) {
            String mail = new String(composed(letter(QUESTION, Optional.of(TOKEN), Language.EN, Optional.empty()), "s", text), StandardCharsets.ISO_8859_1);

            assertFalse(mail.replace("\r\n", "").contains("\n"));
            assertFalse(mail.replace("\r\n", "").contains("\r"));
        }
    }

    @Test
    void no_value_can_inject_a_header() throws Exception {
        String evil = "x\r\nBcc: all@victims.example\u2028\u0000\u202e\r\n\r\nbody";
        byte[] bytes = composed(letter(RESULTS, Optional.empty(), Language.EN, Optional.of("a@b>\r\nBcc: all@victims.example")), evil, "text");

        MimeMessage mail = read(bytes);
        assertEquals("x Bcc: all@victims.example body", mail.getSubject());
        assertEquals(null, mail.getRecipients(Message.RecipientType.BCC));
        assertEquals(null, mail.getHeader("In-Reply-To"));
        assertEquals("text\r\n", mail.getContent());
    }

    @Test
    void an_address_that_does_not_read_back_is_refused() {
        Letter good = letter(RESULTS, Optional.empty(), Language.EN, Optional.empty());
        for (String local : List.of("a\r\nRCPT TO:<b@c.example>", "\u760d\u760a", "a b", "a,b")) {
            Letter bad = new Letter(good.id(), good.content(), good.language(), List.of(new Address(local, "registry.example")), List.of(), good.reply(), good.answer(),
                    good.inReplyTo(), good.caseNumber(), good.envelope(), good.secret(), good.reported(), good.bestBefore());

            assertThrows(IllegalArgumentException.class, () -> composed(bad, "s", "t"));
        }
    }

    @Test
    void the_letters_id_stands_in_the_envelope_only() {
        Letter letter = letter(QUESTION, Optional.of(TOKEN), Language.EN, Optional.empty());

        assertEquals("tld-ops-bounces+qv8m3k2j7h6g5f4d3s2a@lists.example", Composer.envelopeFrom(letter, OWN));
        assertFalse(ascii(composed(letter, "s", "t")).contains(letter.id()));
        assertTrue(Composer.messageId(letter, OWN).matches("<case12\\.[0-9a-f]{20}@lists\\.example>"));
    }

    @Test
    void rule_19_near_miss_an_error_answer_leaves_under_the_null_path_and_names_no_case() {
        Letter error = new Letter("id", RESULTS, Language.EN, List.of(Address.of("a@b.example")), List.of(), Optional.empty(), true, Optional.empty(), 0, Letter.Envelope.NULL, false, false, DATE);

        assertEquals("", Composer.envelopeFrom(error, OWN));
        assertTrue(Composer.messageId(error, OWN).startsWith("<letter."));
        assertFalse(ascii(composed(error, "s", "t")).contains("X-TLD-OPS-Case"));
    }

    @Test
    void rule_19_near_miss_no_mail_asks_for_a_receipt_or_calls_itself_bulk() {
        String text = ascii(composed(letter(QUESTION, Optional.of(TOKEN), Language.EN, Optional.empty()), "s", "t"));

        for (String header : List.of("Precedence", "Disposition-Notification-To", "Return-Receipt-To", "Return-Path", "X-Mailer", "Sender:")) assertFalse(text.contains(header), header);
    }

    @Test
    void a_signed_letter_is_verified_with_the_published_key_and_a_changed_one_is_not() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Signing signing = new Signing("lists.example", "robot1", pair.getPrivate());
        String record = "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        for (String text : List.of("plain words\n", "Où êtes-vous ?\n\n\n")) {
            byte[] bytes = Composer.compose(letter(QUESTION, Optional.of(TOKEN), Language.FR, Optional.of("abc@mail.example")), new Worded("Vérification", text), OWN, DATE, "1", Optional.of(signing));

            var verified = new DKIMVerifier((method, selector, domain) -> List.of(record)).verify(new ByteArrayInputStream(bytes));
            assertEquals("lists.example", verified.getFirst().getDToken().toString());
            List<String> names = verified.getFirst().getHeaders().stream().map(Object::toString).toList();
            assertTrue(names.containsAll(List.of("from", "to", "cc", "subject", "date", "message-id", "reply-to", "auto-submitted", "in-reply-to")), names.toString());
            assertTrue(ascii(bytes).lines().allMatch(line -> line.length() <= 78), ascii(bytes));
            for (String part : List.of("\nTo: ", "\nDate: Mon", "\nReply-To: tld", "rence : 0123")) {
                byte[] changed = new String(bytes, StandardCharsets.ISO_8859_1).replace(part, part + "x").getBytes(StandardCharsets.ISO_8859_1);
                if (Arrays.equals(bytes, changed)) continue;
                assertThrows(FailException.class, () -> new DKIMVerifier((method, selector, domain) -> List.of(record)).verify(new ByteArrayInputStream(changed)), part);
            }
            byte[] twoFroms = ("From: evil@evil.example\r\n" + ascii(bytes)).getBytes(StandardCharsets.US_ASCII);
            assertThrows(FailException.class, () -> new DKIMVerifier((method, selector, domain) -> List.of(record)).verify(new ByteArrayInputStream(twoFroms)));
        }
    }

    @Test
    void a_key_is_read_from_both_kinds_of_PEM() throws Exception {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        byte[] pkcs8 = key.getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);

        assertEquals(key, Signing.key(pem("PRIVATE KEY", pkcs8)));
        assertEquals(key, Signing.key("# the key of robot1\n" + pem("RSA PRIVATE KEY", pkcs1) + "\n"));
    }

    @Test
    void a_bad_key_is_refused_without_showing_a_piece_of_it() throws Exception {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(512);
        String weak = pem("PRIVATE KEY", small.generateKeyPair().getPrivate().getEncoded());

        for (String bad : List.of("", "hello", weak, pem("PRIVATE KEY", new byte[] {1, 2, 3}), "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----", pem("RSA PRIVATE KEY", new byte[300]))) {
            String message = assertThrows(IllegalArgumentException.class, () -> Signing.key(bad)).getMessage();
            assertFalse(message.contains("MII"), message);
        }
    }

    @Test
    void a_signing_key_never_shows_itself() throws Exception {
        Signing signing = new Signing("lists.example", "robot1", KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());

        assertEquals("robot1._domainkey.lists.example", signing.toString());
    }

    private static String pem(String kind, byte[] der) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(der));
        return "-----BEGIN " + kind + "-----\n" + out.toString(StandardCharsets.US_ASCII) + "\n-----END " + kind + "-----\n";
    }
}

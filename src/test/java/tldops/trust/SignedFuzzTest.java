package tldops.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Request;
import tldops.core.Rules;
import tldops.core.Signature;
import tldops.core.SigningKey;
import tldops.core.Token;
import tldops.fuzz.Sound;
import tldops.mail.MailReader;
import tldops.mail.Reading;

/// A mail signed by S/MIME or OpenPGP, and what was made of it (R012, MAIL_RULES §4). The holders of the keys have signed one
/// text each: a good signature says what that text says, with its secret, and comes from its holder.
class SignedFuzzTest {
    private static final Instant ARRIVED = Instant.parse("2026-11-17T09:00:00Z");
    private static final Instant SIGNED = ARRIVED.minusSeconds(600);
    private static final Rules.MailingList OWN = new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of());
    private static final String SECRET = "0123456789abcdefghjkmnpqrs";
    private static final String TEXT = KeyHolder.part("confirm\n\n> Reference: " + SECRET + "\n");
    private static final String HEADER = "From: Kim Sample <admin@registry.example>\r\nTo: tld-ops-request@lists.example\r\nSubject: confirm\r\nDate: Tue, 17 Nov 2026 09:58:00 +0100\r\nMessage-ID: <1@registry.example>\r\n";
    private static final Address HOLDER = Address.of("admin@registry.example");
    private static final KeyHolder.Smime SMIME = KeyHolder.known(HOLDER.toString(), 7);
    private static final KeyHolder.Pgp PGP = KeyHolder.pgp("Kim Sample <" + HOLDER + ">", Instant.parse("2026-01-01T00:00:00Z"));
    private static final List<SigningKey> KEYS = Stream.of(SMIME, PGP).map(holder -> KeyFile.read(holder.file().getBytes(StandardCharsets.US_ASCII), ARRIVED)).toList();

    static Stream<byte[]> specimens() {
        byte[] inside = SMIME.signature(TEXT, SIGNED, true, List.of(SMIME));
        String opaque = HEADER + "MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n" + java.util.Base64.getMimeEncoder().encodeToString(inside) + "\r\n";
        return Stream.of(SMIME.mail(HEADER, TEXT, SIGNED), PGP.mail(HEADER, TEXT, SIGNED), opaque).map(mail -> mail.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("specimens")
    @FuzzTest
    void signed(byte[] raw) {
        Reading judged = Sound.twice(() -> judged(raw));
        judged.mail().authentication().signature().filter(Signature.Uncounted.class::isInstance).map(Signature.Uncounted.class::cast).ifPresent(not -> Sound.line(not.words()));
        if (judged.mail().authentication().signature().orElse(null) instanceof Signature.Good good) genuine(good, judged);
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void what_they_signed_is_good(byte[] raw) {
        assertInstanceOf(Signature.Good.class, judged(raw).mail().authentication().signature().orElseThrow());
    }

    private static Reading judged(byte[] raw) {
        Envelope envelope = new Envelope("smtp", false, Optional.of(HOLDER), List.of(OWN.request()), "192.0.2.25");
        Reading read = MailReader.read(raw, envelope, 1, ARRIVED, OWN, Set.of());
        return SignedByKey.judged(read, raw, address -> address.equals(HOLDER) ? KEYS : List.of(), OWN);
    }

    private static void genuine(Signature.Good good, Reading judged) {
        assertEquals(Optional.of(HOLDER), judged.mail().from(), "somebody else's mail is good");
        assertEquals(SIGNED, good.at(), "signed at another time");
        assertEquals(Set.of(new Token(SECRET)), good.secrets(), "over another secret");
        assertTrue(KEYS.stream().anyMatch(key -> key.fingerprint().equals(good.fingerprint()) && key.kind() == good.kind()), "by another key");
        assertEquals(new Request.Answered(Set.of(Request.Word.CONFIRM), List.of(), false), judged.request(), "it says what was not signed");
    }
}

package tldops.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tldops.trust.Rfc8463.ED25519;
import static tldops.trust.Rfc8463.ED25519_KEY;
import static tldops.trust.Rfc8463.MAIL;
import static tldops.trust.Rfc8463.RSA;
import static tldops.trust.Rfc8463.RSA_KEY;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.fuzz.Sound;

/// A mail with DKIM signatures and the keys to them (RFC 6376, MAIL_RULES 5). Where the bytes begin with a key record it is the
/// one that is published, else the true keys of RFC 8463 are: nobody has their private halves, so what verifies then is that
/// one mail, and says what it said.
class DkimFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-17T09:00:00Z");
    private static final Set<String> STRONG = Set.of("rsa-sha256", "ed25519-sha256");

    static Stream<byte[]> specimens() {
        return Stream.of(ED25519 + MAIL, RSA + MAIL, ED25519 + RSA + MAIL, ED25519_KEY + "\n" + ED25519 + MAIL, RSA_KEY + "\n" + RSA + MAIL,
                        "v=DKIM1; k=rsa; t=s:y; s=email; h=sha256; n=note; p=MIGfMA0GCSqGSIb3DQ\n" + RSA + MAIL, RSA.replace("relaxed/relaxed", "simple/simple").replace("q=", "x=1900000000; l=12; q=") + MAIL)
                .map(text -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("specimens")
    @FuzzTest
    void signature(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.startsWith("v=DKIM1") ? text.indexOf('\n') : -1;
        Optional<String> published = end > 0 ? Optional.of(text.substring(0, end).strip()) : Optional.empty();
        published.ifPresent(DkimFuzzTest::key);
        SignedMail mail = SignedMail.of(text.substring(end + 1).getBytes(StandardCharsets.ISO_8859_1));
        for (String field : mail.signatures().stream().limit(5).toList()) DkimSignature.read(field).ifPresent(signature -> checked(mail, signature, published));
    }

    @Test
    void the_true_mail_holds_by_both_its_signatures() {
        SignedMail mail = SignedMail.of((ED25519 + RSA + MAIL).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        for (String field : mail.signatures()) assertTrue(Dkim.check(mail, DkimSignature.read(field).orElseThrow(), NOW, (name, _) -> new Dns.Answer.Found(List.of(trueKey(name)))).holds(), field);
    }

    private static void checked(SignedMail mail, DkimSignature signature, Optional<String> published) {
        List<String> asked = new ArrayList<>();
        Dkim.Checked checked = Sound.twice(() -> Dkim.check(mail, signature, NOW, (name, _) -> {
            asked.add(name);
            return new Dns.Answer.Found(List.of(published.orElse(trueKey(name))));
        }));
        asked.forEach(name -> assertTrue(name.matches("[a-z0-9._-]+") && name.length() <= 520, name));
        Sound.line(checked.words());
        if (!checked.holds()) return;
        assertTrue(STRONG.contains(signature.tags().getOrDefault("a", "").toLowerCase(Locale.ROOT)), "a weak algorithm holds");
        assertTrue(!signature.tags().containsKey("l"), "it holds though its end is open");
        if (published.isPresent()) return;
        SignedMail genuine = SignedMail.of((ED25519 + MAIL).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        for (String name : List.of("From", "To", "Subject", "Date")) assertEquals(relaxed(genuine.getFields(name).getLast()), relaxed(mail.getFields(name).getLast()), "a changed " + name + " holds");
        assertEquals(body(genuine), body(mail), "a changed text holds");
    }

    private static String trueKey(String name) {
        return name.startsWith("test.") ? RSA_KEY : ED25519_KEY;
    }

    /// One that may be used is strong and for mail.
    private static void key(String record) {
        try {
            DkimKey key = new DkimKey(record);
            key.validate();
            if (key.getPublicKey() instanceof RSAPublicKey rsa) assertTrue(rsa.getModulus().bitLength() >= 1024, "a weak key");
        } catch (IllegalStateException _) {
            // what it is for: a key that can not be used
        }
    }

    private static String relaxed(String field) {
        int colon = field.indexOf(':');
        return field.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + field.substring(colon + 1).replaceAll("[ \t\r\n]+", " ").strip();
    }

    private static String body(SignedMail mail) {
        String body = new String(mail.raw(), mail.body(), mail.raw().length - mail.body(), StandardCharsets.ISO_8859_1);
        return body.replaceAll("[ \t]+", " ").replaceAll(" ?\r\n", "\r\n").replaceAll("(\r\n)*$", "");
    }
}

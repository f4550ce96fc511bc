package tldops.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    private static final List<String> TRUE = List.of("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");
    private static final String ED25519 = """
            DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=brisbane; t=1528637909; h=from : to :
             subject : date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
             Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
            """;
    private static final String RSA = """
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=test; t=1528637909; h=from : to : subject :
             date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
             DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
             dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
            """;
    private static final String MAIL = """
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>

            Hi.

            We lost the game.  Are you hungry yet?

            Joe.
            """;
    private static final Set<String> STRONG = Set.of("rsa-sha256", "ed25519-sha256");

    static Stream<byte[]> specimens() {
        return Stream.of(ED25519 + MAIL, RSA + MAIL, ED25519 + RSA + MAIL, TRUE.getFirst() + "\n" + ED25519 + MAIL, TRUE.getLast() + "\n" + RSA + MAIL,
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
        return name.startsWith("test.") ? TRUE.getLast() : TRUE.getFirst();
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

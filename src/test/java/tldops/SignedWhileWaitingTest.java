package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Signature;
import tldops.core.SigningKey;
import tldops.mail.Masking;
import tldops.mail.Reading;
import tldops.trust.Dns;
import tldops.trust.KeyFile;
import tldops.trust.KeyHolder;

/// A signed mail whose sender the DNS has to be asked about: what the signature says, and which secrets it holds, is seen before.
class SignedWhileWaitingTest {
    private static final Instant NOW = Instant.parse("2027-01-14T10:00:00Z");
    private static final String ADMIN = "hostmaster@registry.example";
    private static final String SECRET = "0123456789abcdefghjkmnpqrs";

    @TempDir
    private Path folder;

    private final KeyHolder.Smime his = KeyHolder.rsa(ADMIN, 2048, Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2028-06-01T00:00:00Z"));

    private Judges judges(Dns dns) throws IOException {
        Path file = Files.writeString(folder.resolve("tldops.conf"), "intake.smtp { port = 0, border = on }\n");
        if (!(ConfigReader.read(Optional.of(file), Map.of()) instanceof ConfigReader.Reading.Good(var config))) throw new AssertionError("not good");
        SigningKey key = KeyFile.read(his.file().getBytes(StandardCharsets.ISO_8859_1), NOW);
        return new Judges(config, config.rules(Map.of()), dns, address -> address.equals(Address.of(ADMIN)) ? List.of(key) : List.of());
    }

    /// The text is inside the signature, where nobody sees it who does not open it.
    private byte[] mail() {
        String head = "From: " + ADMIN + "\r\nTo: tld-ops-request@lists.example\r\nSubject: Re\r\nDate: Thu, 14 Jan 2027 10:00:00 +0000\r\nMessage-ID: <1@registry.example>\r\n";
        return his.opaque(head, KeyHolder.part("confirm\n\n> Reference: " + SECRET + "\n"), NOW).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Envelope envelope() {
        return new Envelope("smtp", false, Optional.of(Address.of(ADMIN)), List.of(Address.of("tld-ops-request@lists.example")), "192.0.2.1", "mail.registry.example");
    }

    @Test
    void rule_33_attack_a_secret_inside_a_signature_is_masked_although_the_dns_has_not_been_asked() throws IOException {
        Reading read = judges((_, _) -> new Dns.Answer.Silent("away")).read(envelope(), 1, NOW, mail());

        byte[] masked = Masking.masked(mail(), read);

        assertThat(read.mail().authentication().awaited()).isTrue();
        assertThat(new String(masked, StandardCharsets.ISO_8859_1)).doesNotContain("smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMI").hasSizeLessThan(mail().length);
    }

    @Test
    void rule_10_pass_the_signature_stays_when_the_dns_is_silent_or_breaks() throws IOException {
        Dns broken = (_, _) -> {
            throw new IllegalStateException("a bug");
        };
        for (Dns dns : List.<Dns>of((_, _) -> new Dns.Answer.Silent("away"), broken)) {
            Judges judges = judges(dns);
            Reading waits = judges.read(envelope(), 1, NOW, mail());

            Reading judged = judges.judged(envelope(), NOW, mail(), waits);

            assertThat(waits.mail().authentication().signature()).containsInstanceOf(Signature.Good.class);
            assertThat(judged.mail().authentication().signature()).containsInstanceOf(Signature.Good.class);
        }
    }
}

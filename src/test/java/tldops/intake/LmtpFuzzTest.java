package tldops.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/// Arbitrary bytes at the real LMTP door (RFC 2033, MAIL_RULES 28): the same as at the SMTP door.
class LmtpFuzzTest {
    private static OpenLmtp lmtp;

    static Stream<byte[]> specimens() {
        return SmtpFuzzTest.specimens().map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).replace("EHLO", "LHLO").replace("HELO", "LHLO").getBytes(StandardCharsets.ISO_8859_1));
    }

    @BeforeAll
    static void open() throws IOException {
        lmtp = OpenLmtp.limited(4_000, 1 << 20, 3, 200, Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @AfterAll
    static void close() {
        lmtp.close();
    }

    @MethodSource("specimens")
    @FuzzTest
    void session(byte[] bytes) throws IOException {
        lmtp.taken.clear();
        List<String> heard = Dialogue.held(lmtp.door.port(), bytes);
        assertTrue(heard.getFirst().startsWith("220 ") || heard.getFirst().startsWith("221"), () -> "greeted with " + heard);
        long yes = heard.stream().filter("250 2.0.0 Stored"::equals).count();
        // an answer for each recipient (RFC 2033 4.2)
        int due = lmtp.taken.stream().mapToInt(mail -> mail.envelope().recipients().size()).sum();
        if (!heard.contains("221 reset")) assertTrue(yes >= lmtp.taken.size() && yes <= 3L * due, () -> "taken, and told otherwise: " + heard);
        Dialogue.whole(List.copyOf(lmtp.taken), bytes);
        Dialogue.open(lmtp.door.port(), "LHLO");
        assertEquals(Optional.empty(), lmtp.door.trouble());
    }
}

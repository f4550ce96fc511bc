package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawTest {
    @Test
    void pipedLinesEndWithCrlfThen() {
        assertThat(text(Raw.crlf(bytes("From ada@registry.example Fri Nov 20\nA: 1\r\nB: 2\n\n\nx")))).isEqualTo("A: 1\r\nB: 2\r\n\r\n\r\nx");
    }

    @Test
    void aFoldedFieldIsReadWhole() {
        byte[] raw = bytes("To: a@b.example,\r\n\tc@d.example\r\nto : e@f.example\r\n\r\nTo: text@text.example\r\n");

        assertThat(Head.values(raw, "To", 10)).containsExactly("a@b.example,\tc@d.example", "e@f.example");
        assertThat(Head.values(raw, "To", 1)).hasSize(1);
    }

    @Test
    void everyForeignVerdictInTheHeaderIsMarked() {
        String raw = "Authentication-Results: a; none\r\nX: 1\r\nAUTHENTICATION-RESULTS: b;\r\n dmarc=pass\r\n\r\nAuthentication-Results: text\r\n";

        assertThat(text(Raw.stamped("T: 1\r\n", bytes(raw), false)))
                .isEqualTo("T: 1\r\nX-Foreign-Authentication-Results: a; none\r\nX: 1\r\nX-Foreign-AUTHENTICATION-RESULTS: b;\r\n dmarc=pass\r\n\r\nAuthentication-Results: text\r\n");
    }

    @Test
    void anyBytesAreRead() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "From: \r\n\tAuthentication-Results:\0";
        for (int round = 0; round < 20_000; round++) {
            byte[] raw = new byte[random.nextInt(40)];
            for (int at = 0; at < raw.length; at++) raw[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));

            byte[] lines = Raw.crlf(raw);
            byte[] stamped = Raw.stamped("", raw, false);

            assertThat(Head.count(raw, "From")).as("seed %d, round %d", seed, round).isBetween(0, 8);
            assertThat(Raw.fault(lines).orElse("")).as("seed %d, round %d", seed, round).doesNotContain("LF");
            assertThat(text(stamped).replace("X-Foreign-", "")).as("seed %d, round %d", seed, round).isEqualTo(text(raw));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

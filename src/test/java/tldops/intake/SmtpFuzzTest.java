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

/// Arbitrary bytes at the real SMTP door (MAIL_RULES 28): the session ends, the door stays open for the next one, and what is
/// taken is a whole mail for us.
class SmtpFuzzTest {
    private static OpenDoor smtp;

    static Stream<byte[]> specimens() {
        return Stream.of("EHLO mx.example\r\nMAIL FROM:<ada@registry.example>\r\nRCPT TO:<tld-ops@lists.example.test>\r\nDATA\r\nFrom: ada@registry.example\r\n\r\nhelp\r\n.\r\nQUIT\r\n",
                        "HELO mx\r\nMAIL FROM:<> SIZE=99 BODY=8BITMIME\r\nRCPT TO:<tld-ops-request+x@lists.example.test>\r\nRSET\r\nNOOP\r\nVRFY x\r\nHELP\r\nAUTH PLAIN AGE=\r\nSTARTTLS\r\nBDAT 4 LAST\r\nx\r\n",
                        "EHLO [192.0.2.1]\r\nMAIL FROM:<ada@registry.example>\r\nRCPT TO:<tld-ops-owner@lists.example.test>\r\nRCPT TO:<x@y.example>\r\nDATA\r\nFrom: a@b.example\r\nFrom : c@d.example\r\n\r\n..\r\n.x\r\n\n.\n\r\n.\r\nMAIL FROM:<b@c.example>\r\n",
                        "EHLO a\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<tld-ops@lists.example.test>\r\nDATA\r\nAuthentication-Results: robot; dmarc=pass\r\nauthentication-results : x\r\nFrom: a@b.example\r\n\r\nhi\r\n.\r\nDATA\r\n\0\r\n.\r\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @BeforeAll
    static void open() throws IOException {
        smtp = new OpenDoor();
        SmtpDoor.Settings usual = OpenDoor.settings();
        smtp.open(new SmtpDoor.Settings(usual.bind(), 0, usual.host(), 4_000, 1 << 20, 3, 200, 200, Duration.ofSeconds(10), Duration.ofSeconds(10), Optional.empty(), List.of(), usual.accounts()));
    }

    @AfterAll
    static void close() {
        smtp.close();
    }

    @MethodSource("specimens")
    @FuzzTest
    void session(byte[] bytes) throws IOException {
        smtp.taken.clear();
        List<String> heard = Dialogue.held(smtp.door.port(), bytes);
        assertTrue(heard.getFirst().startsWith("220 ") || heard.getFirst().startsWith("221"), () -> "greeted with " + heard);
        long yes = heard.stream().filter("250 2.0.0 Stored"::equals).count();
        if (!heard.contains("221 reset")) assertEquals(yes, smtp.taken.size(), () -> "taken, and told otherwise: " + heard);
        Dialogue.whole(List.copyOf(smtp.taken), bytes);
        Dialogue.open(smtp.door.port(), "EHLO");
        assertEquals(Optional.empty(), smtp.door.trouble());
    }
}

package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Address;
import tldops.core.Request;
import tldops.fuzz.Sound;

/// A delivery report (RFC 3464, 6533; MAIL_RULES 25): the bytes are its status part, and once more the whole mail. It comes to
/// a bounce address from nobody, so it is never a person's word, and names only who stands in it.
class BounceFuzzTest {
    private static final String KEY = "qv8m3k2j7h6g5f4d3s2a";
    private static final Address BOUNCES = Specimen.OWN.bounces(KEY);
    private static final String BOUNDARY = "=_5f0e1d2c3b4a";

    static Stream<byte[]> specimens() {
        return Sound.seeds(Specimen.all().filter(specimen -> specimen.toString().startsWith("bounces/")).flatMap(specimen -> Stream.concat(Stream.of(specimen.raw()), status(specimen.raw()))));
    }

    private static Stream<byte[]> status(byte[] raw) {
        return Part.parse(raw).root().all().filter(part -> part.is("message/delivery-status") || part.is("message/global-delivery-status")).map(Part::content);
    }

    @MethodSource("specimens")
    @FuzzTest
    void report(byte[] bytes) {
        nobodysWord(bytes, bytes);
        nobodysWord(framed(bytes), bytes);
    }

    private static byte[] framed(byte[] status) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(("From: Mail System <mailer-daemon@mx.example>\r\nTo: " + BOUNCES + "\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\""
                + BOUNDARY + "\"\r\n\r\n--" + BOUNDARY + "\r\nContent-Type: text/plain\r\n\r\nconfirm\r\n\r\n--" + BOUNDARY + "\r\nContent-Type: message/delivery-status\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(status);
        mail.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return mail.toByteArray();
    }

    private static void nobodysWord(byte[] mail, byte[] bytes) {
        Request request = Sound.twice(() -> Specimen.read(mail, Optional.empty(), List.of(BOUNCES))).request();
        Sound.request(request);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        switch (request) {
            case Request.Bounced(var key, var failed, _, var about) -> {
                assertEquals(Optional.of(KEY), key, "the address it came to names the letter, nothing else does");
                assertTrue(about.isEmpty() || about.toLowerCase(Locale.ROOT).endsWith("@" + Specimen.OWN.domain()), about);
                if (mail != bytes) failed.forEach(failure -> named(failure, text));
            }
            case Request.Complained(var key, _, _) -> assertEquals(Optional.of(KEY), key);
            case Request.Automatic _ -> { }
            default -> throw new AssertionError("a report is taken for " + request.getClass().getSimpleName());
        }
    }

    /// Of the status part alone: it says failed, of an address that stands in it.
    private static void named(Request.Failure failure, String text) {
        assertTrue(text.contains("failed") || text.contains("5."), "failed, though it does not say so");
        failure.recipient().ifPresent(address -> assertTrue(text.contains(address.local().toLowerCase(Locale.ROOT)), () -> address + " does not stand in it"));
        assertTrue(failure.status().isEmpty() || text.contains(failure.status()), failure.status());
    }
}

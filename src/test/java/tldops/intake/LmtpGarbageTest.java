package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever comes over the line: a mail is stored whole and once or not at all, and no session hangs (MAIL_RULES 28).
class LmtpGarbageTest {
    private static final int SESSIONS = 400;
    private static final List<String> PIECES = List.of(
            "LHLO mx.example\r\n", "MAIL FROM:<ada@registry.example>\r\n", "MAIL FROM:<> SIZE=9\r\n", "RCPT TO:<tld-ops@lists.example.test>\r\n", "RCPT TO:<tld-ops-owner@lists.example.test>\r\n",
            "RCPT TO:<x@y.example>\r\n", "DATA\r\n", "RSET\r\n", "NOOP\r\n", "VRFY x\r\n", "\r\n.\r\n", ".\r\n", "\n.\n", "\r.\r", ".", "\r\n", "\n", "\r", "\0", "..\r\n", "From: a@b.example\r\n", "x", "\u00ff",
            "BDAT 4 LAST\r\n", "QUIT\r\n", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void garbage_never_stores_a_mail_twice_or_half_and_never_hangs() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed of the garbage: " + seed);
        Random random = new Random(seed);
        int stored = 0;
        try (OpenLmtp lmtp = OpenLmtp.limited(2_000, 1 << 20, 3, 50, Duration.ofSeconds(30), Duration.ofSeconds(30))) {
            for (int round = 0; round < SESSIONS; round++) {
                lmtp.taken.clear();
                Session session = Session.of(random, round);
                List<String> replies = session.play(lmtp.door.port());

                String of = "seed " + seed + ", round " + round + ": " + session.text.replace("\r", "\\r").replace("\n", "\\n") + "\n" + replies;
                long acknowledged = IntStream.range(1, replies.size()).filter(at -> replies.get(at).equals("250 2.0.0 Stored") && replies.get(at - 1).startsWith("354")).count();
                // who hangs up on what is still on its way takes answers with it
                if (replies.getLast().equals("reset")) assertThat(acknowledged).as(of).isLessThanOrEqualTo(lmtp.taken.size());
                else assertThat(acknowledged).as(of).isEqualTo(lmtp.taken.size());
                assertThat(lmtp.taken).as(of).allSatisfy(mail -> {
                    String body = mail.text().substring(mail.text().indexOf("GMT\r\n") + 5);
                    assertThat(Raw.fault(body.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
                    assertThat(body).satisfiesAnyOf(each -> assertThat(each).isEmpty(), each -> assertThat(each).endsWith("\r\n"));
                    // each piece between two ends of data, and nothing beyond
                    assertThat(("\r\n" + session.text).replace("\r\n.", "\r\n")).contains(body);
                });
                assertThat(lmtp.taken.size()).as(of).isLessThanOrEqualTo(session.ends());
                if (session.hasMarked()) assertThat(lmtp.taken).as(of).filteredOn(mail -> mail.text().contains("marked-" + session.round)).hasSizeLessThanOrEqualTo(1);
                stored += lmtp.taken.size();
            }
        }
        assertThat(stored).as("the garbage holds mails, too; seed " + seed).isGreaterThan(SESSIONS / 20);
    }

    /// What one client says in one go before it hangs up.
    private record Session(String text, int round) {
        static Session of(Random random, int round) {
            StringBuilder text = new StringBuilder();
            if (random.nextInt(8) > 0) text.append("LHLO mx.example\r\n");
            for (int mail = random.nextInt(3); mail >= 0; mail--) {
                if (random.nextInt(4) > 0) {
                    text.append("MAIL FROM:<ada@registry.example>\r\nRCPT TO:<tld-ops@lists.example.test>\r\n");
                    if (random.nextBoolean()) text.append("RCPT TO:<tld-ops-owner@lists.example.test>\r\n");
                    text.append("DATA\r\nX-").append(mail).append(": marked-").append(mail == 0 ? round : -1).append("\r\n");
                }
                for (int piece = random.nextInt(6); piece >= 0; piece--) if (random.nextInt(3) > 0) text.append(PIECES.get(random.nextInt(PIECES.size())));
                if (random.nextInt(4) > 0) text.append("\r\n.\r\n");
            }
            return new Session(text.toString(), round);
        }

        boolean hasMarked() {
            return text.contains("marked-" + round);
        }

        int ends() {
            return text.split("\r\n\\.\r\n", -1).length - 1;
        }

        List<String> play(int port) throws IOException {
            List<String> replies = new ArrayList<>();
            try (Socket socket = new Socket("127.0.0.1", port); BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                for (String line = in.readLine(); line != null; line = in.readLine()) replies.add(line);
            } catch (SocketException reset) {
                replies.add("reset");
            }
            return replies;
        }
    }
}

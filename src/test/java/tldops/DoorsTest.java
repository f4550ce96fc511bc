package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.intake.PipeDoor;
import tldops.store.Inbox;

/// All doors lead to the one inbox: a mail that comes through three of them acts once (P4, L26).
@Timeout(60)
class DoorsTest {
    private static final String MAIL = """
            Authentication-Results: mx.elsewhere.example; dmarc=pass header.from=registry.example\r
            Received: from somewhere.example by mx.elsewhere.example with ESMTP; Fri, 20 Nov 2026 11:59:00 +0000\r
            From: Ada Moll <ada@registry.example>\r
            To: tld-ops-request@lists.example\r
            Subject: help\r
            Message-ID: <one@registry.example>\r
            \r
            help\r
            """;
    private static final String ROBOT = "tld-ops-request@lists.example";

    @TempDir
    Path folder;

    @Test
    void a_mail_that_comes_by_smtp_lmtp_and_pipe_is_decided_once() throws Exception {
        Path file = Files.writeString(folder.resolve("tldops.conf"), """
                intake { smtp.port = 0, lmtp { enabled = true, port = 0 } }
                store { folder = "%1$s/data", min-free = 1 MB }
                iana.folder = "%1$s/iana"
                """.formatted(folder));
        try (Daemon daemon = new Daemon(((ConfigReader.Reading.Good) ConfigReader.read(Optional.of(file), Map.of())).config(), Instant::now, new SecureRandom(), false)) {
            assertThat(say(daemon.doors().smtpPort(), "EHLO")).contains("250 2.0.0 Stored");
            assertThat(say(daemon.doors().lmtpPort(), "LHLO")).contains("250 2.0.0 Stored");
            int piped = daemon.doors().pipe().deliver("somebody", List.of(PipeDoor.SENDER + "ada@registry.example", PipeDoor.RECIPIENT + ROBOT),
                    new ByteArrayInputStream(MAIL.replace("\r\n", "\n").getBytes(StandardCharsets.US_ASCII)), OutputStream.nullOutputStream());
            daemon.settle();

            assertThat(piped).isZero();
            List<Inbox.Row> rows = daemon.store().inbox().list(Optional.empty(), 10).stream().filter(row -> row.kind() == Inbox.Kind.MAIL).sorted(java.util.Comparator.comparingLong(Inbox.Row::id)).toList();
            assertThat(rows).extracting(row -> row.envelope().door()).containsExactly("smtp", "lmtp", "pipe");
            assertThat(rows).extracting(Inbox.Row::state).containsExactly(Inbox.State.DONE, Inbox.State.DUPLICATE, Inbox.State.DUPLICATE);
            assertThat(rows).extracting(Inbox.Row::duplicateOf).containsExactly(0L, rows.getFirst().id(), rows.getFirst().id());
            assertThat(daemon.store().outbox().list(Optional.empty(), 10)).as("one answer").hasSize(1);
        }
    }

    /// All that is said to a mail.
    private static String say(int port, String hello) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            for (String line : List.of(hello + " mx.example", "MAIL FROM:<ada@registry.example>", "RCPT TO:<" + ROBOT + ">", "DATA", MAIL + ".", "QUIT")) {
                reply(socket, said);
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            socket.getInputStream().transferTo(said);
            return said.toString(StandardCharsets.US_ASCII);
        }
    }

    private static void reply(Socket socket, ByteArrayOutputStream said) throws IOException {
        StringBuilder line = new StringBuilder();
        while (!line.toString().matches("(?s).*\\d\\d\\d [^\\n]*\\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) throw new IOException("the door closed behind: " + said.toString(StandardCharsets.US_ASCII));
            line.append((char) next);
        }
        said.writeBytes(line.toString().getBytes(StandardCharsets.US_ASCII));
    }
}

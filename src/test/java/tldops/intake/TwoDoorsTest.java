package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.ConfigReader;
import tldops.Daemon;
import tldops.Eventually;
import tldops.store.Inbox;

/// One mail that comes in by SMTP and lies in the mailbox, too: it acts once (L26).
@Timeout(240)
class TwoDoorsTest {
    @TempDir
    Path folder;

    @Test
    void a_mail_through_imap_and_smtp_acts_once() throws Exception {
        try (Mailbox mailbox = new Mailbox(); Daemon daemon = daemon(mailbox)) {
            Mailbox.readThrough(daemon.doors().imap().orElseThrow());
            String mail = Mailbox.mail("one").replace("lists.example.test", "lists.example");

            try (Wire wire = Wire.greeted(daemon.doors().smtpPort())) {
                assertThat(wire.mail("ada@registry.example", "tld-ops-request@lists.example", mail.strip())).startsWith("250");
            }
            mailbox.lay("Received: from mail.example by mx.example.org; Fri, 20 Nov 2026 12:00:00 +0000\r\nDelivered-To: robot@mx.example.org\r\n" + mail, new java.util.Date());

            List<Inbox.Row> rows = Eventually.see("both doors", () -> daemon.store().inbox().list(Optional.empty(), 9), found -> found.size() == 2).stream().sorted(Comparator.comparing(Inbox.Row::id)).toList();
            assertThat(rows).extracting(row -> row.envelope().door()).containsExactly("smtp", "imap");
            assertThat(rows.getLast().state()).isEqualTo(Inbox.State.DUPLICATE);
            Eventually.see("the mark", () -> daemon.store().mailboxes().mark(new tldops.store.Mailboxes.Place("127.0.0.1", "robot", "INBOX")).orElseThrow().uid(), uid -> uid == 1);
        }
    }

    private Daemon daemon(Mailbox mailbox) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), Mailbox.PASSWORD);
        Path file = Files.write(folder.resolve("my.conf"), List.of(
                "intake.smtp.port = 0",
                "intake.imap { enabled = true, host = \"127.0.0.1\", port = " + mailbox.settings().port() + ", tls = none, user = robot, password = \"file:" + password + "\" }",
                "iana.folder = \"" + folder.resolve("iana") + "\"",
                "store { folder = \"" + folder.resolve("data") + "\", min-free = 1 MB }"));
        return switch (ConfigReader.read(Optional.of(file), Map.of())) {
            case ConfigReader.Reading.Good(var config) -> new Daemon(config, Instant::now, new SecureRandom(), false);
            case ConfigReader.Reading.Bad(var problems, _) -> throw new IllegalArgumentException(problems.toString());
        };
    }
}

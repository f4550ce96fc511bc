package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.ConfigReader;
import tldops.Judges;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Authentication.Sureness;
import tldops.core.Envelope;
import tldops.core.Rules;
import tldops.trust.Dns;
import tldops.trust.Signer;

/// A mail that another server may have read otherwise proves nothing, whether we believe that server or verify ourselves (MAIL_RULES 28).
class UnprovenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:10:00Z");
    private static final String MAIL = Signer.signed("From: Ada Moll <ada@registry.example>\r\nTo: Robot <tld-ops-request@lists.example>\r\nSubject: help\r\nDate: Sun, 22 Nov 2026 00:09:00 +0000\r\nMessage-ID: <1@registry.example>\r\n\r\nhelp\r\n");

    private static final ImapDoor.Settings MAILBOX = new ImapDoor.Settings(
            "127.0.0.1", 143, ImapDoor.Protection.NONE, Optional.empty(), "robot", "", List.of("INBOX"), Optional.empty(), Duration.ofMinutes(20), Duration.ofMinutes(10), true, true,
            100_000, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(3), Duration.ofMinutes(15));

    @TempDir
    private Path folder;

    private Authentication judged(Came mail) throws IOException {
        return judged(mail, "intake.imap.verify = on\nintake.pipe.verify = on\n");
    }

    private Authentication judged(Came mail, String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("tldops.conf"), settings);
        if (!(ConfigReader.read(Optional.of(file), Map.of()) instanceof ConfigReader.Reading.Good(var config))) throw new AssertionError("not good");
        Dns dns = (name, _) -> switch (name) {
            case "_dmarc.registry.example" -> new Dns.Answer.Found(List.of("v=DMARC1; p=reject"));
            case "mail._domainkey.registry.example" -> new Dns.Answer.Found(List.of(Signer.published(Signer.KEY)));
            default -> new Dns.Answer.Nothing(false);
        };
        return new Judges(config, config.rules(Map.of()), dns, _ -> List.of()).whole(mail.envelope(), 1, NOW, mail.raw()).mail().authentication();
    }

    private record Came(Envelope envelope, byte[] raw) {}

    private Came fetched(String mail) throws IOException {
        ImapMail.Seen seen = new ImapMail(MAILBOX, list()).seen(mail.getBytes(StandardCharsets.ISO_8859_1));
        if (!(seen instanceof ImapMail.Usable(var envelope, var raw))) throw new AssertionError(seen.toString());
        return new Came(envelope, raw);
    }

    private Came piped(String mail) throws IOException {
        List<Came> taken = new ArrayList<>();
        PipeDoor door = new PipeDoor(list(), Optional.of("mail"), 100_000, (envelope, raw) -> taken.add(new Came(envelope, raw)));
        door.deliver("mail", List.of(), new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)), new ByteArrayOutputStream());
        return taken.getFirst();
    }

    private static Rules.MailingList list() {
        return new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of());
    }

    @Test
    void rule_28_pass_a_signed_mail_with_the_line_ends_of_mail_proves_its_sender_in_the_mailbox_and_at_the_pipe() throws Exception {
        assertThat(judged(fetched(MAIL)).sureness()).isEqualTo(Sureness.AUTHENTICATED);
        assertThat(judged(piped(MAIL)).sureness()).isEqualTo(Sureness.AUTHENTICATED);
    }

    /// Local mail servers pipe lines that end with LF, all of them.
    @ParameterizedTest
    @ValueSource(strings = {"", "From ada@registry.example Sun Nov 22 00:09:00 2026\n"})
    void rule_28_near_miss_at_the_pipe_every_line_may_end_with_lf(String envelopeLine) throws Exception {
        assertThat(judged(piped(envelopeLine + MAIL.replace("\r\n", "\n"))).sureness()).isEqualTo(Sureness.AUTHENTICATED);
    }

    /// What is changed is not signed, so that the signature still holds once the lines end with CR LF.
    @ParameterizedTest
    @ValueSource(strings = {"X: a\n", "X: a\r\n\rb\r\n", "\rX: a\r\n", "X: a\rb\r\n"})
    void rule_28_attack_with_a_line_end_of_its_own_a_signed_mail_in_the_mailbox_proves_nothing(String field) throws Exception {
        Came mail = fetched(field + MAIL);

        assertThat(judged(mail).sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(judged(mail).reason()).contains("MAIL_RULES 28");
        assertThat(new String(mail.raw(), StandardCharsets.ISO_8859_1)).startsWith("X-Unproven: it holds a bare ");
    }

    @Test
    void rule_28_attack_nor_with_a_line_that_servers_cut() throws Exception {
        String longer = "X: " + "x".repeat(999) + "\r\n" + MAIL;

        assertThat(judged(fetched(longer)).sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(judged(piped(longer)).sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
    }

    @Test
    void rule_28_attack_nor_at_the_pipe_where_some_lines_end_otherwise() throws Exception {
        assertThat(judged(piped("X: a\n" + MAIL)).sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
    }

    /// What a server of ours found, in a mail with a line that it may have cut.
    private Authentication found(String verdict, String lines) throws Exception {
        String border = "Authentication-Results: mx.lists.example; " + verdict + " header.from=registry.example\r\nReceived: from a.example by mx.lists.example; Sun, 22 Nov 2026 00:09:30 +0000\r\n";
        return judged(piped(border + lines + MAIL), "intake.pipe { trusted-user = mail, authserv-ids = [mx.lists.example], border-hosts = [mx.lists.example] }\n");
    }

    @Test
    void rule_28_near_miss_what_a_server_of_ours_found_against_it_counts_for_it_nothing_does() throws Exception {
        String longer = "X: " + "x".repeat(999) + "\r\n";

        assertThat(found("dkim=pass header.d=registry.example; dmarc=pass", "").sureness()).isEqualTo(Sureness.AUTHENTICATED);
        assertThat(found("dkim=pass header.d=registry.example; dmarc=pass", longer).sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(found("dmarc=fail", longer).sureness()).isEqualTo(Sureness.FAILED);
    }

    /// Who writes our mark himself loses by it, and never gains.
    @Test
    void rule_28_attack_the_mark_written_by_a_stranger() throws Exception {
        assertThat(judged(fetched("X-Unproven: no\r\n" + MAIL)).sureness()).isEqualTo(Sureness.UNAUTHENTICATED);
        assertThat(found("dmarc=fail", "X-Unproven: no\r\n").sureness()).isEqualTo(Sureness.FAILED);
        Envelope border = new Envelope("smtp", false, Optional.of(Address.of("eve@evil.example")), List.of(list().request()), "198.51.100.9", "evil.example");
        byte[] forged = ("X-Unproven: no\r\n" + MAIL.substring(MAIL.indexOf("From: "))).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(judged(new Came(border, forged), "intake.smtp { border = on, port = 0 }\n").sureness()).isEqualTo(Sureness.FAILED);
    }
}

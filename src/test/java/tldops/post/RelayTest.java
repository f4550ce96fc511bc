package tldops.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.subethamail.wiser.Wiser;
import org.subethamail.wiser.WiserMessage;
import tldops.PatientMail;
import tldops.core.Address;

class RelayTest {
    private static final Due LETTER = Box.letter(1, Instant.MAX, false);

    private static Relay relay(int port) {
        return new Relay(settings(port, 4, Relay.Protection.NONE, Optional.empty()));
    }

    private static Relay.Settings settings(int port, int connections, Relay.Protection protection, Optional<Relay.Account> account) {
        return new Relay.Settings("127.0.0.1", port, "robot.example.test", connections, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), protection, account);
    }

    @Test
    void theBytesSentAreTheBytesStored() throws Exception {
        Wiser wiser = Wiser.port(0);
        wiser.start();
        String text = "X-Odd:\tkept  as it is \r\nDKIM-Signature: v=1; a=rsa-sha256;\r\n\tb=abc\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n.\r\n..größer\r\nend";
        Due letter = new Due(1, "l1", Optional.empty(), List.of(Address.of("ada@registry.example"), Address.of("bea@registry.example")), text.getBytes(StandardCharsets.UTF_8), 0, Instant.MAX, false);
        try (Relay relay = relay(wiser.getServer().getPortAllocated())) {
            assertThat(relay.carry(letter)).isInstanceOf(Outcome.Accepted.class);

            List<WiserMessage> mails = wiser.getMessages();
            assertThat(mails).extracting(WiserMessage::getEnvelopeReceiver).containsExactly("ada@registry.example", "bea@registry.example");
            assertThat(mails).extracting(WiserMessage::getEnvelopeSender).containsOnly("");
            assertThat(new String(mails.getFirst().getData(), StandardCharsets.UTF_8)).endsWith(text + "\r\n");
        } finally {
            wiser.stop();
        }
    }

    @Test
    void eightBitMailIsAnnounced() throws Exception {
        Due letter = new Due(1, "l1", Optional.of(Address.of("b@lists.example.test")), LETTER.recipients(), "A: 1\r\n\r\nö\r\n".getBytes(StandardCharsets.UTF_8), 0, Instant.MAX, false);
        try (Sink sink = new Sink(); Relay relay = relay(sink.port())) {
            relay.carry(letter);
            relay.carry(LETTER);

            assertThat(sink.commands).contains("MAIL FROM:<b@lists.example.test> BODY=8BITMIME", "MAIL FROM:<tld-ops-bounces+l1@lists.example.test>");
        }
    }

    @Test
    void connectionsStayOpen() throws Exception {
        try (Sink sink = new Sink(); Relay relay = relay(sink.port())) {
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            IntStream.range(0, 100).forEach(id -> threads.submit(() -> relay.carry(Box.letter(id, Instant.MAX, false))));
            threads.close();

            assertThat(sink.mails).hasSize(100).doesNotHaveDuplicates();
            assertThat(sink.connections.get()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void closingTwiceEndsToo() throws Exception {
        try (Sink sink = new Sink()) {
            Relay relay = relay(sink.port());
            relay.carry(LETTER);

            relay.close();

            assertTimeoutPreemptively(Duration.ofSeconds(20), relay::close);
        }
    }

    @Test
    void itLogsInOverStarttlsOrTls() {
        GreenMail server = new GreenMail(new ServerSetup[] {PatientMail.server(0, ServerSetup.PROTOCOL_SMTP), PatientMail.server(0, ServerSetup.PROTOCOL_SMTPS)});
        server.setUser("robot@example.test", "robot", "s3same");
        server.start();
        try (Relay plain = new Relay(settings(server.getSmtp().getPort(), 1, Relay.Protection.NONE, Optional.of(new Relay.Account("robot", "s3same"))));
                Relay strict = new Relay(settings(server.getSmtps().getPort(), 1, Relay.Protection.TLS, Optional.empty()));
                Relay starttls = new Relay(settings(server.getSmtp().getPort(), 1, Relay.Protection.STARTTLS, Optional.empty()))) {
            assertThat(plain.carry(LETTER)).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.getReceivedMessages()).hasSize(1);
            // neither an unknown certificate nor a server without STARTTLS is taken for a safe one
            assertThat(strict.carry(LETTER)).isInstanceOf(Outcome.RelayAway.class);
            assertThat(starttls.carry(LETTER)).isInstanceOf(Outcome.RelayAway.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void refusalsForGoodAndForNowAreToldApart() throws Exception {
        try (Sink sink = new Sink(); Relay relay = relay(sink.port())) {
            String rcpt = "RCPT TO:<ada@registry.example>";
            sink.once(rcpt, "550 5.1.1 unknown").once(rcpt, "450 4.2.1 greylisted").once(rcpt, "250 ok").once(rcpt, "250 ok");
            sink.once(".", "554 5.7.1 spam").once(".", "451 4.3.0 busy");

            assertThat(relay.carry(LETTER)).isEqualTo(new Outcome.Refused("550 5.1.1 unknown"));
            assertThat(relay.carry(LETTER)).isEqualTo(new Outcome.Later("450 4.2.1 greylisted"));
            assertThat(relay.carry(LETTER)).isEqualTo(new Outcome.Refused("554 5.7.1 spam"));
            assertThat(relay.carry(LETTER)).isEqualTo(new Outcome.Later("451 4.3.0 busy"));
            assertThat(relay.carry(LETTER)).isEqualTo(new Outcome.Accepted("250 queued"));
            assertThat(sink.connections.get()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedSenderIsARefusedLetter() throws Exception {
        try (Sink sink = new Sink(); Relay relay = relay(sink.port())) {
            String mail = "MAIL FROM:<tld-ops-bounces+l1@lists.example.test>";
            sink.once(mail, "550 5.7.1 not you").once(mail, "452 4.3.1 full").once(mail, "421 4.3.2 going down");

            assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.Refused.class);
            assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.Later.class);
            assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.RelayAway.class);
            assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.Accepted.class);
        }
    }

    @Test
    void aRefusedCopyDoesNotStopTheLetter() throws Exception {
        Due letter = Box.letter(1, Instant.MAX, false, "ada@registry.example", "office@lists.example.test");
        try (Sink sink = new Sink(); Relay relay = relay(sink.port())) {
            sink.always.put("RCPT TO:<office@lists.example.test>", "550 no");

            assertThat(relay.carry(letter)).isInstanceOf(Outcome.Accepted.class);
            assertThat(sink.mails).hasSize(1);
        }
    }

    @Test
    void aRefusedAddresseeIsTold_thoughTheCopyGoesOut() throws Exception {
        Due letter = Box.letter(1, Instant.MAX, false, "ada@registry.example", "office@lists.example.test");
        try (Sink sink = new Sink(); Relay relay = relay(sink.port())) {
            sink.always.put("RCPT TO:<ada@registry.example>", "550 no");

            assertThat(relay.carry(letter)).isEqualTo(new Outcome.Refused("550 no"));
            assertThat(sink.mails).hasSize(1);
        }
    }

    @Test
    void nobodyGetsALetterTwiceBecauseACopyHasToWait() throws Exception {
        Due letter = Box.letter(1, Instant.MAX, false, "ada@registry.example", "office@lists.example.test");
        try (Sink sink = new Sink(); Relay relay = relay(sink.port())) {
            sink.once("RCPT TO:<office@lists.example.test>", "450 wait");

            assertThat(relay.carry(letter)).isInstanceOf(Outcome.Later.class);
            assertThat(sink.mails).isEmpty();
            assertThat(relay.carry(letter)).isInstanceOf(Outcome.Accepted.class);
            assertThat(sink.mails).hasSize(1);
        }
    }

    @Test
    void aRelayThatIsNotThereIsAway() throws Exception {
        int port = quiet();
        try (Relay relay = relay(port)) {
            assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.RelayAway.class);
            try (Sink back = new Sink(port)) {
                back.once("greeting", "421 too busy").once("greeting", "554 go away");

                assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.RelayAway.class);
                assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.RelayAway.class);
                assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.Accepted.class);
            }
        }
    }

    @Test
    void aConnectionThatDiesIsOpenedAnew() throws Exception {
        try (Sink sink = new Sink(); Relay relay = new Relay(settings(sink.port(), 1, Relay.Protection.NONE, Optional.empty()))) {
            sink.once(".", "hang up").once(".", "421 closing");

            assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.Later.class);
            assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.Later.class);
            assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.Accepted.class);
            assertThat(sink.connections.get()).isEqualTo(3);
        }
    }

    @Test
    void aRestedConnectionIsAskedWhetherItLives() throws Exception {
        Relay.Settings impatient = new Relay.Settings("127.0.0.1", 0, "robot.example.test", 1, Duration.ofSeconds(10), Duration.ZERO, Duration.ofMinutes(10), Relay.Protection.NONE, Optional.empty());
        try (Sink sink = new Sink();
                Relay relay = new Relay(new Relay.Settings(impatient.relay(), sink.port(), impatient.host(), 1, impatient.timeout(), impatient.rest(), impatient.age(), impatient.tls(), Optional.empty()))) {
            relay.carry(LETTER);
            sink.once("NOOP", "hang up").once("RSET", "hang up");

            assertThat(relay.carry(LETTER)).isInstanceOf(Outcome.Accepted.class);
            assertThat(sink.connections.get()).isEqualTo(2);
        }
    }

    /// A port on which nobody listens and that the system gives to nobody: one of its own for outgoing connections could
    /// come to be connected with itself.
    private static int quiet() throws IOException {
        for (int port = 20_000; ; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // the next one
            }
        }
    }
}

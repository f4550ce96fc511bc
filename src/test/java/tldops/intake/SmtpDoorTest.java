package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Rules.MailingList;

class SmtpDoorTest {
    static final MailingList LIST = new MailingList("tld-ops", "lists.example.test", List.of("old.example.test"), Map.of());
    private static final String ROBOT = "tld-ops-request@lists.example.test";
    private static final String MAIL = "From: Ada Moll <ada@registry.example>\r\nSubject: help\r\n\r\nhelp";
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    record Taken(Envelope envelope, String text) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private Inlet inlet = (envelope, raw) -> taken.add(new Taken(envelope, new String(raw, StandardCharsets.ISO_8859_1)));
    private SmtpDoor door;

    private SmtpDoor open(SmtpDoor.Settings settings) throws IOException {
        door = SmtpDoor.open(settings, LIST, (envelope, raw) -> inlet.take(envelope, raw), NOON);
        return door;
    }

    private Wire connect() throws IOException {
        if (door == null) open(settings());
        return Wire.greeted(door.port());
    }

    private static SmtpDoor.Settings settings() {
        return SmtpDoor.Settings.loopback(0, "robot.example.test");
    }

    private static SmtpDoor.Settings limited(int most, int memory, int recipients, int perClient, Duration data) {
        SmtpDoor.Settings all = settings();
        return new SmtpDoor.Settings(all.bind(), 0, all.host(), most, memory, recipients, all.connections(), perClient, all.idle(), data, Optional.empty(), List.of(), Map.of());
    }

    static SmtpDoor.Settings trusting(String clients, Optional<Tls> tls) {
        SmtpDoor.Settings all = settings();
        return new SmtpDoor.Settings(all.bind(), 0, all.host(), all.most(), all.memory(), 100, 200, 50, all.idle(), all.data(), tls, List.of(Network.of(clients)), Map.of("border", "s3same"));
    }

    @AfterEach
    void close() {
        if (door != null) door.close();
    }

    @Test
    void aMailIsStoredBeforeTheYes() throws Exception {
        try (Wire wire = connect()) {
            String reply = wire.mail("ada@registry.example", "TLD-Ops-Request+k3y@lists.example.test", MAIL);

            assertThat(reply).startsWith("250 ");
            Taken mail = taken.getFirst();
            assertThat(mail.envelope).isEqualTo(new Envelope(
                    "smtp", false, Optional.of(Address.of("ada@registry.example")), List.of(Address.of("tld-ops-request+k3y@lists.example.test")), "127.0.0.1"));
            assertThat(mail.text).isEqualTo("""
                    Received: from mail.example.test ([127.0.0.1])\r
                    \tby robot.example.test (tldops-robot) with ESMTP;\r
                    \tFri, 20 Nov 2026 12:00:00 GMT\r
                    """ + MAIL + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tld-ops@lists.example.test", "tld-ops-owner@old.example.test", "tld-ops-bounces+q1@lists.example.test", "postmaster@lists.example.test", "Abuse@old.example.test", "postmaster"})
    void everyOwnAddressIsTaken(String recipient) throws Exception {
        try (Wire wire = connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");

            assertThat(wire.say("RCPT TO:<" + recipient + ">")).startsWith("250");
        }
    }

    @Test
    void mailForThePostmasterGoesToTheOwner() throws Exception {
        try (Wire wire = connect()) {
            wire.mail("", "postmaster@lists.example.test", MAIL);

            assertThat(taken.getFirst().envelope.recipients()).containsExactly(Address.of("tld-ops-owner@lists.example.test"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"someone@lists.example.test", "tld-ops@elsewhere.example", "tld-ops-request@lists.example.test@elsewhere.example", "tld-ops-request%lists.example.test@elsewhere.example", "\"tld-ops-request\"@lists.example.test", "postmaster@elsewhere.example"})
    void otherAddressesAreRefused(String recipient) throws Exception {
        try (Wire wire = connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");

            assertThat(wire.say("RCPT TO:<" + recipient + ">")).startsWith("550 5.1.1");
            assertThat(wire.say("DATA")).startsWith("503");
        }
    }

    @Test
    void theNullReversePathIsTaken() throws Exception {
        try (Wire wire = connect()) {
            assertThat(wire.mail("", ROBOT, MAIL)).startsWith("250");

            assertThat(taken.getFirst().envelope.returnPath()).isEmpty();
        }
    }

    @Test
    void aSenderWhoCouldNotBeAnsweredIsRefused() throws Exception {
        try (Wire wire = connect()) {
            assertThat(wire.say("MAIL FROM:<ada>")).startsWith("553");
            assertThat(wire.say("MAIL FROM:<@relay.example,@b.example:ada@registry.example>")).startsWith("250");
        }
    }

    /// CVE-2023-51747: what one server takes for the end of a mail and another does not.
    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r.\r", "\r.\r\n", "\r\n.\n", "\r\n.\r", "\r\n\u0000.\r\n", "\u0000"})
    void smuggledMailsAreNeitherStoredNorRead(String end) throws Exception {
        try (Wire wire = connect()) {
            String smuggled = "MAIL FROM:<eve@evil.example>\r\nRCPT TO:<" + ROBOT + ">\r\nDATA\r\nFrom: eve@evil.example\r\n\r\nsmuggled";

            String reply = wire.mail("ada@registry.example", ROBOT, MAIL + end + smuggled);

            assertThat(reply).startsWith("550 5.6.0");
            assertThat(wire.say("NOOP")).startsWith("250");
            assertThat(taken).isEmpty();
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("250");
            assertThat(taken).hasSize(1);
        }
    }

    @Test
    void aLineThatBeginsWithADotArrivesWhole() throws Exception {
        try (Wire wire = connect()) {
            wire.mail("ada@registry.example", ROBOT, MAIL + "\r\n..\r\n..two");

            assertThat(taken.getFirst().text).endsWith("help\r\n.\r\n.two\r\n");
        }
    }

    @Test
    void moreThanOneFromIsRefused() throws Exception {
        try (Wire wire = connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, "from : eve@evil.example\r\n" + MAIL)).startsWith("550 5.6.0 More than one From");
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "\r\nFrom: in the text")).startsWith("250");
        }
    }

    @Test
    void aMailThatIsTooLargeIsRefusedAndTheSessionGoesOn() throws Exception {
        open(limited(10_000, 1 << 20, 100, 50, Duration.ofMinutes(1)));
        try (Wire wire = new Wire(door.port())) {
            wire.reply();
            assertThat(wire.say("EHLO mail.example.test")).contains("SIZE 10000");
            assertThat(wire.say("MAIL FROM:<ada@registry.example> SIZE=10001")).startsWith("552");
            String reply = wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(20_000));

            assertThat(reply).startsWith("552 5.3.4");
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("250");
            assertThat(taken).hasSize(1);
        }
    }

    @Test
    void aMailWithoutEndIsHungUpOn() throws Exception {
        open(limited(1_000, 1 << 20, 100, 50, Duration.ofMinutes(1)));
        try (Wire wire = connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(10_500))).startsWith("421");
            assertThat(taken).isEmpty();
        }
    }

    @Test
    void aMailThatTakesTooLongIsHungUpOn() throws Exception {
        open(limited(10_000, 1 << 20, 100, 50, Duration.ZERO));
        try (Wire wire = connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(100))).startsWith("421");
            assertThat(taken).isEmpty();
        }
    }

    @Test
    void mailsBeyondTheMemorySetApartComeLater() throws Exception {
        open(limited(100_000, 4_096, 100, 50, Duration.ofMinutes(1)));
        try (Wire wire = connect()) {
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(5_000))).startsWith("452");
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(3_000))).startsWith("250");
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL + "x".repeat(3_000))).startsWith("250");
        }
    }

    @Test
    void recipientsAndConnectionsAreLimited() throws Exception {
        open(limited(10_000, 1 << 20, 2, 2, Duration.ofMinutes(1)));
        try (Wire wire = connect(); Wire second = connect(); Wire third = new Wire(door.port())) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<tld-ops@lists.example.test>");
            wire.say("RCPT TO:<tld-ops-owner@lists.example.test>");

            assertThat(wire.say("RCPT TO:<" + ROBOT + ">")).startsWith("452");
            assertThat(second.say("NOOP")).startsWith("250");
            assertThat(third.reply()).startsWith("421");
        }
    }

    @Test
    void whatCannotBeStoredNowComesAgain() throws Exception {
        try (Wire wire = connect()) {
            inlet = (_, _) -> {
                throw NotNow.busy("secret reason");
            };
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("451 4.3.0").doesNotContain("secret");
            inlet = (_, _) -> {
                throw NotNow.full("secret reason");
            };
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("452 4.3.1").doesNotContain("secret");
        }
    }

    @Test
    void aFaultOfOursHarmsNeitherThisSessionNorAnother() throws Exception {
        try (Wire wire = connect(); Wire other = connect()) {
            Inlet good = inlet;
            inlet = (_, _) -> {
                throw new IllegalStateException("planted");
            };
            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("451");
            inlet = good;

            assertThat(wire.mail("ada@registry.example", ROBOT, MAIL)).startsWith("250");
            assertThat(other.mail("bea@registry.example", ROBOT, MAIL)).startsWith("250");
        }
    }

    @Test
    void halfAMailIsNotStored() throws Exception {
        try (Wire wire = connect(); Wire other = connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");
            wire.say("DATA");
            wire.raw(MAIL + "\r\n").close();

            assertThat(other.mail("bea@registry.example", ROBOT, MAIL)).startsWith("250");
            door.close();
            assertThat(taken).hasSize(1);
        }
    }

    @Test
    void chunksAreNeitherOfferedNorTaken() throws Exception {
        try (Wire wire = connect()) {
            assertThat(wire.say("EHLO mail.example.test")).doesNotContain("CHUNKING").doesNotContain("SMTPUTF8").contains("8BITMIME");
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say("RCPT TO:<" + ROBOT + ">");

            assertThat(wire.raw("BDAT 30 LAST\r\nMAIL FROM:<a@b.example>\r\n").reply()).startsWith("502");
            assertThat(wire.reply()).isEqualTo("closed");
        }
    }

    @Test
    void verdictsOfStrangersAreMarkedAsForeign() throws Exception {
        try (Wire wire = connect()) {
            wire.mail("ada@registry.example", ROBOT, "X-First: 1\r\nauthentication-results : mx.example.org; dmarc=pass\r\n header.from=registry.example\r\n" + MAIL);

            assertThat(taken.getFirst().text).contains("X-First: 1\r\nX-Foreign-authentication-results : mx.example.org; dmarc=pass\r\n header.from");
        }
    }

    @Test
    void verdictsOfATrustedClientStayWhatTheyAre() throws Exception {
        open(trusting("127.0.0.0/8", Optional.empty()));
        try (Wire wire = new Wire(door.port())) {
            wire.reply();
            assertThat(wire.say("EHLO border.example.test")).contains("AUTH PLAIN LOGIN");
            assertThat(wire.say("AUTH PLAIN " + plain("border", "s3same"))).startsWith("235");
            wire.mail("ada@registry.example", ROBOT, "Authentication-Results: mx.example.org; dmarc=pass\r\n" + MAIL);

            assertThat(taken.getFirst().envelope.trusted()).isTrue();
            assertThat(taken.getFirst().text).contains("with ESMTPA;").contains("\r\nAuthentication-Results: mx");
        }
    }

    @Test
    void aTrustedAddressAloneIsNotTrusted() throws Exception {
        open(trusting("127.0.0.1", Optional.empty()));
        try (Wire wire = connect()) {
            assertThat(wire.say("AUTH PLAIN " + plain("border", "wrong"))).startsWith("535");
            assertThat(wire.say("AUTH PLAIN " + plain("nobody", ""))).startsWith("535");
            wire.mail("ada@registry.example", ROBOT, MAIL);

            assertThat(taken.getFirst().envelope.trusted()).isFalse();
        }
    }

    @Test
    void nobodyElseMayLogIn() throws Exception {
        open(trusting("192.0.2.0/24", Optional.empty()));
        try (Wire wire = new Wire(door.port())) {
            wire.reply();
            assertThat(wire.say("EHLO border.example.test")).doesNotContain("AUTH");
            assertThat(wire.say("AUTH PLAIN " + plain("border", "s3same"))).startsWith("535");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "XYZZY", "MAIL FROM:<a@b.example> SIZE=99999999999999999999", "RCPT TO:>><<", "EHLO", "AUTH PLAIN !!!", "BDAT x y z", "MAIL FROM:\u0000", "RCPT TO:<tld-ops-request\u00e9@lists.example.test>"})
    void nonsenseEndsAtMostItsOwnSession(String nonsense) throws Exception {
        try (Wire wire = connect(); Wire other = connect()) {
            wire.say("MAIL FROM:<ada@registry.example>");
            wire.say(nonsense);

            assertThat(other.mail("bea@registry.example", ROBOT, MAIL)).startsWith("250");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInASentence() throws Exception {
        open(settings());
        SmtpDoor.Settings all = settings();
        SmtpDoor.Settings same = new SmtpDoor.Settings(all.bind(), door.port(), all.host(), all.most(), all.memory(), 1, 1, 1, all.idle(), all.data(), all.tls(), all.trusted(), all.accounts());

        assertThatThrownBy(() -> SmtpDoor.open(same, LIST, inlet, NOON)).isInstanceOf(IOException.class).hasMessageContaining("cannot listen on 127.0.0.1 port " + door.port());
    }

    @Test
    void networksHoldTheirAddresses() {
        assertThat(Network.of("192.0.2.128/25").holds(InetAddress.ofLiteral("192.0.2.200"))).isTrue();
        assertThat(Network.of("192.0.2.128/25").holds(InetAddress.ofLiteral("192.0.2.100"))).isFalse();
        assertThat(Network.of("2001:db8::/32").holds(InetAddress.ofLiteral("2001:db8:1::1"))).isTrue();
        assertThat(Network.of("2001:db8::/32").holds(InetAddress.ofLiteral("192.0.2.1"))).isFalse();
        assertThatThrownBy(() -> Network.of("mail.example.test")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.of("192.0.2.0/33")).isInstanceOf(IllegalArgumentException.class);
    }

    static String plain(String name, String password) {
        return Base64.getEncoder().encodeToString(("\0" + name + "\0" + password).getBytes(StandardCharsets.UTF_8));
    }
}

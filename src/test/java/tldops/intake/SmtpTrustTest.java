package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tldops.intake.OpenDoor.MAIL;
import static tldops.intake.OpenDoor.ROBOT;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whose verdicts about senders the SMTP door lets stand: those of a border host that is where it should be and logs in.
class SmtpTrustTest {
    private final OpenDoor smtp = new OpenDoor();

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void verdictsOfStrangersAreMarkedAsForeign() throws Exception {
        try (Wire wire = smtp.connect()) {
            wire.mail("ada@registry.example", ROBOT, "X-First: 1\r\nauthentication-results : mx.example.org; dmarc=pass\r\n header.from=registry.example\r\n" + MAIL);

            assertThat(smtp.taken.getFirst().text()).contains("X-First: 1\r\nX-Foreign-authentication-results : mx.example.org; dmarc=pass\r\n header.from");
        }
    }

    @Test
    void verdictsOfATrustedClientStayWhatTheyAre() throws Exception {
        smtp.open(OpenDoor.trusting("127.0.0.0/8", Optional.empty()));
        try (Wire wire = new Wire(smtp.door.port())) {
            wire.reply();
            assertThat(wire.say("EHLO border.example.test")).contains("AUTH PLAIN LOGIN");
            assertThat(wire.say("AUTH PLAIN " + OpenDoor.plain("border", "s3same"))).startsWith("235");
            wire.mail("ada@registry.example", ROBOT, "Authentication-Results: mx.example.org; dmarc=pass\r\n" + MAIL);

            assertThat(smtp.taken.getFirst().envelope().trusted()).isTrue();
            assertThat(smtp.taken.getFirst().text()).contains("with ESMTPA;").contains("\r\nAuthentication-Results: mx");
        }
    }

    @Test
    void aTrustedAddressAloneIsNotTrusted() throws Exception {
        smtp.open(OpenDoor.trusting("127.0.0.1", Optional.empty()));
        try (Wire wire = smtp.connect()) {
            assertThat(wire.say("AUTH PLAIN " + OpenDoor.plain("border", "wrong"))).startsWith("535");
            assertThat(wire.say("AUTH PLAIN " + OpenDoor.plain("nobody", ""))).startsWith("535");
            wire.mail("ada@registry.example", ROBOT, MAIL);

            assertThat(smtp.taken.getFirst().envelope().trusted()).isFalse();
        }
    }

    @Test
    void nobodyElseMayLogIn() throws Exception {
        smtp.open(OpenDoor.trusting("192.0.2.0/24", Optional.empty()));
        try (Wire wire = new Wire(smtp.door.port())) {
            wire.reply();
            assertThat(wire.say("EHLO border.example.test")).doesNotContain("AUTH");
            assertThat(wire.say("AUTH PLAIN " + OpenDoor.plain("border", "s3same"))).startsWith("535");
        }
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
}

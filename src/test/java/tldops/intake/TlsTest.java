package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tldops.core.Envelope;

class TlsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"RSA,PLAIN", "EC,LOGIN", "Ed25519,PLAIN"})
    void aTrustedClientLogsInOverTls(String algorithm, String mechanism) throws Exception {
        List<Envelope> taken = new CopyOnWriteArrayList<>();
        try (SmtpDoor door = SmtpDoor.open(OpenDoor.trusting("127.0.0.1", Optional.of(tls(algorithm))), OpenDoor.LIST, (envelope, _) -> taken.add(envelope), InstantSource.system())) {
            Properties properties = new Properties();
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.ssl.trust", "*");
            properties.setProperty("mail.smtp.auth", "true");
            properties.setProperty("mail.smtp.auth.mechanisms", mechanism);
            Session session = Session.getInstance(properties);
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom("ada@registry.example");
            mail.setText("help");

            try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
                transport.connect("127.0.0.1", door.port(), "border", "s3same");
                transport.sendMessage(mail, InternetAddress.parse("tld-ops-request@lists.example.test"));
            }

            assertThat(taken).singleElement().matches(Envelope::trusted);
        }
    }

    /// Not offered, and refused when it comes all the same.
    @Test
    void a_password_in_the_clear_is_taken_on_this_machine_only() throws Exception {
        SmtpDoor.Settings door = OpenDoor.trusting("192.0.2.0/24", Optional.of(tls("EC")));
        InetAddress border = InetAddress.ofLiteral("192.0.2.7");

        assertThat(door.mayLogIn(border, false)).isFalse();
        assertThat(door.mayLogIn(border, true)).isTrue();
        assertThat(door.mayLogIn(InetAddress.ofLiteral("198.51.100.7"), true)).as("not one of trusted-clients").isFalse();
        assertThat(OpenDoor.trusting("127.0.0.1", Optional.empty()).mayLogIn(InetAddress.ofLiteral("127.0.0.1"), false)).isTrue();
    }

    /// What a stranger puts before the handshake is not read behind it (CVE-2011-0411).
    @Test
    void commands_that_came_before_tls_are_forgotten() throws Exception {
        try (SmtpDoor door = SmtpDoor.open(OpenDoor.trusting("127.0.0.1", Optional.of(tls("EC"))), OpenDoor.LIST, (_, _) -> {}, InstantSource.system()); Socket plain = new Socket("127.0.0.1", door.port())) {
            plain.setSoTimeout(10_000);
            plain.getOutputStream().write("EHLO mail.example.test\r\nSTARTTLS\r\nMAIL FROM:<eve@evil.example>\r\n".getBytes(StandardCharsets.US_ASCII));
            String said = "";
            while (!said.contains("220 Ready")) said += (char) plain.getInputStream().read();
            while (!said.endsWith("\n")) said += (char) plain.getInputStream().read();
            MailSSLSocketFactory everybody = new MailSSLSocketFactory();
            everybody.setTrustAllHosts(true);
            try (Socket tls = everybody.createSocket(plain, "localhost", door.port(), true)) {
                tls.getOutputStream().write("NOOP\r\nRCPT TO:<tld-ops@lists.example.test>\r\n".getBytes(StandardCharsets.US_ASCII));
                BufferedReader replies = new BufferedReader(new InputStreamReader(tls.getInputStream(), StandardCharsets.US_ASCII));

                assertThat(replies.readLine()).startsWith("250");
                assertThat(replies.readLine()).startsWith("503");
            }
        }
    }

    @Test
    void aKeyThatCannotBeUsedIsExplained() throws Exception {
        Tls tls = tls("EC");
        Files.writeString(tls.key(), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");

        assertThatThrownBy(tls::context).isInstanceOf(IOException.class).hasMessageContaining("openssl pkcs8");
    }

    private Tls tls(String algorithm) throws Exception {
        Certificates certificates = new Certificates(folder).own("robot", algorithm);
        return new Tls(certificates.key("robot"), certificates.certificate("robot"), Optional.empty());
    }
}

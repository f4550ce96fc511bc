package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A mail server of ours is known by its certificate; whoever shows another one or none is a stranger, and his mail is
/// taken all the same (MAIL_RULES 1).
class ClientCertificatesTest {
    @TempDir
    static Path folder;

    private static Certificates certificates;
    private final OpenDoor smtp = new OpenDoor();

    @BeforeAll
    static void make() throws Exception {
        certificates = new Certificates(folder).authority("ours").authority("theirs").own("robot", "EC").signed("border", "ours").signed("stranger", "theirs").expired("old", "ours");
    }

    @AfterEach
    void close() {
        smtp.close();
    }

    @ParameterizedTest
    @CsvSource({"border,127.0.0.0/8,true", "border,192.0.2.0/24,false", "stranger,127.0.0.0/8,false", "old,127.0.0.0/8,false", "robot,127.0.0.0/8,false", "'',127.0.0.0/8,false"})
    void a_mail_is_taken_whatever_certificate_is_shown_and_trusted_with_a_good_one(String name, String trusted, boolean expected) throws Exception {
        smtp.open(door(trusted));

        send(name.isEmpty() ? new KeyManager[0] : certificates.showing(name));

        assertThat(smtp.taken).singleElement().satisfies(mail -> {
            assertThat(mail.envelope().trusted()).isEqualTo(expected);
            assertThat(mail.text()).contains("with ESMTPS;").contains(expected ? "\r\nAuthentication-Results: mx" : "\r\nX-Foreign-Authentication-Results: mx");
        });
    }

    @Test
    void authorities_that_cannot_be_read_are_explained() throws Exception {
        Path nothing = Files.writeString(folder.resolve("nothing.pem"), "");

        assertThatThrownBy(() -> new Tls(certificates.key("robot"), certificates.certificate("robot"), Optional.of(nothing)).context()).isInstanceOf(IOException.class).hasMessageContaining("no certificate in " + nothing);
    }

    private static SmtpDoor.Settings door(String trusted) throws IOException {
        SmtpDoor.Settings all = OpenDoor.settings();
        Tls tls = new Tls(certificates.key("robot"), certificates.certificate("robot"), Optional.of(certificates.certificate("ours")));
        return new SmtpDoor.Settings(all.bind(), 0, all.host(), all.most(), all.memory(), 100, 200, 50, all.idle(), all.data(), Optional.of(tls), List.of(Network.of(trusted)), Map.of());
    }

    private void send(KeyManager[] keys) throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("robot", java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(Files.newInputStream(certificates.certificate("robot"))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.socketFactory", context.getSocketFactory());
        Session session = Session.getInstance(properties);
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom("ada@registry.example");
        mail.setHeader("Authentication-Results", "mx.example.test; dmarc=pass");
        mail.setText("help");
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            transport.connect("127.0.0.1", smtp.door.port(), "", "");
            transport.sendMessage(mail, InternetAddress.parse(OpenDoor.ROBOT));
        }
    }
}

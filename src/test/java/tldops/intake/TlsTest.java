package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Envelope;

class TlsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aTrustedClientLogsInOverTls(String algorithm) throws Exception {
        List<Envelope> taken = new CopyOnWriteArrayList<>();
        try (SmtpDoor door = SmtpDoor.open(OpenDoor.trusting("127.0.0.1", Optional.of(tls(algorithm))), OpenDoor.LIST, (envelope, _) -> taken.add(envelope), InstantSource.system())) {
            Properties properties = new Properties();
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.ssl.trust", "*");
            properties.setProperty("mail.smtp.auth", "true");
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

    @Test
    void aKeyThatCannotBeUsedIsExplained() throws Exception {
        Tls tls = tls("EC");
        Files.writeString(tls.key(), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");

        assertThatThrownBy(tls::context).isInstanceOf(IOException.class).hasMessageContaining("openssl pkcs8");
    }

    private Tls tls(String algorithm) throws Exception {
        Path store = folder.resolve("store.p12");
        int made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "k", "-keyalg", algorithm,
                        "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "30", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit")
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start().waitFor();
        assertThat(made).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        return new Tls(
                pem("key.pem", "PRIVATE KEY", keys.getKey("k", "changeit".toCharArray()).getEncoded()),
                pem("cert.pem", "CERTIFICATE", keys.getCertificate("k").getEncoded()),
                Optional.empty());
    }

    private Path pem(String name, String what, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(folder.resolve(name), "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }
}

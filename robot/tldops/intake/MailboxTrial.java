package tldops.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// Logs in at the mailbox that the robot reads and looks whether its folders are there (`tldops doctor`); reads and changes
/// nothing.
///
/// @param protection `none`, `starttls`, `tls`
/// @param authorities who signs the server's certificate; empty = those that Java knows
public record MailboxTrial(String host, int port, String protection, Optional<Path> authorities, String user, String password, List<String> folders, Duration patience) {
    /// What hinders reading it, a sentence each; empty when nothing does.
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        try (Store store = Session.getInstance(properties()).getStore(protection.equals("tls") ? "imaps" : "imap")) {
            store.connect(host, port, user, password);
            for (String folder : folders) if (!store.getFolder(folder).exists()) troubles.add("there is no folder " + folder);
        } catch (MessagingException | IOException | GeneralSecurityException failed) {
            troubles.add(Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName()).replaceAll("\\p{Cntrl}+", " "));
        }
        return troubles;
    }

    private Properties properties() throws IOException, GeneralSecurityException {
        Properties properties = new Properties();
        String time = Long.toString(patience.toMillis());
        for (String imap : List.of("mail.imap.", "mail.imaps.")) {
            properties.setProperty(imap + "connectiontimeout", time);
            properties.setProperty(imap + "timeout", time);
            properties.setProperty(imap + "writetimeout", time);
            properties.setProperty(imap + "starttls.enable", Boolean.toString(protection.equals("starttls")));
            properties.setProperty(imap + "starttls.required", Boolean.toString(protection.equals("starttls")));
            properties.setProperty(imap + "ssl.checkserveridentity", "true");
            if (authorities.isPresent()) properties.put(imap + "ssl.socketFactory", trusting(authorities.get()));
        }
        return properties;
    }

    private static SSLSocketFactory trusting(Path authorities) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(authorities)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) trusted.setCertificateEntry("authority" + number++, one);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        }
    }
}

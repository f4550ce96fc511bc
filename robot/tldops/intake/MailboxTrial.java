package tldops.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

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
        } catch (MessagingException | IOException failed) {
            troubles.add(Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName()).replaceAll("\\p{Cntrl}+", " "));
        }
        return troubles;
    }

    private Properties properties() throws IOException {
        SSLContext trusted = Authorities.context(authorities);
        Properties properties = new Properties();
        String time = Long.toString(patience.toMillis());
        for (String imap : List.of("mail.imap.", "mail.imaps.")) {
            properties.setProperty(imap + "connectiontimeout", time);
            properties.setProperty(imap + "timeout", time);
            properties.setProperty(imap + "writetimeout", time);
            properties.setProperty(imap + "starttls.enable", Boolean.toString(protection.equals("starttls")));
            properties.setProperty(imap + "starttls.required", Boolean.toString(protection.equals("starttls")));
            properties.setProperty(imap + "ssl.checkserveridentity", "true");
            properties.put(imap + "ssl.socketFactory", trusted.getSocketFactory());
        }
        return properties;
    }
}

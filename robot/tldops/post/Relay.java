package tldops.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/// The mail server that takes our letters (RFC 5321): a few connections that stay open, one letter at a time on each.
public final class Relay implements Courier {
    /// How the relay is reached, `send.smtp`.
    ///
    /// @param host our own name for EHLO
    /// @param connections that may be open at once
    /// @param timeout for connecting and for each answer
    /// @param rest a connection that was unused for longer is asked whether it still lives before it is used
    /// @param age a connection that is older is closed and opened anew
    /// @param tls how the connection is protected
    public record Settings(String relay, int port, String host, int connections, Duration timeout, Duration rest, Duration age, Protection tls, Optional<Account> account) {
        public static Settings plain(String relay, int port, String host) {
            return new Settings(relay, port, host, 4, Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(10), Protection.NONE, Optional.empty());
        }
    }

    /// STARTTLS is required where it is chosen, and the certificate has to be the relay's.
    public enum Protection { NONE, STARTTLS, TLS }

    public record Account(String name, String password) {
        /// Never the password.
        @Override
        public String toString() {
            return name;
        }
    }

    private final Settings settings;
    private final Session session;
    /// The connections that nobody uses at the moment.
    private final BlockingDeque<Line> free;

    public Relay(Settings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.free = new LinkedBlockingDeque<>(settings.connections);
        for (int line = 0; line < settings.connections; line++) free.add(new Line(session, settings));
    }

    public int connections() {
        return settings.connections;
    }

    @Override
    public Outcome carry(Due letter) {
        try (Courier one = held()) {
            return one.carry(letter);
        }
    }

    @Override
    public Courier held() {
        try {
            return new Held(free.takeFirst());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return _ -> new Outcome.RelayAway("stopped");
        }
    }

    /// One connection, until it is given back.
    private final class Held implements Courier {
        private final Line line;

        Held(Line line) {
            this.line = line;
        }

        @Override
        public Outcome carry(Due letter) {
            return line.carry(letter);
        }

        /// The one that was used last is the next to be used: others rest.
        @Override
        public void close() {
            free.addFirst(line);
        }
    }

    /// Says goodbye on every connection; waits for the letters that are on their way. Doing it again does no harm.
    @Override
    public void close() {
        List<Line> closed = new ArrayList<>();
        try {
            while (closed.size() < settings.connections) {
                Line line = free.take();
                line.close();
                closed.add(line);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            free.addAll(closed);
        }
    }

    /// Connects, greets, protects the connection and logs in as for a letter, and says goodbye.
    ///
    /// @return why that is not possible, when it is not
    public Optional<String> trouble() {
        try (Wire transport = transport(session, settings)) {
            return transport.isConnected() ? Optional.empty() : Optional.of("it hung up");
        } catch (MessagingException | RuntimeException away) {
            return Optional.of(Replies.text(away));
        }
    }

    static Wire transport(Session session, Settings settings) throws MessagingException {
        boolean tls = settings.tls == Protection.TLS;
        Wire transport = new Wire(session, new URLName(tls ? "smtps" : "smtp", settings.relay, settings.port, null, null, null), tls);
        transport.connect(settings.relay, settings.port, settings.account.map(Account::name).orElse(null), settings.account.map(Account::password).orElse(null));
        return transport;
    }

    private static Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        String timeout = Long.toString(settings.timeout.toMillis());
        for (String smtp : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(smtp + "localhost", settings.host);
            properties.setProperty(smtp + "connectiontimeout", timeout);
            properties.setProperty(smtp + "timeout", timeout);
            properties.setProperty(smtp + "writetimeout", timeout);
            properties.setProperty(smtp + "auth", Boolean.toString(settings.account.isPresent()));
            properties.setProperty(smtp + "starttls.enable", Boolean.toString(settings.tls == Protection.STARTTLS));
            properties.setProperty(smtp + "starttls.required", Boolean.toString(settings.tls == Protection.STARTTLS));
            properties.setProperty(smtp + "ssl.checkserveridentity", "true");
            // several recipients: nobody gets it unless all can; Line decides what then
            properties.setProperty(smtp + "sendpartial", "false");
            properties.setProperty(smtp + "allow8bitmime", "false");
            properties.setProperty(smtp + "quitwait", "false");
            properties.setProperty(smtp + "noop.strict", "true");
        }
        return properties;
    }
}

package tldops.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;
import tldops.core.Digest;
import tldops.core.Rules.MailingList;

/// The SMTP door (RFC 5321): takes mail for the robot's own addresses and for nobody else, and says 250 only when
/// the mail is on disk (P4). Refusals: MAIL_RULES 23 and 28.
public final class SmtpDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpDoor.class);

    /// How the door is configured, `intake.smtp`.
    ///
    /// @param bind an address, not a name; loopback by default
    /// @param port 0 = any free one
    /// @param host our name in the greeting and in the trace line
    /// @param most bytes of one mail, the larger of `limits.request` and `limits.post`
    /// @param memory bytes for all mails being received at once
    /// @param idle how long a client may be silent
    /// @param data how long one mail may take to come in
    /// @param trusted clients whose Authentication-Results count once they have logged in or shown a certificate (MAIL_RULES 1)
    /// @param accounts name and password of the clients that may log in; empty = SMTP AUTH is not offered
    public record Settings(
            String bind,
            int port,
            String host,
            int most,
            int memory,
            int recipients,
            int connections,
            int connectionsPerClient,
            Duration idle,
            Duration data,
            Optional<Tls> tls,
            List<Network> trusted,
            Map<String, String> accounts) {

        /// The settings that run when nothing else is configured.
        public static Settings loopback(int port, String host) {
            return new Settings("127.0.0.1", port, host, 5 << 20, 64 << 20, 100, 200, 50, Duration.ofMinutes(5), Duration.ofMinutes(15), Optional.empty(), List.of(), Map.of());
        }

        boolean vouchesFor(InetAddress client) {
            return trusted.stream().anyMatch(network -> network.holds(client));
        }

        boolean mayLogIn(Session session) {
            return mayLogIn(session.getRealRemoteAddress().getAddress(), session.isTLSStarted());
        }

        /// Passwords travel only over TLS or inside this machine, and only from clients that could be trusted.
        boolean mayLogIn(InetAddress client, boolean tls) {
            return !accounts.isEmpty() && vouchesFor(client) && (tls || client.isLoopbackAddress());
        }
    }

    private final SMTPServer server;

    private SmtpDoor(SMTPServer server) {
        this.server = server;
    }

    /// Opens the door.
    ///
    /// @throws IOException with a sentence for the operator
    public static SmtpDoor open(Settings settings, MailingList list, Inlet inlet, InstantSource clock) throws IOException {
        Delivery delivery = new Delivery("smtp", settings.host, settings.most, settings.data, inlet, clock, new Semaphore(settings.memory >> 10));
        Optional<ClientCertificates> certificates = settings.tls.isPresent() ? settings.tls.get().clients() : Optional.empty();
        SMTPServer.Builder builder = new SMTPServer.Builder()
                .bindAddress(InetAddress.ofLiteral(settings.bind))
                .port(settings.port)
                .backlog(200)
                .hostName(settings.host)
                .softwareName("tldops-robot")
                .messageHandlerFactory(session -> new SmtpMail((Session) session, settings, certificates, list, delivery))
                .fromAddressValidator(_ -> true)
                .insertReceivedHeaders(false)
                .maxMessageSize(settings.most)
                .maxRecipients(settings.recipients)
                .maxConnections(settings.connections)
                .sessionHandler(SessionHandler.limitConcurrentSessionsBySource(settings.connectionsPerClient))
                .connectionTimeoutMs((int) settings.idle.toMillis())
                .executorService(Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                        .name("smtp-", 0)
                        .uncaughtExceptionHandler((_, fault) -> LOG.error("smtp: a session ended by a fault", fault))
                        .factory()));
        if (settings.tls.isPresent()) builder.enableTLS().startTlsSocketFactory(settings.tls.get().upgrade());
        if (!settings.accounts.isEmpty())
            builder.authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, password, session) -> logIn(settings, name, password, session)));
        SMTPServer server = builder.build();
        server.getCommandHandler().addCommand(new Ehlo(settings));
        server.getCommandHandler().addCommand(new NoBdat());
        server.getCommandHandler().addCommand(new Help());
        Printable.all(server.getCommandHandler());
        try {
            server.start();
        } catch (RuntimeException failed) {
            throw new IOException("cannot listen on " + settings.bind + " port " + settings.port + ": " + failed.getMessage(), failed);
        }
        return new SmtpDoor(server);
    }

    private static void logIn(Settings settings, String name, String password, MessageContext session) throws LoginFailedException {
        byte[] given = Digest.sha256(password.getBytes(StandardCharsets.UTF_8));
        byte[] expected = Digest.sha256(settings.accounts.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
        boolean right = MessageDigest.isEqual(given, expected) && settings.accounts.containsKey(name);
        if (!right || !settings.mayLogIn((Session) session)) throw new LoginFailedException("535 5.7.8 Not accepted");
    }

    /// The port it listens on.
    public int port() {
        return server.getPortAllocated();
    }

    /// Why nobody can come in, when it is so.
    public Optional<String> trouble() {
        return server.isRunning() ? Optional.empty() : Optional.of("it does not listen any more");
    }

    /// Takes no more connections and ends the open ones; a mail being stored is stored.
    @Override
    public void close() {
        server.stop();
    }
}

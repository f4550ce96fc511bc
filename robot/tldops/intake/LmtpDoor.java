package tldops.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Rules.MailingList;

/// The LMTP door (RFC 2033), for a mail server on the same machine: on a port, or on a socket that is a file. The same
/// rules as at the SMTP door, with an answer for each recipient, so that the mail server knows what became of each.
public final class LmtpDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LmtpDoor.class);

    /// How the door is configured, `intake.lmtp`.
    ///
    /// @param bind an address, not a name
    /// @param port 0 = any free one
    /// @param socket a file to listen on instead
    /// @param trustedUser the system user at the other end of that file whose Authentication-Results count (MAIL_RULES 1)
    /// @param host our name in the greeting and in the trace line
    /// @param most bytes of one mail, the larger of `limits.request` and `limits.post`
    /// @param memory bytes for all mails being received at once
    /// @param idle how long a client may be silent
    /// @param data how long one mail may take to come in
    public record Settings(
            String bind, int port, Optional<Path> socket, Optional<String> trustedUser, String host, int most, int memory, int recipients, int connections, Duration idle, Duration data) {
        /// The settings that run when nothing else is configured.
        public static Settings loopback(int port, String host) {
            return new Settings("127.0.0.1", port, Optional.empty(), Optional.empty(), host, 5 << 20, 64 << 20, 100, 200, Duration.ofMinutes(5), Duration.ofMinutes(15));
        }
    }

    /// Who is at the other end.
    ///
    /// @param name its address, or its system user
    /// @param origin the same as it stands in a trace line
    record Caller(String name, String origin, boolean trusted) {}

    /// After a connection that could not be taken, so that a lack of file handles does not turn into a busy loop.
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// How long a mail that is being stored may take when the door closes.
    private static final Duration LAST = Duration.ofSeconds(20);

    private final Settings settings;
    private final MailingList list;
    private final Delivery delivery;
    private final ServerSocketChannel listener;
    private final Semaphore places;
    private final Set<LmtpLine> lines = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lmtp-", 0).factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lmtp-watch").factory());
    private volatile boolean closing;

    private LmtpDoor(Settings settings, MailingList list, Delivery delivery, ServerSocketChannel listener) {
        this.settings = settings;
        this.list = list;
        this.delivery = delivery;
        this.listener = listener;
        places = new Semaphore(settings.connections);
    }

    /// Opens the door. A socket that a daemon left behind when it was killed is replaced.
    ///
    /// @throws IOException with a sentence for the operator
    public static LmtpDoor open(Settings settings, MailingList list, Inlet inlet, InstantSource clock) throws IOException {
        ServerSocketChannel listener = settings.socket.isPresent() ? UnixListener.open(settings.socket.get(), "rw-rw----") : listener(settings);
        Delivery delivery = new Delivery("lmtp", settings.host, settings.most, settings.data, inlet, clock, new Semaphore(settings.memory >> 10));
        LmtpDoor door = new LmtpDoor(settings, list, delivery, listener);
        long often = Math.clamp(settings.idle.toMillis() / 10, 10, 1000);
        var _ = door.watch.scheduleWithFixedDelay(() -> door.lines.forEach(line -> line.watch(System.nanoTime())), often, often, TimeUnit.MILLISECONDS);
        Thread.ofVirtual().name("lmtp-door").start(door::accept);
        LOG.info("lmtp: listens on {}", settings.socket.map(Path::toString).orElse(settings.bind + " port " + door.port()));
        return door;
    }

    private static ServerSocketChannel listener(Settings settings) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            return listener.bind(new InetSocketAddress(InetAddress.ofLiteral(settings.bind), settings.port), 200);
        } catch (IOException | RuntimeException failed) {
            listener.close();
            throw new IOException("cannot listen on " + settings.bind + " port " + settings.port + ": " + failed.getMessage(), failed);
        }
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                take(listener.accept());
            } catch (IOException | RejectedExecutionException failed) {
                if (closing) return;
                LOG.warn("lmtp: {}", failed.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void take(SocketChannel call) throws IOException {
        LmtpLine line = new LmtpLine(call, settings.idle);
        if (!places.tryAcquire()) {
            line.say("421 4.3.2 Too many connections, try again later");
            line.hangUp();
            return;
        }
        lines.add(line);
        try {
            threads.execute(() -> talk(call, line));
        } catch (RejectedExecutionException closed) {
            done(line);
        }
    }

    private void talk(SocketChannel call, LmtpLine line) {
        try {
            new LmtpSession(line, settings, list, delivery, caller(call), () -> closing).talk();
        } catch (IOException gone) {
            LOG.debug("lmtp: {}", gone.getMessage());
        } catch (RuntimeException | Error fault) {
            LOG.error("lmtp: a session ended by a fault", fault);
        } finally {
            done(line);
        }
    }

    private void done(LmtpLine line) {
        line.hangUp();
        lines.remove(line);
        places.release();
    }

    private Caller caller(SocketChannel call) throws IOException {
        if (settings.socket.isEmpty()) {
            String address = ((InetSocketAddress) call.getRemoteAddress()).getAddress().getHostAddress();
            return new Caller(address, "[" + address + "]", false);
        }
        String user = UnixListener.user(call);
        return new Caller(user, "user " + user.replaceAll("[^A-Za-z0-9._-]", "?"), settings.trustedUser.filter(user::equals).isPresent());
    }

    /// Why nobody can come in by it, when nobody can.
    public Optional<String> trouble() {
        return listener.isOpen() ? Optional.empty() : Optional.of("it does not listen any more");
    }

    /// The port it listens on; 0 when that is a file.
    public int port() {
        return settings.socket.isPresent() ? 0 : listener.socket().getLocalPort();
    }

    /// Takes no more connections and ends the open ones; a mail being stored is stored and its answers are given.
    @Override
    public void close() {
        closing = true;
        try {
            listener.close();
            if (settings.socket.isPresent()) Files.deleteIfExists(settings.socket.get());
        } catch (IOException failed) {
            LOG.warn("lmtp: {}", failed.getMessage());
        }
        threads.shutdown();
        lines.forEach(LmtpLine::enough);
        try {
            if (!threads.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS)) LOG.warn("lmtp: a session did not end in time");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        lines.forEach(LmtpLine::close);
        watch.shutdownNow();
    }
}

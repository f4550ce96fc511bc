package tldops;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.intake.Fitting;
import tldops.intake.ImapDoor;
import tldops.intake.ImapMarks;
import tldops.intake.Inlet;
import tldops.intake.LmtpDoor;
import tldops.intake.Network;
import tldops.intake.PipeDoor;
import tldops.intake.SmtpDoor;
import tldops.intake.Tls;
import tldops.intake.Twin;
import tldops.store.Mailboxes;
import tldops.store.Store;

/// The first room's doors as they are configured (`intake.*`): opened together, closed the other way round. All of them
/// lead to the one [Inlet].
public final class Doors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final Config config;
    private final Store store;
    private final Fitting inlet;
    private final InstantSource now;
    private final PipeDoor pipe;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Optional<SmtpDoor> smtp = Optional.empty();
    private Optional<LmtpDoor> lmtp = Optional.empty();
    private Optional<ImapDoor> imap = Optional.empty();

    Doors(Config config, Store store, Inlet wall, InstantSource now) {
        this.config = config;
        this.store = store;
        inlet = new Fitting(config.list(), Math.toIntExact(config.limits().request()), Math.toIntExact(config.limits().post()), new Twin(config.list(), store.robot(), wall));
        this.now = now;
        pipe = new PipeDoor(config.list(), config.pipe().trustedUser(), inlet.most(), inlet);
    }

    /// @throws IOException with a sentence for the operator
    void open() throws IOException {
        if (config.smtp().enabled()) smtp = Optional.of(opened(SmtpDoor.open(smtp(), config.list(), inlet, now)));
        if (config.lmtp().enabled()) lmtp = Optional.of(opened(LmtpDoor.open(lmtp(), config.list(), inlet, now)));
        if (config.imap().enabled()) imap = Optional.of(opened(ImapDoor.open(imapSettings(), config.list(), store.robot(), store.copy(), marks(), inlet, now)));
    }

    private <T extends AutoCloseable> T opened(T door) {
        opened.push(door);
        return door;
    }

    public PipeDoor pipe() {
        return pipe;
    }

    /// The port of the SMTP door; 0 when it is not open.
    public int smtpPort() {
        return smtp.map(SmtpDoor::port).orElse(0);
    }

    /// The port of the LMTP door; 0 when it is not open, or listens on a file (`intake.lmtp.socket`).
    public int lmtpPort() {
        return lmtp.map(LmtpDoor::port).orElse(0);
    }

    private LmtpDoor.Settings lmtp() {
        Config.Lmtp lmtp = config.lmtp();
        LmtpDoor.Settings usual = LmtpDoor.Settings.loopback(lmtp.port(), config.list().domain());
        return new LmtpDoor.Settings(
                address(lmtp.host()), lmtp.port(), lmtp.socket(), lmtp.trustedUser(), usual.host(), inlet.most(), usual.memory(), usual.recipients(),
                usual.connections(), usual.idle(), usual.data());
    }

    /// The IMAP door; empty when it is not open.
    public Optional<ImapDoor> imap() {
        return imap;
    }

    /// Whether all mail that waited for us somewhere has been read once since the start (SPEC 1.10).
    public boolean readThrough() {
        return imap.map(ImapDoor::readThrough).orElse(true);
    }

    private ImapDoor.Settings imapSettings() {
        Config.Imap imap = config.imap();
        ImapDoor.Protection protection = switch (imap.tls()) {
            case NONE -> ImapDoor.Protection.NONE;
            case STARTTLS -> ImapDoor.Protection.STARTTLS;
            case TLS -> ImapDoor.Protection.TLS;
        };
        return new ImapDoor.Settings(
                imap.host(), imap.port(), protection, imap.authorities(), imap.login().map(Config.Login::user).orElse(""), imap.login().map(login -> login.password().value()).orElse(""),
                imap.folders(), imap.processed(), imap.idle(), imap.poll(), imap.takeOld(), !imap.authservIds().isEmpty(), inlet.most(),
                Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(3), Duration.ofMinutes(15));
    }

    private ImapMarks marks() {
        Mailboxes kept = store.mailboxes();
        return new ImapMarks(
                folder -> kept.mark(place(folder)).map(mark -> new ImapMarks.Mark(mark.validity(), mark.uid(), mark.began())),
                (folder, mark) -> kept.mark(place(folder), new Mailboxes.Mark(mark.validity(), mark.uid(), mark.began())));
    }

    private Mailboxes.Place place(String folder) {
        return new Mailboxes.Place(config.imap().host().toLowerCase(Locale.ROOT), config.imap().login().map(Config.Login::user).orElse(""), folder);
    }

    /// What hinders each open door, by its name in `intake.*`; empty when nothing does.
    Map<String, Supplier<Optional<String>>> watched() {
        Map<String, Supplier<Optional<String>>> watched = new TreeMap<>();
        smtp.ifPresent(door -> watched.put("smtp", door::trouble));
        lmtp.ifPresent(door -> watched.put("lmtp", door::trouble));
        imap.ifPresent(door -> watched.put("imap", door::trouble));
        return watched;
    }

    private SmtpDoor.Settings smtp() {
        Config.Smtp smtp = config.smtp();
        SmtpDoor.Settings usual = SmtpDoor.Settings.loopback(smtp.port(), config.list().domain());
        Map<String, String> accounts = new TreeMap<>();
        smtp.users().forEach((user, password) -> accounts.put(user, password.value()));
        return new SmtpDoor.Settings(
                address(smtp.host()), smtp.port(), usual.host(), inlet.most(), usual.memory(), usual.recipients(), usual.connections(),
                usual.connectionsPerClient(), usual.idle(), usual.data(), smtp.tls().map(tls -> new Tls(tls.key(), tls.certificate(), tls.clientAuthorities())),
                smtp.trustedClients().stream().map(Network::of).toList(), accounts);
    }

    private static String address(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (java.net.UnknownHostException unknown) {
            throw new IllegalArgumentException("intake: there is no host " + host, unknown);
        }
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable door = opened.pop();
            try {
                door.close();
            } catch (Exception failed) {
                LOG.warn("{} did not close cleanly", door.getClass().getSimpleName(), failed);
            }
        }
    }
}

package tldops;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tldops.cli.Desk;
import tldops.intake.Socket;
import tldops.web.Site;

/// `tldops run`: the daemon and the operator's socket beside it, in the data folder (DESIGN 1.7).
final class Running implements AutoCloseable {
    static final String SOCKET = "tldops.sock";

    private final Config config;
    private final Daemon daemon;
    private final Socket socket;
    private final Optional<Site> site;

    /// @throws IOException with a sentence for the operator
    Running(Config config) throws IOException {
        this(config, true, Dial::now);
    }

    /// The same by other clocks.
    ///
    /// @param ticking whether duties run by themselves
    Running(Config config, boolean ticking, Supplier<Dial> dial) throws IOException {
        this.config = config;
        daemon = new Daemon(config, new SecureRandom(), ticking, dial);
        daemon.endWithTheDisk();
        try {
            site = config.health().enabled() ? Optional.of(Site.open(config.health().host(), config.health().port(), new HealthPages(daemon.vitals()::ask, daemon.metrics()).all())) : Optional.empty();
        } catch (IOException | RuntimeException failed) {
            daemon.close();
            throw failed;
        }
        try {
            Desk desk = new Desk(Operator.powers(Office.of(config, daemon)));
            socket = Socket.open(socket(config.store().folder()), desk::execute, Socket.Limits.DEFAULT);
        } catch (IOException | RuntimeException failed) {
            site.ifPresent(Site::close);
            daemon.close();
            throw failed;
        }
    }

    static Path socket(Path dataFolder) {
        return dataFolder.toAbsolutePath().normalize().resolve(SOCKET);
    }

    /// The port of the health page; 0 when it is not served.
    int healthPort() {
        return site.map(Site::port).orElse(0);
    }

    Daemon daemon() {
        return daemon;
    }

    /// Where it listens and what to try next.
    List<String> welcome() {
        String where = config.smtp().enabled() ? "takes mail for " + config.list().request() + " on " + config.smtp().host() + " port " + daemon.doors().smtpPort() : "takes mail from `tldops deliver`";
        return List.of("tldops-robot " + where + ". Try: tldops invite nl, tldops cases, tldops help; Ctrl-C ends it.");
    }

    /// No new commands, then no new mail; what is under way ends.
    @Override
    public void close() {
        site.ifPresent(Site::close);
        socket.close();
        daemon.close();
    }
}

package tldops;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import tldops.cli.Rows;
import tldops.core.Authority;
import tldops.core.Facts;
import tldops.core.Need;
import tldops.core.Tld;
import tldops.iana.Line;
import tldops.iana.Pulse;
import tldops.intake.MailboxTrial;
import tldops.post.Relay;

/// What the doctor tries outside of the robot's own process: its doors from the other side, the mailbox, the relay, IANA.
record Outdoors(Office office) {
    private static final Tld ASKED = Tld.of("nl");

    List<Rows.Finding> doors() {
        List<Rows.Finding> found = new ArrayList<>();
        Config config = office.config();
        if (office.daemon().isEmpty()) return List.of(Doctor.doubtful("doors", "No robot is running, so no door is open.", "tldops run"));
        Daemon daemon = office.daemon().get();
        daemon.doors().watched().forEach((name, trouble) -> trouble.get().ifPresent(why -> found.add(Doctor.wrong("door " + name, why, "Restart the robot: tldops run."))));
        if (config.smtp().enabled()) found.add(greeting("door smtp", config.smtp().host(), daemon.doors().smtpPort()));
        if (config.lmtp().enabled() && config.lmtp().socket().isPresent()) found.add(greeting(config.lmtp().socket().get()));
        else if (config.lmtp().enabled() && config.lmtp().port() > 0) found.add(greeting("door lmtp", config.lmtp().host(), config.lmtp().port()));
        found.add(Doctor.good("door pipe", "tldops deliver reaches this robot."));
        return found;
    }

    private static Rows.Finding greeting(String door, String host, int port) {
        String here = host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "::1" : host;
        return greeting(door, here + " port " + port, () -> SocketChannel.open(new InetSocketAddress(here, port)));
    }

    private static Rows.Finding greeting(Path socket) {
        return greeting("door lmtp", socket.toString(), () -> {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        });
    }

    private interface Connecting {
        SocketChannel connect() throws IOException;
    }

    private static Rows.Finding greeting(String door, String where, Connecting connecting) {
        try {
            String said = Limited.within(Doctor.PATIENCE, () -> {
                try (SocketChannel channel = connecting.connect()) {
                    byte[] first = Channels.newInputStream(channel).readNBytes(3);
                    return new String(first, StandardCharsets.US_ASCII);
                }
            });
            if (said.equals("220")) return Doctor.good(door, "It answers on " + where + ".");
            return Doctor.wrong(door, "It answers " + said.replaceAll("[^0-9]", "?") + " instead of 220 on " + where + ".", "Read the robot's log.");
        } catch (TimeoutException slow) {
            return Doctor.wrong(door, "It says nothing on " + where + ".", "Look at what listens there (ss -ltnp), then restart the robot.");
        } catch (ExecutionException failed) {
            return Doctor.wrong(door, "It can not be reached on " + where + ": " + Optional.ofNullable(failed.getCause()).orElse(failed).getMessage() + ".", "Restart the robot: tldops run.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Doctor.doubtful(door, "Not tried to the end.", "Try again.");
        }
    }

    List<Rows.Finding> mailbox() {
        Config.Imap imap = office.config().imap();
        if (!imap.enabled()) return List.of();
        List<String> folders = new ArrayList<>(imap.folders());
        imap.processed().ifPresent(folders::add);
        Optional<Config.Login> login = imap.login();
        MailboxTrial trial = new MailboxTrial(imap.host(), imap.port(), Metrics.word(imap.tls()), imap.authorities(), login.map(Config.Login::user).orElse(""),
                login.map(Config.Login::password).map(Config.Secret::value).orElse(""), folders, Doctor.PATIENCE);
        List<String> troubles = trial.troubles();
        if (troubles.isEmpty()) return List.of(Doctor.good("mailbox", "Logged in at " + imap.host() + "; its folders are there."));
        return troubles.stream().map(trouble -> Doctor.wrong("mailbox", imap.host() + ": " + trouble, "Look at intake.imap in your configuration and at the mailbox.")).toList();
    }

    List<Rows.Finding> relay() {
        Config.Send send = office.config().send();
        if (send.mode() == Config.Send.Mode.MAILDIR) return List.of(Doctor.doubtful("relay", "send.mode = maildir: nothing leaves this machine.", "Set send.mode = smtp and send.host when the trial is over."));
        String where = send.host() + " port " + send.port();
        Optional<String> trouble = new Relay(settings()).trouble();
        if (trouble.isPresent()) return List.of(Doctor.wrong("relay", where + ": " + trouble.get(), "Look at send.* in your configuration and at the relay's log."));
        return List.of(Doctor.good("relay", where + " greets" + (send.tls() == Config.Security.NONE ? "" : ", protects the connection") + (send.login().isPresent() ? " and lets us log in." : ".")));
    }

    /// Less patient than when a letter is at stake.
    private Relay.Settings settings() {
        Relay.Settings usual = Daemon.relay(office.config());
        return new Relay.Settings(usual.relay(), usual.port(), usual.host(), 1, Doctor.PATIENCE, usual.rest(), usual.age(), usual.tls(), usual.account());
    }

    List<Rows.Finding> iana() {
        Config.Iana iana = office.config().iana();
        if (iana.source() == Config.Iana.Source.FOLDER)
            return List.of(Doctor.doubtful("iana", "iana.source = folder: the records in " + iana.folder() + " count, not IANA's.", "Set iana.source = rdap when the trial is over."));
        Instant now = office.now().get();
        Authority heard = new Facts(office.iana().lookUp(new Need(Set.of(ASKED), Set.of(), Duration.ZERO), now)).of(ASKED);
        List<Rows.Finding> found = new ArrayList<>();
        for (Line line : office.iana().lines()) found.add(asked(iana, line, now));
        if (iana.source() == Config.Iana.Source.WHOIS) found.add(Doctor.doubtful("iana", "iana.source = whois: what comes in clear text can be bent on its way.", "Set iana.source = rdap where HTTPS gets out."));
        boolean answered = found.stream().noneMatch(finding -> finding.state().equals("wrong"));
        if (heard instanceof Authority.Disputed(var rdap, var whois, _)) found.add(Doctor.wrong("iana", "RDAP " + rdap + ", WHOIS " + whois + " for " + ASKED.display() + ": neither counts.", "See whether somebody on the way changes WHOIS, and ask IANA. To go on meanwhile keep this machine from port " + iana.port() + " of " + iana.host() + ": RDAP alone counts then."));
        else if (answered && heard.unsettled().isPresent()) found.add(Doctor.wrong("iana", "Its answer is of no use: " + heard.unsettled().get(), "See what stands between this machine and IANA (proxy, firewall)."));
        return List.copyOf(found);
    }

    private static Rows.Finding asked(Config.Iana iana, Line line, Instant now) {
        boolean rdap = line.name().equals("RDAP");
        String where = rdap ? iana.rdap().toString() : iana.host() + " port " + iana.port();
        Optional<Pulse.Failure> failing = line.pulse().failing();
        if (failing.isPresent()) return Doctor.wrong("iana", line.name() + " does not answer: " + failing.get().reason(), "See that this machine can reach " + where + " (firewall" + (rdap ? ", proxy, iana.rdap.authorities" : "") + ").");
        Optional<String> often = Lookout.often(line, now);
        if (often.isPresent()) return Doctor.doubtful("iana", line.name() + " was asked " + often.get() + ".", "See tldops journal for what asks so much.");
        boolean never = line.pulse().good().isEmpty();
        return never ? Doctor.doubtful("iana", line.name() + " was not asked: the other did not answer.", "Mend that first.") : Doctor.good("iana", line.name() + " answers: " + where + ".");
    }
}

package tldops;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Makes the doors of a [Config], `intake.*`, out of single values and checks what must go together.
final class ConfigDoors {
    private static final Duration IDLE_MOST = Duration.ofMinutes(29);

    private final ConfigValues values;

    ConfigDoors(ConfigValues values) {
        this.values = values;
    }

    Config.Smtp smtp() {
        Optional<Path> key = values.file("intake.smtp.tls.key");
        Optional<Path> certificate = values.file("intake.smtp.tls.certificate");
        Optional<Path> clients = values.file("intake.smtp.tls.client-authorities");
        if (clients.isPresent() && key.isEmpty())
            values.missing("intake.smtp.tls.key", "intake.smtp.tls.client-authorities");
        if (key.isPresent() && certificate.isEmpty())
            values.missing("intake.smtp.tls.certificate", "intake.smtp.tls.key");
        if (certificate.isPresent() && key.isEmpty())
            values.missing("intake.smtp.tls.key", "intake.smtp.tls.certificate");
        Config.Smtp smtp =
                new Config.Smtp(
                        values.flag("intake.smtp.enabled"),
                        values.needed("intake.smtp.host", "intake.smtp.host"),
                        values.number("intake.smtp.port", 0, 65_535),
                        key.flatMap(
                                one ->
                                        certificate.map(
                                                other -> new Config.Tls(one, other, clients))),
                        values.secrets("intake.smtp.auth.users"),
                        values.readAll(
                                "intake.smtp.trusted-clients",
                                "an address or a network like 192.0.2.0/24",
                                ConfigShapes::network),
                        values.texts("intake.smtp.authserv-ids"),
                        values.texts("intake.smtp.border-hosts"),
                        values.flag("intake.smtp.border"));
        if (!smtp.authservIds().isEmpty()
                && (smtp.trustedClients().isEmpty()
                        || (smtp.users().isEmpty() && clients.isEmpty()))) {
            values.wrong(
                    "intake.smtp.authserv-ids",
                    "count only for clients in intake.smtp.trusted-clients that log in as one of intake.smtp.auth.users"
                            + " or show a certificate of intake.smtp.tls.client-authorities; give both");
        }
        return smtp;
    }

    Config.Lmtp lmtp() {
        Optional<Path> socket = path("intake.lmtp.socket");
        Optional<String> user = said("intake.lmtp.trusted-user");
        if (user.isPresent() && socket.isEmpty())
            values.missing("intake.lmtp.socket", "intake.lmtp.trusted-user");
        List<String> ids = values.texts("intake.lmtp.authserv-ids");
        if (!ids.isEmpty() && user.isEmpty())
            values.wrong(
                    "intake.lmtp.authserv-ids",
                    "count only for mail of intake.lmtp.trusted-user through intake.lmtp.socket; give both");
        return new Config.Lmtp(
                values.flag("intake.lmtp.enabled"),
                values.needed("intake.lmtp.host", "intake.lmtp.host"),
                values.number("intake.lmtp.port", 0, 65_535),
                socket,
                user,
                ids,
                values.texts("intake.lmtp.border-hosts"),
                verify("intake.lmtp", ids));
    }

    Config.Imap imap() {
        boolean enabled = values.flag("intake.imap.enabled");
        if (enabled)
            for (String key : List.of("host", "user", "password"))
                values.needed("intake.imap." + key, "intake.imap.enabled");
        List<String> folders = values.texts("intake.imap.folders");
        if (folders.isEmpty())
            values.wrong("intake.imap.folders", "must hold at least one folder");
        Optional<String> processed = said("intake.imap.processed");
        Duration idle = values.duration("intake.imap.idle");
        if (idle.compareTo(IDLE_MOST) > 0)
            values.wrong(
                    "intake.imap.idle",
                    "must not be longer than "
                            + IDLE_MOST.toMinutes()
                            + " minutes: a server may hang up after that (RFC 2177)");
        if (processed.filter(folders::contains).isPresent())
            values.clash(
                    "intake.imap.processed",
                    "intake.imap.folders",
                    "must not be one of intake.imap.folders: every mail would be read again");
        return new Config.Imap(
                enabled,
                values.text("intake.imap.host"),
                values.number("intake.imap.port", 1, 65_535),
                values.oneOf("intake.imap.tls", Config.Security.class),
                values.file("intake.imap.authorities"),
                values.login("intake.imap"),
                folders,
                processed,
                idle,
                values.duration("intake.imap.poll"),
                values.flag("intake.imap.take-old"),
                values.texts("intake.imap.authserv-ids"),
                values.texts("intake.imap.border-hosts"),
                verify("intake.imap", values.texts("intake.imap.authserv-ids")));
    }

    /// No two of them can listen on one port.
    void ports(Config.Smtp smtp, Config.Lmtp lmtp, Config.Health health) {
        boolean lmtpPort = lmtp.enabled() && lmtp.socket().isEmpty();
        if (smtp.enabled() && lmtpPort)
            ports("intake.lmtp", lmtp.host(), lmtp.port(), "intake.smtp", smtp.host(), smtp.port());
        if (smtp.enabled() && health.enabled())
            ports("health", health.host(), health.port(), "intake.smtp", smtp.host(), smtp.port());
        if (lmtpPort && health.enabled())
            ports("health", health.host(), health.port(), "intake.lmtp", lmtp.host(), lmtp.port());
    }

    private void ports(
            String one, String host, int port, String other, String otherHost, int otherPort) {
        if (port != 0 && port == otherPort && host.equals(otherHost))
            values.clash(one + ".port", other + ".port", "is also " + other + ".port");
    }

    Config.Pipe pipe() {
        return new Config.Pipe(
                said("intake.pipe.trusted-user"),
                values.texts("intake.pipe.authserv-ids"),
                values.texts("intake.pipe.border-hosts"),
                verify("intake.pipe", values.texts("intake.pipe.authserv-ids")));
    }

    /// One judges: the border server that is believed, or we.
    private boolean verify(String door, List<String> authservIds) {
        boolean verify = values.flag(door + ".verify");
        if (verify && !authservIds.isEmpty()) values.clash(door + ".verify", door + ".authserv-ids", "is of no use with " + door + ".authserv-ids: whom you name there has judged already");
        return verify;
    }

    Config.Dns dns() {
        return new Config.Dns(
                values.readAll("dns.servers", "an address of a name server, with :PORT behind it unless that is 53; [ADDRESS]:PORT for IPv6", ConfigShapes::server),
                values.duration("dns.timeout"),
                values.duration("dns.per-mail"),
                values.number("dns.look-ups", 10, 1000),
                values.duration("dns.unreachable-limit"));
    }

    private Optional<String> said(String key) {
        return Optional.of(values.text(key)).filter(text -> !text.isEmpty());
    }

    private Optional<Path> path(String key) {
        return said(key).map(Path::of);
    }
}

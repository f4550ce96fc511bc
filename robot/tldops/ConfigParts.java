package tldops;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Calendar;
import tldops.core.Rules;
import tldops.core.Tld;
import tldops.core.Tlp;

/// Makes the parts of a [Config] out of single values and checks what must go together.
final class ConfigParts {
    private final ConfigValues values;

    ConfigParts(ConfigValues values) {
        this.values = values;
    }

    Config config() {
        Rules.MailingList list = list();
        Rules.Ssc ssc =
                new Rules.Ssc(
                        values.number("ssc.max", 1, 9),
                        values.number("ssc.recommended-min", 1, 9),
                        values.oneOf("ssc.role-policy", Rules.RolePolicy.class),
                        Set.copyOf(
                                values.texts("ssc.role-names").stream()
                                        .map(name -> name.toLowerCase(Locale.ROOT))
                                        .toList()));
        if (ssc.recommendedMin() > ssc.max())
            values.clash("ssc.recommended-min", "ssc.max", "must not be more than ssc.max");
        ConfigDoors doors = new ConfigDoors(values);
        Config.Smtp smtp = doors.smtp();
        Config.Lmtp lmtp = doors.lmtp();
        Config.Health health =
                new Config.Health(
                        values.flag("health.enabled"),
                        values.needed("health.host", "health.host"),
                        values.number("health.port", 0, 65_535));
        doors.ports(smtp, lmtp, health);
        return new Config(
                list,
                calendar(),
                posting(),
                Optional.of(values.text("list.posts.archive")).filter(text -> !text.isEmpty()).map(Path::of),
                secretariat(list),
                ssc,
                new Config.Authority(
                        values.oneOf("authority.proof", Rules.Proof.class),
                        values.duration("authority.token-only-hold"),
                        values.duration("authority.undo"),
                        values.number("authority.cool-down", 0, 100),
                        values.flag("authority.delegates")),
                values.oneOf("sender.policy", Rules.SenderPolicy.class),
                values.oneOf("who.password", Rules.Password.class),
                new Rules.Quotas(
                        values.number("quota.answers-per-address.unknown-per-day", 0, 1000),
                        values.number("quota.answers-per-address.known-per-hour", 1, 1000),
                        values.number("quota.per-domain", 1, 1_000_000),
                        values.number("quota.unauthenticated-total", 1, 1_000_000),
                        values.number("quota.questions-per-authority", 1, 1000),
                        values.duration("quota.same-who")),
                new Rules.Urgent(
                        values.duration("urgent.step"),
                        values.number("urgent.per-member-hour", 1, 1000),
                        values.number("urgent.per-member-day", 1, 1000),
                        values.number("urgent.per-cctld-hour", 1, 1000)),
                values.number("breaker", 1, 10_000_000),
                times(),
                smtp,
                lmtp,
                doors.imap(),
                doors.pipe(),
                iana(),
                send(smtp),
                dkim(list),
                new Config.Store(
                        Path.of(values.needed("store.folder", "store.folder")),
                        values.bytes("store.min-free"),
                        values.duration("store.keep-mail"),
                        values.period("store.keep-personal", false)),
                values.folder("letters.overrides"),
                new Config.Oversight(values.flag("oversight.decisions"), cron("oversight.report")),
                new Config.Clock(
                        zone("clock.zone"),
                        cron("clock.deadlines"),
                        cron("clock.housekeeping"),
                        cron("clock.digest"),
                        values.duration("clock.jump"),
                        values.duration("clock.gap"),
                        values.duration("clock.catch-up")),
                health,
                values.oneOf("log.format", Config.LogFormat.class),
                new Config.Limits(values.bytes("limits.request"), values.bytes("limits.post")),
                new Config.Bulletins(
                        cron("bulletins.notification"),
                        values.flag("bulletins.new-members"),
                        cron("bulletins.reminder")),
                batches(),
                contacts(),
                new Rules.Bounces(values.number("bounces.hard-days", 1, 10), values.number("bounces.other-days", 1, 30)),
                Set.copyOf(values.readAll("ssc.free-mail", "the name of a host", ConfigShapes::host)),
                doors.dns(),
                watch());
    }

    private Config.Contacts contacts() {
        return new Config.Contacts(
                cron("contacts.when"),
                new Rules.Contacts(
                        values.period("contacts.validate-after", true),
                        values.number("contacts.warn-days", 1, 100),
                        values.number("contacts.per-day", 1, 10_000)));
    }

    private Config.Watch watch() {
        List<String> roles = values.texts("authority.roles");
        if (!Set.copyOf(roles).equals(Set.of("admin")) && !Set.copyOf(roles).equals(Set.of("admin", "tech")))
            values.wrong("authority.roles", "must be [admin] or [admin, tech]");
        return new Config.Watch(
                cron("watch.when"),
                roles.contains("tech"),
                values.duration("watch.apart"),
                values.number("watch.most", 1, 1000),
                values.number("watch.percent", 1, 100));
    }

    private Config.Batches batches() {
        return new Config.Batches(
                cron("batches.when"),
                new Rules.Batches(
                        values.flag("batches.running"),
                        values.number("batches.per-week", 1, 100),
                        tlds("batches.test-1"),
                        tlds("batches.test-2"),
                        Set.copyOf(tlds("batches.excluded")),
                        values.number("batches.test-pause", 1, 100)));
    }

    private List<Tld> tlds(String key) {
        return values.readAll(key, "a ccTLD like nl or .中国", Tld::parse);
    }

    private Rules.MailingList list() {
        String domain =
                values.read("list.domain", "the name of a host", ConfigShapes::host).orElse("");
        String name =
                values.read("list.name", "the local part of an address", ConfigShapes::local)
                        .orElse("");
        return new Rules.MailingList(
                name,
                domain,
                values.readAll("list.aliases", "the name of a host", ConfigShapes::host),
                values.texts("list.urls", "an address of a page"));
    }

    private Calendar calendar() {
        return new Calendar(
                zone("list.calendar.zone"),
                Set.copyOf(
                        values.readAll(
                                "list.calendar.weekend", "a day of the week", ConfigShapes::day)),
                Set.copyOf(
                        values.readAll(
                                "list.calendar.holidays",
                                "a date like 2027-01-01",
                                ConfigShapes::date)));
    }

    private Rules.Posting posting() {
        Tlp usual = values.oneOf("list.posts.default-tlp", Tlp.class);
        if (usual == Tlp.RED)
            values.wrong("list.posts.default-tlp", "must not be red: such posts go to nobody");
        return new Rules.Posting(
                usual,
                values.oneOf("list.posts.reply-to", Rules.ReplyTo.class),
                values.oneOf("list.posts.from", Rules.FromLine.class),
                values.duration("list.posts.report-after"),
                values.number("list.posts.per-hour", 1, 10_000),
                values.has("list.posts.archive"));
    }

    private Config.Secretariat secretariat(Rules.MailingList list) {
        List<Address> addresses =
                values.readAll("secretariat.addresses", "an e-mail address", Address::parse);
        if (addresses.isEmpty())
            values.wrong("secretariat.addresses", "must hold at least one address");
        for (Address address : addresses) {
            // the robot would escalate to itself, for ever (L03, L11)
            if (list.owns(address))
                values.wrong(
                        "secretariat.addresses",
                        "must not hold the robot's own address " + address);
        }
        return new Config.Secretariat(
                values.needed("secretariat.name", "secretariat.name"), Set.copyOf(addresses));
    }

    private Config.Times times() {
        Config.Times times =
                new Config.Times(
                        values.number("times.reminder-days", 1, 100),
                                values.number("times.failure-days", 1, 200),
                        values.number("times.proof-days", 1, 100),
                                values.number("times.held-days", 1, 100),
                        values.duration("times.answers-live"),
                                values.duration("times.deny-cool-down"),
                        values.duration("times.block-lasts"), values.duration("times.late-limit"));
        if (times.failureDays() <= times.reminderDays())
            values.clash(
                    "times.failure-days",
                    "times.reminder-days",
                    "must be more than times.reminder-days");
        return times;
    }

    private Config.Iana iana() {
        Config.Iana.Source source = values.oneOf("iana.source", Config.Iana.Source.class);
        return new Config.Iana(
                source,
                source != Config.Iana.Source.FOLDER
                        ? values.needed("iana.host", "iana.source")
                        : values.text("iana.host"),
                values.number("iana.port", 1, 65_535),
                Path.of(
                        source == Config.Iana.Source.FOLDER
                                ? values.needed("iana.folder", "iana.source")
                                : values.text("iana.folder")),
                values.duration("iana.max-age.decision"),
                values.duration("iana.max-age.other"),
                values.duration("iana.unreachable-limit"),
                values.duration("iana.pace"),
                values.read("iana.rdap.url", "an address that begins with https://", ConfigShapes::https)
                        .orElse(URI.create("https://rdap.iana.org/")),
                values.file("iana.rdap.authorities"),
                values.number("iana.per-day", 1, 1_000_000));
    }

    private Config.Send send(Config.Smtp smtp) {
        Config.Send.Mode mode = values.oneOf("send.mode", Config.Send.Mode.class);
        boolean relay = mode == Config.Send.Mode.SMTP;
        String host = relay ? values.needed("send.host", "send.mode") : values.text("send.host");
        int port = values.number("send.port", 1, 65_535);
        if (relay && smtp.enabled() && host.equals(smtp.host()) && port == smtp.port())
            values.clash(
                    "send.port",
                    "intake.smtp.port",
                    "is the robot's own port (intake.smtp): it would write to itself");
        return new Config.Send(
                mode,
                host,
                port,
                values.number("send.connections", 1, 100),
                values.oneOf("send.tls", Config.Security.class),
                values.login("send"),
                values.durations("send.retries"),
                values.duration("send.give-up"),
                values.flag("list.personal-envelopes"));
    }

    private Optional<Config.Dkim> dkim(Rules.MailingList list) {
        Optional<Path> key = values.file("dkim.key");
        String domain = values.text("dkim.domain");
        if (!domain.isEmpty()) values.read("dkim.domain", "the name of a host", ConfigShapes::host);
        return key.map(file ->
                new Config.Dkim(
                        file,
                        values.needed("dkim.selector", "dkim.key"),
                        domain.isEmpty() ? list.domain() : domain));
    }

    private ZoneId zone(String key) {
        return values.read(key, "a time zone like UTC or Europe/Paris", ConfigShapes::zoneId)
                .orElse(ZoneId.of("UTC"));
    }

    private String cron(String key) {
        return values.read(
                        key,
                        "a time like \"0 0 9 ? * MON\" (seconds minutes hours day month weekday)",
                        ConfigShapes::cron)
                .orElse("");
    }
}

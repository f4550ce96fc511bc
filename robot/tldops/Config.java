package tldops;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Calendar;
import tldops.core.CcTld;
import tldops.core.Rules;
import tldops.core.Tld;
import tldops.trust.Confusables;

/// The whole configuration, read once at start by [ConfigReader]. What each value means and what it
/// is when nobody says otherwise stands in config/tldops.conf beside its key; the components here
/// are named like the keys.
public record Config(
        Rules.MailingList list,
        Calendar listCalendar,
        Rules.Posting posting,
        Optional<Path> archive,
        Secretariat secretariat,
        Rules.Ssc ssc,
        Authority authority,
        Rules.SenderPolicy senderPolicy,
        Rules.Password whoPassword,
        Rules.Quotas quota,
        Rules.Urgent urgent,
        int breaker,
        Times times,
        Smtp smtp,
        Lmtp lmtp,
        Imap imap,
        Pipe pipe,
        Iana iana,
        Send send,
        Optional<Dkim> dkim,
        Store store,
        Optional<Path> letterOverrides,
        Oversight oversight,
        Clock clock,
        Health health,
        LogFormat logFormat,
        Limits limits,
        Bulletins bulletins,
        Batches batches,
        Contacts contacts,
        Rules.Bounces bounces,
        Set<String> freeMail,
        Dns dns,
        Watch watch) {

    public record Secretariat(String name, Set<Address> addresses) {}

    /// @param coolDown working days
    public record Authority(
            Rules.Proof proof, Duration tokenOnlyHold, Duration undo, int coolDown, boolean delegates) {}

    /// Days are working days.
    public record Times(
            int reminderDays,
            int failureDays,
            int proofDays,
            int heldDays,
            Duration answersLive,
            Duration denyCoolDown,
            Duration blockLasts,
            Duration lateLimit) {}

    /// @param users the names for SMTP AUTH with their passwords
    /// @param trustedClients addresses or networks in CIDR
    /// @param border whether mail comes here from outside, to be judged by ourselves
    public record Smtp(
            boolean enabled,
            String host,
            int port,
            Optional<Tls> tls,
            Map<String, Secret> users,
            List<String> trustedClients,
            List<String> authservIds,
            List<String> borderHosts,
            boolean border) {}

    /// PEM files.
    ///
    /// @param clientAuthorities who signs the certificates of the clients that are trusted like one that logged in
    public record Tls(Path key, Path certificate, Optional<Path> clientAuthorities) {}

    /// @param socket a Unix-domain socket instead of host and port
    /// @param trustedUser the system user at the other end of that socket whose results count
    /// @param verify whether signatures are verified here
    public record Lmtp(
            boolean enabled,
            String host,
            int port,
            Optional<Path> socket,
            Optional<String> trustedUser,
            List<String> authservIds,
            List<String> borderHosts,
            boolean verify) {}

    /// @param login present when enabled
    /// @param processed where a mail goes when it is stored; empty = it stays, flagged
    /// @param authorities who signs the server's certificate; empty = those that Java knows
    public record Imap(
            boolean enabled,
            String host,
            int port,
            Security tls,
            Optional<Path> authorities,
            Optional<Login> login,
            List<String> folders,
            Optional<String> processed,
            Duration idle,
            Duration poll,
            boolean takeOld,
            List<String> authservIds,
            List<String> borderHosts,
            boolean verify) {}

    /// How a connection that the robot opens is protected.
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    public record Login(String user, Secret password) {}

    public record Pipe(
            Optional<String> trustedUser, List<String> authservIds, List<String> borderHosts, boolean verify) {}

    /// @param servers empty: those that the system asks
    /// @param timeout of one try of one question
    /// @param perMail all questions about one mail
    /// @param lookUps how many
    /// @param unreachableLimit how long a mail waits for the DNS before it is decided as not authenticated
    public record Dns(List<InetSocketAddress> servers, Duration timeout, Duration perMail, int lookUps, Duration unreachableLimit) {}

    /// Whether any door judges the sender of a mail by the DNS.
    public boolean asksDns() {
        return smtp.border() || lmtp.verify() || imap.verify() || pipe.verify();
    }

    public record Iana(
            Source source,
            String host,
            int port,
            Path folder,
            Duration maxAgeDecision,
            Duration maxAgeOther,
            Duration unreachableLimit,
            Duration pace,
            URI rdap,
            Optional<Path> authorities,
            int perDay) {
        public enum Source {
            WHOIS,
            FOLDER,
            RDAP
        }
    }

    /// @param personalEnvelopes `list.personal-envelopes`
    public record Send(
            Mode mode,
            String host,
            int port,
            int connections,
            Security tls,
            Optional<Login> login,
            List<Duration> retries,
            Duration giveUp,
            boolean personalEnvelopes) {
        public enum Mode {
            MAILDIR,
            SMTP
        }
    }

    public record Dkim(Path key, String selector, String domain) {}

    /// @param minFree bytes
    /// @param keepMail how long the bytes of decided mails and the rows of ended letters are kept
    /// @param keepPersonal how long names and addresses of who has left stay in the journal
    public record Store(Path folder, long minFree, Duration keepMail, Period keepPersonal) {}

    /// @param report Quartz cron
    public record Oversight(boolean decisions, String report) {}

    /// Quartz crons, in that zone.
    ///
    /// @param jump how far the wall clock may leave the monotonic one
    /// @param gap how long the robot may have been down before the clock is doubted
    /// @param catchUp how long deadlines wait after mail could not come in
    public record Clock(
            ZoneId zone,
            String deadlines,
            String housekeeping,
            String digest,
            Duration jump,
            Duration gap,
            Duration catchUp) {}

    /// The page of health and metrics, for this machine.
    public record Health(boolean enabled, String host, int port) {}

    public enum LogFormat {
        TEXT,
        JSON
    }

    /// Bytes.
    public record Limits(long request, long post) {}

    /// Quartz crons, in `clock.zone`.
    public record Bulletins(String notification, boolean newMembers, String reminder) {}

    /// @param when Quartz cron, in `clock.zone`
    public record Batches(String when, Rules.Batches rules) {}

    /// @param when Quartz cron, in `clock.zone`
    public record Contacts(String when, Rules.Contacts rules) {}

    /// @param when Quartz cron, in `clock.zone`
    /// @param tech `authority.roles`
    public record Watch(String when, boolean tech, Duration apart, int most, int percent) {}

    /// A value that is never printed.
    public record Secret(String value) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// What the core needs to know of it.
    public Rules rules(Map<Tld, CcTld> ccTlds) {
        return new Rules(
                list,
                secretariat.addresses(),
                ssc,
                new Rules.Trust(authority.proof(), senderPolicy, whoPassword),
                quota,
                new Rules.Times(
                        times.reminderDays(),
                        times.failureDays(),
                        times.proofDays(),
                        times.heldDays(),
                        authority.tokenOnlyHold(),
                        authority.undo(),
                        iana.maxAgeDecision(),
                        iana.maxAgeOther(),
                        iana.unreachableLimit(),
                        times.answersLive(),
                        times.denyCoolDown(),
                        times.blockLasts(),
                        times.lateLimit()),
                urgent,
                new Rules.Keeping(store.keepMail(), store.keepPersonal()),
                oversight.decisions(),
                Map.copyOf(ccTlds),
                listCalendar,
                new Rules.Changes(authority.delegates()),
                posting,
                new Rules.Bulletins(bulletins.newMembers()),
                batches.rules(),
                contacts.rules(),
                bounces,
                new Rules.Looks(freeMail, Confusables::skeleton),
                new Rules.Anchor(watch.tech(), authority.coolDown(), watch.apart(), watch.most(), watch.percent()));
    }
}

package tldops;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Envelope;
import tldops.core.Rules;
import tldops.core.SigningKey;
import tldops.intake.Network;
import tldops.intake.Raw;
import tldops.mail.Header;
import tldops.mail.MailReader;
import tldops.mail.Reading;
import tldops.trust.AuthenticationResults;
import tldops.trust.Client;
import tldops.trust.Dns;
import tldops.trust.Evaluation;
import tldops.trust.Ration;
import tldops.trust.Recipients;
import tldops.trust.SignedByKey;

/// Who judges the sender of a mail, by the door through which it came (MAIL_RULES 1, 4): our border server, whose
/// Authentication-Results the door believes, or we ourselves by the DNS (`intake.smtp.border`, `intake.*.verify`).
///
/// @param dns whom we ask ourselves
/// @param keys on file for an address (R012)
public record Judges(Config config, Rules rules, Dns dns, Function<Address, List<SigningKey>> keys) {
    private static final Logger LOG = LoggerFactory.getLogger(Judges.class);
    /// Doors that put the robot's own trace line on top.
    private static final Set<String> TRACED = Set.of("smtp", "lmtp");

    /// What it means, and as sure as the mail alone makes us: [Authentication#awaited] when we shall judge it ourselves.
    Reading read(Envelope envelope, long inbox, Instant arrived, byte[] raw) {
        Reading read = MailReader.read(raw, envelope, inbox, arrived, rules.list(), rules.secretariat());
        Reading sure = with(read, resent(read) ? Authentication.none("resent by the Secretariat (X06)") : byOthers(envelope, arrived, read));
        return signed(sure, raw);
    }

    /// What the Secretariat resent has another's From, for which its own server can not pass; it leads to a question at most (X06).
    private boolean resent(Reading read) {
        return read.mail().redirectedBy().filter(by -> !writtenBy(headers(read.mail().envelope(), read), by)).isPresent();
    }

    private Authentication byOthers(Envelope envelope, Instant arrived, Reading read) {
        if (ourselves(envelope)) return Authentication.awaited("not judged yet");
        return proven(read, AuthenticationResults.judge(headers(envelope, read), from(read), believed(envelope.door()), envelope.trusted(), arrived));
    }

    /// Where the lines of a mail end as in none, no proof of its sender counts; what speaks against him does (MAIL_RULES 28).
    private static Authentication proven(Reading read, Authentication found) {
        boolean unproven = read.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(Raw.UNPROVEN));
        return unproven && found.authenticated() ? Authentication.none("its lines end where no mail's do or are too long, so nobody's proof counts (MAIL_RULES 28)") : found;
    }

    /// The same, judged by ourselves where that is to be done; blocks while the DNS is asked. Still awaited when that does not answer.
    Reading judged(Envelope envelope, Instant arrived, byte[] raw, Reading read) {
        if (!read.mail().authentication().awaited()) return read;
        try {
            Dns limited = new Ration(dns, config.dns().lookUps(), config.dns().perMail());
            return signed(with(read, proven(read, Evaluation.judge(raw, headers(envelope, read), from(read), client(envelope), arrived, limited))), raw);
        } catch (RuntimeException | StackOverflowError bug) {
            // a mail is never lost by what judges it (L33)
            LOG.error("inbox={} could not be judged, so it is not authenticated", read.mail().inbox(), bug);
            return signed(with(read, Authentication.none("it could not be judged")), raw);
        }
    }

    /// Both together.
    public Reading whole(Envelope envelope, long inbox, Instant arrived, byte[] raw) {
        return judged(envelope, arrived, raw, read(envelope, inbox, arrived, raw));
    }

    private Reading signed(Reading read, byte[] raw) {
        return SignedByKey.judged(read, raw, keys, rules.list());
    }

    private Reading with(Reading read, Authentication sure) {
        return new Reading(read.mail().judged(Recipients.judged(sure, read.mail().visible(), rules.list()::owns)), read.request(), read.headers());
    }

    /// Whether the robot verifies what comes through this door itself.
    private boolean ourselves(Envelope envelope) {
        return switch (envelope.door()) {
            case "smtp" -> config.smtp().border() && !envelope.trusted();
            case "lmtp" -> config.lmtp().verify();
            case "imap" -> config.imap().verify();
            case "pipe" -> config.pipe().verify();
            default -> false;
        };
    }

    /// Who brought it from outside; a server of our own did not.
    private Optional<Client> client(Envelope envelope) {
        if (!envelope.door().equals("smtp") || envelope.client().isEmpty()) return Optional.empty();
        InetAddress address = InetAddress.ofLiteral(envelope.client());
        boolean inside = config.smtp().trustedClients().stream().map(Network::of).anyMatch(network -> network.holds(address));
        return inside ? Optional.empty() : Optional.of(new Client(envelope.client(), envelope.helo(), envelope.returnPath()));
    }

    private List<Header> headers(Envelope envelope, Reading read) {
        return TRACED.contains(envelope.door()) ? AuthenticationResults.handedOver(read.headers(), config.list().domain()) : read.headers();
    }

    private static Optional<Address> from(Reading read) {
        return read.mail().redirectedBy().or(read.mail()::from);
    }

    private AuthenticationResults.Settings believed(String door) {
        return switch (door) {
            case "smtp" -> believed(config.smtp().authservIds(), config.smtp().borderHosts());
            case "lmtp" -> believed(config.lmtp().authservIds(), config.lmtp().borderHosts());
            case "imap" -> believed(config.imap().authservIds(), config.imap().borderHosts());
            case "pipe" -> believed(config.pipe().authservIds(), config.pipe().borderHosts());
            default -> believed(List.of(), List.of());
        };
    }

    private static AuthenticationResults.Settings believed(List<String> authservIds, List<String> borderHosts) {
        return new AuthenticationResults.Settings(Set.copyOf(authservIds), Set.copyOf(borderHosts));
    }

    private static boolean writtenBy(List<Header> headers, Address address) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("From") && header.value().toLowerCase(Locale.ROOT).contains(address.key()));
    }
}

package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where an answer may go, and whether one may go at all (MAIL_RULES 18-21, L20): nobody uses the robot to flood another.
final class Answering {
    private Answering() {}

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /// @param counts what the quotas remember of it
    record Permit(Address to, List<Change> counts) {}

    /// May this mail be answered, and where?
    ///
    /// @param known the From address is known to us for this matter: IANA contact of an open case, stored address, or it
    ///     brought back a secret of ours
    static Optional<Permit> to(Registry registry, Mail mail, boolean known, Moment at) {
        return to(registry, mail, known, true, at);
    }

    /// @param error an error answer: an address unknown here gets one a day of those, authenticated or not
    private static Optional<Permit> to(Registry registry, Mail mail, boolean known, boolean error, Moment at) {
        if (mail.failed() || mail.bulk() || mail.envelope().returnPath().isEmpty()) return Optional.empty();
        Rules rules = registry.rules();
        boolean sure = mail.authenticated() || known;
        boolean often = known || (mail.authenticated() && (!error || mail.from().filter(from -> !registry.membersWith(from).isEmpty()).isPresent()));
        Optional<Address> to = sure ? mail.from() : mail.envelope().returnPath();
        return to.filter(address -> !rules.list().owns(address))
                .map(address -> new Permit(address, counts(address, often, error, mail.authenticated(), at.now())))
                .filter(permit -> within(registry, permit.to(), often, error, mail.authenticated(), at.now()));
    }

    private static boolean within(Registry registry, Address to, boolean often, boolean error, boolean authenticated, Instant now) {
        Rules.Quotas quotas = registry.rules().quotas();
        boolean address = often
                ? registry.counted(key(to, true, error), now.minus(HOUR)) < quotas.knownPerHour()
                : registry.counted(key(to, false, error), now.minus(DAY)) < quotas.unknownPerDay();
        boolean domain = often || registry.counted("domain:" + to.domain(), now.minus(HOUR)) < quotas.perDomainPerHour();
        boolean total = authenticated || registry.counted("unauthenticated:", now.minus(HOUR)) < quotas.unauthenticatedPerHour();
        return address && domain && total;
    }

    private static String key(Address to, boolean often, boolean error) {
        return (often ? "answer:" : error ? "error:" : "receipt:") + to.key();
    }

    private static List<Change> counts(Address to, boolean often, boolean error, boolean authenticated, Instant now) {
        List<Change> counts = new ArrayList<>();
        counts.add(new Change.Counted(key(to, often, error), now));
        if (!often) counts.add(new Change.Counted("domain:" + to.domain(), now));
        if (!authenticated) counts.add(new Change.Counted("unauthenticated:", now));
        return counts;
    }

    /// One answer to a mail, or the reason for silence.
    static Decision answer(Registry registry, Mail mail, boolean known, Content content, Language language, Moment at) {
        return to(registry, mail, known, error(content), at)
                .map(permit -> Decision.EMPTY
                        .and(permit.counts().toArray(Change[]::new))
                        .and(Letters.answer(registry, mail, permit.to(), content, language, at)))
                .orElse(Decision.of(Journal.of("not answered", "quota or rule of MAIL_RULES 18-21")));
    }

    private static boolean error(Content content) {
        return switch (content) {
            case Content.Received _, Content.Help _, Content.Results _, Content.Done _ -> false;
            default -> true;
        };
    }
}

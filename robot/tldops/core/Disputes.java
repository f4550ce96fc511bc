package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// RDAP and WHOIS do not name the same admin contact (MAIL_RULES 11): nothing is decided by either. The Secretariat hears
/// of it once per ccTLD and day; what is held for it goes on when both agree.
public final class Disputes {
    static final String PREFIX = "disputed:";
    private static final String LETTERS = PREFIX + "letters";
    private static final Duration DAY = Duration.ofDays(1);

    /// Whoever can bend every answer on its way shall not fill the Secretariat's mailbox.
    private static final int LETTERS_A_DAY = 10;

    private Disputes() {}

    /// Whether there is something in it that the Secretariat has not heard of today.
    public static boolean untold(Registry registry, Facts facts, Instant now) {
        return !news(registry, facts, now).isEmpty();
    }

    private static List<IanaContent.Dispute> news(Registry registry, Facts facts, Instant now) {
        List<IanaContent.Dispute> news = new ArrayList<>();
        new TreeMap<>(facts.authorities()).forEach((tld, authority) -> {
            if (authority instanceof Authority.Disputed(var rdap, var whois, _) && registry.counted(PREFIX + tld.label(), now.minus(DAY)) == 0) news.add(new IanaContent.Dispute(tld, rdap, whois));
        });
        return news;
    }

    /// What is told of the look-ups, whatever else follows from the event.
    static Decision of(Registry registry, Facts facts, Decision decided, Moment at) {
        return told(registry, facts, at).and(remarks(facts, decided));
    }

    private static Decision told(Registry registry, Facts facts, Moment at) {
        List<IanaContent.Dispute> news = news(registry, facts, at.now());
        if (news.isEmpty()) return Decision.EMPTY;
        Decision decision = Decision.EMPTY;
        for (IanaContent.Dispute one : news)
            decision = decision.and(Journal.of("IANA differs", "RDAP and WHOIS do not name the same contact (MAIL_RULES 11)", one.tld()).evidence(facts.of(one.tld()))).and(new Change.Counted(PREFIX + one.tld().label(), at.now()));
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        if (secretariat.isEmpty() || registry.counted(LETTERS, at.now().minus(DAY)) >= LETTERS_A_DAY) return decision;
        Content content = new IanaContent.IanaDiffers(List.copyOf(news));
        Letter letter = new Letter(at.name("IANA differs", 16), content, Language.EN, secretariat, List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.VERP, false, false, at.now().plus(DAY.multipliedBy(2)));
        return decision.and(new Change.Counted(LETTERS, at.now())).and(letter);
    }

    /// A decision that rests on less than two answers that say the same says so.
    private static Decision remarks(Facts facts, Decision decided) {
        Decision decision = Decision.EMPTY;
        for (var heard : new TreeMap<>(facts.authorities()).entrySet()) {
            Optional<Authority.Evidence> evidence = heard.getValue().first().filter(one -> !one.remark().isEmpty());
            boolean rests = evidence.isPresent() && decided.journal().stream().anyMatch(line -> line.evidence().equals(evidence.get().sha256()));
            if (rests) decision = decision.and(Journal.of("looked up", evidence.get().remark(), heard.getKey()).evidence(heard.getValue()));
        }
        return decision;
    }

    static boolean holds(Case matter) {
        return matter.stage() instanceof Stage.Held held && held.why() == Stage.Why.IANA_DIFFERS;
    }

    /// A case that was held for it asks whom both name now; empty while they differ or it was held for something else.
    static Optional<Decision> settled(Registry registry, Case matter, Facts facts, Moment at) {
        if (!holds(matter)) return Optional.empty();
        return Judgments.release(registry, matter, Journal.of("", "RDAP and WHOIS agree again (MAIL_RULES 11)").evidence(facts.of(matter.tld().orElseThrow())), facts, at);
    }
}

package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The New Subscribers Notification (R026-R028, X14): at the end of a week in which somebody joined.
final class Bulletins {
    private static final Duration UNTIL_THE_NEXT = Duration.ofDays(7);

    private Bulletins() {}

    static Kept.News news(Registry registry) {
        return registry.kept(Kept.News.class).orElse(new Kept.News(Instant.EPOCH, List.of()));
    }

    static Decision notification(Registry registry, Moment at) {
        Kept.News news = news(registry);
        // who was taken over from elsewhere has not been authenticated by his admin contact yet, as this letter says of all
        List<Member> joined = registry.members().stream().filter(member -> member.since().isAfter(news.told()) && !member.unconfirmed()).toList();
        List<Readers.Reader> readers = Readers.of(registry, at.now());
        if (joined.isEmpty() || readers.isEmpty()) return Decision.EMPTY;
        boolean named = registry.rules().bulletins().newMembers();
        BulletinContent content = new BulletinContent.NewSubscribers(named ? lines(registry, joined) : List.of(), news.left(), Unreachable.roster(registry));
        Decision decision = Decision.of(Journal.of("new subscribers announced", joined.size() + " to " + readers.size() + " readers (R026, R028)"))
                .and(new Change.KeptSaved(new Kept.News(at.now(), List.of())));
        for (Language language : Language.values()) {
            List<Address> those = readers.stream().filter(reader -> reader.language() == language).map(Readers.Reader::address).toList();
            if (!those.isEmpty()) decision = decision.and(letter(registry, content, language, those, Optional.empty(), at.now().plus(UNTIL_THE_NEXT), at.name("notification " + language, 16)));
        }
        return decision;
    }

    /// The roster of these as it is printed and hashed.
    static List<String> lines(Registry registry, Collection<Member> members) {
        return Roster.sorted(members).map(member -> Roster.line(registry, member)).toList();
    }

    /// From the list to those who read it; To names the list (A.4, A.7).
    static Letter letter(Registry registry, BulletinContent content, Language language, List<Address> readers, Optional<Token> reply, Instant bestBefore, String id) {
        return new Letter(id, content, language, List.of(registry.rules().list().post()), List.of(), reply, false, Optional.empty(), 0,
                Letter.Envelope.VERP, reply.isPresent(), false, bestBefore, readers);
    }
}

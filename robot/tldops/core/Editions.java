package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The monthly Subscription Reminder (R060-R063, X11, X12): a numbered edition of the list, what changed since the last
/// one, and each reader's own entry (N15, N16).
final class Editions {
    private static final Duration UNTIL_THE_NEXT = Duration.ofDays(28);
    /// Sooner than that nobody wants another: a duty that was missed and one by hand make one edition.
    private static final Duration ONE_A_DAY = Duration.ofHours(20);

    private Editions() {}

    static Decision reminder(Registry registry, Moment at) {
        Optional<Kept.Edition> last = registry.kept(Kept.Edition.class);
        if (last.filter(edition -> at.now().isBefore(edition.at().plus(ONE_A_DAY))).isPresent())
            return Decision.of(Journal.of("nothing", "edition " + last.get().number() + " has just left (P4)"));
        List<Readers.Reader> readers = Readers.of(registry, at.now());
        if (readers.isEmpty()) return Decision.EMPTY;
        Kept.Edition before = last.orElse(new Kept.Edition(0, Instant.EPOCH, "", Map.of(), Set.of()));
        Map<String, String> entries = entries(registry);
        BulletinContent.RosterEdition edition = edition(registry, before, entries, at);
        Set<String> asked = new TreeSet<>();
        List<Letter> letters = new ArrayList<>();
        for (Readers.Reader reader : readers) {
            Token token = at.token("reminder " + reader.address().key());
            asked.add(Entries.secret(token, reader.address()));
            BulletinContent content = new BulletinContent.MembershipsReminder(reader.name(), Bulletins.lines(registry, reader.memberships()),
                    registry.lastCounted(Entries.key(reader.address())), reader.guest().flatMap(Guest::until), edition);
            letters.add(Bulletins.letter(registry, content, reader.language(), List.of(reader.address()), Optional.of(token), at.now().plus(UNTIL_THE_NEXT), at.name("reminder " + reader.address().key(), 16)));
        }
        Kept.News news = Bulletins.news(registry);
        return new Decision(List.of(new Change.KeptSaved(new Kept.Edition(edition.number(), at.now(), edition.sha256(), entries, Set.copyOf(asked))),
                new Change.KeptSaved(new Kept.News(news.told(), List.of()))), letters,
                List.of(Journal.of("reminder sent", "edition " + edition.number() + " to " + readers.size() + " readers, SHA-256 " + edition.sha256() + " (R060, N15)")));
    }

    /// Each line under the stable name of its member.
    static Map<String, String> entries(Registry registry) {
        Map<String, String> entries = new TreeMap<>();
        for (Member member : registry.members()) entries.put(member.tld().display() + " " + member.person().address().key(), Roster.line(registry, member));
        return entries;
    }

    private static BulletinContent.RosterEdition edition(Registry registry, Kept.Edition before, Map<String, String> now, Moment at) {
        List<String> added = new ArrayList<>();
        List<BulletinContent.Edited> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        Map<String, String> then = new TreeMap<>(before.entries());
        if (before.number() > 0) {
            now.forEach((name, line) -> {
                String was = then.get(name);
                if (was == null) added.add(line);
                else if (!was.equals(line)) changed.add(new BulletinContent.Edited(was, line));
            });
            then.forEach((name, line) -> {
                if (!now.containsKey(name)) removed.add(line);
            });
        }
        List<String> lines = Unreachable.roster(registry);
        return new BulletinContent.RosterEdition(before.number() + 1, LocalDate.ofInstant(at.now(), registry.rules().listCalendar().zone()), before.number(), hash(lines), before.sha256(),
                List.copyOf(added), List.copyOf(changed), List.copyOf(removed), Bulletins.news(registry).left(), lines, List.copyOf(registry.members()));
    }

    /// Of the lines as they are printed, each with its line end: what `sha256sum` says of them (N15).
    static String hash(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) text.append(line).append('\n');
        return Digest.hex(text.toString());
    }
}

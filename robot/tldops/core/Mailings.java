package tldops.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which of our letters went to whom on the list, for as long as something may come back for one (MAIL_RULES 19, 25): a report
/// that names none of them is about nobody.
final class Mailings {
    static final String PREFIX = "mailed:";
    private static final String COPIES = "#";
    /// What came back is known by it; a second report of the same counts nothing (L08).
    static final String BACK = "back:";
    /// The longest that servers keep trying, and some days.
    static final Duration MEMORY = Duration.ofDays(21);

    private Mailings() {}

    /// Notes the letters of a decision. Posts are known by themselves.
    static Decision noted(Registry registry, Decision decision, Moment at) {
        Set<Address> here = new LinkedHashSet<>();
        Set<Address> gone = new LinkedHashSet<>();
        Set<String> posts = new LinkedHashSet<>();
        for (Change change : decision.changes()) {
            switch (change) {
                case Change.MemberSaved(var member) -> here.addAll(member.person().addresses());
                case Change.GuestSaved(var guest) -> here.add(guest.address());
                case Change.MemberGone(var id) -> registry.member(id).ifPresent(member -> gone.addAll(member.person().addresses()));
                case Change.GuestGone(var address) -> gone.add(address);
                case Change.Forgotten(var addresses) -> gone.addAll(addresses);
                case Change.PostSaved(var post) -> posts.add(post.letter());
                default -> {}
            }
        }
        List<Change> noted = new ArrayList<>();
        for (Letter letter : decision.letters()) {
            if (letter.envelope() != Letter.Envelope.VERP || posts.contains(letter.id())) continue;
            if (!letter.subscribers().isEmpty()) noted.add(new Change.Counted(PREFIX + Verp.name(letter.id()) + COPIES + letter.id(), at.now()));
            else if (letter.to().size() == 1 && letter.cc().isEmpty() && (here.contains(letter.to().getFirst()) || (!gone.contains(letter.to().getFirst()) && onList(registry, letter.to().getFirst()))))
                noted.add(new Change.Counted(PREFIX + letter.id() + ";" + letter.to().getFirst().key(), at.now()));
        }
        return Decision.EMPTY.and(noted.toArray(Change[]::new));
    }

    /// Whose copy of a letter of ours such a bounce address names; nobody when the letter is none of ours, and nobody when many
    /// share one return path and none of them is named.
    static List<Address> addressed(Registry registry, Verp.Key key) {
        if (key.copy().isPresent()) return letters(registry, key).flatMap(letter -> all(registry).filter(address -> key.isFor(letter, address))).distinct().toList();
        return behind(registry, PREFIX + key.name() + ";").flatMap(address -> Address.parse(address).stream()).filter(address -> onList(registry, address)).toList();
    }

    /// Whether it is of a letter of ours of these weeks.
    static boolean known(Registry registry, Verp.Key key) {
        if (key.copy().isPresent()) return letters(registry, key).findAny().isPresent();
        return !registry.lastOf(PREFIX + key.name() + ";").isEmpty() || !registry.casesOfLetter(key.name()).isEmpty() || Reach.post(registry, key).isPresent();
    }

    /// The ids of the letters to many that it may be of.
    private static Stream<String> letters(Registry registry, Verp.Key key) {
        return Stream.concat(behind(registry, PREFIX + key.name() + COPIES), Reach.post(registry, key).map(Post::letter).stream());
    }

    private static Stream<String> behind(Registry registry, String prefix) {
        return registry.lastOf(prefix).keySet().stream().map(found -> found.substring(prefix.length()));
    }

    static boolean onList(Registry registry, Address address) {
        return registry.guest(address).isPresent() || !registry.membersWith(address).isEmpty();
    }

    private static Stream<Address> all(Registry registry) {
        return Stream.concat(registry.members().stream().map(member -> member.person().address()), registry.guests().stream().map(Guest::address));
    }
}

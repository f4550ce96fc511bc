package tldops.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// When somebody turned the digest on or off, so that each post of that day comes to him once: alone if it came while he got
/// each post, in the digest if it came while he had that (R051).
final class Switches {
    static final String PREFIX = "switched:";

    private Switches() {}

    /// What is noted when he chooses; nothing where it was so before.
    static Decision made(Draft draft, Address address, boolean on, Moment at) {
        TreeMap<Address, Boolean> before = new TreeMap<>();
        for (Member member : draft.memberships(address, at)) before.merge(member.person().address(), member.options().digest(), Boolean::logicalOr);
        draft.registry().guest(address).map(draft::now).ifPresent(guest -> before.merge(address, guest.options().digest(), Boolean::logicalOr));
        Set<Address> turned = new TreeSet<>(before.keySet());
        turned.removeIf(one -> Boolean.valueOf(on).equals(before.get(one)));
        Instant when = after(draft.registry().posts().stream().map(Post::at), at.now());
        return Decision.EMPTY.and(turned.stream().map(one -> (Change) new Change.Counted(key(one), when)).toArray(Change[]::new));
    }

    /// Whether he had the digest when that post came.
    ///
    /// @param now whether he has it now
    static boolean digest(Registry registry, Address address, Post post, boolean now) {
        return now ^ registry.counted(key(address), post.at()) % 2 == 1;
    }

    /// When a post is said to have come.
    static Instant post(Registry registry, Instant now) {
        return after(registry.lastOf(PREFIX).values().stream(), now);
    }

    private static String key(Address address) {
        return PREFIX + address.key() + ";";
    }

    /// Now, unless one of these is as late: their order tells what held when a post came.
    private static Instant after(Stream<Instant> those, Instant now) {
        return those.filter(at -> !at.isBefore(now)).max(Comparator.naturalOrder()).map(at -> at.plusNanos(1000)).orElse(now);
    }
}

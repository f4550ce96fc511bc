package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// When an SSC was heard of last (N17, L40): by authenticated mail from his first address, or by an answer that brings back what
/// was sent there. The relay's yes proves nothing, and what a machine writes does not come here. It belongs to the address: a
/// changed one begins anew (L41).
public final class Life {
    static final String PREFIX = "alive:";
    static final Duration A_DAY = Duration.ofDays(1);

    private Life() {}

    /// No address is the beginning of another's key.
    static String key(Address address) {
        return PREFIX + address.key() + ";";
    }

    /// When something came from him last; empty when nothing ever did.
    public static Optional<Instant> heard(Registry registry, Member member) {
        Address address = member.person().address();
        return Stream.of(registry.lastCounted(key(address)), registry.lastCounted(Entries.key(address)), member.proved()).flatMap(Optional::stream).max(Instant::compareTo);
    }

    /// Since when nothing came, if that is for longer than `contacts.validate-after`.
    public static Optional<Instant> silentSince(Registry registry, Member member, Instant now) {
        Instant last = lastSign(registry, member);
        return registry.rules().contacts().on() && over(registry, last, now) ? Optional.of(last) : Optional.empty();
    }

    /// When he was heard of, or else named.
    static Instant lastSign(Registry registry, Member member) {
        return heard(registry, member).orElseGet(() -> named(registry, member));
    }

    /// Since when his address is his: one that came later than he did has its own days.
    static Instant named(Registry registry, Member member) {
        boolean later = member.rosterFrom().isAfter(member.since().plus(registry.rules().times().tokenOnlyHold()));
        return later ? member.rosterFrom() : member.since();
    }

    static boolean over(Registry registry, Instant from, Instant now) {
        return !now.isBefore(from.atZone(ZoneOffset.UTC).plus(registry.rules().contacts().validateAfter()).toInstant());
    }

    /// How many people that are.
    static int silent(Registry registry, Instant now) {
        return (int) registry.members().stream().filter(member -> silentSince(registry, member, now).isPresent()).map(member -> member.person().address()).distinct().count();
    }

    /// Notes whom this mail shows to be there, and that nobody waits for his answer any more.
    static Decision of(Registry registry, Mail mail, Moment at) {
        if (mail.failed() || mail.redirectedBy().isPresent() || mail.from().isEmpty()) return Decision.EMPTY;
        Decision decision = Decision.EMPTY;
        for (Address address : shown(registry, mail, mail.from().get())) decision = decision.and(seen(registry, address, at)).and(Checks.heard(registry, address, at));
        return decision.and(Handover.answered(registry, mail, at));
    }

    private static Set<Address> shown(Registry registry, Mail mail, Address from) {
        Set<Address> shown = new TreeSet<>();
        if (mail.authenticated() || Entries.brings(registry, mail, from)) shown.add(from);
        for (Bearer bearer : mail.bearers()) {
            // the secret of the welcome counts once: it never ends, and may lie in an old mailbox
            registry.provedBy(bearer.token()).filter(member -> member.proved().isEmpty() && member.person().has(from)).ifPresent(member -> shown.add(member.person().address()));
            issued(registry, bearer).filter(issued -> issued.live() && (issued.to().equals(from) || second(registry, bearer, issued, from))).map(Issued::to).ifPresent(shown::add);
        }
        shown.removeIf(address -> first(registry, address).isEmpty());
        return shown;
    }

    /// Of a case that is not over: a secret that was used shows nothing more.
    private static Optional<Issued> issued(Registry registry, Bearer bearer) {
        return registry.caseOf(bearer.token()).filter(Case::open).flatMap(matter -> matter.issued(bearer.token()));
    }

    /// He answers our question from his other address. What was quoted in a mail from elsewhere may have been forwarded.
    private static boolean second(Registry registry, Bearer bearer, Issued issued, Address from) {
        return issued.purpose() == Issued.Purpose.ALIVE && bearer.place() != Bearer.Place.QUOTED && first(registry, issued.to()).stream().anyMatch(member -> member.person().has(from));
    }

    /// The memberships whose first address this is.
    static List<Member> first(Registry registry, Address address) {
        return registry.membersWith(address).stream().filter(member -> member.person().address().equals(address)).toList();
    }

    /// Once a day is enough, and only the last time is kept.
    private static Decision seen(Registry registry, Address address, Moment at) {
        Optional<Instant> last = registry.lastCounted(key(address));
        if (last.filter(time -> at.now().isBefore(time.plus(A_DAY))).isPresent()) return Decision.EMPTY;
        Decision fresh = Decision.EMPTY.and(new Change.Counted(key(address), at.now()));
        return last.isEmpty() ? fresh : Decision.EMPTY.and(new Change.CountsForgotten(key(address), at.now())).and(fresh);
    }

    /// What is noted of addresses that are nobody's first any more.
    static Decision forgotten(Registry registry) {
        Set<String> gone = new HashSet<>();
        for (String prefix : List.of(PREFIX, Checks.PREFIX))
            for (String key : registry.lastOf(prefix).keySet())
                if (first(registry, Address.ofKey(key.substring(prefix.length(), key.length() - 1))).isEmpty()) gone.add(key);
        return Decision.EMPTY.and(gone.stream().sorted().map(key -> (Change) new Change.CountGone(key)).toArray(Change[]::new));
    }
}

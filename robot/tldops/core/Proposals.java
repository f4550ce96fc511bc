package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A mailbox answered one of our letters with "away until ..." (N22): it is noted as a proposal and changes nothing. A machine is
/// not answered (MAIL_RULES 18), so the proposal stands in the next report that its owner gets for commands of his own, once.
final class Proposals {
    static final String PREFIX = "ooo:";
    /// Those that were put before their owner.
    static final String TOLD = "ooo-told:";

    private Proposals() {}

    /// What a machine wrote. Nothing is answered, nobody is proved, nothing has been answered by it.
    static Decision came(Registry registry, Mail mail, Request.Automatic automatic, Moment at) {
        Decision nothing = Decision.nothing("automatic: " + automatic.reason());
        if (automatic.until().isEmpty() || mail.failed()) return nothing;
        LocalDate until = automatic.until().get();
        Decision decision = nothing;
        for (Address address : whose(registry, mail, automatic)) {
            LocalDate today = LocalDate.ofInstant(at.now(), Days.calendar(registry, registry.membersWith(address).stream().map(Member::tld).findFirst()).zone());
            boolean useful = !until.isBefore(today) && !until.isAfter(today.plusYears(1)) && !away(registry, address, until);
            if (!useful || registry.lastCounted(key(PREFIX, address, until)).isPresent() || registry.lastCounted(key(TOLD, address, until)).isPresent()) continue;
            decision = decision.and(Journal.of("away proposed", "its mailbox says so, until " + until + "; nothing changes by it (N22)").people(List.of(address.toString()))).and(new Change.Counted(key(PREFIX, address, until), at.now()));
        }
        return decision;
    }

    /// Whose mailbox it is: the one that the letter which it answers went to, or the one that it is surely from.
    private static List<Address> whose(Registry registry, Mail mail, Request.Automatic automatic) {
        List<Address> answered = automatic.key().map(key -> Mailings.addressed(registry, Verp.read(key))).orElse(List.of());
        if (!answered.isEmpty()) return answered;
        return mail.authenticated() ? mail.from().filter(from -> Mailings.onList(registry, from)).map(List::of).orElse(List.of()) : List.of();
    }

    private static boolean away(Registry registry, Address address, LocalDate until) {
        List<Options> all = new ArrayList<>(registry.membersWith(address).stream().map(Member::options).toList());
        registry.guest(address).ifPresent(guest -> all.add(guest.options()));
        return all.stream().allMatch(options -> options.away().filter(away -> !away.until().isBefore(until)).isPresent());
    }

    /// Puts the latest of them before its owner, at the end of the report on what he asked for; all of them are over with it.
    static Draft put(Draft draft, Caller caller, List<Content.Section> sections, Moment at) {
        Registry registry = draft.registry();
        Map<String, Instant> noted = new TreeMap<>();
        for (Address address : addresses(caller)) noted.putAll(registry.lastOf(PREFIX + address.key() + ";"));
        if (noted.isEmpty()) return draft;
        boolean said = sections.stream().anyMatch(section -> section.detail().filter(OptionContent.Gone.class::isInstance).isPresent());
        Decision over = Decision.EMPTY;
        Optional<OptionContent.Proposed> latest = Optional.empty();
        for (Map.Entry<String, Instant> one : noted.entrySet()) {
            over = over.and(new Change.CountGone(one.getKey()), new Change.Counted(TOLD + one.getKey().substring(PREFIX.length()), at.now()));
            LocalDate until = LocalDate.parse(one.getKey().substring(one.getKey().indexOf(';') + 1));
            boolean useful = !until.isBefore(caller.today(registry, at)) && !away(registry, caller.address(), until);
            if (useful && latest.filter(other -> other.until().isAfter(until)).isEmpty()) latest = Optional.of(new OptionContent.Proposed(until, one.getValue()));
        }
        if (!said) latest.ifPresent(proposed -> sections.add(new Content.Section("away", proposed)));
        return draft.and(over);
    }

    private static List<Address> addresses(Caller caller) {
        return caller.member().map(member -> member.person().addresses()).orElse(List.of(caller.address()));
    }

    private static String key(String prefix, Address address, LocalDate until) {
        return prefix + address.key() + ";" + until;
    }
}

package tldops.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// `away until DATE deputy RANK` and `back` (R051, N22): nothing from the list meanwhile; the roster and `who` show it, and
/// `urgent` asks the deputy, too. An automatic answer never sets it.
final class Absence {
    private Absence() {}

    static CommandMail.Done away(Draft draft, Caller caller, Request.Command.Away wish, Moment at) {
        LocalDate today = caller.today(draft.registry(), at);
        List<Member> memberships = draft.memberships(caller.address(), at);
        Optional<OptionContent.NoAway> no = refused(draft.registry(), memberships, wish, today);
        if (no.isPresent()) return told(Decision.EMPTY, wish.words(), new OptionContent.Gone(Optional.of(no.get()), wish.until(), wish.deputy(), false, List.of(), List.of()));
        List<String> deputies = new ArrayList<>();
        Set<Tld> without = new TreeSet<>();
        for (Member member : memberships) {
            Optional<Member> deputy = standIn(draft.registry(), member, wish.deputy());
            deputy.ifPresent(found -> deputies.add(found.person().name() + " (" + found.tld().display() + ")"));
            if (wish.deputy() > 0 && deputy.isEmpty()) without.add(member.tld());
        }
        Decision decision = Choosing.saved(draft, caller,
                member -> member.with(member.options().away(Optional.of(new Options.Away(wish.until(), standIn(draft.registry(), member, wish.deputy()).map(Member::rank).orElse(0))))),
                guest -> guest.with(guest.options().away(Optional.of(new Options.Away(wish.until(), 0)))), at);
        boolean already = decision.changes().isEmpty();
        if (!already) decision = decision.and(Choosing.line(caller, "away", wish.words() + " (N22, X19)"));
        return told(decision, wish.words(), new OptionContent.Gone(Optional.empty(), wish.until(), wish.deputy(), already, List.copyOf(deputies), List.copyOf(without)));
    }

    private static CommandMail.Done told(Decision decision, String words, OptionContent.Gone gone) {
        return new CommandMail.Done(decision, new Content.Section(words, gone));
    }

    private static Optional<OptionContent.NoAway> refused(Registry registry, List<Member> memberships, Request.Command.Away wish, LocalDate today) {
        if (wish.until().isBefore(today)) return Optional.of(OptionContent.NoAway.PAST);
        if (wish.until().isAfter(today.plusYears(1))) return Optional.of(OptionContent.NoAway.TOO_FAR);
        if (wish.deputy() == 0 || memberships.stream().anyMatch(member -> standIn(registry, member, wish.deputy()).isPresent())) return Optional.empty();
        boolean himself = memberships.stream().anyMatch(member -> member.rank() == wish.deputy());
        return Optional.of(memberships.isEmpty() ? OptionContent.NoAway.NO_SSC : himself ? OptionContent.NoAway.HIMSELF : OptionContent.NoAway.NO_DEPUTY);
    }

    /// Who stands in for a member: somebody else of the same ccTLD, with that rank.
    static Optional<Member> standIn(Registry registry, Member member, int rank) {
        return registry.membersOf(member.tld()).stream().filter(other -> rank > 0 && other.rank() == rank && !other.id().equals(member.id())).findFirst();
    }

    static CommandMail.Done back(Draft draft, Caller caller, Moment at) {
        Decision decision = Choosing.saved(draft, caller, Absence::here, Absence::here, at);
        boolean already = decision.changes().isEmpty();
        if (!already) decision = decision.and(Choosing.line(caller, "back", "by command (N22, X19)"));
        return new CommandMail.Done(decision, new Content.Section("back", new OptionContent.Chosen(OptionContent.Chose.BACK, already)));
    }

    private static Member here(Member member) {
        return member.with(member.options().away(Optional.empty()));
    }

    private static Guest here(Guest guest) {
        return guest.with(guest.options().away(Optional.empty()));
    }

    /// Whose last day of being away has ended is back, without a word: the roster shows it no longer.
    static Decision over(Registry registry, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Member member : registry.members())
            if (member.options().away().isPresent() && ended(member.options(), at, Days.calendar(registry, Optional.of(member.tld())).zone()))
                decision = decision.and(new Change.MemberSaved(here(member))).and(Journal.of("back", "the last day of being away is over (N22)", member.tld()));
        for (Guest guest : registry.guests())
            if (ended(guest.options(), at, registry.rules().listCalendar().zone()))
                decision = decision.and(new Change.GuestSaved(here(guest))).and(Journal.of("back", "the last day of being away is over (N22)"));
        return decision;
    }

    private static boolean ended(Options options, Moment at, ZoneId zone) {
        return options.away().isPresent() && !options.awayOn(LocalDate.ofInstant(at.now(), zone));
    }
}

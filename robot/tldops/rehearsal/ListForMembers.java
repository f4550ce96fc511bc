package tldops.rehearsal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Carried;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Letter;
import tldops.core.Member;
import tldops.core.PostContent;
import tldops.core.Registry;

/// A post goes to those on the list alone, each once: SSCs who are here, at their first address, and observers; and only what
/// somebody on the list has written goes out (R053, R064, P6, N22).
record ListForMembers() implements Invariant {
    @Override
    public String says() {
        return "no post goes to anybody who is not on the list, and nobody else's goes out";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        for (Letter letter : step.decision().letters()) {
            boolean post = letter.content() instanceof Carried;
            if (!post && !(letter.content() instanceof PostContent.DailyDigest)) continue;
            Set<Address> once = new HashSet<>();
            for (Address to : letter.subscribers()) {
                if (!once.add(to)) return wrong("a post goes twice to " + to);
                // who goes away by the mail in which he gives up digests has what they held
                boolean his = step.event() instanceof Event.Arrived(var mail, _, _) && mail.isFrom(to) && letter.content() instanceof PostContent.DailyDigest;
                if (!his && !gets(registry, to, step)) return wrong("a post goes to " + to + ", who is not on the list");
            }
            if (!List.of(registry.rules().list().post()).equals(letter.to()) || !letter.cc().isEmpty()) return wrong("a post goes to " + letter.to() + " and " + letter.cc());
            if (letter.content() instanceof Carried(_, var author, _, _, _, _) && registry.membersWith(author).isEmpty() && registry.guest(author).isEmpty()) return wrong("a post of " + author + " goes out, who is not on the list");
        }
        return Optional.empty();
    }

    private static boolean gets(Registry registry, Address to, Step step) {
        LocalDate here = LocalDate.ofInstant(step.at(), registry.rules().listCalendar().zone());
        boolean observer = registry.guest(to).filter(guest -> guest.role() == Guest.Role.OBSERVER && guest.stays(here) && !guest.options().awayOn(here)).isPresent();
        List<Member> his = registry.membersWith(to).stream().filter(member -> member.person().address().equals(to)).toList();
        boolean away = his.stream().anyMatch(member -> member.options().awayOn(LocalDate.ofInstant(step.at(), registry.rules().ccTld(member.tld()).calendar().zone())));
        return observer || (!away && his.stream().anyMatch(member -> !step.at().isBefore(member.rosterFrom())));
    }

    private static Optional<Wrong> wrong(String what) {
        return Optional.of(new Wrong(what, Optional.empty(), 0));
    }
}

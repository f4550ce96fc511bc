package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A contact can not be reached: whoever else speaks for the ccTLD gets the form, filled in, to put another address or another
/// person there (N21, L41). One letter each for one such time, and none about a letter that came back (L10).
final class Reforming {
    private Reforming() {}

    /// The ccTLDs whose admin contact has to be known for it.
    static Set<Tld> asking(Registry registry) {
        Set<Tld> tlds = new TreeSet<>();
        for (Address address : Unreachable.all(registry))
            for (Member member : registry.membersWith(address)) if (registry.lastCounted(told(member.tld(), address)).isEmpty()) tlds.add(member.tld());
        return tlds;
    }

    /// Of this member's addresses those that were lost and of which his ccTLD has not heard.
    private static List<Address> untold(Registry registry, Member member) {
        return member.person().addresses().stream().filter(address -> Unreachable.is(registry, address) && registry.lastCounted(told(member.tld(), address)).isEmpty()).toList();
    }

    private static String told(Tld tld, Address address) {
        return Scores.key(Unreachable.TOLD, address) + tld.label();
    }

    /// @param facts what IANA says of the ccTLDs that are [#asking], at least
    /// @param before what the same duty has led to: it may have opened cases
    static Decision due(Registry registry, Waiting mail, Facts facts, Decision before, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Tld tld : new TreeSet<>(facts.authorities().keySet())) {
            if (registry.membersOf(tld).stream().allMatch(member -> untold(registry, member).isEmpty())) continue;
            boolean waits = facts.of(tld).unsettled().isPresent() || Anchors.fresh(registry, tld, facts.of(tld)) || registry.membersOf(tld).stream().anyMatch(mail::concerns);
            if (!waits) decision = decision.and(tell(registry, tld, facts.of(tld).address(), before.and(decision), at));
        }
        return decision;
    }

    private static Decision tell(Registry registry, Tld tld, Optional<Address> authority, Decision before, Moment at) {
        List<Member> present = registry.membersOf(tld);
        List<ReachContent.Lost> lost = new ArrayList<>();
        Decision decision = Decision.EMPTY;
        for (Member member : present)
            for (Address address : untold(registry, member)) {
                lost.add(new ReachContent.Lost(member.rank(), member.person().name(), address, Unreachable.day(registry, tld, Unreachable.since(registry, address).orElseThrow())));
                decision = decision.and(new Change.Counted(told(tld, address), at.now()));
            }
        Optional<Address> admin = authority.filter(address -> !Unreachable.is(registry, address));
        // he has been asked enough today: it waits, all of it
        if (admin.isPresent() && exhausted(registry, admin.get(), before, at)) return Decision.EMPTY;
        decision = decision.and(Journal.of("replacement asked", "addresses that can not be reached: " + lost.size() + " (N21)", tld).people(lost.stream().map(one -> one.name() + " <" + one.address() + ">").toList()));
        List<Amendment.Entry> all = present.stream().map(Amendment.Entry::of).toList();
        // with the form of the yearly check he has what he needs
        boolean has = admin.filter(address -> lost.stream().allMatch(one -> Handover.asked(registry, tld, one.address(), address))).isPresent();
        if (admin.isPresent() && !has) decision = decision.and(form(registry, tld, admin.get(), ReachContent.To.ADMIN_CONTACT, Language.EN, lost, all, before.and(decision), at));
        int colleagues = 0;
        for (Member member : present) {
            Address first = member.person().address();
            boolean failing = lost.stream().anyMatch(one -> member.person().has(one.address()));
            // of nobody who has never answered we know that his other address is his (P5)
            Optional<Address> to = failing && member.proved().isEmpty() ? Optional.empty() : failing ? member.person().addresses().stream().filter(address -> !Unreachable.is(registry, address)).findFirst()
                    : Optional.of(first).filter(address -> !Unreachable.is(registry, address) && member.readsRoster(at.now()));
            if (to.isEmpty() || admin.filter(to.get()::equals).isPresent() || exhausted(registry, to.get(), before.and(decision), at)) continue;
            if (!failing) colleagues++;
            List<ReachContent.Lost> his = lost.stream().filter(one -> !failing || member.person().has(one.address())).toList();
            decision = decision.and(form(registry, tld, to.get(), failing ? ReachContent.To.HIMSELF : ReachContent.To.COLLEAGUE, member.language(), his,
                    failing ? List.of(Amendment.Entry.of(member)) : all, before.and(decision), at));
        }
        boolean none = present.stream().allMatch(member -> member.person().addresses().stream().allMatch(address -> Unreachable.is(registry, address)));
        return admin.isPresent() && !none ? decision : decision.and(secretariat(registry, new ReachContent.NobodyReached(tld, List.copyOf(lost), admin.isPresent(), colleagues, none, at.now()), at));
    }

    private static boolean exhausted(Registry registry, Address to, Decision before, Moment at) {
        long asked = before.changes().stream().filter(change -> change instanceof Change.Counted counted && counted.key().equals(Questions.questionKey(to))).count();
        return Questions.exhausted(registry, to, asked, at.now());
    }

    private static Decision form(Registry registry, Tld tld, Address to, ReachContent.To who, Language language, List<ReachContent.Lost> lost, List<Amendment.Entry> shown, Decision before, Moment at) {
        boolean own = who == ReachContent.To.HIMSELF;
        Matter.Modify modify = new Matter.Modify(shown, own, Modifying.draft(tld, shown, language));
        Case matter = new Case(registry.nextCase(Opened.by(registry, before)), Optional.of(tld), modify, new Stage.Written(at.now()), to, language, at.now(), List.of(), false);
        int max = registry.rules().ssc().max();
        Content content = new ReachContent.Replacement(tld, who, lost, Modifying.blocks(shown, own ? 0 : max), max, Days.last(registry, Optional.of(tld), at.now(), registry.rules().times().failureDays()));
        Letters.Asking asking = Letters.question(registry, matter, Issued.Purpose.FORM, to, content, at);
        return Decision.of(Journal.of("form sent", "a contact can not be reached (N21)", matter, asking.matter())).and(new Change.CaseSaved(asking.matter()), new Change.Counted(Questions.questionKey(to), at.now())).and(asking.letter());
    }

    private static Decision secretariat(Registry registry, ReachContent.NobodyReached content, Moment at) {
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        if (secretariat.isEmpty()) return Decision.EMPTY;
        return Decision.EMPTY.and(new Letter(at.name("unreached " + content.tld().label(), 16), content, Language.EN, secretariat, List.of(), Optional.empty(), false, Optional.empty(), 0,
                Letter.Envelope.VERP, false, false, Days.due(registry, Optional.empty(), at.now(), registry.rules().times().failureDays())));
    }
}

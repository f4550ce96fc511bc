package tldops.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// `forget`: who asks is shown what goes and what stays; his yes ends every membership and erases what is personal, the
/// journal's chain left whole (L45). Whoever has left otherwise is forgotten after `store.keep-personal`.
final class Forgetting {
    private static final String GONE = "gone:";
    private static final String FORGET = "forget:";

    private Forgetting() {}

    static CommandMail.Done ask(Draft draft, Caller caller, Moment at) {
        Registry registry = draft.registry();
        boolean asked = registry.openCases().stream().anyMatch(matter -> matter.matter() instanceof Matter.Forgetting(var address) && address.equals(caller.address()));
        if (asked) return new CommandMail.Done(Decision.nothing("the stored address is asked already (L20)"), CommandMail.said("forget", Content.Section.Said.ASKED_ALREADY).section());
        List<Member> memberships = draft.memberships(caller.address(), at);
        Case matter = new Case(draft.nextCase(), caller.tld(), new Matter.Forgetting(caller.address()), new Stage.Written(at.now()), caller.address(), draft.mail().language(), at.now(), List.of(), false);
        Content content = new OptionContent.ForgetQuestion(caller.name(), leaves(memberships), caller.guest().isPresent(), MyData.open(registry, Memberships.addresses(registry, memberships, caller.address())),
                (int) registry.rules().keeping().mail().toDays(), at.now().plus(Deadlines.ACTION_LIVES));
        Letters.Asking asking = Letters.question(registry, matter, Issued.Purpose.VERDICT, caller.address(), content, at);
        return new CommandMail.Done(Decision.of(Journal.of("asked", "whether to forget, at the stored address (L45)", matter, asking.matter())).and(new Change.CaseSaved(asking.matter())).and(asking.letter()),
                CommandMail.said("forget", Content.Section.Said.FOLLOWS).section());
    }

    private static List<OptionContent.Leaves> leaves(List<Member> memberships) {
        return memberships.stream().map(member -> new OptionContent.Leaves(member.tld(), member.person().name())).toList();
    }

    static Decision confirmed(Registry registry, Bearings.Held held, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        Case matter = held.matter();
        if (held.spent() || mail.failed() || Memberships.shared(registry, matter.asked())) return Decision.of(Journal.of("nothing", "over or failed", matter, matter));
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(Request.Word.CONFIRM, Request.Word.DENY));
        if (verdict.isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.VERDICT, answer.words().size() > 1, at);
        Case ended = matter.spent(Issued.Purpose.VERDICT).at(new Stage.Ended(verdict.get() == Request.Word.CONFIRM ? Stage.Outcome.ANSWERED : Stage.Outcome.DENIED, at.now(), Optional.empty()));
        if (verdict.get() == Request.Word.DENY) return Decision.of(Journal.of("denied", "nothing is forgotten (L45)", matter, ended)).and(new Change.CaseSaved(ended));
        List<Member> memberships = Memberships.of(registry, matter.asked());
        Set<Address> addresses = Erased.all(registry, Memberships.addresses(registry, memberships, matter.asked()));
        Set<String> names = memberships.stream().map(member -> member.person().name()).collect(Collectors.toCollection(TreeSet::new));
        registry.guest(matter.asked()).ifPresent(guest -> names.add(guest.name()));
        Decision decision = unnamed(Leaving.ended(registry, memberships, 0, facts, at), addresses, registry);
        if (registry.guest(matter.asked()).isPresent()) decision = decision.and(new Change.GuestGone(matter.asked()));
        // who named him hears that he speaks no more (X31)
        for (Delegate delegate : registry.delegates())
            if (addresses.contains(delegate.address())) decision = decision.and(Letters.notice(registry, matter, List.of(delegate.by()), Relieving.news(delegate, ChangeContent.DelegateNews.News.ENDED), Subscribers.language(registry, delegate.by()), at));
        Content goodbye = new OptionContent.Forgotten(Caller.of(registry, mail, at).name(), leaves(memberships), (int) registry.rules().keeping().mail().toDays());
        // what a case under way holds of them goes when it is over
        boolean open = registry.openCases().stream().anyMatch(other -> other.number() != matter.number() && !Checks.is(other) && Mentions.of(other, addresses));
        Change[] later = open ? addresses.stream().map(address -> new Change.Counted(FORGET + address.key(), at.now())).toArray(Change[]::new) : new Change[0];
        return decision.and(Letters.notice(registry, matter, List.of(matter.asked()), goodbye, matter.language(), at))
                .and(new Change.CaseSaved(ended))
                .and(Erased.of(registry, addresses, names, Set.of(matter.number()), at))
                .and(later)
                .and(new Change.CaseSaved(Mentions.without(ended, addresses, registry.rules().list().owner())))
                .and(Journal.of("forgotten", "by their own wish (L45)", matter, ended));
    }

    /// The cases it opens do not name them either.
    private static Decision unnamed(Decision left, Set<Address> addresses, Registry registry) {
        List<Change> changes = left.changes().stream()
                .map(change -> change instanceof Change.CaseSaved(var saved) ? new Change.CaseSaved(Mentions.without(saved, addresses, registry.rules().list().owner())) : change).toList();
        return new Decision(changes, left.letters(), left.journal());
    }

    // ---- who has left otherwise

    /// Notes who is on the list no longer by this decision, so that his time begins.
    static Decision noted(Registry registry, Decision decision, Moment at) {
        Set<Address> gone = new TreeSet<>();
        Set<Address> here = new HashSet<>();
        Set<Member.Id> left = new HashSet<>();
        for (Change change : decision.changes()) {
            switch (change) {
                case Change.MemberGone(var id) -> {
                    left.add(id);
                    registry.member(id).ifPresent(member -> gone.addAll(member.person().addresses()));
                }
                case Change.GuestGone(var address) -> gone.add(address);
                case Change.MemberSaved(var member) -> here.addAll(member.person().addresses());
                case Change.GuestSaved(var guest) -> here.add(guest.address());
                // their time is over already
                case Change.Forgotten(var addresses) -> here.addAll(addresses);
                default -> {}
            }
        }
        gone.removeIf(address -> here.contains(address) || registry.membersWith(address).stream().anyMatch(member -> !left.contains(member.id())));
        return gone.isEmpty() ? decision : decision.and(gone.stream().map(address -> (Change) new Change.Counted(GONE + address.key(), at.now())).toArray(Change[]::new));
    }

    /// Those who left so long ago that nothing personal of them may stay (`store.keep-personal`).
    static Decision longGone(Registry registry, Moment at) {
        Instant before = at.now().atOffset(ZoneOffset.UTC).minus(registry.rules().keeping().personal()).toInstant();
        Set<Address> addresses = new HashSet<>();
        List<Change> done = new ArrayList<>(List.of(new Change.CountsForgotten(GONE, before)));
        for (Map.Entry<String, Instant> entry : registry.lastOf(GONE).entrySet()) if (!entry.getValue().isAfter(before)) addresses.addAll(absent(registry, entry.getKey()));
        for (String key : registry.lastOf(FORGET).keySet()) {
            Set<Address> one = absent(registry, key);
            if (registry.openCases().stream().anyMatch(matter -> Mentions.of(matter, one))) continue;
            addresses.addAll(one);
            done.add(new Change.CountGone(key));
        }
        if (addresses.isEmpty()) return Decision.EMPTY.and(done.toArray(Change[]::new));
        return Erased.of(registry, addresses, Set.of(), Set.of(), at).and(done.toArray(Change[]::new)).and(Journal.of("forgotten", addresses.size() + " addresses of who left long ago (L45)"));
    }

    private static Set<Address> absent(Registry registry, String key) {
        return Address.parse(key.substring(key.indexOf(':') + 1)).filter(address -> registry.membersWith(address).isEmpty() && registry.guest(address).isEmpty()).map(Set::of).orElse(Set.of());
    }
}

package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `mydata`: everything that is stored about who asks, to his stored address alone (L45).
final class MyData {
    private MyData() {}

    static CommandMail.Done tell(Draft draft, Caller caller, Moment at) {
        Registry registry = draft.registry();
        List<Member> memberships = draft.memberships(caller.address(), at);
        List<OptionContent.Place> places = memberships.stream().map(member -> place(registry, member, at)).toList();
        Optional<OptionContent.Seat> seat = caller.guest().map(draft::now).map(MyData::seat);
        Rules.Keeping keeping = registry.rules().keeping();
        Content content = new OptionContent.MyData(caller.name(), places, seat, open(registry, Memberships.addresses(registry, memberships, caller.address())),
                (int) keeping.mail().toDays(), (int) keeping.personal().toTotalMonths());
        Decision decision = Decision.of(Choosing.line(caller, "data sent", "mydata, to its stored address (L45, P5)"))
                .and(Letters.answer(registry, draft.mail(), caller.address(), content, draft.mail().language(), at));
        return new CommandMail.Done(decision, CommandMail.said("mydata", Content.Section.Said.FOLLOWS).section());
    }

    private static OptionContent.Place place(Registry registry, Member member, Moment at) {
        Optional<Options.Away> away = member.options().away();
        return new OptionContent.Place(member.tld(), member.rank(), member.person(), member.person().phone().e164(), Roster.line(registry, member), member.language(), member.options().digest(),
                away.map(Options.Away::until), away.map(Options.Away::deputy).orElse(0), member.since(), member.proved(), member.passwordHash().isPresent(), admitted(registry, member),
                Life.heard(registry, member).filter(last -> at.now().isBefore(last.plus(Life.A_DAY))).or(() -> Optional.of(at.now())), Reachability.answering(registry, member, at.now()), Unreachable.lost(registry, member));
    }

    private static OptionContent.Admitted admitted(Registry registry, Member member) {
        if (member.unconfirmed()) return new OptionContent.Admitted(0, Optional.of(member.since()), OptionContent.Basis.TAKEN_OVER, Optional.empty());
        Optional<Case> matter = registry.caseNumber(member.caseNumber());
        Optional<Instant> at = matter.map(Case::stage).filter(Stage.Ended.class::isInstance).map(stage -> ((Stage.Ended) stage).at());
        return new OptionContent.Admitted(member.caseNumber(), at.or(() -> Optional.of(member.since())), matter.map(MyData::basis).orElse(OptionContent.Basis.UNKNOWN), matter.map(Case::asked));
    }

    private static OptionContent.Basis basis(Case matter) {
        return Questions.wish(matter.matter()).map(wish -> switch (wish.origin()) {
            case INVITED -> OptionContent.Basis.INVITED;
            case LEAFLET -> OptionContent.Basis.LEAFLET;
            case REPRESENTATIVE -> OptionContent.Basis.REPRESENTATIVE;
            case APPLICATION -> OptionContent.Basis.APPLICATION;
            case LATE -> OptionContent.Basis.LATE;
        }).orElse(matter.matter() instanceof Matter.Invitation ? OptionContent.Basis.INVITED : OptionContent.Basis.UNKNOWN);
    }

    private static OptionContent.Seat seat(Guest guest) {
        Optional<LocalDate> away = guest.options().away().map(Options.Away::until);
        return new OptionContent.Seat(guest.role(), guest.address(), guest.roster(), guest.until(), guest.language(), guest.options().digest(), away, guest.since());
    }

    /// The cases under way that name one of these addresses.
    static List<OptionContent.Open> open(Registry registry, Set<Address> addresses) {
        List<OptionContent.Open> open = new ArrayList<>();
        for (Case matter : registry.openCases())
            if (Mentions.of(matter, addresses)) open.add(new OptionContent.Open(matter.number(), matter.tld(), matter.opened()));
        return List.copyOf(open);
    }
}

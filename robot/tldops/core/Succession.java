package tldops.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The admin contact of ccTLDs is another one, and it counts (MAIL_RULES 34): what the old one holds acts no more, he gets one
/// notice; what is open goes to the new one, who gets one letter about the contacts of all his ccTLDs. Nobody is removed.
final class Succession {
    private static final Duration NOTICE_LIVES = Duration.ofDays(14);

    private Succession() {}

    /// From one contact to another.
    private record Way(Address from, Address to) {}

    /// @param opened so many cases the same event has opened
    static Decision of(Registry registry, List<Anchors.Moved> moved, int opened, Moment at) {
        Decision decision = Decision.EMPTY;
        Map<Way, List<Anchors.Moved>> ways = new LinkedHashMap<>();
        Map<Address, List<Anchors.Moved>> comers = new LinkedHashMap<>();
        for (Anchors.Moved one : moved) {
            if (!matters(registry, one.tld())) {
                decision = decision.and(Journal.of("contact changed", "nobody is on the list for it and nothing is open: noted (MAIL_RULES 34)", one.tld()).evidence(one.now()).people(people(one)));
                continue;
            }
            ways.computeIfAbsent(new Way(one.from(), one.to()), _ -> new ArrayList<>()).add(one);
            comers.computeIfAbsent(one.to(), _ -> new ArrayList<>()).add(one);
            decision = decision.and(Journal.of("contact changed", "two readings agree (MAIL_RULES 34)", one.tld()).evidence(one.now()).people(people(one))).and(ends(registry, one, at));
        }
        for (Map.Entry<Way, List<Anchors.Moved>> way : ways.entrySet()) decision = decision.and(told(registry, way.getKey(), tlds(way.getValue()), at));
        for (Map.Entry<Address, List<Anchors.Moved>> comer : comers.entrySet()) {
            decision = decision.and(invited(registry, comer.getKey(), comer.getValue(), at));
            List<Anchors.Moved> peopled = comer.getValue().stream().filter(one -> !registry.membersOf(one.tld()).isEmpty()).toList();
            if (!peopled.isEmpty()) decision = decision.and(Reconfirming.ask(registry, comer.getKey(), peopled, opened + Opened.by(registry, decision), at));
        }
        return decision;
    }

    private static List<String> people(Anchors.Moved one) {
        return List.of(one.from().toString(), one.to().toString());
    }

    private static List<Tld> tlds(List<Anchors.Moved> moved) {
        return moved.stream().map(Anchors.Moved::tld).toList();
    }

    private static boolean matters(Registry registry, Tld tld) {
        return !registry.membersOf(tld).isEmpty() || registry.delegate(tld).isPresent() || registry.casesOf(tld).stream().anyMatch(matter -> matter.open() && !matter.matter().personal());
    }

    /// What the old contact holds, what it said no to once and for all, and whom it appointed.
    private static Decision ends(Registry registry, Anchors.Moved moved, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Case matter : registry.casesOf(moved.tld())) {
            Case after = passedOn(matter, moved, at);
            if (after.equals(matter) || after.matter() instanceof Matter.Invitation) continue;
            decision = decision.and(new Change.CaseSaved(after));
            if (!after.stage().equals(matter.stage())) decision = decision.and(Journal.of(after.open() ? "queued" : "superseded", "IANA names another admin contact (MAIL_RULES 34)", matter, after).evidence(moved.now()));
        }
        for (Member member : registry.membersOf(moved.tld())) decision = decision.and(new Change.MemberSaved(member.toConfirm()));
        if (registry.lastCounted(Submissions.blockKey(moved.tld())).isPresent()) decision = decision.and(new Change.CountGone(Submissions.blockKey(moved.tld())));
        return decision.and(Relieving.overtaken(registry, new Facts(Map.of(moved.tld(), moved.now())), decision, at));
    }

    /// A case as it goes on: questions and wishes wait for their turn with the new contact, what only the old one could end is over.
    private static Case passedOn(Case matter, Anchors.Moved moved, Moment at) {
        Case without = matter.spent(moved.from());
        if (!matter.open() || !matter.asked().equals(moved.from()) || matter.matter().personal()) return without;
        return switch (matter.matter()) {
            case Matter.Invitation _ -> without;
            case Matter.Admission _, Matter.ReplaceWhom _, Matter.Change _ -> Whom.asking(Questions.superseded(without), moved.to()).spent(Issued.Purpose.OVERSIGHT);
            default -> without.at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty()));
        };
    }

    /// Invitations that are out are written anew, in one letter where there are several.
    private static Decision invited(Registry registry, Address to, List<Anchors.Moved> moved, Moment at) {
        List<Case> open = new ArrayList<>();
        Map<Tld, Authority> authorities = new TreeMap<>();
        for (Anchors.Moved one : moved) {
            for (Case matter : registry.casesOf(one.tld())) {
                if (!matter.open() || !(matter.matter() instanceof Matter.Invitation)) continue;
                open.add(Whom.asking(passedOn(matter, one, at), to).spent(Issued.Purpose.OVERSIGHT));
                authorities.put(one.tld(), one.now());
            }
        }
        return open.isEmpty() ? Decision.EMPTY : Invitations.anew(registry, open, new Facts(authorities), "IANA names another admin contact (MAIL_RULES 34)", at);
    }

    /// One notice to the old address, and one to the Secretariat.
    private static Decision told(Registry registry, Way way, List<Tld> tlds, Moment at) {
        Decision old = Decision.EMPTY.and(letter("moved " + way.from().key() + " " + way.to().key(), new AnchorContent.ContactMoved(tlds, way.to()), language(registry, tlds), List.of(way.from()), at));
        return old.and(news(registry, new AnchorContent.ContactsNews(tlds, AnchorContent.ContactsNews.News.CHANGED, Optional.of(way.from()), Optional.of(way.to()), 0), at));
    }

    /// What the Secretariat hears beside its copies of decisions.
    static Decision news(Registry registry, AnchorContent.ContactsNews news, Moment at) {
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        return secretariat.isEmpty() ? Decision.EMPTY : Decision.EMPTY.and(letter("news " + news, news, Language.EN, secretariat, at));
    }

    private static Letter letter(String name, Content content, Language language, List<Address> to, Moment at) {
        return new Letter(at.name(name, 16), content, language, to, List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.VERP, false, false, at.now().plus(NOTICE_LIVES));
    }

    /// In which language the ccTLD's contact was written to last.
    static Language language(Registry registry, List<Tld> tlds) {
        return tlds.stream().flatMap(tld -> registry.casesOf(tld).stream()).filter(matter -> !matter.matter().personal() && matter.tld().isPresent())
                .reduce((_, last) -> last).map(Case::language).orElse(Language.EN);
    }
}

package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An SSC answers none of our letters: his admin contact is asked whether he is still the one, with the present data as a form to
/// change; when that stays silent, too, the Secretariat is told (R108, L40, L44). Nobody is taken off by silence.
final class Handover {
    private Handover() {}

    /// A membership of a silent SSC that his admin contact is to see to.
    private record Silence(Case matter, Member member) {}

    /// @param ready whose admin contact is to be asked
    /// @param lost whose admin contact has not answered in its days either
    static Decision hand(Registry registry, List<Case> ready, List<Case> lost, Waiting mail, Facts facts, Moment at) {
        Map<Address, List<Silence>> byAdmin = new LinkedHashMap<>();
        Map<Long, Case> cases = new LinkedHashMap<>();
        for (Case matter : ready) {
            List<Member> his = Life.first(registry, address(matter));
            // all of his ccTLDs at once, when each is free and IANA has been heard about it
            boolean waits = his.stream().anyMatch(member -> facts.of(member.tld()).unsettled().isPresent() || Anchors.fresh(registry, member.tld(), facts.of(member.tld())) || Checks.busy(registry, member.tld()) || mail.concerns(member));
            if (waits || his.stream().flatMap(member -> admin(facts, member).stream()).anyMatch(admin -> Questions.exhausted(registry, admin, 0, at.now()))) continue;
            cases.put(matter.number(), matter);
            for (Member member : his) {
                Optional<Address> admin = admin(facts, member);
                admin.ifPresent(address -> byAdmin.computeIfAbsent(address, _ -> new ArrayList<>()).add(new Silence(matter, member)));
                if (admin.isEmpty()) cases.compute(matter.number(), (_, now) -> handed(now == null ? matter : now, new Matter.Handed(member.tld(), Optional.empty(), 0)));
            }
        }
        Decision decision = Decision.EMPTY;
        for (Map.Entry<Address, List<Silence>> one : byAdmin.entrySet()) decision = decision.and(ask(registry, one.getKey(), one.getValue(), cases, decision, at));
        List<Case> over = new ArrayList<>(lost);
        for (Case matter : cases.values()) {
            if (check(matter).handed().stream().allMatch(handed -> handed.admin().isEmpty())) over.add(matter);
            else decision = decision.and(Journal.of("admin contact asked", "its contact answered none of our letters (R108, L44)", registry.caseNumber(matter.number()).orElseThrow(), matter)).and(new Change.CaseSaved(matter));
        }
        return decision.and(tell(registry, over, at));
    }

    private static Address address(Case matter) {
        return check(matter).address();
    }

    private static Matter.Check check(Case matter) {
        return (Matter.Check) matter.matter();
    }

    /// The silent address is asked no fourth time, also where it is the admin contact's own.
    private static Optional<Address> admin(Facts facts, Member member) {
        return facts.of(member.tld()).address().filter(admin -> !member.person().has(admin));
    }

    private static Case handed(Case matter, Matter.Handed more) {
        Matter.Check check = check(matter);
        List<Matter.Handed> all = new ArrayList<>(check.handed());
        all.add(more);
        return matter.about(new Matter.Check(check.address(), check.letters(), false, List.copyOf(all)));
    }

    // ---- the admin contact

    /// One letter for all of them; of one ccTLD with its form, of several with the words to send.
    private static Decision ask(Registry registry, Address admin, List<Silence> silences, Map<Long, Case> cases, Decision before, Moment at) {
        Map<Tld, List<Silence>> byTld = new LinkedHashMap<>();
        for (Silence silence : silences) byTld.computeIfAbsent(silence.member().tld(), _ -> new ArrayList<>()).add(silence);
        Tld first = byTld.keySet().iterator().next();
        boolean form = byTld.size() == 1;
        String id = at.name("silent " + admin.key(), 16);
        List<CheckContent.SilentPlace> places = byTld.entrySet().stream().map(place -> new CheckContent.SilentPlace(place.getKey(),
                place.getValue().stream().map(silence -> silent(registry, silence, form ? Optional.empty() : Optional.of(slip(silence, admin, at)))).toList(), Reachability.of(registry, place.getKey(), at.now()))).toList();
        Rules rules = registry.rules();
        Language language = registry.membersOf(first).getFirst().language();
        Content.LastDay last = Days.last(registry, Optional.of(first), at.now(), rules.times().failureDays());
        CheckContent content = new CheckContent.SilentContacts(places, form ? Modifying.blocks(entries(registry, first), rules.ssc().max()) : List.of(), Checks.LETTERS, rules.ssc().max(), last);
        Decision decision = Decision.EMPTY.and(new Change.Counted(Questions.questionKey(admin), at.now()));
        List<Case> asking = new ArrayList<>();
        long number = form ? registry.nextCase(Opened.by(registry, before)) : 0;
        for (Silence silence : silences) {
            Issued issued = new Issued(slip(silence, admin, at).hash(), Issued.Purpose.ALIVE, admin, id, true);
            cases.compute(silence.matter().number(), (_, now) -> {
                Case handed = handed(now == null ? silence.matter() : now, new Matter.Handed(silence.member().tld(), Optional.of(admin), number)).asking(admin).at(new Stage.Written(at.now()));
                return handed.issued(slip(silence, admin, at)).isPresent() ? handed : handed.carrying(issued);
            });
            asking.add(silence.matter());
        }
        if (!form) return decision.and(Letters.joint(registry, asking.stream().map(matter -> matter.asking(admin).in(language)).toList(), id, content, at));
        Matter.Modify modify = new Matter.Modify(entries(registry, first), false, Modifying.draft(first, entries(registry, first), language));
        Case sent = new Case(number, Optional.of(first), modify, new Stage.Written(at.now()), admin, language, at.now(), List.of(), false);
        Token token = at.token(number + " silent form");
        Letter letter = new Letter(id, content, language, List.of(admin), List.of(), Optional.of(token), false, Optional.empty(), number, Letter.Envelope.VERP, true, true,
                Letters.lives(registry, Optional.of(first), at.now()));
        Case carrying = sent.carrying(new Issued(token.hash(), Issued.Purpose.FORM, admin, id, true));
        return decision.and(Journal.of("form sent", "contacts of the ccTLD are silent (R108)", sent, carrying)).and(new Change.CaseSaved(carrying)).and(letter);
    }

    private static Token slip(Silence silence, Address admin, Moment at) {
        return at.token("silent " + silence.matter().number() + " " + admin.key());
    }

    private static CheckContent.Silent silent(Registry registry, Silence silence, Optional<Token> slip) {
        Member member = silence.member();
        Instant since = Life.lastSign(registry, member);
        return new CheckContent.Silent(member.person(), Checks.day(registry, since), check(silence.matter()).returned(), slip);
    }

    private static List<Amendment.Entry> entries(Registry registry, Tld tld) {
        return registry.membersOf(tld).stream().map(Amendment.Entry::of).toList();
    }

    /// Whether this admin contact has a letter about the silence of this contact and has not answered it.
    static boolean asked(Registry registry, Tld tld, Address silent, Address admin) {
        return registry.openCases().stream().anyMatch(matter -> matter.matter() instanceof Matter.Check check && check.address().equals(silent)
                && check.handed().stream().anyMatch(handed -> handed.tld().equals(tld) && handed.admin().equals(Optional.of(admin))));
    }

    /// An admin contact has answered what we asked it: it knows, and the Secretariat need not.
    static Decision answered(Registry registry, Mail mail, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Case matter : registry.openCases()) {
            if (!(matter.matter() instanceof Matter.Check check) || check.handed().isEmpty()) continue;
            List<Matter.Handed> left = check.handed().stream().filter(handed -> !answers(registry, mail, matter, handed)).toList();
            if (left.size() == check.handed().size()) continue;
            if (left.stream().allMatch(handed -> handed.admin().isEmpty())) decision = decision.and(Checks.end(matter, Stage.Outcome.ANSWERED, "his admin contact has answered (L44)", at));
            else decision = decision.and(new Change.CaseSaved(matter.about(new Matter.Check(check.address(), check.letters(), check.returned(), left))));
        }
        return decision;
    }

    private static boolean answers(Registry registry, Mail mail, Case matter, Matter.Handed handed) {
        if (handed.admin().filter(mail::isFrom).isEmpty()) return false;
        return mail.bearers().stream().anyMatch(bearer -> matter.issued(bearer.token()).filter(Issued::live).filter(issued -> issued.to().equals(handed.admin().get())).isPresent()
                || registry.caseOf(bearer.token()).filter(form -> form.number() == handed.form()).flatMap(form -> form.issued(bearer.token())).filter(Issued::live).isPresent());
    }

    /// It wrote something that is no form: what can be done is told.
    static Decision noted(Registry registry, Mail mail, Case matter, Moment at) {
        List<Tld> tlds = Life.first(registry, address(matter)).stream().map(Member::tld).toList();
        return Decision.of(Journal.of("noted", "the admin contact has answered, with no form", matter, matter)).and(Answering.answer(registry, mail, true, new CheckContent.SilentNoted(tlds), matter.language(), at));
    }

    // ---- the Secretariat

    private static Decision tell(Registry registry, List<Case> over, Moment at) {
        List<CheckContent.Lost> lost = new ArrayList<>();
        Decision decision = Decision.EMPTY;
        for (Case matter : over) {
            for (Matter.Handed handed : check(matter).handed())
                registry.member(new Member.Id(handed.tld(), address(matter))).ifPresent(member -> lost.add(new CheckContent.Lost(member.tld(), member.person().name(),
                        Checks.day(registry, Life.lastSign(registry, member)), asked(matter, handed))));
            decision = decision.and(Checks.end(matter, Stage.Outcome.FAILED, "nobody answered; the Secretariat is told, and he stays (L44)", at));
        }
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        if (lost.isEmpty() || secretariat.isEmpty()) return decision;
        Letter letter = new Letter(at.name("nobody answered", 16), new CheckContent.NobodyAnswered(List.copyOf(lost)), Language.EN, secretariat, List.of(), Optional.empty(), false, Optional.empty(), 0,
                Letter.Envelope.VERP, false, false, Letters.lives(registry, Optional.empty(), at.now()));
        return decision.and(letter);
    }

    private static Optional<Instant> asked(Case matter, Matter.Handed handed) {
        return handed.admin().isPresent() && matter.stage() instanceof Stage.Asked(var accepted, _) ? Optional.of(accepted) : Optional.empty();
    }
}

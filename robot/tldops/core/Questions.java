package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The question of P2: the complete effect is put before the IANA address, which confirms or denies it. One open
/// question per ccTLD; what comes meanwhile waits and is asked together (MAIL_RULES 21, 21b).
final class Questions {
    private Questions() {}

    /// Whether this case holds the one question that may be open for its ccTLD.
    static boolean asks(Case matter) {
        boolean question = switch (matter.matter()) {
            case Matter.Admission _, Matter.ReplaceWhom _, Matter.Change _ -> true;
            case Matter.Appointment appointment -> appointment.step() != Matter.Step.PROVE;
            default -> false;
        };
        return question && matter.open() && !(matter.stage() instanceof Stage.Queued);
    }

    /// Raised by mail that proved nothing: it binds only such mail, and may be blocked (21b).
    static boolean unproved(Matter matter) {
        return switch (matter) {
            case Matter.Admission wish -> unproved(wish.origin(), wish.applicants());
            case Matter.ReplaceWhom wish -> unproved(wish.origin(), wish.applicants());
            case Matter.Change wish -> !wish.applicants().isEmpty() && wish.applicants().stream().noneMatch(Matter.Applicant::authenticated);
            case Matter.Appointment wish -> wish.unproved();
            default -> false;
        };
    }

    private static boolean unproved(Matter.Origin origin, List<Matter.Applicant> applicants) {
        boolean theirs = origin == Matter.Origin.APPLICATION || origin == Matter.Origin.REPRESENTATIVE;
        return theirs && applicants.stream().noneMatch(Matter.Applicant::authenticated);
    }

    /// Asks now, or queues the wish behind the question that is open.
    ///
    /// @param matter the case, its matter the [Matter.Admission] to ask about, its `asked` the IANA address
    /// @param proved an authenticated applicant or the admin contact: passes and supersedes what unproved mail opened
    /// @param before what the same mail has led to already: its questions count
    static Decision raise(Registry registry, Case matter, boolean proved, Decision before, Journal why, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        List<Case> others = cases(registry, tld, before).stream().filter(other -> other.number() != matter.number()).toList();
        // nor does it pass what was proved and waits for its turn
        if (!proved && queue(others).stream().anyMatch(other -> !unproved(other.matter()))) return queued(matter, why);
        List<Case> open = others.stream().filter(Questions::asks).toList();
        Decision decision = Decision.EMPTY;
        for (Case other : open) {
            boolean renewed = own(matter.matter()) && own(other.matter()) && appoints(matter.matter()) == appoints(other.matter());
            boolean sameMail = !registry.casesOf(tld).contains(other);
            boolean passes = givesWay(other.matter()) && !appoints(matter.matter()) && !sameMail;
            if (!passes && (!proved || sameMail || (!renewed && !unproved(other.matter())))) return queued(matter, why);
            // a newer form takes the place of the older; a removal tells of one person, and what it passes waits
            boolean over = renewed && !removes(matter.matter()) && !removes(other.matter());
            Case back = over ? ended(other, at) : superseded(other);
            decision = decision.and(new Change.CaseSaved(back)).and(Journal.of("superseded", "a proved request goes first (21b)", other, back));
        }
        String key = questionKey(matter.asked());
        long already = before.changes().stream().filter(change -> change instanceof Change.Counted counted && counted.key().equals(key)).count();
        // what it passes waits all the same: else forged answers would keep a forged question open, and this one behind it
        if (exhausted(registry, matter.asked(), already, at.now())) return decision.and(queued(matter, why));
        return decision.and(ask(registry, matter, false, why, at));
    }

    /// Those of a ccTLD, as the same mail has left them so far.
    static List<Case> cases(Registry registry, Tld tld, Decision before) {
        Map<Long, Case> cases = new LinkedHashMap<>();
        for (Case matter : registry.casesOf(tld)) cases.put(matter.number(), matter);
        for (Change change : before.changes()) if (change instanceof Change.CaseSaved(var saved) && saved.tld().filter(tld::equals).isPresent()) cases.put(saved.number(), saved);
        return List.copyOf(cases.values());
    }

    private static boolean appoints(Matter matter) {
        return matter instanceof Matter.Appointment;
    }

    /// Nobody has to wait until an appointment that nothing proved is over.
    private static boolean givesWay(Matter matter) {
        return appoints(matter) && unproved(matter);
    }

    private static boolean removes(Matter matter) {
        return matter instanceof Matter.Change wish && wish.cause() == Matter.Cause.REMOVAL;
    }

    /// The admin contact's own wish: his newer one takes its place.
    private static boolean own(Matter matter) {
        return switch (matter) {
            case Matter.Admission wish -> wish.applicants().isEmpty();
            case Matter.ReplaceWhom wish -> wish.applicants().isEmpty();
            case Matter.Change wish -> wish.applicants().isEmpty();
            case Matter.Appointment _ -> true;
            default -> false;
        };
    }

    private static Case ended(Case other, Moment at) {
        return other.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.CHOICE).at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty()));
    }

    /// Back in the line: what was asked about it acts no more.
    static Case superseded(Case other) {
        return other.about(wish(other.matter()).map(Matter.class::cast).orElse(other.matter())).spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.CHOICE).at(new Stage.Queued());
    }

    static String questionKey(Address asked) {
        return "question:" + asked.key();
    }

    static boolean exhausted(Registry registry, Address asked, long already, Instant now) {
        return already + registry.counted(questionKey(asked), now.minus(Duration.ofDays(1))) >= registry.rules().quotas().questionsPerAddressPerDay();
    }

    private static Decision queued(Case matter, Journal why) {
        Case waits = matter.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.CHOICE).spent(Issued.Purpose.FORM).at(new Stage.Queued());
        return Decision.of(Journal.of("queued", why.reason() + "; one question at a time (21b)", matter, waits)).and(new Change.CaseSaved(waits));
    }

    /// A wish that waits for its turn, as a case of its own.
    static Decision queue(Registry registry, Case like, long number, Matter.Admission wish, Moment at) {
        return queued(new Case(number, like.tld(), wish, new Stage.Queued(), like.asked(), like.language(), at.now(), List.of(), false), Journal.of("", "no place left"));
    }

    /// Writes the letter that fits: an Authentication Request for one applicant (A.5), whom to replace when all places
    /// are taken, else the question.
    static Decision ask(Registry registry, Case matter, boolean again, Journal why, Moment at) {
        if (matter.matter() instanceof Matter.Change change) return Changes.ask(registry, matter, change, again, why, at);
        if (matter.matter() instanceof Matter.Appointment appointment) return Delegates.ask(registry, matter, appointment, again, why, at);
        Matter.Admission wish = wish(matter.matter()).orElseThrow();
        boolean same = registry.caseNumber(matter.number()).filter(before -> before.matter().equals(wish)).isPresent();
        Case written = (same ? matter : matter.spent(Issued.Purpose.VERDICT)).about(wish).spent(Issued.Purpose.FORM).at(new Stage.Written(at.now()));
        List<Matter.Newcomer> fresh = fresh(registry, matter, wish);
        boolean full = registry.membersOf(matter.tld().orElseThrow()).size() >= registry.rules().ssc().max() && !fresh.isEmpty();
        Letters.Asking asking = full
                ? Replacements.ask(registry, written, new Matter.Admission(wish.origin(), Stream.concat(fresh.stream(), wish.newcomers().stream().filter(known -> !fresh.contains(known))).toList(), wish.applicants()), at)
                : Letters.question(registry, written, Issued.Purpose.VERDICT, matter.asked(), content(registry, written, wish, again, at), at);
        return Decision.of(Journal.of("question asked", why.reason(), matter, asking.matter()).restingOn(why.evidence()).people(Admissions.names(wish.newcomers().stream().map(Matter.Newcomer::person).toList(), List.of())))
                .and(new Change.CaseSaved(asking.matter()), new Change.Counted(questionKey(matter.asked()), at.now()))
                .and(asking.letter());
    }

    /// The same question once more: the days of the case go on as they were.
    static Decision askAgain(Registry registry, Case matter, Stage stage, Journal why, Moment at) {
        Decision asked = ask(registry, matter, true, why, at);
        return new Decision(asked.changes().stream().map(change -> change instanceof Change.CaseSaved saved && saved.saved().open() ? new Change.CaseSaved(saved.saved().at(stage)) : change).toList(), asked.letters(), asked.journal());
    }

    /// Who would become a member by the answer to this case's question.
    static Optional<Matter.Admission> wish(Matter matter) {
        return switch (matter) {
            case Matter.Admission wish -> Optional.of(wish);
            case Matter.ReplaceWhom replace -> Optional.of(new Matter.Admission(replace.origin(), Stream.concat(Stream.of(replace.newcomer()), replace.waiting().stream()).toList(), replace.applicants()));
            default -> Optional.empty();
        };
    }

    private static List<Matter.Newcomer> fresh(Registry registry, Case matter, Matter.Admission wish) {
        List<Member> present = registry.membersOf(matter.tld().orElseThrow());
        return wish.newcomers().stream().filter(newcomer -> !Admissions.present(present, newcomer.person())).toList();
    }

    private static Content content(Registry registry, Case matter, Matter.Admission wish, boolean again, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Content.LastDay last = Days.last(registry, matter.tld(), at.now(), registry.rules().times().failureDays());
        List<Content.Doubt> doubts = Oddities.doubts(registry, tld, matter.asked(), wish.newcomers(), List.of());
        boolean blockable = unproved(wish);
        boolean authenticated = wish.applicants().stream().anyMatch(Matter.Applicant::authenticated);
        if (wish.origin() == Matter.Origin.APPLICATION && wish.newcomers().size() == 1)
            return new Content.AuthenticationRequest(tld, wish.newcomers().getFirst().person(), authenticated, doubts, last, blockable, again);
        return new Content.Question(tld, wish.origin(), wish.newcomers(), registry.membersOf(tld), wish.applicants().stream().map(Matter.Applicant::address).findFirst(), doubts, last, blockable, again);
    }

    /// What of all that waits for a ccTLD is asked next, once no other question is open (21b).
    static Optional<Case> turn(Registry registry, Tld tld, Instant now) {
        List<Case> cases = registry.casesOf(tld);
        if (cases.stream().anyMatch(Questions::asks)) return Optional.empty();
        return queue(cases).stream().min(Comparator.comparing((Case matter) -> unproved(matter.matter())).thenComparing(matter -> givesWay(matter.matter()))).filter(first -> !exhausted(registry, first.asked(), 0, now));
    }

    private static List<Case> queue(List<Case> cases) {
        return cases.stream().filter(matter -> matter.stage() instanceof Stage.Queued).toList();
    }

    /// Asks it; what mail without proof has brought is joined into one question. Called by the deadlines duty.
    static Decision next(Registry registry, Tld tld, Facts facts, Moment at) {
        return turn(registry, tld, at.now()).map(first -> Whom.today(registry, first, facts, true, matter -> next(registry, matter, facts.of(tld), at), at)).orElse(Decision.EMPTY);
    }

    private static Decision next(Registry registry, Case first, Authority authority, Moment at) {
        Decision decision = Decision.EMPTY;
        Journal why = Journal.of("", "its turn has come (21b)").evidence(authority);
        if (!(first.matter() instanceof Matter.Admission alone)) return ask(registry, first, false, why, at);
        Matter.Admission joined = alone;
        for (Case other : queue(registry.casesOf(first.tld().orElseThrow()))) {
            if (other.number() == first.number() || !unproved(first.matter()) || !unproved(other.matter()) || !(other.matter() instanceof Matter.Admission more)) continue;
            joined = joined(joined, more);
            Case merged = other.at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty()));
            decision = decision.and(new Change.CaseSaved(merged)).and(Journal.of("joined", "into case " + first.number() + " (21b)", other, merged));
        }
        return decision.and(ask(registry, first.about(joined), false, why, at));
    }

    private static Matter.Admission joined(Matter.Admission one, Matter.Admission other) {
        List<Matter.Newcomer> newcomers = new ArrayList<>(one.newcomers());
        for (Matter.Newcomer more : other.newcomers())
            if (newcomers.stream().noneMatch(known -> more.person().addresses().stream().anyMatch(known.person()::has))) newcomers.add(more);
        Set<Matter.Applicant> applicants = new LinkedHashSet<>(one.applicants());
        applicants.addAll(other.applicants());
        return new Matter.Admission(one.origin(), List.copyOf(newcomers), List.copyOf(applicants));
    }

    /// The admin contact said no: the applicants hear it politely, nothing is stored beyond the journal (R045, X18).
    static Decision denied(Registry registry, Case matter, List<Matter.Newcomer> newcomers, List<Matter.Applicant> applicants, Content.Result.Became became, Admissions.Act act, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Case ended = matter.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.CHOICE).at(new Stage.Ended(Stage.Outcome.DENIED, at.now(), Optional.empty()));
        List<Person> people = newcomers.stream().map(Matter.Newcomer::person).toList();
        List<Member> mistaken = registry.membersOf(tld).stream().filter(member -> member.caseNumber() == matter.number() && people.contains(member.person())).toList();
        Content.Result result = new Content.Result(tld, became, List.of(), mistaken.stream().map(Member::person).toList(), List.of(), false);
        Decision decision = Decision.of(Journal.of("denied", act.reason(), matter, ended).evidence(act.authority()).people(Admissions.names(people, List.of())))
                .and(new Change.CaseSaved(ended))
                .and(Letters.notice(registry, matter, List.of(matter.asked()), new Content.Done(List.of(result)), matter.language(), at))
                .and(Oversight.copy(registry, ended, "denied", people, matter.asked(), act.reason(), at));
        for (Member member : mistaken) {
            decision = decision.and(new Change.MemberGone(member.id()))
                    .and(Letters.notice(registry, ended, List.of(member.person().address()), new Content.Withdrawn(tld, member.person()), member.language(), at));
        }
        return decision.and(told(registry, ended, applicants, new Content.ApplicationDenied(tld, (int) registry.rules().times().denyCoolDown().toDays()), at))
                .and(applicants.stream().filter(Matter.Applicant::authenticated)
                        .map(applicant -> (Change) new Change.Counted(Submissions.deniedKey(tld, applicant.address()), at.now())).toArray(Change[]::new));
    }

    /// The same news to each applicant in his language.
    static Decision told(Registry registry, Case matter, List<Matter.Applicant> applicants, Content content, Moment at) {
        List<Letter> letters = new ArrayList<>();
        Set<Address> heard = new HashSet<>();
        for (Matter.Applicant applicant : applicants) if (heard.add(applicant.address())) letters.add(Letters.notice(registry, matter, List.of(applicant.address()), content, applicant.language(), at));
        return new Decision(List.of(), letters, List.of());
    }
}

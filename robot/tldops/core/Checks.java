package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An SSC of whom nothing was heard for long is asked whether it is still he: one letter and two more, each after some working
/// days (R108, N17, L34, L40, L44). Any sign of life ends it; his silence takes nobody off the list.
final class Checks {
    static final String PREFIX = "checked:";
    /// After so many letters his admin contact is asked.
    static final int LETTERS = 3;

    private Checks() {}

    /// When he was asked last: a year passes before it begins anew, whatever came of it.
    static String key(Address address) {
        return PREFIX + address.key() + ";";
    }

    static boolean is(Case matter) {
        return matter.matter() instanceof Matter.Check;
    }

    private static Matter.Check of(Case matter) {
        return (Matter.Check) matter.matter();
    }

    private static List<Case> open(Registry registry) {
        return registry.openCases().stream().filter(Checks::is).toList();
    }

    // ---- the duty

    /// The ccTLDs whose admin contact may be asked now.
    static Set<Tld> asking(Registry registry, Instant now) {
        Set<Tld> tlds = new TreeSet<>();
        for (Case matter : open(registry))
            if (toHandOver(registry, matter, now)) Life.first(registry, of(matter).address()).forEach(member -> tlds.add(member.tld()));
        return tlds;
    }

    /// @param facts what IANA says of the ccTLDs that are [#asking]
    static Decision due(Registry registry, Waiting mail, Facts facts, Moment at) {
        Decision decision = Decision.EMPTY;
        if (!registry.rules().contacts().on()) {
            for (Case matter : open(registry)) decision = decision.and(end(matter, Stage.Outcome.CLOSED, "nobody is asked any more (contacts.validate-after)", at));
            return decision;
        }
        List<Case> ready = new ArrayList<>();
        List<Case> lost = new ArrayList<>();
        for (Case matter : open(registry)) {
            if (mail.concerns(matter)) continue;
            if (Life.first(registry, of(matter).address()).isEmpty()) decision = decision.and(end(matter, Stage.Outcome.SUPERSEDED, "the address is no contact's any more (L41)", at));
            else if (!of(matter).handed().isEmpty()) {
                if (waited(registry, matter, registry.rules().times().failureDays(), at.now())) lost.add(matter);
            } else if (toHandOver(registry, matter, at.now())) ready.add(matter);
            else if (waited(registry, matter, registry.rules().contacts().warnDays(), at.now())) decision = decision.and(write(registry, matter, of(matter).letters() + 1, at));
        }
        decision = decision.and(Handover.hand(registry, ready, lost, mail, facts, at));
        return decision.and(begin(registry, mail, Opened.by(registry, decision), at));
    }

    private static boolean toHandOver(Registry registry, Case matter, Instant now) {
        Matter.Check check = of(matter);
        if (!check.handed().isEmpty()) return false;
        return check.returned() || (check.letters() >= LETTERS && waited(registry, matter, registry.rules().contacts().warnDays(), now));
    }

    private static boolean waited(Registry registry, Case matter, int days, Instant now) {
        return of(matter).returned() || next(registry, matter, days).filter(due -> !now.isBefore(due)).isPresent();
    }

    private static Optional<Instant> next(Registry registry, Case matter, int days) {
        return matter.stage() instanceof Stage.Asked(var accepted, var extra) ? Optional.of(Days.due(registry, matter.tld(), accepted, days + extra)) : Optional.empty();
    }

    /// When the next letter is due, his or another's; empty while the last one has not left.
    static Optional<Prospect> prospect(Registry registry, Case matter) {
        Matter.Check check = of(matter);
        int days = check.handed().isEmpty() ? registry.rules().contacts().warnDays() : registry.rules().times().failureDays();
        return next(registry, matter, days).map(due -> new Prospect(check.letters() < LETTERS ? Prospect.What.REMINDER : Prospect.What.ESCALATION, due));
    }

    // ---- who is asked

    /// Who has been silent for the longest time, and so many a day that the year does not begin with hundreds of letters.
    private static Decision begin(Registry registry, Waiting mail, int opened, Moment at) {
        Set<Address> asked = open(registry).stream().map(matter -> of(matter).address()).collect(Collectors.toSet());
        Map<Address, Instant> silent = new LinkedHashMap<>();
        for (Member member : registry.members()) {
            Address address = member.person().address();
            Optional<Instant> since = Life.silentSince(registry, member, at.now());
            if (since.isPresent() && !asked.contains(address) && free(registry, address, mail, at)) silent.merge(address, since.get(), (one, other) -> one.isBefore(other) ? one : other);
        }
        List<Address> first = silent.keySet().stream().sorted(Comparator.comparing((Address address) -> silent.get(address)).thenComparing(address -> address)).limit(registry.rules().contacts().perDay()).toList();
        Decision decision = Decision.EMPTY;
        for (Address address : first) {
            Member member = Life.first(registry, address).getFirst();
            Case matter = new Case(registry.nextCase(opened++), Optional.of(member.tld()), new Matter.Check(address, 0, false, List.of()), new Stage.Written(at.now()), address, member.language(), at.now(), List.of(), false);
            decision = decision.and(write(registry, matter, 1, at)).and(new Change.CountsForgotten(key(address), at.now()), new Change.Counted(key(address), at.now()));
        }
        return decision;
    }

    /// He may be asked now: nothing came from him for any of his ccTLDs, he was not asked lately, is here, and nothing else of
    /// theirs is under way.
    private static boolean free(Registry registry, Address address, Waiting mail, Moment at) {
        boolean lately = registry.lastCounted(key(address)).filter(asked -> !Life.over(registry, asked, at.now())).isPresent();
        return !lately && Life.first(registry, address).stream().noneMatch(member -> mail.concerns(member) || busy(registry, member.tld()) || Life.silentSince(registry, member, at.now()).isEmpty()
                || member.options().awayOn(LocalDate.ofInstant(at.now(), Days.calendar(registry, Optional.of(member.tld())).zone())));
    }

    /// Another matter of the ccTLD is open: its people have enough to answer.
    static boolean busy(Registry registry, Tld tld) {
        return registry.casesOf(tld).stream().anyMatch(matter -> matter.open() && !is(matter));
    }

    // ---- his letters

    /// The letter with that number, and a secret of its own.
    static Decision write(Registry registry, Case matter, int letter, Moment at) {
        Address address = of(matter).address();
        List<Member> his = Life.first(registry, address);
        if (his.isEmpty()) return end(matter, Stage.Outcome.SUPERSEDED, "the address is no contact's any more (L41)", at);
        Member member = his.getFirst();
        Optional<LocalDate> heard = his.stream().flatMap(one -> Life.heard(registry, one).stream()).max(Instant::compareTo).map(time -> day(registry, time));
        List<Reachability> reach = his.stream().flatMap(one -> Reachability.shown(registry, one, at.now()).stream()).toList();
        Content content = new CheckContent.StillYou(member.person().name(), his.stream().map(Member::tld).toList(), Bulletins.lines(registry, his), heard, letter,
                Days.last(registry, matter.tld(), at.now(), registry.rules().contacts().warnDays()), reach);
        Case asking = matter.about(new Matter.Check(address, letter, false, List.of())).asking(address).in(member.language()).spent(Issued.Purpose.ALIVE).at(new Stage.Written(at.now()));
        Letters.Asking asked = Letters.question(registry, asking, Issued.Purpose.ALIVE, address, content, at);
        return Decision.of(Journal.of("asked whether he is there", "nothing came from him " + heard.map(day -> "since " + day).orElse("ever") + ", letter " + letter + " of " + LETTERS + " (R108, L40)", matter, asked.matter()))
                .and(new Change.CaseSaved(asked.matter())).and(asked.letter());
    }

    static LocalDate day(Registry registry, Instant time) {
        return LocalDate.ofInstant(time, registry.rules().listCalendar().zone());
    }

    // ---- what came of them

    /// He is there: nobody waits for his answer any more.
    static Decision heard(Registry registry, Address address, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Case matter : open(registry)) if (of(matter).address().equals(address)) decision = decision.and(end(matter, Stage.Outcome.ANSWERED, "a sign of life (N17, L40)", at));
        return decision;
    }

    static Decision end(Case matter, Stage.Outcome outcome, String reason, Moment at) {
        Case ended = matter.spent(Issued.Purpose.ALIVE).at(new Stage.Ended(outcome, at.now(), Optional.empty()));
        return Decision.of(Journal.of(outcome == Stage.Outcome.ANSWERED ? "is there" : "no answer", reason, matter, ended)).and(new Change.CaseSaved(ended));
    }

    /// Our letter came back: no further one of the kind is of use, and the address loses its good name (L41).
    static Decision returned(Registry registry, Case matter, String letter, String details, Moment at) {
        Matter.Check check = of(matter);
        boolean latest = check.handed().isEmpty() ? matter.letter().equals(letter) : matter.tokens().stream().anyMatch(issued -> issued.letter().equals(letter) && issued.live());
        if (!latest) return Decision.nothing("an older letter came back");
        Case back = matter.about(new Matter.Check(check.address(), check.letters(), true, check.handed()));
        return Decision.of(Journal.of("came back", details, matter, back)).and(new Change.CaseSaved(back));
    }

    /// The letter could not leave in time: it is written anew; the one to the admin contact when the duty comes again.
    static Decision anew(Registry registry, Case matter, Moment at) {
        if (of(matter).handed().isEmpty()) return write(registry, matter, of(matter).letters(), at);
        Case back = matter.spent(Issued.Purpose.ALIVE).about(new Matter.Check(of(matter).address(), of(matter).letters(), true, List.of())).at(new Stage.Asked(at.now(), 0));
        return Decision.of(Journal.of("not asked", "our letter to the admin contact could not leave in time", matter, back)).and(new Change.CaseSaved(back));
    }

    /// A word in answer to such a letter; empty when the mail brings none of its secrets, or asks for something else.
    static Optional<Decision> answered(Registry registry, Mail mail, Request request, Moment at) {
        boolean word = request instanceof Request.Unclear || request instanceof Request.Answered;
        if (!word || mail.from().isEmpty() || mail.failed() || mail.redirectedBy().isPresent()) return Optional.empty();
        Address from = mail.from().get();
        for (Bearer bearer : mail.bearers()) {
            Optional<Case> matter = registry.caseOf(bearer.token()).filter(Checks::is);
            Optional<Issued> issued = matter.flatMap(found -> found.issued(bearer.token()));
            if (issued.isEmpty()) continue;
            Address address = of(matter.get()).address();
            List<Member> his = Life.first(registry, address);
            boolean himself = issued.get().to().equals(address) && (from.equals(address) || his.stream().anyMatch(member -> member.person().has(from)));
            if (himself && !his.isEmpty()) return Optional.of(told(registry, mail, request, his, at));
            if (from.equals(issued.get().to()) && !himself) return Optional.of(Handover.noted(registry, mail, matter.get(), at));
        }
        return Optional.empty();
    }

    private static Decision told(Registry registry, Mail mail, Request request, List<Member> his, Moment at) {
        boolean yes = Entries.yes(mail, request);
        Content content = new CheckContent.HeardOf(yes, Bulletins.lines(registry, his));
        Decision answer = Answering.answer(registry, mail, true, content, his.getFirst().language(), at);
        if (!yes) return Decision.of(Journal.of("asked back", "no `ok` in the answer", his.getFirst().tld())).and(answer);
        return Decision.of(Journal.of("entry confirmed", "`ok`, with the secret of our letter (N17)", his.getFirst().tld())).and(new Change.Counted(Entries.key(his.getFirst().person().address()), at.now())).and(answer);
    }
}

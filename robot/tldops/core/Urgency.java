package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `urgent .xx`: the SSCs of a ccTLD are asked to call who sent it, by rank; who sent it is told what becomes of it
/// (N13, P8, L10). The calls themselves are [Calls].
final class Urgency {
    private static final Duration LIVES = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LINES = 8;
    private static final int LINE = 200;

    private Urgency() {}

    static CommandMail.Done ask(Draft draft, Caller caller, Request.Command.Urgent wish, Moment at) {
        Registry registry = draft.registry();
        Member member = draft.now(caller.member().orElseThrow(), at);
        Tld tld = wish.tld();
        Optional<Content.Section> early = WhoAnswer.notYet(wish.words(), caller.member().orElseThrow(), at);
        if (early.isPresent()) return new CommandMail.Done(Decision.EMPTY, early.get());
        if (!registry.rules().knows(tld)) return refused(wish, OptionContent.Calling.How.NO_CCTLD);
        Optional<Case> before = registry.casesOf(tld).stream().filter(matter -> matter.open() && matter.matter() instanceof Matter.Urgent call && member.person().has(call.to()) && call.next().isPresent()).findFirst();
        if (before.isPresent()) return new CommandMail.Done(Decision.EMPTY, section(registry, wish, OptionContent.Calling.How.UNDER_WAY, before.get()));
        Optional<OptionContent.Calling.How> many = tooMany(draft, member, tld, at);
        if (many.isPresent()) return refused(wish, many.get());
        Case fresh = new Case(draft.nextCase(), Optional.of(tld), new Matter.Urgent(member.id(), caller.address(), wish.text(), List.of(), Optional.empty(), List.of()),
                new Stage.Asked(at.now(), 0), registry.rules().list().owner(), member.language(), at.now(), List.of(), false);
        Calls.Wave wave = Calls.next(registry, fresh, at);
        if (wave.asked().isEmpty()) return refused(wish, OptionContent.Calling.How.NOBODY);
        Decision decision = Decision.of(Journal.of("urgent", "by an SSC, rank by rank (N13)", fresh, wave.matter()).people(List.of(member.person().name() + " <" + caller.address() + ">")))
                .and(new Change.Counted(byKey(member), at.now()), new Change.Counted(toKey(tld), at.now()))
                .and(wave.decision());
        return new CommandMail.Done(decision, section(registry, wish, OptionContent.Calling.How.ASKED, wave.matter()));
    }

    private static CommandMail.Done refused(Request.Command.Urgent wish, OptionContent.Calling.How how) {
        return new CommandMail.Done(Decision.EMPTY, new Content.Section(wish.words(), new OptionContent.Calling(wish.tld(), how, List.of(), Optional.empty(), false)));
    }

    private static Content.Section section(Registry registry, Request.Command.Urgent wish, OptionContent.Calling.How how, Case matter) {
        Matter.Urgent call = (Matter.Urgent) matter.matter();
        return new Content.Section(wish.words(), new OptionContent.Calling(wish.tld(), how, Calls.called(registry, matter, call.calls()), call.next(), Calls.left(registry, matter).isEmpty()));
    }

    private static String byKey(Member member) {
        return "urgent-by:" + member.person().address().key();
    }

    private static String toKey(Tld tld) {
        return "urgent-to:" + tld.label();
    }

    private static Optional<OptionContent.Calling.How> tooMany(Draft draft, Member member, Tld tld, Moment at) {
        Registry registry = draft.registry();
        Rules.Urgent limits = registry.rules().urgent();
        long mine = draft.counted(byKey(member));
        boolean his = mine + registry.counted(byKey(member), at.now().minus(HOUR)) >= limits.perMemberHour() || mine + registry.counted(byKey(member), at.now().minus(DAY)) >= limits.perMemberDay();
        if (his) return Optional.of(OptionContent.Calling.How.TOO_MANY);
        boolean there = draft.counted(toKey(tld)) + registry.counted(toKey(tld), at.now().minus(HOUR)) >= limits.perTldHour();
        return there ? Optional.of(OptionContent.Calling.How.TOO_MANY_THERE) : Optional.empty();
    }

    // ---- by the clock

    static Decision due(Registry registry, Case matter, Matter.Urgent call, Moment at) {
        if (!at.now().isBefore(end(matter))) {
            Case ended = matter.at(new Stage.Ended(call.answered().isEmpty() ? Stage.Outcome.FAILED : Stage.Outcome.ANSWERED, at.now(), Optional.empty()));
            Decision over = Decision.of(Journal.of("ended", "a day after it was opened (N13)", matter, ended)).and(new Change.CaseSaved(ended));
            // he waits to hear of the next one
            return call.next().isEmpty() ? over : over.and(news(registry, ended, OptionContent.News.OVER, call.calls(), List.of(), at));
        }
        return call.next().filter(next -> !at.now().isBefore(next)).isPresent() ? further(registry, matter, "nobody has answered", at) : Decision.EMPTY;
    }

    /// When the case is over, whatever has happened: nobody is called in the night about what was urgent yesterday.
    static Instant end(Case matter) {
        return matter.opened().plus(LIVES);
    }

    /// The next rank; after the last one he hears that all were asked.
    private static Decision further(Registry registry, Case matter, String reason, Moment at) {
        if (registry.member(((Matter.Urgent) matter.matter()).by()).isEmpty()) {
            Case ended = matter.at(new Stage.Ended(Stage.Outcome.CLOSED, at.now(), Optional.empty()));
            return Decision.of(Journal.of("closed", "who asked is no SSC any more", matter, ended)).and(new Change.CaseSaved(ended));
        }
        Calls.Wave wave = Calls.next(registry, matter, at);
        if (wave.asked().isEmpty()) {
            Matter.Urgent call = (Matter.Urgent) matter.matter();
            Case asked = matter.about(new Matter.Urgent(call.by(), call.to(), call.text(), call.calls(), Optional.empty(), call.answered()));
            return Decision.of(Journal.of("all asked", reason + " (N13)", matter, asked)).and(new Change.CaseSaved(asked)).and(news(registry, asked, OptionContent.News.NOBODY, call.calls(), List.of(), at));
        }
        List<Matter.Call> soFar = ((Matter.Urgent) wave.matter().matter()).calls();
        return Decision.of(Journal.of("next rank", reason + " (N13)", matter, wave.matter())).and(wave.decision()).and(news(registry, wave.matter(), OptionContent.News.NEXT_ASKED, soFar, List.of(), at));
    }

    // ---- what becomes of the letters

    /// Empty when the letter is none of an `urgent`. Each failure is told once, and that letter's own failure nobody (L10).
    static Optional<Decision> fate(Registry registry, String letter, Matter.Call.Fate fate, Moment at) {
        Optional<Case> found = registry.casesOfLetter(letter).stream().filter(matter -> matter.matter() instanceof Matter.Urgent).findFirst();
        return found.map(matter -> fate(registry, matter, (Matter.Urgent) matter.matter(), letter, fate, at));
    }

    private static Decision fate(Registry registry, Case matter, Matter.Urgent call, String letter, Matter.Call.Fate fate, Moment at) {
        Optional<Matter.Call> found = call.calls().stream().filter(one -> one.letter().equals(letter)).findFirst();
        if (found.isEmpty() || !matter.open() || found.get().fate() == fate || found.get().fate() == Matter.Call.Fate.FAILED) return Decision.nothing("known already, or over (L10)");
        List<Matter.Call> calls = call.calls().stream().map(one -> one.letter().equals(letter) ? new Matter.Call(one.member(), one.address(), one.letter(), one.at(), fate) : one).toList();
        Case known = matter.about(new Matter.Urgent(call.by(), call.to(), call.text(), calls, call.next(), call.answered()));
        boolean failed = fate == Matter.Call.Fate.FAILED;
        Decision decision = Decision.of(Journal.of(failed ? "not delivered" : "sent", failed ? "a call can not be delivered (N13)" : "the relay took it", matter, known)).and(new Change.CaseSaved(known));
        if (!call.answered().isEmpty()) return decision;
        List<Matter.Call> wave = calls.stream().filter(one -> one.at().equals(found.get().at())).toList();
        boolean lost = call.next().isPresent() && calls.stream().allMatch(one -> one.fate() == Matter.Call.Fate.FAILED);
        if (lost) return decision.and(further(registry, known, "no letter could be delivered", at));
        boolean settled = found.get().fate() == Matter.Call.Fate.WRITTEN && wave.stream().noneMatch(one -> one.fate() == Matter.Call.Fate.WRITTEN);
        if (settled) decision = decision.and(news(registry, known, OptionContent.News.DELIVERED, wave, List.of(), at));
        // while others of the same rank are on their way it is told with them
        else if (failed && wave.stream().noneMatch(one -> one.fate() == Matter.Call.Fate.WRITTEN)) decision = decision.and(news(registry, known, OptionContent.News.FAILED, List.of(new Matter.Call(found.get().member(), found.get().address(), letter, found.get().at(), fate)), List.of(), at));
        return decision;
    }

    // ---- who answers

    /// Empty when the mail answers no `urgent`: any word with the letter's secret does, and a plain letter of somebody who
    /// was asked, when it is authenticated. What a machine writes never does.
    static Optional<Decision> answered(Registry registry, Mail mail, Request request, Moment at) {
        if (mail.from().isEmpty() || mail.failed() || mail.bulk()) return Optional.empty();
        Optional<Bearings.Held> held = Bearings.of(registry, mail);
        if (held.isPresent()) return held.filter(bearing -> bearing.matter().matter() instanceof Matter.Urgent).map(bearing -> answered(registry, bearing.matter(), mail, at));
        if (!mail.authenticated() || !(request instanceof Request.Unclear)) return Optional.empty();
        return registry.openCases().stream().filter(matter -> matter.matter() instanceof Matter.Urgent call && call.answered().isEmpty() && call.calls().stream().anyMatch(one -> mail.isFrom(one.address())))
                .reduce((_, last) -> last).map(matter -> answered(registry, matter, mail, at));
    }

    private static Decision answered(Registry registry, Case matter, Mail mail, Moment at) {
        Matter.Urgent call = (Matter.Urgent) matter.matter();
        Address from = mail.from().orElseThrow();
        Optional<Member> member = registry.membersOf(matter.tld().orElseThrow()).stream().filter(one -> one.person().has(from) && one.readsRoster(at.now())).findFirst();
        if (member.isEmpty()) return Decision.of(Journal.of("refused", "the answer is from no SSC of the ccTLD (R041)", matter, matter))
                .and(Answering.answer(registry, mail, false, new Content.NotAuthorised(matter.tld(), Content.Why.ANSWER_FROM_ELSEWHERE), mail.language(), at));
        if (call.answered().contains(member.get().id())) return Decision.of(Journal.of("nothing", "has answered before (N13)", matter, matter));
        List<Member.Id> all = new ArrayList<>(call.answered());
        all.add(member.get().id());
        Case taken = matter.about(new Matter.Urgent(call.by(), call.to(), call.text(), call.calls(), Optional.empty(), List.copyOf(all)));
        List<Matter.Call> his = List.of(new Matter.Call(member.get().id(), from, "", at.now(), Matter.Call.Fate.TAKEN));
        Decision decision = Decision.of(Journal.of("answered", "by an SSC of the ccTLD: no further rank is asked (N13)", matter, taken))
                .and(new Change.CaseSaved(taken)).and(news(registry, taken, OptionContent.News.ANSWERED, his, words(mail.text()), at));
        return registry.member(call.by()).map(asker -> decision.and(Letters.answer(registry, mail, from, new OptionContent.UrgentThanks(matter.tld().orElseThrow(), asker.person()), member.get().language(), at))).orElse(decision);
    }

    private static List<String> words(String text) {
        return Clean.wrapped(text.lines().map(line -> Clean.line(line, LINE)).filter(line -> !line.isEmpty()).limit(LINES).toList(), Calls.WIDTH);
    }

    /// To who sent it, as long as he is an SSC.
    private static Decision news(Registry registry, Case matter, OptionContent.News news, List<Matter.Call> calls, List<String> words, Moment at) {
        Matter.Urgent call = (Matter.Urgent) matter.matter();
        if (registry.membersWith(call.to()).isEmpty()) return Decision.EMPTY;
        Content content = new OptionContent.UrgentNews(matter.tld().orElseThrow(), news, Calls.called(registry, matter, calls), call.next(), Calls.left(registry, matter).isEmpty(), words);
        return Decision.EMPTY.and(Letters.notice(registry, matter, List.of(call.to()), content, matter.language(), at));
    }
}

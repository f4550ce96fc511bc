package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The new admin contact is asked whether the SSCs of his ccTLDs are right (MAIL_RULES 34): one letter, one word for all of
/// them. Without an answer the Secretariat is told, and nobody is removed.
final class Reconfirming {
    private Reconfirming() {}

    static Decision ask(Registry registry, Address admin, List<Anchors.Moved> moved, int opened, Moment at) {
        Language language = Succession.language(registry, moved.stream().map(Anchors.Moved::tld).toList());
        List<Case> cases = new ArrayList<>();
        long first = registry.nextCase(opened);
        for (Anchors.Moved one : moved) {
            Matter.Reconfirmation matter = new Matter.Reconfirmation(first, one.from(), registry.membersOf(one.tld()).stream().map(Member::id).toList());
            cases.add(new Case(registry.nextCase(opened + cases.size()), Optional.of(one.tld()), matter, new Stage.Written(at.now()), admin, language, at.now(), List.of(), false));
        }
        return write(registry, cases, at.now(), "to be re-confirmed (MAIL_RULES 34)", at);
    }

    /// @param changed when the change counted: the cool-down runs from then
    private static Decision write(Registry registry, List<Case> cases, Instant changed, String reason, Moment at) {
        Case first = cases.getFirst();
        int days = registry.rules().times().failureDays();
        List<AnchorContent.Entrusted> entries = cases.stream().map(matter -> new AnchorContent.Entrusted(matter.tld().orElseThrow(), registry.membersOf(matter.tld().orElseThrow()), Days.last(registry, matter.tld(), at.now(), days))).toList();
        int coolDown = registry.rules().anchor().coolDown();
        boolean cools = coolDown > 0 && at.now().isBefore(Days.due(registry, first.tld(), changed, coolDown));
        Optional<Content.LastDay> until = cools ? Optional.of(Days.last(registry, first.tld(), changed, coolDown)) : Optional.empty();
        Letters.Asking asking = Letters.question(registry, first, Issued.Purpose.VERDICT, first.asked(), new AnchorContent.Reconfirm(entries, until), at);
        Issued secret = asking.matter().tokens().getLast();
        Decision decision = Decision.EMPTY.and(asking.letter());
        for (Case matter : cases) {
            Case asked = matter.carrying(secret);
            decision = decision.and(Journal.of("asked to re-confirm", reason, matter, asked)).and(new Change.CaseSaved(asked));
        }
        return decision;
    }

    /// Those that one letter tells of and that wait for an answer.
    static List<Case> together(Registry registry, Matter.Reconfirmation one) {
        return group(registry, one).stream().filter(Case::open).toList();
    }

    /// The same, whatever has become of them.
    static List<Case> group(Registry registry, Matter.Reconfirmation one) {
        return registry.cases().stream().filter(matter -> matter.matter() instanceof Matter.Reconfirmation other && other.first() == one.first()).toList();
    }

    static Decision answered(Registry registry, Bearings.Held held, Matter.Reconfirmation asked, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        List<Case> open = held.issued().live() ? together(registry, asked).stream().filter(matter -> held.issued().to().equals(matter.asked())).toList() : List.of();
        List<Case> his = open.stream().filter(matter -> facts.of(matter.tld().orElseThrow()).address().filter(matter.asked()::equals).isPresent()).toList();
        if (his.isEmpty()) return Decision.of(Journal.of("nothing", "it is over, or IANA names another contact (MAIL_RULES 11)", held.matter(), held.matter()));
        List<Case> acting = new ArrayList<>();
        List<Case> waiting = new ArrayList<>();
        boolean failed = false;
        for (Case matter : his) {
            Tld tld = matter.tld().orElseThrow();
            Standing.Then then = Standing.of(Standing.Relation.ADMIN_CONTACT, Standing.Asks.ANSWER, Standing.proof(mail, true), Standing.trust(registry, tld, facts.of(tld), at));
            switch (then) {
                case ACT, ACT_PROVISIONALLY -> acting.add(matter);
                case QUESTION -> waiting.add(matter);
                case QUESTION_AND_TELL -> failed = true;
                default -> {}
            }
        }
        if (failed) return Decision.of(Journal.of("nothing", "the answer failed its domain's DMARC (P2)", held.matter(), held.matter())).and(Oversight.forgery(registry, held.matter(), mail, at));
        if (acting.isEmpty()) return notEnough(registry, waiting, mail, at);
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(Request.Word.CONFIRM, Request.Word.DENY));
        if (verdict.isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.VERDICT, answer.words().size() > 1, at);
        boolean yes = verdict.get() == Request.Word.CONFIRM;
        Decision decision = Decision.EMPTY;
        for (Case matter : acting) decision = decision.and(yes ? confirmed(registry, matter, facts, at) : denied(matter, facts, at));
        List<Tld> tlds = tlds(acting);
        Content told = yes ? new AnchorContent.Reconfirmed(tlds, List.of()) : new AnchorContent.Reconfirmed(List.of(), tlds);
        AnchorContent.ContactsNews.News news = yes ? AnchorContent.ContactsNews.News.RECONFIRMED : AnchorContent.ContactsNews.News.DENIED;
        return decision.and(Letters.notice(registry, acting.getFirst(), List.of(held.issued().to()), told, held.matter().language(), at))
                .and(waiting.isEmpty() ? Decision.EMPTY : notEnough(registry, waiting, mail, at))
                .and(Succession.news(registry, new AnchorContent.ContactsNews(tlds, news, Optional.empty(), Optional.of(held.issued().to()), 0), at));
    }

    private static List<Tld> tlds(List<Case> cases) {
        return cases.stream().map(matter -> matter.tld().orElseThrow()).toList();
    }

    /// The secret stays good: he can answer again, verified or when the days are over.
    private static Decision notEnough(Registry registry, List<Case> waiting, Mail mail, Moment at) {
        return Decision.of(Journal.of("nothing", "both proofs are needed for now (P2, MAIL_RULES 34)", waiting.getFirst(), waiting.getFirst()))
                .and(Answering.answer(registry, mail, true, coolingDown(registry, tlds(waiting)), waiting.getFirst().language(), at));
    }

    static Content coolingDown(Registry registry, List<Tld> tlds) {
        boolean always = registry.rules().trust().proof() == Rules.Proof.BOTH;
        Optional<Content.LastDay> until = always ? Optional.empty() : Anchors.of(registry, tlds.getFirst()).flatMap(Kept.Sighting::changed)
                .map(changed -> Days.last(registry, Optional.of(tlds.getFirst()), changed, registry.rules().anchor().coolDown()));
        return new AnchorContent.CoolingDown(tlds, until);
    }

    private static Decision confirmed(Registry registry, Case matter, Facts facts, Moment at) {
        List<Member.Id> shown = ((Matter.Reconfirmation) matter.matter()).shown();
        Case ended = matter.spent(Issued.Purpose.VERDICT).at(new Stage.Ended(Stage.Outcome.ANSWERED, at.now(), Optional.empty()));
        Decision decision = Decision.of(Journal.of("re-confirmed", "by the new admin contact (MAIL_RULES 34)", matter, ended).evidence(facts.of(matter.tld().orElseThrow()))).and(new Change.CaseSaved(ended));
        for (Member member : registry.membersOf(matter.tld().orElseThrow()))
            if (member.unconfirmed() && shown.contains(member.id())) decision = decision.and(new Change.MemberSaved(member.confirmed()));
        return decision;
    }

    private static Decision denied(Case matter, Facts facts, Moment at) {
        Case ended = matter.spent(Issued.Purpose.VERDICT).at(new Stage.Ended(Stage.Outcome.DENIED, at.now(), Optional.empty()));
        return Decision.of(Journal.of("not re-confirmed", "the new admin contact says no; nobody is removed by that (MAIL_RULES 34)", matter, ended).evidence(facts.of(matter.tld().orElseThrow())))
                .and(new Change.CaseSaved(ended));
    }

    /// Nobody answered within the working days: the Secretariat hears of it, in one letter when the last of them is over, and the
    /// SSCs stay.
    static Decision due(Registry registry, Waiting mail, Moment at) {
        Map<Long, List<Case>> letters = new TreeMap<>();
        for (Case matter : registry.openCases())
            if (matter.matter() instanceof Matter.Reconfirmation asked) letters.computeIfAbsent(asked.first(), _ -> new ArrayList<>()).add(matter);
        Decision decision = Decision.EMPTY;
        for (List<Case> letter : letters.values()) {
            boolean over = letter.stream().allMatch(matter -> !mail.concerns(matter) && Prospect.of(registry, matter).filter(prospect -> !at.now().isBefore(prospect.at())).isPresent());
            if (over) decision = decision.and(unanswered(registry, letter, AnchorContent.ContactsNews.News.UNANSWERED, at));
        }
        return decision;
    }

    /// @param over some of them, perhaps none
    static Decision unanswered(Registry registry, List<Case> over, AnchorContent.ContactsNews.News news, Moment at) {
        Decision decision = Decision.EMPTY;
        List<Tld> still = new ArrayList<>();
        for (Case matter : over) {
            Tld tld = matter.tld().orElseThrow();
            boolean done = registry.membersOf(tld).stream().noneMatch(Member::unconfirmed);
            Case ended = matter.spent(Issued.Purpose.VERDICT).at(new Stage.Ended(done ? Stage.Outcome.ANSWERED : Stage.Outcome.FAILED, at.now(), Optional.empty()));
            decision = decision.and(new Change.CaseSaved(ended)).and(Journal.of(done ? "re-confirmed" : "not re-confirmed", done ? "by other answers of the admin contact" : "nobody is removed by that (MAIL_RULES 34)", matter, ended));
            if (!done) still.add(tld);
        }
        if (still.isEmpty()) return decision;
        return decision.and(Succession.news(registry, new AnchorContent.ContactsNews(List.copyOf(still), news, Optional.empty(), over.stream().map(Case::asked).distinct().count() == 1 ? Optional.of(over.getFirst().asked()) : Optional.empty(), registry.rules().times().failureDays()), at));
    }

    /// An answer that comes after the end acts on nothing: what is still to be re-confirmed is asked once more (X32).
    static Optional<Decision> late(Registry registry, Matter.Reconfirmation asked, Mail mail, Facts facts, Moment at) {
        List<Case> failed = group(registry, asked).stream().filter(matter -> matter.stage() instanceof Stage.Ended ended && ended.outcome() == Stage.Outcome.FAILED && !matter.reopened()
                && at.now().isBefore(ended.at().plus(registry.rules().times().lateLimit()))
                && mail.isFrom(matter.asked()) && facts.of(matter.tld().orElseThrow()).address().filter(matter.asked()::equals).isPresent()
                && registry.membersOf(matter.tld().orElseThrow()).stream().anyMatch(Member::unconfirmed)).toList();
        if (failed.isEmpty() || mail.failed() || mail.redirectedBy().isPresent()) return Optional.empty();
        List<Case> again = failed.stream().map(matter -> matter.again().about(shown(registry, matter)).spent(Issued.Purpose.VERDICT).at(new Stage.Written(at.now()))).toList();
        return Optional.of(write(registry, again, changed(registry, again.getFirst(), at), "a late answer; asked once more (X32)", at));
    }

    private static Matter shown(Registry registry, Case matter) {
        Matter.Reconfirmation asked = (Matter.Reconfirmation) matter.matter();
        return new Matter.Reconfirmation(asked.first(), asked.before(), registry.membersOf(matter.tld().orElseThrow()).stream().map(Member::id).toList());
    }

    private static Instant changed(Registry registry, Case matter, Moment at) {
        return Anchors.of(registry, matter.tld().orElseThrow()).flatMap(Kept.Sighting::changed).orElse(at.now());
    }

    /// The letter could not leave in time: it is written anew, to whom it was for.
    static Decision anew(Registry registry, List<Case> cases, Moment at) {
        List<Case> fresh = cases.stream().map(matter -> matter.about(shown(registry, matter)).spent(Issued.Purpose.VERDICT).at(new Stage.Written(at.now()))).toList();
        return write(registry, fresh, changed(registry, fresh.getFirst(), at), "its letter could not leave before its best-before: written anew", at);
    }
}

package tldops.core;

import static tldops.core.Request.Word.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The admin contact's verdict on the effect he was shown (R041, X16, MAIL_RULES 11).
final class Verdicts {
    private Verdicts() {}

    /// @param held the secret that came back; empty when none did
    static Decision judge(Registry registry, Case matter, Optional<Bearings.Held> held, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        Standing.Proof proof = Standing.proof(mail, held.isPresent());
        boolean back = matter.stage() instanceof Stage.Held stuck && stuck.why() == Stage.Why.UNREACHABLE && held.isPresent() && proof != Standing.Proof.FAILED;
        if (matter.stage() instanceof Stage.Queued || (matter.stage() instanceof Stage.Held && !back)) return waits(registry, matter, mail, at);
        Tld tld = matter.tld().orElseThrow();
        Authority authority = facts.of(tld);
        Rules.Trust trust = Standing.trust(registry, tld, authority, at);
        Standing.Then then = Standing.of(TechContact.relation(registry, matter, authority, at), asks(matter.matter(), answer), proof, trust);
        Optional<Decision> moved = proof == Standing.Proof.FAILED ? Optional.empty() : Oversight.contactMoved(registry, matter, facts, at);
        if (moved.isPresent()) return moved.get();
        return switch (then) {
            case ACT, ACT_PROVISIONALLY -> act(registry, matter, held, mail, answer, authority, confirmed(proof), then == Standing.Then.ACT_PROVISIONALLY, at);
            case QUESTION_AND_TELL -> again(registry, matter, mail, "the answer failed its domain's DMARC (P2)", at).and(Oversight.forgery(registry, matter, mail, at));
            case QUESTION -> proof == Standing.Proof.TOKEN && trust.proof() != registry.rules().trust().proof() ? notYet(registry, matter, mail, at) : again(registry, matter, mail, "one proof is not enough (P2)", at);
            default -> Decision.nothing("refused by Standing");
        };
    }

    /// After a change of the contact at IANA a secret alone is not enough: he hears for how long, and the secret stays good.
    private static Decision notYet(Registry registry, Case matter, Mail mail, Moment at) {
        return Decision.of(Journal.of("nothing", "both proofs are needed for now (MAIL_RULES 34)", matter, matter))
                .and(Answering.answer(registry, mail, true, Reconfirming.coolingDown(registry, List.of(matter.tld().orElseThrow())), matter.language(), at));
    }

    /// The question once more, with a fresh secret; within the quota of questions per address (P2, L20).
    static Decision again(Registry registry, Case matter, Mail mail, String why, Moment at) {
        int today = registry.counted("question:" + matter.asked().key(), at.now().minus(java.time.Duration.ofDays(1)));
        if (today >= registry.rules().quotas().questionsPerAddressPerDay() || (mail.failed() && registry.counted("again:" + matter.number(), java.time.Instant.EPOCH) > 0))
            return Decision.of(Journal.of("nothing", why + "; asked often enough (L20)", matter, matter));
        // the working days go on from the first question
        return Questions.askAgain(registry, matter, matter.stage(), Journal.of("", why), at).and(new Change.Counted("again:" + matter.number(), at.now()));
    }

    /// The case is held, or another question goes first: whoever answered with proof hears that it waits.
    static Decision waits(Registry registry, Case matter, Mail mail, Moment at) {
        Content.Result result = new Content.Result(matter.tld().orElseThrow(), Content.Result.Became.WAITING, List.of(), List.of(), List.of(), false);
        return Decision.of(Journal.of("nothing", "the case waits (P3, 21b)", matter, matter))
                .and(mail.authenticated() ? Answering.answer(registry, mail, true, new Content.Done(List.of(result)), matter.language(), at) : Decision.EMPTY);
    }

    private static String confirmed(Standing.Proof proof) {
        return switch (proof) {
            case SIGNED -> "confirmed by a signature of the key on file (R012)";
            case TOKEN -> "confirmed by token only (P2, P6)";
            default -> "confirmed with both proofs (P2)";
        };
    }

    private static Decision act(Registry registry, Case matter, Optional<Bearings.Held> held, Mail mail, Request.Answered answer, Authority authority, String how, boolean provisional, Moment at) {
        Admissions.Act act = new Admissions.Act(provisional, how, authority, registry.nextCase(0));
        return switch (matter.matter()) {
            case Matter.Admission wish -> onEffect(registry, matter, held, wish, mail, answer, act, at);
            case Matter.ReplaceWhom wish -> onPlaces(registry, matter, held, wish, mail, answer, act, at);
            case Matter.Change wish -> onChange(registry, matter, held, wish, mail, answer, act, at);
            case Matter.Appointment wish -> onAppointment(registry, matter, held, wish, mail, answer, act, at);
            default -> Decision.nothing("no question of this kind");
        };
    }

    private static Decision onEffect(Registry registry, Case matter, Optional<Bearings.Held> held, Matter.Admission wish, Mail mail, Request.Answered answer, Admissions.Act act, Moment at) {
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(CONFIRM, DENY, BLOCK));
        if (verdict.isEmpty()) return back(registry, matter, held, mail, Content.Expected.VERDICT, answer, at);
        return switch (verdict.get()) {
            case CONFIRM -> Admissions.admit(registry, matter, wish.newcomers(), wish.applicants(), wish.origin(), act, at);
            case BLOCK -> Questions.denied(registry, matter, wish.newcomers(), wish.applicants(), Content.Result.Became.BLOCKED, denying(act), at)
                    .and(new Change.Counted(Submissions.blockKey(matter.tld().orElseThrow()), at.now()));
            default -> Questions.denied(registry, matter, wish.newcomers(), wish.applicants(), Content.Result.Became.DENIED, denying(act), at);
        };
    }

    /// A power is given with both proofs; no to it is a word like any other, else one forged mail would stand in the way.
    private static Standing.Asks asks(Matter matter, Request.Answered answer) {
        boolean no = Answers.verdict(answer, Set.of(CONFIRM, DENY)).filter(DENY::equals).isPresent();
        boolean appoints = !no && matter instanceof Matter.Appointment appointment && !appointment.ends();
        return appoints ? Standing.Asks.DELEGATE_SOMEBODY : Standing.Asks.ANSWER;
    }

    private static Decision onChange(Registry registry, Case matter, Optional<Bearings.Held> held, Matter.Change wish, Mail mail, Request.Answered answer, Admissions.Act act, Moment at) {
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(CONFIRM, DENY, BLOCK));
        if (verdict.isEmpty()) return back(registry, matter, held, mail, Content.Expected.VERDICT, answer, at);
        if (TechContact.relation(registry, matter, act.authority(), at) == Standing.Relation.TECH)
            return verdict.get() == CONFIRM ? TechContact.confirmed(registry, matter, wish, act, at) : TechContact.denied(registry, matter, wish, denying(act), at);
        return switch (verdict.get()) {
            case CONFIRM -> Amendments.apply(registry, matter, wish, Optional.empty(), act, at);
            case BLOCK -> Changes.denied(registry, matter, wish, Content.Result.Became.BLOCKED, denying(act), at).and(new Change.Counted(Submissions.blockKey(matter.tld().orElseThrow()), at.now()));
            default -> Changes.denied(registry, matter, wish, Content.Result.Became.DENIED, denying(act), at);
        };
    }

    private static Decision onAppointment(Registry registry, Case matter, Optional<Bearings.Held> held, Matter.Appointment wish, Mail mail, Request.Answered answer, Admissions.Act act, Moment at) {
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(CONFIRM, DENY));
        if (verdict.isEmpty()) return back(registry, matter, held, mail, Content.Expected.VERDICT, answer, at);
        return verdict.get() == CONFIRM ? Delegates.confirmed(registry, matter, wish, act, at) : Delegates.denied(registry, matter, wish, denying(act), at);
    }

    private static Decision onPlaces(Registry registry, Case matter, Optional<Bearings.Held> held, Matter.ReplaceWhom wish, Mail mail, Request.Answered answer, Admissions.Act act, Moment at) {
        boolean no = Answers.verdict(answer, Set.of(DENY)).isPresent();
        int digit = answer.numbers().size() == 1 && answer.words().isEmpty() && !answer.doubtful() ? answer.numbers().getFirst() : no ? 0 : -1;
        if (digit < 0 || digit > wish.present().size()) return back(registry, matter, held, mail, Content.Expected.CHOICE, answer, at);
        return Replacements.answered(registry, matter, wish, digit, digit == 0 ? denying(act) : act, at);
    }

    private static Admissions.Act denying(Admissions.Act act) {
        return new Admissions.Act(false, act.reason().replace("confirmed", "denied"), act.authority(), act.spare());
    }

    private static Decision back(Registry registry, Case matter, Optional<Bearings.Held> held, Mail mail, Content.Expected expected, Request.Answered answer, Moment at) {
        return held.map(bearing -> Unclear.askBack(registry, bearing, mail, expected, answer.words().size() > 1, at))
                .orElseGet(() -> again(registry, matter, mail, "no clear word in the answer (N10)", at));
    }
}

package tldops.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A one-word answer to a question of ours arrived (R041, P2, MAIL_RULES 13-17).
final class Answers {
    private Answers() {}

    static Decision came(Registry registry, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        if (mail.from().isEmpty()) return Decision.nothing("no single From address (MAIL_RULES 6)");
        Optional<Bearings.Held> held = Bearings.of(registry, mail);
        if (held.isEmpty()) return withoutSecret(registry, mail, answer, facts, at);
        return switch (held.get().issued().purpose()) {
            case OVERSIGHT -> Judgments.came(registry, held.get(), mail, answer, facts, at);
            case UNDO -> Undoing.came(registry, held.get(), mail, answer, facts, at);
            case FORM -> mail.isFrom(held.get().issued().to()) && held.get().matter().open()
                    ? Unclear.askBack(registry, held.get(), mail, Content.Expected.FORM, false, at)
                    : Unclear.came(registry, mail, "a word where a form was asked for", at);
            case ALIVE -> withoutSecret(registry, mail, answer, facts, at);
            case VERDICT, CHOICE -> toQuestion(registry, held.get(), mail, answer, facts, at);
        };
    }

    private static Decision toQuestion(Registry registry, Bearings.Held held, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        Case matter = held.matter();
        if (!mail.isFrom(held.issued().to()) || isOwnCase(matter, mail)) return fromElsewhere(registry, mail, matter, at);
        if (matter.matter() instanceof Matter.MemberAction action) return CommandMail.confirmed(registry, held, Optional.of(action.member()), action.commands(), mail, answer, facts, at);
        if (matter.matter() instanceof Matter.GuestAction action) return CommandMail.confirmed(registry, held, Optional.empty(), action.commands(), mail, answer, facts, at);
        if (matter.matter() instanceof Matter.Forgetting) return Forgetting.confirmed(registry, held, mail, answer, facts, at);
        if (matter.matter() instanceof Matter.HeldPost waiting) return HeldPosts.answered(registry, held, waiting, mail, answer, at);
        if (matter.matter() instanceof Matter.WhichTld which && matter.open()) return Choices.answered(registry, held, which, answer.numbers(), mail, facts, at);
        if (matter.matter() instanceof Matter.Reconfirmation asked && (matter.open() || !Reconfirming.together(registry, asked).isEmpty())) return Reconfirming.answered(registry, held, asked, mail, answer, facts, at);
        if (matter.matter() instanceof Matter.Restore back) return Restores.answered(registry, held, back, mail, answer, facts, at);
        if (matter.matter() instanceof Matter.Appointment appointment && appointment.step() == Matter.Step.PROVE)
            return mail.isFrom(appointment.delegate()) ? Delegates.answered(registry, held, appointment, mail, answer, facts, at) : Late.appointed(registry, matter, mail, answer, facts, at);
        if (matter.matter() instanceof Matter.Reconfirmation asked) {
            Optional<Decision> late = Reconfirming.late(registry, asked, mail, facts, at);
            if (late.isPresent()) return late.get();
        }
        if (!matter.open()) return Late.verdict(registry, held, mail, answer, facts, at);
        // whoever IANA named before can not have the new contact asked by his answers
        if (!held.issued().live() && !held.issued().to().equals(matter.asked())) return fromElsewhere(registry, mail, matter, at);
        if (!held.issued().live()) return askedAnew(registry, matter, mail, at);
        return Verdicts.judge(registry, matter, Optional.of(held), mail, answer, facts, at);
    }

    /// The applicant's own address can never decide his own case (P6), unless he is the admin contact.
    private static boolean isOwnCase(Case matter, Mail mail) {
        if (matter.matter() instanceof Matter.Change wish) return wish.applicants().stream().anyMatch(applicant -> mail.isFrom(applicant.address())) && !mail.isFrom(matter.asked());
        return matter.matter() instanceof Matter.Admission wish && wish.applicants().stream().anyMatch(applicant -> mail.isFrom(applicant.address())) && !mail.isFrom(matter.asked());
    }

    /// Whoever else holds the question can do nothing with it (R041, MAIL_RULES 16).
    private static Decision fromElsewhere(Registry registry, Mail mail, Case matter, Moment at) {
        return Decision.of(Journal.of("refused", "the answer is not from the address that was asked (R041)", matter, matter))
                .and(Answering.answer(registry, mail, false, new Content.NotAuthorised(matter.tld(), Content.Why.ANSWER_FROM_ELSEWHERE), mail.language(), at));
    }

    /// An old question of a case whose effect has changed since: the present one is shown again (L23).
    private static Decision askedAnew(Registry registry, Case matter, Mail mail, Moment at) {
        boolean asks = Questions.asks(matter) && !(matter.stage() instanceof Stage.Held);
        return asks ? Verdicts.again(registry, matter, mail, "an older question was answered (L23)", at) : Verdicts.waits(registry, matter, mail, at);
    }

    /// No secret came back. From alone is nothing; the one open question is put again, within the quotas (P2).
    private static Decision withoutSecret(Registry registry, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        if (Proofs.enough(registry, mail) && answer.words().isEmpty()) return Decision.nothing("that it came is enough (L38)");
        List<Case> asked = registry.openCases().stream().filter(Questions::asks).filter(matter -> mail.isFrom(matter.asked()) && !(matter.stage() instanceof Stage.Held)).toList();
        boolean verdict = !answer.words().isEmpty() || !answer.numbers().isEmpty();
        if (asked.size() == 1 && verdict) return Verdicts.judge(registry, asked.getFirst(), Optional.empty(), mail, answer, facts, at);
        if (asked.isEmpty() || !verdict) return Unclear.came(registry, mail, "a word without the question it answers", at);
        Decision decision = Decision.EMPTY;
        for (Case matter : asked) decision = decision.and(Verdicts.again(registry, matter, mail, "several questions are open; each is put again (N09)", at));
        return decision;
    }

    /// The verdict in an answer, when it is exactly one and plain (N10).
    static Optional<Request.Word> verdict(Request.Answered answer, Set<Request.Word> allowed) {
        if (answer.doubtful() || answer.words().size() != 1) return Optional.empty();
        return answer.words().stream().filter(allowed::contains).findFirst();
    }
}

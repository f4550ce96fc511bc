package tldops.core;

import java.util.List;
import java.util.Optional;

/// A case ends without a verdict (R032, R034, R043): the SSC hears it so that he can take it up inside his ccTLD.
final class Failures {
    private Failures() {}

    static Decision end(Registry registry, Case matter, Stage.Outcome outcome, String reason, Moment at) {
        Case ended = matter.at(new Stage.Ended(outcome, at.now(), Optional.empty()));
        Decision decision = Decision.of(Journal.of(outcome == Stage.Outcome.FAILED ? "failed" : "closed", reason, matter, ended)).and(new Change.CaseSaved(ended));
        boolean decided = matter.stage() instanceof Stage.Held held && held.why() == Stage.Why.OPPOSITE_VERDICT;
        if (matter.tld().isEmpty() || decided) return decision;
        return decision.and(toApplicants(registry, ended, at)).and(toSecretariat(registry, ended, at));
    }

    private static Decision toApplicants(Registry registry, Case ended, Moment at) {
        List<Matter.Applicant> applicants = switch (ended.matter()) {
            case Matter.Admission wish -> wish.applicants();
            case Matter.ReplaceWhom wish -> wish.applicants();
            case Matter.Change wish -> wish.applicants();
            default -> List.of();
        };
        Tld tld = ended.tld().orElseThrow();
        Content content = new Content.ApplicationFailed(tld, registry.rules().times().failureDays());
        return ended.matter() instanceof Matter.Change ? Changes.told(registry, ended, applicants, ChangeContent.ChangeResult.Result.FAILED, content, at) : Questions.told(registry, ended, applicants, content, at);
    }

    private static Decision toSecretariat(Registry registry, Case ended, Moment at) {
        boolean invitation = ended.matter() instanceof Matter.Invitation;
        boolean theirs = invitation || ended.matter() instanceof Matter.Admission || ended.matter() instanceof Matter.ReplaceWhom || ended.matter() instanceof Matter.Change;
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        if (!theirs || secretariat.isEmpty()) return Decision.EMPTY;
        Content content = new Content.Failed(ended.number(), ended.tld().orElseThrow(), invitation, registry.rules().times().failureDays());
        return Decision.EMPTY.and(Letters.notice(registry, ended, secretariat, content, Language.EN, at));
    }
}

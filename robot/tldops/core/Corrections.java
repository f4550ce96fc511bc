package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A form with defects goes back pre-filled; answering with the mended lines is enough (N06).
final class Corrections {
    private Corrections() {}

    static Decision ask(Registry registry, Submissions.Sent sent, Case matter, List<Defect> defects, Standing.Relation relation, Moment at) {
        boolean admin = relation == Standing.Relation.ADMIN_CONTACT;
        Content.LastDay last = Days.last(registry, matter.tld(), at.now(), registry.rules().times().failureDays());
        Content content = Forms.correction(sent.form(), defects, matter.tld(), registry.rules().ssc().max(), last);
        Address sender = sent.mail().from().orElseThrow();
        boolean invitation = matter.matter() instanceof Matter.Invitation;
        Case next = invitation
                ? matter.about(new Matter.Invitation(Optional.of(sent.form())))
                : matter.about(new Matter.Correction(sent.form(), sender)).asking(sender).at(new Stage.Written(at.now()));
        return Answering.to(registry, sent.mail(), admin, at).map(permit -> {
            Letters.Asking asking = Letters.question(registry, next, Issued.Purpose.FORM, sender, List.of(permit.to()), content, at);
            return Decision.of(Journal.of("sent back", defects.size() + " defects (N06)", matter, asking.matter()))
                    .and(permit.counts().toArray(Change[]::new))
                    .and(new Change.CaseSaved(asking.matter()))
                    .and(asking.letter().answering(sent.mail()));
        }).orElse(Decision.of(Journal.of("not answered", "quota or rule of MAIL_RULES 18-21")));
    }

    /// The form names no ccTLD that we could tell, or one that IANA has not assigned.
    static Decision tldMissing(Registry registry, Submissions.Sent sent, Moment at) {
        List<Form.Field<Tld>> named = sent.form().tlds();
        Defect defect = named.isEmpty()
                ? new Defect(0, 0, Defect.What.TLD_MISSING, "")
                : new Defect(named.getFirst().line(), 0, Defect.What.TLD_UNKNOWN, named.getFirst().typed());
        List<Defect> all = new ArrayList<>(List.of(defect));
        all.addAll(Forms.check(sent.form(), false, registry.rules()).defects());
        Address sender = sent.mail().from().orElseThrow();
        Case matter = sent.held().map(Bearings.Held::matter).filter(held -> held.matter() instanceof Matter.Correction).orElseGet(() ->
                new Case(registry.nextCase(0), Optional.empty(), new Matter.Correction(sent.form(), sender), new Stage.Queued(), sender, sent.form().language(), at.now(), List.of(), false));
        return ask(registry, sent, matter, all, Standing.Relation.STRANGER, at);
    }
}

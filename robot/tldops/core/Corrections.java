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
                : matter.matter() instanceof Matter.Modify modify && sent.held().filter(held -> sent.mail().isFrom(held.issued().to())).isPresent()
                ? matter.about(new Matter.Modify(Since.today(modify.shown(), registry.membersOf(matter.tld().orElseThrow())), modify.own(), sent.form())).asking(sender).at(new Stage.Written(at.now()))
                : matter.about(new Matter.Correction(sent.form(), sender, copied(sent))).asking(sender).at(new Stage.Written(at.now()));
        boolean pending = !sent.mail().authenticated() && sent.held().isEmpty() && registry.openCases().stream()
                .anyMatch(open -> open.matter() instanceof Matter.Correction correction && correction.sender().equals(sender) && open.tld().equals(matter.tld()));
        if (pending) return Decision.of(Journal.of("nothing", "a form of this sender is out for mending already (L20)"));
        return Answering.to(registry, sent.mail(), admin || sent.held().isPresent() || sent.mail().authenticated(), at).map(permit -> {
            Letters.Asking asking = Letters.question(registry, next, Issued.Purpose.FORM, permit.to(), content, at);
            return Decision.of(Journal.of("sent back", defects.size() + " defects (N06)", matter, asking.matter()))
                    .and(permit.counts().toArray(Change[]::new))
                    .and(new Change.CaseSaved(asking.matter()))
                    .and(asking.letter().answering(sent.mail()));
        }).orElse(Decision.of(Journal.of("not answered", "quota or rule of MAIL_RULES 18-21")));
    }

    /// The form names no ccTLD that we could tell, or one that IANA has not assigned.
    static Decision tldMissing(Registry registry, Submissions.Sent sent, Moment at) {
        List<Defect> all = new ArrayList<>();
        for (Form.Field<Tld> field : sent.form().tlds()) {
            if (!assigned(registry, sent, field)) all.add(new Defect(field.line(), 0, Defect.What.TLD_UNKNOWN, field.typed()));
        }
        if (all.isEmpty()) all.add(new Defect(0, 0, Defect.What.TLD_MISSING, ""));
        all.addAll(Forms.check(sent.form(), false, registry.rules()).defects());
        return whole(registry, sent, all, at);
    }

    /// A form about several ccTLDs, or none: one letter, and the mended lines count for all of them.
    static Decision whole(Registry registry, Submissions.Sent sent, List<Defect> all, Moment at) {
        Address sender = sent.mail().from().orElseThrow();
        Case matter = sent.held().map(Bearings.Held::matter).filter(held -> held.matter() instanceof Matter.Correction).orElseGet(() ->
                new Case(registry.nextCase(0), Optional.empty(), new Matter.Correction(sent.form(), sender, copied(sent)), new Stage.Queued(), sender, sent.form().language(), at.now(), List.of(), false));
        return ask(registry, sent, matter, all, Standing.Relation.STRANGER, at);
    }

    private static boolean assigned(Registry registry, Submissions.Sent sent, Form.Field<Tld> field) {
        return field.value().stream().anyMatch(tld -> registry.rules().knows(tld)
                && !(sent.facts().of(tld) instanceof Authority.NotAssigned) && !(sent.facts().of(tld) instanceof Authority.NoSuchTld));
    }

    /// Everybody who was copied, now or when the form was first sent.
    private static List<Address> copied(Submissions.Sent sent) {
        List<Address> copied = new ArrayList<>(sent.mail().visible());
        sent.held().ifPresent(held -> copied.addAll(Submissions.copied(held.matter())));
        return copied.stream().distinct().toList();
    }
}

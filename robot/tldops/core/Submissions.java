package tldops.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A filled-in form arrived: from the admin contact (R023, R084), a representative (R085, X02) or an SSC himself
/// (R037). Several ccTLDs are handled one by one (N09, MAIL_RULES 14).
final class Submissions {
    private Submissions() {}

    /// So many ccTLDs one mail may name that proves nothing; nobody uses us to write to all admin contacts (MAIL_RULES 21).
    private static final int MOST_UNPROVED = 5;

    static String deniedKey(Tld tld, Address applicant) {
        return "denied:" + tld.label() + ":" + applicant.key();
    }

    static String blockKey(Tld tld) {
        return "block:" + tld.label();
    }

    /// What is the same for every ccTLD of one form.
    ///
    /// @param held the case whose FORM or CHOICE secret came along; empty when none did
    /// @param answers the case that any secret of ours names, sent to this sender: a form in answer to a question renews it
    /// @param before what it has led to for the ccTLDs before
    record Sent(Mail mail, Form form, Optional<Bearings.Held> held, Optional<Bearings.Held> answers, Facts facts, Decision before) {
        Sent after(Decision decision) {
            return new Sent(mail, form, held, answers, facts, decision);
        }
    }

    static Decision came(Registry registry, Mail mail, Form form, Facts facts, Moment at) {
        return Joint.came(registry, mail, form, facts, at).orElseGet(() -> came(registry, mail, form, facts, Decision.EMPTY, 0, at));
    }

    /// @param before what the same mail has led to for other ccTLDs
    /// @param offset of the case numbers it may open
    static Decision came(Registry registry, Mail mail, Form form, Facts facts, Decision before, int offset, Moment at) {
        Optional<Bearings.Held> answers = Bearings.of(registry, mail).filter(bearing -> holds(bearing, mail));
        Optional<Bearings.Held> held = answers.filter(bearing -> bearing.issued().purpose() == Issued.Purpose.FORM && (bearing.issued().live() || !bearing.matter().open()));
        if (form.quoted() && held.isEmpty()) return Unclear.came(registry, mail, "a form in quoted text only", at);
        if (mail.from().isEmpty()) return Decision.nothing("no single From address (MAIL_RULES 6)");
        if (mail.failed() && held.isEmpty() && tlds(registry, mail, form, answers, facts).stream().noneMatch(tld -> facts.of(tld).address().filter(mail::isFrom).isPresent()))
            return Decision.nothing("the mail failed its own domain's DMARC (P2)").and(new Change.Counted("failed:" + mail.from().get().domain(), at.now()));
        if (held.isPresent() && !held.get().matter().open()) return Late.form(registry, held.get().matter(), mail, form, facts, before, offset, at);
        Form whole = held.filter(bearing -> !elsewhere(bearing.matter(), form)).flatMap(bearing -> bearing.matter().matter() instanceof Matter.Modify modify
                ? Optional.of(Modifying.mended(registry, bearing.matter().tld().orElseThrow(), modify, form)) : draft(bearing.matter()).map(draft -> draft.mended(form))).orElse(form);
        Sent sent = new Sent(mail, whole, held, answers, facts, before);
        List<Tld> tlds = tlds(registry, mail, whole, answers, facts);
        boolean stranger = whole.tlds().stream().anyMatch(field -> field.value().stream().noneMatch(registry.rules()::knows))
                || tlds.stream().map(facts::of).anyMatch(authority -> authority instanceof Authority.NotAssigned || authority instanceof Authority.NoSuchTld);
        if (stranger || tlds.isEmpty()) return Corrections.tldMissing(registry, sent, at);
        boolean named = answers.flatMap(bearing -> bearing.matter().tld()).isPresent() || !whole.tlds().isEmpty();
        if (!named && tlds.size() > 1) {
            boolean own = !facts.servedBy(mail.from().get()).isEmpty();
            return own ? Choices.ask(registry, sent, tlds, at) : Corrections.tldMissing(registry, sent, at);
        }
        if (tlds.size() > MOST_UNPROVED && !mail.authenticated() && held.isEmpty())
            return Decision.of(Journal.of("refused", "more than " + MOST_UNPROVED + " ccTLDs in a mail without proof (MAIL_RULES 21)"))
                    .and(Answering.answer(registry, mail, false, new Content.NotAuthorised(Optional.empty(), Content.Why.NOT_THE_ADMIN_CONTACT), mail.language(), at));
        List<Defect> defects = Forms.check(whole, false, registry.rules()).defects();
        if (tlds.size() > 1 && !defects.isEmpty()) return Corrections.whole(registry, sent, defects, at);
        Decision decision = Decision.EMPTY;
        for (int i = 0; i < tlds.size(); i++) decision = decision.and(Submission.of(registry, sent.after(before.and(decision)), tlds.get(i), offset + 2 * i, at));
        return Results.merged(decision);
    }

    /// A secret serves whom it was mailed to; a form to mend also whoever sent the form.
    private static boolean holds(Bearings.Held bearing, Mail mail) {
        return mail.isFrom(bearing.issued().to()) || (bearing.matter().matter() instanceof Matter.Correction correction && mail.isFrom(correction.sender()));
    }

    /// A form about another ccTLD than the one whose data were shown: those data stay where they belong.
    private static boolean elsewhere(Case matter, Form form) {
        return matter.matter() instanceof Matter.Modify && form.tlds().stream().anyMatch(field -> !field.value().equals(List.of(matter.tld().orElseThrow())));
    }

    static List<Address> copied(Case matter) {
        return matter.matter() instanceof Matter.Correction correction ? correction.copied() : List.of();
    }

    static Optional<Form> draft(Case matter) {
        return switch (matter.matter()) {
            case Matter.Invitation invitation -> invitation.draft();
            case Matter.Correction correction -> Optional.of(correction.draft());
            case Matter.Modify modify -> Optional.of(modify.draft());
            default -> Optional.empty();
        };
    }

    /// The ccTLDs a form is about (X15): those it names; else that of the question it answers; else those the sender, then
    /// those in Cc, is the admin contact of.
    private static List<Tld> tlds(Registry registry, Mail mail, Form form, Optional<Bearings.Held> answers, Facts facts) {
        Set<Tld> named = new TreeSet<>();
        for (Form.Field<Tld> field : form.tlds()) field.value().stream().filter(registry.rules()::knows).forEach(named::add);
        if (!form.tlds().isEmpty()) return List.copyOf(named);
        Optional<Tld> answered = answers.flatMap(bearing -> bearing.matter().tld());
        if (answered.isPresent()) return List.of(answered.get());
        Set<Tld> own = mail.from().map(facts::servedBy).orElse(Set.of());
        if (!own.isEmpty()) return List.copyOf(own);
        Set<Tld> copied = new TreeSet<>();
        for (Address address : mail.visible()) copied.addAll(facts.servedBy(address));
        return List.copyOf(copied);
    }
}

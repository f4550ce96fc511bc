package tldops.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A filled-in form arrived: from the admin contact (R023, R084), a representative (R085, X02) or an SSC himself
/// (R037). Several ccTLDs are handled one by one (N09, MAIL_RULES 14).
final class Submissions {
    private Submissions() {}

    static final Duration BLOCKS = Duration.ofDays(100);

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
    record Sent(Mail mail, Form form, Optional<Bearings.Held> held, Optional<Bearings.Held> answers, Facts facts) {}

    static Decision came(Registry registry, Mail mail, Form form, Facts facts, Moment at) {
        Optional<Bearings.Held> answers = Bearings.of(registry, mail).filter(bearing -> mail.isFrom(bearing.issued().to()));
        Optional<Bearings.Held> held = answers.filter(bearing -> bearing.issued().purpose() == Issued.Purpose.FORM);
        if (form.quoted() && held.isEmpty()) return Unclear.came(registry, mail, "a form in quoted text only", at);
        if (mail.from().isEmpty()) return Decision.nothing("no single From address (MAIL_RULES 6)");
        if (mail.failed() && held.isEmpty() && tlds(registry, mail, form, answers, facts).stream().noneMatch(tld -> facts.of(tld).address().filter(mail::isFrom).isPresent()))
            return Decision.nothing("the mail failed its own domain's DMARC (P2)").and(new Change.Counted("failed:" + mail.from().get().domain(), at.now()));
        if (held.isPresent() && !held.get().matter().open()) return Late.form(registry, held.get().matter(), mail, form, facts, at);
        Form whole = held.flatMap(bearing -> draft(bearing.matter())).map(draft -> draft.mended(form)).orElse(form);
        Sent sent = new Sent(mail, whole, held, answers, facts);
        boolean stranger = whole.tlds().stream().anyMatch(field -> field.value().stream().noneMatch(registry.rules()::knows));
        List<Tld> tlds = tlds(registry, mail, whole, answers, facts);
        if (stranger || tlds.isEmpty()) return Corrections.tldMissing(registry, sent, at);
        boolean named = answers.flatMap(bearing -> bearing.matter().tld()).isPresent() || !whole.tlds().isEmpty();
        if (!named && tlds.size() > 1) {
            boolean own = !facts.servedBy(mail.from().get()).isEmpty();
            return own ? Choices.ask(registry, sent, tlds, at) : Corrections.tldMissing(registry, sent, at);
        }
        Decision decision = Decision.EMPTY;
        for (int i = 0; i < tlds.size(); i++) decision = decision.and(Submission.of(registry, sent, tlds.get(i), 2 * i, at));
        return Results.merged(decision);
    }

    static List<Address> copied(Case matter) {
        return matter.matter() instanceof Matter.Correction correction ? correction.copied() : List.of();
    }

    private static Optional<Form> draft(Case matter) {
        return switch (matter.matter()) {
            case Matter.Invitation invitation -> invitation.draft();
            case Matter.Correction correction -> Optional.of(correction.draft());
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

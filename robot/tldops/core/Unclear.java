package tldops.core;

import java.util.Optional;

/// A person wrote and we can not act: ask back where there is a question, say how it goes where there is none (N10, L23).
final class Unclear {
    private Unclear() {}

    static Decision came(Registry registry, Mail mail, String reason, Moment at) {
        Optional<Bearings.Held> held = Bearings.of(registry, mail);
        boolean asks = held.filter(bearing -> bearing.matter().open() || bearing.issued().purpose() == Issued.Purpose.UNDO || bearing.issued().purpose() == Issued.Purpose.OVERSIGHT).isPresent();
        if (held.isPresent() && asks && mail.isFrom(held.get().issued().to())) return askBack(registry, held.get(), mail, expected(held.get().issued().purpose()), false, at);
        if (Proofs.enough(registry, mail)) return Decision.nothing("that it came is enough (L38)");
        boolean known = mail.from().filter(from -> !registry.membersWith(from).isEmpty() || waitsFor(registry, from)).isPresent();
        return Decision.of(Journal.of("not understood", reason)).and(Answering.answer(registry, mail, known && mail.authenticated(), new Content.NotUnderstood(Optional.empty()), Subscribers.answered(registry, mail), at));
    }

    private static boolean waitsFor(Registry registry, Address from) {
        return registry.openCases().stream().anyMatch(matter -> matter.asked().equals(from));
    }

    private static Content.Expected expected(Issued.Purpose purpose) {
        return switch (purpose) {
            case FORM -> Content.Expected.FORM;
            case VERDICT, ALIVE -> Content.Expected.VERDICT;
            case CHOICE -> Content.Expected.CHOICE;
            case UNDO -> Content.Expected.UNDO;
            case OVERSIGHT -> Content.Expected.OVERSIGHT;
        };
    }

    /// Asks the holder of the question once more, with a fresh secret so that a reply is enough.
    ///
    /// @param both two verdicts stood in the answer; else none
    static Decision askBack(Registry registry, Bearings.Held held, Mail mail, Content.Expected expected, boolean both, Moment at) {
        return Answering.to(registry, mail, true, at).map(permit -> {
            Content content = new Content.AskedBack(held.matter().tld(), expected, both);
            Letters.Asking asking = Letters.question(registry, held.matter(), held.issued().purpose(), permit.to(), content, at);
            return Decision.of(Journal.of("asked back", both ? "both words in one answer (N10)" : "no clear word in the answer (N10)", held.matter(), asking.matter()))
                    .and(permit.counts().toArray(Change[]::new))
                    .and(new Change.CaseSaved(asking.matter()))
                    .and(asking.letter().answering(mail));
        }).orElse(Decision.of(Journal.of("not answered", "quota or rule of MAIL_RULES 18-21")));
    }
}

package tldops.core;

import java.util.Comparator;
import java.util.Optional;

/// Which case a mail answers, by the secret it brought (MAIL_RULES 12-16). A number in the Subject gives no rights.
final class Bearings {
    private Bearings() {}

    record Held(Case matter, Issued issued) {
        /// The secret was used before, or its case is over.
        boolean spent() {
            return !issued.live() || !matter.open();
        }
    }

    /// The case of the first secret of ours: the address it came to counts before the text, the text before the quote.
    /// A secret in the quoted part of somebody else's mail is none: forwarding a question hands nothing on (rule 16).
    static Optional<Held> of(Registry registry, Mail mail) {
        return mail.bearers().stream()
                .sorted(Comparator.comparing(Bearer::place))
                .flatMap(bearer -> registry.caseOf(bearer.token())
                        .flatMap(found -> found.issued(bearer.token()).filter(issued -> issued.purpose() != Issued.Purpose.ALIVE).map(issued -> new Held(found, issued)))
                        .filter(held -> bearer.place() != Bearer.Place.QUOTED || mail.isFrom(held.issued().to()))
                        .stream())
                .findFirst();
    }
}

package tldops.core;

import java.util.List;
import java.util.Optional;

/// One line of the journal: what was decided and why, in words without personal data.
///
/// @param what `invited`, `question asked`, `admitted`, `not answered`, ...
/// @param reason the rule that decided, `From is the admin contact, token only (P2)`
/// @param transition `Asked -> Ended ADMITTED`; "" when no state moved
/// @param evidence SHA-256 of the IANA answer it rests on, hex; "" when on none
/// @param people names and addresses concerned; kept beside the chain and erased by its rules (DESIGN 6)
public record Journal(String what, String reason, Optional<Tld> tld, long caseNumber, String transition, String evidence, List<String> people) {
    /// The reason without addresses: a relay's words can hold some, and nothing erases them from the chain.
    public Journal {
        if (reason.indexOf('@') >= 0) reason = reason.replaceAll("<?[^\\s<>\\[\\]()]+@[^\\s<>\\[\\]()]+>?", "(address)");
        people = List.copyOf(people);
    }

    public static Journal of(String what, String reason) {
        return new Journal(what, reason, Optional.empty(), 0, "", "", List.of());
    }

    public static Journal of(String what, String reason, Tld tld) {
        return new Journal(what, reason, Optional.of(tld), 0, "", "", List.of());
    }

    /// About a case, and how its stage moved.
    public static Journal of(String what, String reason, Case before, Case after) {
        String from = name(before.stage());
        String to = name(after.stage());
        return new Journal(what, reason, after.tld(), after.number(), from.equals(to) ? to : from + " -> " + to, "", List.of());
    }

    public Journal evidence(Authority authority) {
        return restingOn(authority.first().map(Authority.Evidence::sha256).orElse(""));
    }

    Journal restingOn(String sha256) {
        return new Journal(what, reason, tld, caseNumber, transition, sha256, people);
    }

    public Journal people(List<String> concerned) {
        return new Journal(what, reason, tld, caseNumber, transition, evidence, List.copyOf(concerned));
    }

    private static String name(Stage stage) {
        return stage instanceof Stage.Ended ended ? "Ended " + ended.outcome() : stage.getClass().getSimpleName();
    }
}

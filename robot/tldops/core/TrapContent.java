package tldops.core;

import java.time.Instant;
import java.util.List;

/// Letters about mail that shows another sender than it has (MAIL_RULES 8, 31).
public sealed interface TrapContent extends Content {
    /// To the Secretariat: somebody could be taken for an admin contact.
    ///
    /// @param shown as it stands in From, with the A-label beside a U-label
    /// @param foreign its letters that are not ASCII, by their names
    /// @param counts the address that counts, when the other one stands in the name beside it only; "" when there is none
    /// @param last the last one of the day: what else comes stands in the journal alone
    record Posing(Tld tld, Address admin, String shown, List<String> foreign, String counts, boolean last, Instant at) implements TrapContent {}
}

package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The letters about contacts whom our mail does not reach any more, and about reports on it (N21, L41, MAIL_RULES 25, 26).
public sealed interface ReachContent extends Content {
    /// The form, filled in, with whoever can not be reached named: to the admin contact, to the other SSCs, and to the person's
    /// own second address.
    ///
    /// @param to what its reader is to them
    /// @param lost whose mail comes back
    record Replacement(Tld tld, To to, List<Lost> lost, List<Content.Block> blocks, int max, Content.LastDay last) implements ReachContent {}

    /// @param address the one that mail comes back from
    record Lost(int rank, String name, Address address, LocalDate since) {}

    enum To { ADMIN_CONTACT, COLLEAGUE, HIMSELF }

    /// Nobody else of the ccTLD can be told, or nobody at all can be reached: to the Secretariat.
    ///
    /// @param admin the admin contact was told
    /// @param colleagues how many other SSCs were told
    record NobodyReached(Tld tld, List<Lost> lost, boolean admin, int colleagues, boolean none, Instant at) implements ReachContent {}

    /// Somebody reported our mail as unwanted: to the Secretariat.
    record Complaint(List<Tld> tlds, String name, Address address, Instant at) implements ReachContent {}
}

package tldops.core;

import java.time.Instant;
import java.util.Optional;

/// An SSC of one ccTLD (R005). A person who serves two ccTLDs is two members (R007).
///
/// @param rank 1 = primary, 2 = secondary, ...
/// @param since when admitted
/// @param proved when an answer first came from its address; until then no roster and no `who` (P5, L38)
/// @param proofToken hash of the secret in the welcome letter; "" when not written yet
/// @param unprovedTold the admin contact was told that no answer came
/// @param rosterFrom no contact data before this time (`authority.token-only-hold`, P6)
/// @param passwordHash salted SHA-256 of the list password as `salt:hex` (X07, MAIL_RULES 33)
/// @param caseNumber the case that admitted it: where `why` begins
public record Member(
        Tld tld,
        int rank,
        Person person,
        Language language,
        Instant since,
        Optional<Instant> proved,
        String proofToken,
        boolean unprovedTold,
        Instant rosterFrom,
        Optional<String> passwordHash,
        long caseNumber) {

    /// Stable name of a member: a ccTLD and the first address.
    public record Id(Tld tld, Address address) {}

    public Id id() {
        return new Id(tld, person.address());
    }

    /// Whether contact data may be sent to it now (P5).
    public boolean readsRoster(Instant now) {
        return proved.isPresent() && !now.isBefore(rosterFrom);
    }

    public Member proved(Instant at) {
        return proved.isPresent() ? this
                : new Member(tld, rank, person, language, since, Optional.of(at), proofToken, unprovedTold, rosterFrom, passwordHash, caseNumber);
    }

    public Member told() {
        return new Member(tld, rank, person, language, since, proved, proofToken, true, rosterFrom, passwordHash, caseNumber);
    }

    public Member ranked(int newRank) {
        return new Member(tld, newRank, person, language, since, proved, proofToken, unprovedTold, rosterFrom, passwordHash, caseNumber);
    }

    public Member withPassword(String hash) {
        return new Member(tld, rank, person, language, since, proved, proofToken, unprovedTold, rosterFrom, Optional.of(hash), caseNumber);
    }
}

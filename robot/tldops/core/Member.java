package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
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
/// @param caseNumber the case that admitted or last changed it: where `why` begins, and what an undo looks at
/// @param unconfirmed to be re-confirmed: its admin contact has not said yes to it, since it was taken over from elsewhere (N40) or the
///     contact is a new one (MAIL_RULES 34)
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
        long caseNumber,
        Options options,
        boolean unconfirmed) {

    /// An SSC as it is admitted: with the usual options.
    public Member(Tld tld, int rank, Person person, Language language, Instant since, Optional<Instant> proved, String proofToken, boolean unprovedTold, Instant rosterFrom,
            Optional<String> passwordHash, long caseNumber) {
        this(tld, rank, person, language, since, proved, proofToken, unprovedTold, rosterFrom, passwordHash, caseNumber, Options.USUAL, false);
    }

    /// Stable name of a member: a ccTLD and the first address.
    public record Id(Tld tld, Address address) {}

    public Id id() {
        return new Id(tld, person.address());
    }

    /// Whether contact data may be sent to it now (P5).
    public boolean readsRoster(Instant now) {
        return proved.isPresent() && !now.isBefore(rosterFrom);
    }

    /// Whether mail of the list goes to it now: its time to be undone is over (P6), and it is not away.
    public boolean onList(Instant now, LocalDate today) {
        return !now.isBefore(rosterFrom) && !options.awayOn(today);
    }

    public Member proved(Instant at) {
        return proved.isPresent() ? this : copy(rank, person, language, Optional.of(at), unprovedTold, passwordHash, options, unconfirmed);
    }

    public Member told() {
        return copy(rank, person, language, proved, true, passwordHash, options, unconfirmed);
    }

    public Member ranked(int newRank) {
        return copy(newRank, person, language, proved, unprovedTold, passwordHash, options, unconfirmed);
    }

    /// The same membership with other data of the person. A new first address makes it another member to the registry.
    public Member as(Person changed) {
        return copy(rank, changed, language, proved, unprovedTold, passwordHash, options, unconfirmed);
    }

    public Member in(Language next) {
        return copy(rank, person, next, proved, unprovedTold, passwordHash, options, unconfirmed);
    }

    public Member with(Options next) {
        return copy(rank, person, language, proved, unprovedTold, passwordHash, next, unconfirmed);
    }

    public Member confirmed() {
        return copy(rank, person, language, proved, unprovedTold, passwordHash, options, false);
    }

    /// Another admin contact has to say yes to it (MAIL_RULES 34).
    public Member toConfirm() {
        return copy(rank, person, language, proved, unprovedTold, passwordHash, options, true);
    }

    public Member withPassword(String hash) {
        return copy(rank, person, language, proved, unprovedTold, Optional.of(hash), options, unconfirmed);
    }

    /// The address has to prove itself anew: with this secret, and nothing private before.
    public Member toProve(String token, Instant from) {
        return new Member(tld, rank, person, language, since, Optional.empty(), token, false, from, passwordHash, caseNumber, options, unconfirmed);
    }

    /// As that case has left it.
    public Member by(long number) {
        return new Member(tld, rank, person, language, since, proved, proofToken, unprovedTold, rosterFrom, passwordHash, number, options, unconfirmed);
    }

    /// With the list password of that later state of his, and its proof if that was of the same first address.
    public Member keeping(Member later) {
        Member proof = later.person().address().equals(person.address()) ? later : this;
        return new Member(tld, rank, person, language, since, proof.proved, proof.proofToken, proof.unprovedTold, rosterFrom, later.passwordHash, caseNumber, options, unconfirmed);
    }

    /// Nothing private before that time (P6).
    public Member holding(Instant from) {
        return new Member(tld, rank, person, language, since, proved, proofToken, unprovedTold, from, passwordHash, caseNumber, options, unconfirmed);
    }

    private Member copy(int rank, Person person, Language language, Optional<Instant> proved, boolean unprovedTold, Optional<String> passwordHash, Options options, boolean unconfirmed) {
        return new Member(tld, rank, person, language, since, proved, proofToken, unprovedTold, rosterFrom, passwordHash, caseNumber, options, unconfirmed);
    }
}

package tldops.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tldops.core.Address;

/// A letter of the outbox whose time has come; of a letter to many the part that stands in one row.
///
/// @param id of its outbox row
/// @param letterId of the letter itself; a secret between us and the relay (MAIL_RULES 19)
/// @param envelopeFrom where bounces go; empty = the null reverse-path `<>`
/// @param recipients the first is whom the letter is for; of a letter to many those who do not have it yet
/// @param bytes the whole mail, as it is sent
/// @param attempts that have failed so far
/// @param bestBefore past it the letter is dropped unsent
/// @param bulletin a bulletin or a post, which the breaker does not count and which lets others go first
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied by nobody
public record Due(
        long id, String letterId, Optional<Address> envelopeFrom, List<Address> recipients, byte[] bytes, int attempts, Instant bestBefore, boolean bulletin, Copies copies) {
    public Due(long id, String letterId, Optional<Address> envelopeFrom, List<Address> recipients, byte[] bytes, int attempts, Instant bestBefore, boolean bulletin) {
        this(id, letterId, envelopeFrom, recipients, bytes, attempts, bestBefore, bulletin, Copies.TOGETHER);
    }

    /// Its copies for these, as they go in one transaction.
    Due to(List<Address> some) {
        Optional<Address> from = copies instanceof Copies.Personal(var returnPath) && some.size() == 1 ? Optional.of(returnPath.apply(some.getFirst())) : envelopeFrom;
        return new Due(id, letterId, from, some, bytes, attempts, bestBefore, bulletin, Copies.SHARED);
    }

    /// Neither address nor letter id reaches a log.
    @Override
    public String toString() {
        return "letter " + id;
    }
}

package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A mail to the list that was relayed (R053, R059).
///
/// @param inbox the row that holds its bytes
/// @param letter the id of the letter that carried it: bounces name it
/// @param messageId without angle brackets
/// @param digested whether a digest has brought it to those who get digests
/// @param unreached who could not be reached, so far (L09)
/// @param told when its author was told of them; empty = not yet
public record Post(long inbox, String letter, Address author, Instant at, String messageId, String subject, Tlp tlp, boolean digested, List<Address> unreached, Optional<Instant> told) {
    public Post inDigest() {
        return new Post(inbox, letter, author, at, messageId, subject, tlp, true, unreached, told);
    }

    public Post missing(Address address) {
        if (unreached.contains(address)) return this;
        List<Address> all = new ArrayList<>(unreached);
        all.add(address);
        return new Post(inbox, letter, author, at, messageId, subject, tlp, digested, List.copyOf(all), told);
    }

    public Post told(Instant when) {
        return new Post(inbox, letter, author, at, messageId, subject, tlp, digested, unreached, Optional.of(when));
    }
}

package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A mail to the list that was relayed (R053, R059).
///
/// @param inbox the row that holds its bytes
/// @param letter the id of the letter that carried it: bounces name it; "" when there was nobody to get it
/// @param messageId without angle brackets
/// @param recipients how many copies left
/// @param digested whether a digest has brought it to those who get digests
/// @param unreached who could not be reached, so far (L09)
/// @param told when its author was told of them; empty = not yet
/// @param toldOf of how many
public record Post(long inbox, String letter, Address author, Instant at, String messageId, String subject, Tlp tlp, int recipients, boolean digested, List<Unreached> unreached,
        Optional<Instant> told, int toldOf) {
    /// @param policy his server refused this mail by its rules, and would take others (L07)
    public record Unreached(Address address, boolean policy) {}

    public Post inDigest() {
        return new Post(inbox, letter, author, at, messageId, subject, tlp, recipients, true, unreached, told, toldOf);
    }

    public Post missing(Address address, boolean policy) {
        if (unreached.stream().anyMatch(known -> known.address().equals(address))) return this;
        List<Unreached> all = new ArrayList<>(unreached);
        all.add(new Unreached(address, policy));
        return new Post(inbox, letter, author, at, messageId, subject, tlp, recipients, digested, List.copyOf(all), told, toldOf);
    }

    /// Without those who are forgotten (L45).
    Post without(Set<Address> addresses) {
        List<Unreached> rest = unreached.stream().filter(one -> !addresses.contains(one.address())).toList();
        int heard = (int) unreached.stream().limit(toldOf).filter(one -> !addresses.contains(one.address())).count();
        return new Post(inbox, letter, author, at, messageId, subject, tlp, recipients, digested, rest, told, heard);
    }

    /// Its author knows of all who are missing by now.
    public Post told(Instant when) {
        return new Post(inbox, letter, author, at, messageId, subject, tlp, recipients, digested, unreached, Optional.of(when), unreached.size());
    }
}

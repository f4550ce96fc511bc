package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What there is one of in the whole house.
public sealed interface Kept {
    /// The roster as the reminder brought it last (N15, N16).
    ///
    /// @param number 1, 2, 3, ...
    /// @param sha256 of the roster's text, hex: the next edition names it
    /// @param entries each line under the stable name of its member, `.nl anna@registry.example`
    /// @param asked a digest of the secret in each reader's letter and his address: an answer confirms his entry
    record Edition(int number, Instant at, String sha256, Map<String, String> entries, Set<String> asked) implements Kept {}

    /// What the next bulletin has to tell beside the list itself.
    ///
    /// @param told up to when those who joined have been announced (R028)
    /// @param left guests who are not on the list any more and have not been announced as such (N41)
    record News(Instant told, List<String> left) implements Kept {}

    /// Where the invitations stand (R066-R071, X30, N26).
    ///
    /// @param running whether the next batch leaves when its time comes
    /// @param excluded ccTLDs that are not to be invited
    /// @param batches those that left, in order
    record Campaign(boolean running, Set<Tld> excluded, List<Batch> batches) implements Kept {}

    /// @param name `test 1`, `test 2`, `2027-W03`
    record Batch(String name, Instant at, List<Tld> invited) {}

    /// The keys that admin contacts sign with (R012).
    record Keys(List<KeyOnFile> all) implements Kept {}

    /// Whom IANA names, ccTLD by ccTLD, as the watch has it (N03, MAIL_RULES 34).
    record Anchors(List<Sighting> seen) implements Kept {
        public Anchors {
            seen = List.copyOf(seen);
        }
    }

    /// @param admin who counts as the admin contact
    /// @param next another one whom IANA has named since
    /// @param changed when the contact became another one the last time
    record Sighting(Tld tld, Address admin, Optional<Candidate> next, Optional<Instant> changed) {}

    /// @param first when IANA was asked and named it for the first time
    record Candidate(Address admin, Instant first, Stand stand) {}

    enum Stand {
        /// A second reading has to agree.
        SEEN,
        /// Too many change at a time: the Secretariat has to say `release`.
        HELD,
        /// It has: a second reading is enough, however many there are.
        RELEASED
    }

    /// The name under which it is stored.
    static String name(Class<? extends Kept> type) {
        return type.getSimpleName();
    }
}

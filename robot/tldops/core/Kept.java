package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /// The name under which it is stored.
    static String name(Class<? extends Kept> type) {
        return type.getSimpleName();
    }
}

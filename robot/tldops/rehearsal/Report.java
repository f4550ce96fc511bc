package tldops.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a rehearsal came to. The same seed gives the same report.
///
/// @param mails that were written to the robot
/// @param letters that it wrote
/// @param invariants what was looked at after every step
public record Report(long seed, int years, int ccTlds, Instant from, Instant to, List<Month> months, long mails, long letters, List<String> invariants, Optional<Violation> violation) {
    /// @param month `2027-01`
    /// @param mails that were written to the robot
    /// @param letters by kind
    /// @param copies of them, one for each recipient
    /// @param joined memberships that began
    /// @param left memberships that ended
    /// @param standing how many ccTLDs stand where at its end
    public record Month(String month, long mails, Map<String, Integer> letters, int copies, int joined, int left, Map<String, Integer> standing) {
        public int sent() {
            return letters.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param journal the lines of the case, from its beginning
    public record Violation(String invariant, Instant at, String what, List<String> journal) {}

    public boolean good() {
        return violation.isEmpty();
    }
}

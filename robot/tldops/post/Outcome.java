package tldops.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tldops.core.Address;

/// What became of one letter at the relay.
public sealed interface Outcome {
    /// The relay has it and answers for it from now on.
    record Accepted(String reply) implements Outcome {}

    /// The relay will never take it.
    record Refused(String reply) implements Outcome {}

    /// The relay could not take this letter now.
    record Later(String reply) implements Outcome {}

    /// There is no talking to the relay; this says nothing about the letter.
    record RelayAway(String reason) implements Outcome {}

    /// What became of the copies of a letter to many: one of the first three for each.
    ///
    /// @param whole false when it broke off: the connection is gone, or the robot stops
    record Each(Map<Address, Outcome> copies, boolean whole) implements Outcome {
        /// The same for all.
        static Each all(List<Address> to, Outcome same, boolean whole) {
            Map<Address, Outcome> copies = new LinkedHashMap<>();
            to.forEach(address -> copies.put(address, same));
            return new Each(copies, whole);
        }
    }
}

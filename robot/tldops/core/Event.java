package tldops.core;

import java.time.Instant;
import java.util.List;

/// What can happen to the robot.
public sealed interface Event {
    record Arrived(Mail mail, Request request, Facts facts) implements Event {}

    /// A duty is due; what is due is computed from the registry.
    ///
    /// @param period names the occurrence in the ledger of duties, `2027-01-18T09:00Z`: done once, never twice
    record Due(Duty duty, String period) implements Event {}

    /// The relay took the letter.
    record Sent(String letter, Instant at) implements Event {}

    /// The relay refused the letter for good, or it could not be delivered to the relay in time.
    record GivenUp(String letter, String reason) implements Event {}

    /// A mail of ours that was sent to see whether it comes in did so (L14, N39).
    record Probed(String door, List<Address> recipients) implements Event {}

    /// An operator's command (DESIGN 1.7).
    record Ordered(Order order, String operator, Facts facts) implements Event {}

    enum Duty { DEADLINES, OVERSIGHT, HOUSEKEEPING }

    sealed interface Order {
        /// Begins the validator-initiated subscription of each (R021).
        record Invite(List<Tld> tlds) implements Order {}

        /// The Secretariat's word on a case, from the command line (P3).
        record Judge(long caseNumber, Request.Word word, int days) implements Order {}
    }
}

package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What can happen to the robot.
public sealed interface Event {
    record Arrived(Mail mail, Request request, Facts facts) implements Event {}

    /// A duty is due; what is due is computed from the registry.
    ///
    /// @param period names the occurrence in the ledger of duties, `2027-01-18T09:00Z`: done once, never twice
    /// @param waiting what mail that cannot be decided yet is about
    /// @param facts what was looked up for it
    record Due(Duty duty, String period, Waiting waiting, Facts facts) implements Event {
        public Due(Duty duty, String period) {
            this(duty, period, Waiting.NOTHING, Facts.NONE);
        }
    }

    /// The relay took the letter.
    record Sent(String letter, Instant at) implements Event {}

    /// The relay refused the letter for good, or it could not be delivered to the relay in time.
    record GivenUp(String letter, String reason) implements Event {}

    /// The relay refused these subscribers' copies of a letter for good, or they could not be delivered to it in time.
    record Undelivered(String letter, List<Address> subscribers, String reason) implements Event {}

    /// The post of that row of the inbox is in the archive.
    record Archived(long inbox) implements Event {}

    /// A mail of ours that was sent to see whether it comes in did so (L14, N39).
    record Probed(String door, List<Address> recipients) implements Event {}
    /// The letter became of no more use before it could leave, and was dropped (best-before).
    ///
    /// @param facts what IANA says of its ccTLD now
    record Expired(String letter, Facts facts) implements Event {}

    /// A mail or an order waits, for RDAP and WHOIS do not name the same contact (MAIL_RULES 11).
    record Differs(Facts facts) implements Event {}

    /// Mail could not come in for that time (SPEC 1.10).
    record Missed(Outage outage) implements Event {}

    /// The clock is not to be believed (SPEC 1.10).
    ///
    /// @param occurrence names it: it is told of once
    record ClockDoubted(String occurrence, ClockFault doubt) implements Event {}

    /// An operator's command (DESIGN 1.7).
    record Ordered(Order order, String operator, Facts facts) implements Event {}

    enum Duty { DEADLINES, OVERSIGHT, HOUSEKEEPING, DIGEST, NOTIFICATION, REMINDER, INVITATIONS, VALIDATION, WATCH }

    sealed interface Order {
        /// Begins the validator-initiated subscription of each (R021).
        record Invite(List<Tld> tlds) implements Order {}

        /// The Secretariat's word on a case, from the command line (P3).
        record Judge(long caseNumber, Request.Word word, int days) implements Order {}

        /// Takes people over from another list (N40).
        record Import(List<Imports.Entry> entries) implements Order {}
        /// Takes back what a case has done (N28); the journal names the operator.
        record Undo(long caseNumber) implements Order {}

        /// The clock is right as it is (SPEC 1.10).
        record AcceptClock(ClockFault doubt) implements Order {}

        /// Takes somebody on the list who is no SSC, or changes what he may do (X20).
        ///
        /// @param until his last day; empty = until he is removed, an observer until the regular batches begin (R069)
        record AddGuest(Address address, String name, Guest.Role role, boolean roster, Optional<LocalDate> until, Language language) implements Order {}

        record RemoveGuest(Address address) implements Order {}

        /// Puts a key on file for the admin contact of a ccTLD (R012).
        record AddKey(Tld tld, SigningKey key) implements Order {}

        /// @param fingerprint of the key, or how it ends; upper-case hex
        record RemoveKey(Tld tld, String fingerprint) implements Order {}

        /// @param tlds for EXCLUDE and INCLUDE
        record Campaign(Step step, List<Tld> tlds) implements Order {
            public enum Step { START, HOLD, RESUME, EXCLUDE, INCLUDE }
        }
    }
}

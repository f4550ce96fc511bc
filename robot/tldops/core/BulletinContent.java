package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Letters of the bulletins, of those on the list who are no SSCs, and of the batches of invitations (R026-R028, R060-R071).
public sealed interface BulletinContent extends Content {
    /// A.4: who joined, and the list of all (R026, R027, X14).
    ///
    /// @param joined their lines; empty when they are not named
    /// @param left guests who are not on the list any more (N41)
    record NewSubscribers(List<String> joined, List<String> left, List<String> lines) implements BulletinContent {}

    /// A.7 as one reader gets it: what stands above the part that is the same for all (N16).
    ///
    /// @param entries his own lines; empty for a guest
    /// @param confirmed when he last said that they are right
    /// @param until his last day, for a guest
    record MembershipsReminder(String name, List<String> entries, Optional<Instant> confirmed, Optional<LocalDate> until, RosterEdition edition) implements BulletinContent {
        @Override
        public boolean bulletin() {
            return true;
        }
    }

    /// A.7 as all get it: the changes, the list and how to use it (R060-R062, N15, N16).
    ///
    /// @param before the number of the edition before; 0 = none
    /// @param sha256 of the list's lines, each with its line end, as UTF-8
    /// @param previous the hash of the edition before; "" = none
    /// @param members as they are attached for tools (R114)
    record RosterEdition(int number, LocalDate day, int before, String sha256, String previous, List<String> added, List<Edited> changed, List<String> removed, List<String> left,
            List<String> lines, List<Member> members) implements BulletinContent {}

    /// The answer to `ok`, or to a reply that says something else (N16).
    record EntryAnswered(boolean confirmed, List<String> entries) implements BulletinContent {}

    /// To an observer or poster who was taken on the list, or whose terms have changed (X20).
    record GuestWelcome(String name, Guest.Role role, boolean roster, Optional<LocalDate> until) implements BulletinContent {}

    record GuestGoodbye(String name, Guest.Role role, Why why) implements BulletinContent {}

    enum Why {
        /// The regular batches of invitations have begun (R069).
        BATCHES,
        /// His time is over, or the operator removed him (N41).
        OVER,
        /// His own word (X19).
        WISH
    }

    /// To the Secretariat: who came or went without being an SSC (N41).
    record GuestReport(boolean joined, String name, Address address, Guest.Role role, boolean roster, Optional<LocalDate> until, String why) implements BulletinContent {}

    /// A.1 for several ccTLDs of one admin contact: one letter, a secret each (MAIL_RULES 14).
    ///
    /// @param trial it belongs to a test batch: the Secretariat would like to hear how it went (R067)
    record JointInvitation(List<Slip> slips, int max, int days, boolean trial) implements BulletinContent {}

    /// What came of the Secretariat's word on the batches (N26).
    record BatchesTurned(boolean running) implements BulletinContent {}

    /// One ccTLD of a joint letter, with its own secret.
    record Slip(Tld tld, Token token, Content.LastDay last) {}

    /// An entry of the list before and after.
    record Edited(String was, String is) {}
}

package tldops.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the commands list, one record a line; a column is named like its component. None of them
/// ever holds a secret (MAIL_RULES 33).
public final class Rows {
    private Rows() {}

    /// @param proved when an answer first came from the address; contact data goes there from then
    ///   on (P5)
    /// @param note `to be re-confirmed` where it was taken over from another list; away; mail that came back
    public record Member(
            String ccTld,
            int rank,
            String name,
            List<String> addresses,
            String phone,
            Instant since,
            Optional<Instant> proved,
            String note) {}

    /// A line of another list and what becomes of it.
    ///
    /// @param rank that it gets, or has in that list where it gets none
    /// @param verdict `new`, `already`, ..., or why it can not be read
    public record Taken(int line, String ccTld, String rank, String name, List<String> addresses, String phone, String verdict) {}

    /// The public directory (R030, R052): names of ccTLDs and how many, nothing about people.
    public record Directory(List<String> ccTlds, int all, int ascii, int idn) {}

    /// @param asked the address that holds the open question
    /// @param due what happens next without an answer, and when
    public record Case(
            long number,
            String ccTld,
            String about,
            String stage,
            String asked,
            Instant opened,
            String due) {}

    /// @param number of its mail in the inbox
    /// @param to how many addresses it went to
    /// @param unreached those of them that could not be reached (L09)
    public record Post(
            long number,
            Instant at,
            String author,
            String tlp,
            String subject,
            int to,
            List<String> unreached) {}

    /// @param state `waiting`, `later`, `aside`, `done`, `dropped`, `duplicate`
    /// @param note why it waits or was set aside
    public record Inbox(
            long number,
            Instant arrived,
            String kind,
            String from,
            String subject,
            String state,
            Optional<Instant> next,
            String note) {}

    /// @param state `due`, `held`, `sent`, `given up`, `too late`
    public record Outbox(
            long number,
            Instant written,
            String letter,
            List<String> to,
            String subject,
            String state,
            int tries,
            Optional<Instant> next,
            String note) {}

    /// A row in full.
    ///
    /// @param text the mail itself, passwords and tokens masked
    public record Paper(long number, String state, String note, String text) {}

    public record Journal(
            long number,
            Instant at,
            String what,
            String ccTld,
            long caseNumber,
            String transition,
            String reason,
            long mail) {}

    /// @param broken number of the first line that does not fit the chain
    public record Verified(long lines, boolean whole, Optional<Long> broken, String head) {}

    /// A backup, or what was restored from one.
    ///
    /// @param verified the copy was opened and its journal is whole
    /// @param letters that wait to leave
    public record Backup(
            String file,
            String size,
            String sha256,
            String took,
            boolean verified,
            int members,
            int cases,
            int mails,
            int letters,
            int journalLines) {}

    /// One step in the life of an entry (N29).
    ///
    /// @param from who wrote the mail, or the operator who gave the order
    /// @param sureness how sure that mail made us of him, A to D or F, and why (MAIL_RULES 10)
    /// @param evidence SHA-256 of the IANA answer it rests on
    /// @param digest SHA-256 of the mail that caused it
    public record Why(
            Instant at,
            String what,
            String reason,
            long caseNumber,
            String from,
            String sureness,
            String evidence,
            String digest) {}

    /// @param contact who counts as the admin contact
    /// @param other whom IANA has named since, if that does not count yet
    /// @param since when that was seen first, or when the contact became another one
    public record Contact(String cctld, String contact, String state, String other, Optional<Instant> since) {}

    /// @param cron when it runs, in Quartz's notation
    public record Duty(String name, String cron, Optional<Instant> last, Optional<Instant> next) {}

    /// @param shown by the machine's clock
    /// @param decides the moment by which the robot decides; it never goes back
    /// @param aheadSeconds of what the clock should show
    /// @param state `believed`, or why not
    /// @param doubtedAt what the clock showed when the doubt arose
    /// @param deadlines `run`, or what they wait for
    /// @param lastBeat when all was well the last time
    /// @param lastLine of the journal
    /// @param noMailSince when no mail can come in at present
    public record Clock(
            Instant shown,
            Instant decides,
            int aheadSeconds,
            String state,
            Optional<Instant> doubtedAt,
            String deadlines,
            Optional<Instant> lastBeat,
            Optional<Instant> lastLine,
            Optional<Instant> noMailSince) {}

    /// What IANA says of a ccTLD (`tldops iana`): what counts, then each source.
    ///
    /// @param source where the answer comes from; `what counts` in the first row
    /// @param at empty when nobody answered
    public record Iana(String tld, String source, String says, Optional<Instant> at, String sha256) {}

    /// What the robot would do with a mail (`tldops explain`).
    ///
    /// @param request how it reads
    /// @param sureness how sure we are of the sender, and why
    /// @param decision lines of the journal
    /// @param changes what would be recorded
    public record Explanation(
            String from,
            String sureness,
            String request,
            List<String> lookups,
            List<String> decision,
            List<String> changes,
            List<Draft> letters) {}

    public record Draft(List<String> to, List<String> cc, String subject, String text) {}

    /// How the robot fares (`tldops health`).
    ///
    /// @param health the worst of the signs: `green`, `yellow`, `red`
    public record Health(String health, String version, String commit, List<Vital> signs) {}

    /// @param since when it came to this level
    public record Vital(String level, String sign, Instant since, String says) {}

    /// What was found when everything was tried (`tldops doctor`).
    ///
    /// @param result the worst of the findings: `good`, `doubtful`, `wrong`
    public record Checkup(String result, List<Finding> findings) {}

    /// @param fix what to do; empty when it is good
    public record Finding(String state, String what, String says, String fix) {}

    /// A mail that will leave if nobody answers (N31).
    ///
    /// @param at in the zone of the list, `2027-01-18T09:00+01:00`
    /// @param letter what it is, as in the outbox
    public record Forecast(String at, List<String> to, String letter, String ccTld, long caseNumber) {}

    /// Somebody on the list who is no SSC.
    ///
    /// @param role `observer`, `poster`
    /// @param contacts whether the bulletins with the contacts of all members go to him
    /// @param until his last day; empty = until removed, an observer until the regular batches begin
    public record Guest(
            String address,
            String name,
            String role,
            boolean contacts,
            Optional<LocalDate> until,
            Instant since) {}

    /// A key on file.
    ///
    /// @param kind `S/MIME`, `OpenPGP`
    /// @param until its last moment; empty when it has none
    public record Key(String ccTld, String address, String kind, String fingerprint, Instant since, Optional<Instant> until) {}

    /// A ccTLD and its batch.
    ///
    /// @param batch `test 1`, `2027-W03`; `next`, `excluded`
    /// @param outcome what has come of it, or what it waits for
    public record Batch(String batch, Optional<Instant> left, String ccTld, String outcome) {}

    /// A ccTLD that is not on the list.
    ///
    /// @param region ICANN's: AF, AP, EU, LAC, NA
    /// @param invited when last
    public record Missing(
            String region, String ccTld, String country, Optional<Instant> invited, String outcome) {}

    /// How well a ccTLD can be reached (N19).
    ///
    /// @param level `good`, `fair`, `weak`, `none`
    /// @param mail whether every address works; the next four likewise
    /// @param notes what is wrong with whom
    /// @param advice what would help most
    public record Reach(
            String ccTld,
            String level,
            boolean mail,
            boolean phone,
            boolean people,
            boolean domains,
            boolean outside,
            List<String> notes,
            String advice) {}

    /// What came of an order.
    public record Outcome(Result result, String message) {
        public enum Result {
            DONE,
            NO,
            LATER,
            UNUSABLE
        }

        public static Outcome done(String message) {
            return new Outcome(Result.DONE, message);
        }

        public static Outcome no(String message) {
            return new Outcome(Result.NO, message);
        }

        /// A mail that can not be taken; its sender is to have it back.
        public static Outcome unusable(String message) {
            return new Outcome(Result.UNUSABLE, message);
        }

        /// Not now; the same again later may succeed.
        public static Outcome later(String message) {
            return new Outcome(Result.LATER, message);
        }
    }
}

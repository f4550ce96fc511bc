package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a letter says. Each kind has one template per language, named like the record in lower case with hyphens
/// (`AuthenticationRequest` → `authentication-request.ftl`); the record's components are what the template sees.
///
/// The letters of the way in stand here; each further chapter has a file of its own.
public sealed interface Content permits Content.Joining, ImportContent, OptionContent, ChangeContent, PostContent, BulletinContent, IanaContent, KeyContent, CheckContent, ReachContent, TrapContent, Carried, AnchorContent {
    /// Of the way in: invitations, questions, verdicts, the welcome, and what the Secretariat sees of it.
    sealed interface Joining extends Content {}

    /// Whether it is a bulletin that many get at the same time: the breaker does not count it (L10).
    default boolean bulletin() {
        return false;
    }

    /// The chapters whose letters have a template each.
    List<Class<? extends Content>> CHAPTERS = List.of(Joining.class, ImportContent.class, OptionContent.class, ChangeContent.class, PostContent.class, BulletinContent.class, IanaContent.class, KeyContent.class, CheckContent.class, ReachContent.class, TrapContent.class, AnchorContent.class);

    /// Every kind of letter that has a template.
    static List<Class<?>> worded() {
        return CHAPTERS.stream().<Class<?>>flatMap(chapter -> Stream.of(chapter.getPermittedSubclasses())).toList();
    }

    // ---- to the admin contact

    /// A.1 SSC Request (R021, R022, R072).
    ///
    /// @param trial it belongs to a test batch: the Secretariat would like to hear how it went (R067)
    record Invitation(Tld tld, int max, int days, LastDay last, boolean trial) implements Joining {
        public Invitation(Tld tld, int max, int days, LastDay last) {
            this(tld, max, days, last, false);
        }
    }

    /// After T1 (R031).
    record InvitationReminder(Tld tld, int max, LastDay last) implements Joining {}

    /// A.5 Authentication Request for one SSC who asked himself (R039, R040, R077).
    record AuthenticationRequest(Tld tld, Person applicant, boolean authenticated, List<Doubt> doubts, LastDay last, boolean blockable, boolean again) implements Joining {}

    /// The question of P2: the complete effect of a form, or of several applications at once (MAIL_RULES 21b).
    ///
    /// @param sender who sent the form when it was not the admin contact's own proven mail; empty otherwise
    record Question(Tld tld, Matter.Origin origin, List<Matter.Newcomer> newcomers, List<Member> present, Optional<Address> sender, List<Doubt> doubts, LastDay last, boolean blockable, boolean again) implements Joining {}

    /// After T1, for both of the above (R044, X17).
    record QuestionReminder(Tld tld, List<Matter.Newcomer> newcomers, List<Doubt> doubts, LastDay last, boolean blockable) implements Joining {}

    /// More people than places: one digit answers, 0 leaves all as it is (X16).
    record ReplaceWhom(Tld tld, Person newcomer, List<Member> present, int max, List<Doubt> doubts, LastDay last) implements Joining {}

    /// Which of your ccTLDs? Digits answer, 0 means all of them (X15, N09).
    record WhichTld(List<Tld> candidates, LastDay last) implements Joining {}

    /// The form again, filled in as far as it was good (N06). Also goes to applicants and representatives.
    record Correction(Optional<Tld> tld, List<Block> blocks, List<Defect> others, boolean statement, int max, LastDay last) implements Joining {}

    /// Both words or none were found in an answer (N10, MAIL_RULES 17).
    ///
    /// @param expected what would be an answer to this question
    record AskedBack(Optional<Tld> tld, Expected expected, boolean both) implements Joining {}

    enum Expected {
        VERDICT, CHOICE, FORM, UNDO, OVERSIGHT,
        /// `undo`, perhaps: a no came after the yes was carried out.
        OPPOSITE
    }

    /// What became of a form or a verdict, ccTLD by ccTLD (N09).
    record Done(List<Result> results) implements Joining {}

    /// Done on a token alone: reply `undo` (P6).
    record Provisional(Tld tld, List<Person> added, List<Person> removed, Instant until, Risk risk) implements Joining {
        public Provisional(Tld tld, List<Person> added, List<Person> removed, Instant until) {
            this(tld, added, removed, until, Risk.NONE);
        }
    }

    /// On what mail to all contacts of the ccTLD hangs now (N20).
    enum Risk { NONE, OWN_ZONE, ONE_DOMAIN }

    record Undone(Tld tld, List<Person> removed, List<Person> restored, List<Person> changed, boolean operator) implements Joining {}

    record UndoRefused(Tld tld, Obstacle obstacle) implements Joining {}

    enum Obstacle { TOO_LATE, CHANGED_SINCE, CONTACT_CHANGED, NOT_YOU, LEFT_HIMSELF, UNPROVED }

    record AlreadyRecorded(Tld tld, Stage.Outcome outcome, Instant at) implements Joining {}

    /// The answer came after the end; how to begin anew (X32).
    record TooLate(Tld tld) implements Joining {}

    /// No answer from this SSC's address within the working days (L38).
    record AddressUnproved(Tld tld, Person person, int days) implements Joining {}

    // ---- to applicants, representatives, members, strangers

    /// Received, waiting for your admin contact (L36).
    record Received(Tld tld, LastDay last) implements Joining {}

    record ApplicationDenied(Tld tld, int daysUntilAgain) implements Joining {}

    /// R043: nobody answered; take it up inside your ccTLD.
    record ApplicationFailed(Tld tld, int days) implements Joining {}

    /// A.3 Subscription Confirmation (R025, R075).
    ///
    /// @param rosterFrom when contact data will be sent at the earliest (P6); empty when as soon as the address has answered
    /// @param inside all his addresses lie under his own ccTLD (N20)
    record Welcome(Tld tld, Person person, int proofDays, Optional<Instant> rosterFrom, boolean inside) implements Joining {
        public Welcome(Tld tld, Person person, int proofDays, Optional<Instant> rosterFrom) {
            this(tld, person, proofDays, rosterFrom, false);
        }
    }

    /// An SSC had to make room (X16).
    record Replaced(Tld tld, Person person) implements Joining {}

    /// An admission was taken back (P7): he was not the one who asked for it, perhaps.
    record Withdrawn(Tld tld, Person person) implements Joining {}

    /// The sender may not ask for this; how to do it right (X02, R041).
    record NotAuthorised(Optional<Tld> tld, Why why) implements Joining {}

    enum Why {
        /// Neither From nor Cc is the admin contact.
        NOT_THE_ADMIN_CONTACT,
        /// A verdict must come from the IANA address itself.
        ANSWER_FROM_ELSEWHERE,
        /// More than one person in a request by an SSC (R038).
        ONE_PERSON_ONLY,
        /// `sender.policy = strict`
        CC_DOES_NOT_COUNT,
        /// Denied less than 30 days ago (X18), or blocked by the admin contact (MAIL_RULES 21b).
        NOT_NOW
    }

    /// A.9 (R057): one report for all commands of a mail.
    record Results(boolean ignoredParts, List<Section> sections, List<String> unprocessed) implements Joining {}

    /// The same words to everybody without authentication (P5).
    record NeutralAnswer(String command) implements Joining {}

    /// To the stored address: was it you? (MAIL_RULES 10b)
    ///
    /// @param tld empty for somebody on the list who is no SSC
    /// @param commands as they would be written
    record ActionQuestion(Optional<Tld> tld, Person person, List<String> commands, Instant until) implements Joining {
        public ActionQuestion(Tld tld, Person person, List<String> commands, Instant until) {
            this(Optional.of(tld), person, commands, until);
        }
    }

    /// A new list password, mailed once (X07).
    record ListPassword(Tld tld, String password) implements Joining {}

    /// R058: all commands with their forms and who may use them.
    record Help(int max) implements Joining {}

    /// A person wrote something we could not read as anything.
    record NotUnderstood(Optional<Tld> tld) implements Joining {}

    // ---- to the Secretariat

    /// A copy of a decision (R083, L35): the ccTLD, the persons concerned, who decided, when, how sure. Never a roster.
    record Oversight(String what, Tld tld, List<Person> people, String decider, String reason, Instant at) implements Joining {}

    /// A held case with its one question: release, extend 5, close (P3).
    record Escalation(long number, Optional<Tld> tld, Stage.Why why, String details, boolean resumable, LastDay last) implements Joining {}

    /// The procedure failed (R034).
    record Failed(long number, Tld tld, boolean invitation, int days) implements Joining {}

    /// What came of the Secretariat's word.
    record Judged(long number, Optional<Tld> tld, Request.Word word, int days, boolean done) implements Joining {}

    /// The periodic report (P3).
    ///
    /// @param silent SSCs of whom nothing was heard for `contacts.validate-after`
    /// @param moved ccTLDs with people on the list whose admin contact became another one (MAIL_RULES 34)
    record Report(LocalDate from, LocalDate to, int invited, int admitted, int denied, int failed, List<Waiting> waiting, int silent, List<Moved> moved) implements Joining {}

    /// The clock is not to be believed (SPEC 1.10): what waits, and what the operator has to do.
    record ClockDoubted(ClockFault.Kind kind, Instant shown, Instant expected) implements Joining {}

    // ---- parts

    record Waiting(long number, Optional<Tld> tld, String stage, LocalDate since) {}

    record Moved(Tld tld, LocalDate day, boolean confirmed) {}

    /// The last day on which an answer counts, in the ccTLD's own calendar (N04).
    record LastDay(LocalDate day, ZoneId zone) {}

    /// One contact person block of a correction form.
    record Block(int number, Line name, Line email, Line phone) {}

    /// @param wrong empty when the line is good as it is
    record Line(String typed, Optional<Defect> wrong) {}

    /// Something the admin contact should look at before he confirms; it never refuses.
    ///
    /// @param address the one of his that is meant, with the U-label beside the A-label; "" when it is not about one
    /// @param like what it could be taken for
    record Doubt(Kind kind, Person person, String address, String like) {
        public Doubt(Kind kind, Person person) {
            this(kind, person, "", "");
        }

        public enum Kind {
            ROLE_ADDRESS, PHONE_IMPLAUSIBLE, PHONE_OF_ANOTHER_COUNTRY, LOOKS_LIKE, ONE_LETTER_OFF, SAME_NAME_ELSEWHERE, MIXED_ALPHABETS, FREE_MAIL, MIXED_NAME;

            /// Whether the admin contact is asked because of it, though his mail brought both proofs (N34).
            boolean asks() {
                return switch (this) {
                    case LOOKS_LIKE, ONE_LETTER_OFF, SAME_NAME_ELSEWHERE, MIXED_ALPHABETS, FREE_MAIL -> true;
                    case ROLE_ADDRESS, PHONE_IMPLAUSIBLE, PHONE_OF_ANOTHER_COUNTRY, MIXED_NAME -> false;
                };
            }
        }
    }

    /// @param already people who were members before
    record Result(Tld tld, Became became, List<Person> added, List<Person> removed, List<Person> already, boolean single, Risk risk) {
        public Result(Tld tld, Became became, List<Person> added, List<Person> removed, List<Person> already, boolean single) {
            this(tld, became, added, removed, already, single, Risk.NONE);
        }

        public enum Became { ADMITTED, DENIED, NOTHING_NEW, QUESTION_FOLLOWS, BLOCKED, REPLACED, KEPT, WAITING, NOTHING_LEFT }
    }

    /// What one command led to.
    ///
    /// @param lines roster lines in the seed's format (R056) or the words of [Said]
    /// @param detail more than that, for the commands of the chapter of options
    record Section(String command, Said said, List<String> lines, Optional<Instant> at, Optional<OptionContent.Detail> detail) {
        public Section(String command, Said said, List<String> lines, Optional<Instant> at) {
            this(command, said, lines, at, Optional.empty());
        }

        /// What a command of the chapter of options led to.
        Section(String command, OptionContent.Detail detail) {
            this(command, Said.DETAIL, List.of(), Optional.empty(), Optional.of(detail));
        }

        public enum Said { ROSTER, ALREADY_SENT, HELP, WRONG_PASSWORD, NOT_YET_PROVED, NOT_YET_READY, PASSWORD_FOLLOWS, NOT_A_MEMBER, DETAIL, FOLLOWS, ASKED_ALREADY, FORM_FOLLOWS, LEFT, NOT_YOURS, SHARED_ADDRESS }
    }
}

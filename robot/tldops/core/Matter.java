package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a case is about, with the data it needs. What has become of it is its [Stage].
public sealed interface Matter {
    /// The admin contact is asked for its SSCs (R021). A defective answer leaves its draft here (N06).
    record Invitation(Optional<Form> draft) implements Matter {}

    /// The admin contact is asked to confirm or deny exactly this effect: the Authentication Request (A.5), the
    /// question after a form (P2), the representative's request (X02).
    ///
    /// @param origin how the wish reached us
    /// @param newcomers the people who would become SSCs
    /// @param applicants who asked, when it was not the admin contact; several when applications were joined
    record Admission(Origin origin, List<Newcomer> newcomers, List<Applicant> applicants) implements Matter {}

    /// More people than places: the admin contact says with one digit who leaves (X16, N11).
    ///
    /// @param present the members as numbered in the letter: digit 1 is the first
    /// @param waiting newcomers who need a place after this one
    record ReplaceWhom(Newcomer newcomer, List<Member.Id> present, List<Newcomer> waiting, Origin origin, List<Applicant> applicants) implements Matter {}

    /// A form from an admin contact of several ccTLDs that names none: which? (X15, N09)
    ///
    /// @param candidates as numbered in the letter
    /// @param authenticated the form was; if not, a choice leads to the question, since it showed nobody's name
    record WhichTld(Form form, List<Tld> candidates, boolean authenticated) implements Matter {}

    /// A form that has to be mended by who sent it, when no invitation is open for it (N06).
    ///
    /// @param copied who was in To and Cc: the mended lines need not be copied again (X02)
    record Correction(Form draft, Address sender, List<Address> copied) implements Matter {}

    /// A member without authentication wrote a command: its stored address is asked (MAIL_RULES 10b).
    ///
    /// @param commands what a yes sets going
    record MemberAction(Member.Id member, List<Request.Command> commands, String inReplyTo) implements Matter {}

    /// A mail to the list whose author is asked first: whether it was he (MAIL_RULES 10b), or whether it shall go to all
    /// though he has been answered (N14).
    ///
    /// @param insist a yes relays it, whatever it asks for
    record HeldPost(Offer draft, boolean insist) implements Matter {}

    /// The same for somebody on the list who is no SSC: his address is asked.
    record GuestAction(Address guest, List<Request.Command> commands, String inReplyTo) implements Matter {}

    /// Somebody wants to be forgotten; he was shown what goes and what stays (L45).
    record Forgetting(Address address) implements Matter {}

    /// An SSC wants to be called by those of another ccTLD (N13).
    ///
    /// @param to the stored address he asked from: he is told there
    /// @param text his words
    /// @param next when the next rank is asked; empty when there is none, or somebody has answered
    /// @param answered who has
    record Urgent(Member.Id by, Address to, List<String> text, List<Call> calls, Optional<Instant> next, List<Member.Id> answered) implements Matter {}

    /// What a case that is over was about was personal and is erased (L45).
    record Erased() implements Matter {}

    /// One letter of an `urgent`.
    ///
    /// @param letter its id
    record Call(Member.Id member, Address address, String letter, Instant at, Fate fate) {
        public enum Fate { WRITTEN, TAKEN, FAILED }
    }

    /// The present data went out as a form, filled in (N07): to the admin contact or a delegate that of the whole ccTLD, to
    /// an SSC his own entry.
    ///
    /// @param shown who stood under which number
    /// @param own an SSC's own entry alone
    /// @param draft what the form holds that comes back only in part
    record Modify(List<Amendment.Entry> shown, boolean own, Form draft) implements Matter {}

    /// The admin contact is asked to confirm or deny exactly this change (R047-R049, N07).
    record Change(Cause cause, Amendment effect, List<Applicant> applicants) implements Matter {}

    /// An SSC left by his own wish (X19): nobody else takes that back (P7).
    record Departure(Member.Id member) implements Matter {}

    /// An SSC from whose first address nothing came for long is asked whether all is as it was (R108, N17, L40).
    ///
    /// @param address it is one person's, for however many ccTLDs
    /// @param letters how many he got
    /// @param returned the last of them came back: no more of that kind goes out
    /// @param handed the admin contacts who were asked instead and have not answered
    record Check(Address address, int letters, boolean returned, List<Handed> handed) implements Matter {}

    /// One ccTLD of a silent SSC.
    ///
    /// @param admin who was asked; empty when IANA names nobody, or the silent address itself
    /// @param form number of the case whose form went to it; 0 = none
    record Handed(Tld tld, Optional<Address> admin, long form) {}

    /// A removal was undone: his own answer brings the member back (P7).
    record Restore(Member member) implements Matter {}

    /// A key was put on file for the admin contact (R012).
    record KeyNotice(SigningKey.Kind kind, String fingerprint) implements Matter {}

    /// A new admin contact is asked whether the SSCs of his ccTLD are right (MAIL_RULES 34). Nothing hangs on his answer but the
    /// note "to be re-confirmed".
    ///
    /// @param first number of the first case that his letter tells of: one word answers for all of them
    /// @param before the contact that IANA named before
    /// @param shown who stood in the letter
    record Reconfirmation(long first, Address before, List<Member.Id> shown) implements Matter {}

    /// IANA names other contacts for so many ccTLDs at a time that the Secretariat has to say so first.
    record ManyMoved(List<Tld> tlds) implements Matter {}

    /// The admin contact appoints who may speak for it, or ends that (X31, N23).
    record Appointment(Address delegate, LocalDate until, Step step) implements Matter {
        boolean ends() {
            return step == Step.END || step == Step.END_UNPROVED;
        }

        /// Mail that proved nothing raised it.
        boolean unproved() {
            return step == Step.APPOINT_UNPROVED || step == Step.END_UNPROVED;
        }
    }

    enum Step {
        /// The admin contact is asked whether he shall be its delegate.
        APPOINT,
        /// The delegate's own address is asked.
        PROVE,
        /// The admin contact is asked whether he shall be its delegate no more.
        END,
        /// The same two after a mail that proved nothing: such a question gives way to any other.
        APPOINT_UNPROVED,
        END_UNPROVED
    }

    /// How the wish for a change reached us.
    enum Cause {
        /// A form of the admin contact.
        FORM,
        /// The answer to a letter that showed the present data.
        MODIFIED,
        /// An SSC's own wish.
        HIMSELF,
        /// A form of a representative with the admin contact in Cc (X02).
        REPRESENTATIVE,
        /// A form of a registered delegate (X31).
        DELEGATE,
        /// The command `remove`.
        REMOVAL,
        /// An SSC's answer to the form about a colleague who can not be reached (N21).
        COLLEAGUE,
        /// A form of the technical contact (X03).
        TECH
    }

    /// What one person set going for himself: no procedure of a ccTLD, and soon over.
    default boolean personal() {
        return switch (this) {
            case MemberAction _, GuestAction _, HeldPost _, Forgetting _, Urgent _, Erased _ -> true;
            case Invitation _, Admission _, ReplaceWhom _, WhichTld _, Correction _, Modify _, Change _, Departure _, Restore _, Appointment _, KeyNotice _, Check _, Reconfirmation _, ManyMoved _ -> false;
        };
    }

    /// Where a wish came from.
    enum Origin {
        /// An answer to our invitation (section 4 of the seed).
        INVITED,
        /// A form of the admin contact himself (the leaflet).
        LEAFLET,
        /// A form of a representative with the admin contact in Cc (X02).
        REPRESENTATIVE,
        /// The SSC's own request (section 5).
        APPLICATION,
        /// A late answer, shown again for a fresh confirmation (X32).
        LATE
    }

    /// @param role the address looks like a role account (X24)
    record Newcomer(int rank, Person person, boolean role) {}

    /// Somebody other than the admin contact whose mail opened the case, and who hears what became of it.
    ///
    /// @param authenticated his From address was (cool-downs bind only proved addresses, X18)
    record Applicant(Address address, boolean authenticated, Language language) {}
}

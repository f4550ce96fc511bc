package tldops.core;

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
    record HeldPost(Draft draft, boolean insist) implements Matter {}

    /// Whether the address of a member is asked about his own wish: that lives a day and is chased by nobody.
    default boolean ofMember() {
        return this instanceof MemberAction || this instanceof HeldPost;
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

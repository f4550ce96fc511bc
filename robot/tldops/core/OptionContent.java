package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The letters about what somebody on the list sets going for himself (R050, R051, L45, N12, N13, N22), and what a report
/// says of such commands.
public sealed interface OptionContent extends Content {
    /// Everything that is stored about somebody (L45).
    ///
    /// @param seat what he is on the list when he is no SSC
    /// @param open cases under way that name him
    record MyData(String name, List<Place> places, Optional<Seat> seat, List<Open> open, int mailDays, int personalMonths) implements OptionContent {}

    /// What goes and what stays; one word forgets (L45).
    record ForgetQuestion(String name, List<Leaves> places, boolean guest, List<Open> open, int mailDays, Instant until) implements OptionContent {}

    /// Goodbye (L45).
    record Forgotten(String name, List<Leaves> places, int mailDays) implements OptionContent {}

    /// `urgent`: please call (N13).
    ///
    /// @param of the caller's ccTLDs
    /// @param text his words
    /// @param inPlaceOf who is away
    record UrgentCall(Tld tld, Person caller, List<Tld> of, List<String> text, Optional<String> inPlaceOf, Instant at) implements OptionContent {}

    /// To who sent `urgent`: what has become of it.
    ///
    /// @param next when the next rank is asked, or when we say that nobody has answered
    /// @param last nobody is left to be asked
    /// @param words of who has answered
    record UrgentNews(Tld tld, News news, List<Called> called, Optional<Instant> next, boolean last, List<String> words) implements OptionContent {}

    enum News { NEXT_ASKED, DELIVERED, FAILED, ANSWERED, NOBODY, OVER }

    /// To who has answered.
    record UrgentThanks(Tld tld, Person caller) implements OptionContent {}

    // ---- parts of them

    /// One membership with all that is kept of it.
    ///
    /// @param line as in the roster
    /// @param proved when its address first answered
    /// @param admitted how it came about
    /// @param heard when something came from him last
    /// @param reach how well his ccTLD can be reached; empty while he may not see contact data (P6)
    /// @param lost which of his addresses can not be reached
    record Place(Tld tld, int rank, Person person, String e164, String line, Language language, boolean digest, Optional<LocalDate> away, int deputy, Instant since, Optional<Instant> proved,
            boolean password, Admitted admitted, Optional<Instant> heard, Optional<Reachability> reach, List<Lost> lost) {}

    /// An address to which mail comes back (N21).
    record Lost(Address address, LocalDate since) {}

    /// @param number 0 when there is no case of it
    /// @param by whom; empty when nobody has confirmed it here
    record Admitted(long number, Optional<Instant> at, Basis basis, Optional<Address> by) {}

    /// On what the admission rests.
    enum Basis { INVITED, LEAFLET, REPRESENTATIVE, APPLICATION, LATE, TAKEN_OVER, UNKNOWN }

    record Seat(Guest.Role role, Address address, boolean roster, Optional<LocalDate> until, Language language, boolean digest, Optional<LocalDate> away, Instant since) {}

    record Open(long number, Optional<Tld> tld, Instant since) {}

    record Leaves(Tld tld, String name) {}

    /// Somebody who was asked to call.
    record Called(int rank, Person person, Optional<LocalDate> away, List<Way> ways) {}

    record Way(Address address, Matter.Call.Fate fate) {}

    // ---- in the report

    /// What one command led to, beyond a word.
    sealed interface Detail {}

    /// How a command is written.
    ///
    /// @param misread it was meant, and could not be read
    record Topic(String topic, boolean misread) implements Detail {}

    /// `who .nl .fr`
    record Contacts(List<Contact> contacts) implements Detail {}

    /// @param today the date there
    /// @param time the local time there now
    /// @param open people are in their offices there
    record Contact(Tld tld, boolean known, String country, Optional<Content.LastDay> today, String time, boolean works, boolean open, List<Reach> people) {}

    /// @param deputy who stands in
    /// @param lost which of his addresses can not be reached
    record Reach(int rank, Person person, Language language, Optional<LocalDate> away, Optional<String> deputy, List<Lost> lost) {}

    record Chosen(Chose chose, boolean already) implements Detail {}

    enum Chose { DIGEST_ON, DIGEST_OFF, ENGLISH, FRENCH, BACK }

    /// @param no why it is not so
    /// @param without where no such deputy is
    record Gone(Optional<NoAway> no, LocalDate until, int deputy, boolean already, List<String> deputies, List<Tld> without) implements Detail {}

    /// The mailbox said that he is away: does he want to say so himself (N22)?
    ///
    /// @param noted when the mailbox said it
    record Proposed(LocalDate until, Instant noted) implements Detail {}

    enum NoAway { PAST, TOO_FAR, HIMSELF, NO_DEPUTY, NO_SSC }

    /// What became of `urgent .xx`.
    record Calling(Tld tld, How how, List<Called> called, Optional<Instant> next, boolean last) implements Detail {
        public enum How { ASKED, UNDER_WAY, NO_CCTLD, NOBODY, TOO_MANY, TOO_MANY_THERE }
    }
}

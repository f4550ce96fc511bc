package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The letters by which contacts stay true (R108, N17, N19, L40): to an SSC of whom nothing was heard for long, to his admin
/// contact, to the Secretariat.
public sealed interface CheckContent extends Content {
    /// Is this still you?
    ///
    /// @param lines his entries as in the roster
    /// @param heard the day on which something came from him last; empty = never
    /// @param letter 1, 2, 3
    /// @param reach how well his ccTLDs can be reached
    record StillYou(String name, List<Tld> tlds, List<String> lines, Optional<LocalDate> heard, int letter, Content.LastDay last, List<Reachability> reach) implements CheckContent {}

    /// The answer to his answer.
    ///
    /// @param confirmed he said that all is right
    record HeardOf(boolean confirmed, List<String> lines) implements CheckContent {}

    /// To the admin contact: these contacts of yours are silent. Of one ccTLD the present data come along as a form.
    ///
    /// @param places of each ccTLD
    /// @param blocks of the only ccTLD; empty when there are several
    record SilentContacts(List<SilentPlace> places, List<Content.Block> blocks, int letters, int max, Content.LastDay last) implements CheckContent {}

    record SilentPlace(Tld tld, List<Silent> silent, Reachability reach) {}

    /// @param since the day on which something came from him last
    /// @param returned our letter came back
    /// @param slip the secret of this question; empty when the letter's own serves
    record Silent(Person person, LocalDate since, boolean returned, Optional<Token> slip) {}

    /// To the admin contact, who answered with something else than a form.
    record SilentNoted(List<Tld> tlds) implements CheckContent {}

    /// To the Secretariat: nobody answered for these.
    record NobodyAnswered(List<Lost> lost) implements CheckContent {}

    /// @param asked the admin contact was asked on that day; empty when there is none to ask
    record Lost(Tld tld, String name, LocalDate since, Optional<Instant> asked) {}
}

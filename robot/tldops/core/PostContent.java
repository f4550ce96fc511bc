package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The letters around the list (R053, R059, R064): what its authors are asked and told, and the digest.
public sealed interface PostContent extends Content {
    /// To the stored address: was this post yours? (MAIL_RULES 10b)
    ///
    /// @param lines the first of its text
    /// @param labelled whether its author chose the label
    record PostQuestion(String name, String subject, List<String> lines, String tlp, boolean labelled, boolean often, Instant until) implements PostContent {}

    /// Nobody got it; how to do it right.
    ///
    /// @param from when it may be sent again, where that is the matter
    record PostRefused(String subject, Refusal why, Optional<Instant> from) implements PostContent {}

    enum Refusal {
        /// TLP:RED is for the ears of those present (N35).
        TLP_RED,
        /// It holds a secret of ours (MAIL_RULES 16).
        SECRET,
        /// Nothing but "unsubscribe" (L48).
        LEAVING,
        /// Nothing but commands for the request robot.
        COMMANDS,
        /// Admitted on a secret alone, a short time ago (P6).
        NOT_YET,
        /// Its author said yes when its day was over.
        TOO_LATE,
        /// Beyond what we read of a mail (MAIL_RULES 29).
        UNREADABLE
    }

    /// Only members write to the list. The same words to everybody who is not verified (P5).
    record MembersOnly(boolean verified) implements PostContent {}

    /// The contacts that a post asked for, in its place (N14).
    ///
    /// @param asked the ccTLDs, as they are read
    /// @param contacts lines in the seed's format; none when its author may not see them
    /// @param without those that have nobody on the list
    /// @param reads whether its author may see contact data
    record ContactsFound(String subject, List<String> asked, List<String> contacts, List<String> without, boolean reads, Instant until) implements PostContent {}

    /// Who did not get a post (L09).
    ///
    /// @param missed by name, when its author may see contact data
    /// @param count how many they are
    /// @param more its author was told of others before
    record NotReached(String subject, Instant posted, List<Missed> missed, int count, int recipients, boolean more) implements PostContent {}

    /// @param policy his server refused this very mail (L07)
    record Missed(String name, Optional<Tld> tld, boolean policy) {}

    /// The posts of a day in one mail (R051).
    ///
    /// @param tlp the strictest label among them
    record DailyDigest(LocalDate day, String tlp, List<Item> items) implements PostContent {}

    record Item(long inbox, String subject, String author, String tlp, Instant at) {}
}

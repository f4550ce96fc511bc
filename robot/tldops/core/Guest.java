package tldops.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Somebody on the list who is no SSC (X20, N41, R064, R069): he has no place in the roster.
///
/// @param roster an observer who may read the roster until his end (P5)
/// @param until his last day, in the list's calendar; empty = until he is removed
public record Guest(Address address, String name, Role role, boolean roster, Optional<LocalDate> until, Language language, Options options, Instant since) {
    public enum Role {
        /// Reads and posts: a member of the working group, a liaison.
        OBSERVER,
        /// Posts and gets nothing: who prepares alerts for all.
        POSTER
    }

    /// Whether his time is not over.
    public boolean stays(LocalDate today) {
        return until.filter(today::isAfter).isEmpty();
    }

    public Guest with(Options next) {
        return new Guest(address, name, role, roster, until, language, next, since);
    }

    public Guest in(Language next) {
        return new Guest(address, name, role, roster, until, next, options, since);
    }
}

package tldops.core;

import java.time.LocalDate;
import java.util.Optional;

/// What somebody on the list has chosen for himself (R050, R051, X19, N22).
///
/// @param digest one mail a day in the place of each post
/// @param away nothing from the list until that day has ended; empty = here
public record Options(boolean digest, Optional<Away> away) {
    public static final Options USUAL = new Options(false, Optional.empty());

    /// @param until the last day, as they count in his ccTLD
    /// @param deputy the rank of who stands in; 0 = nobody was named
    public record Away(LocalDate until, int deputy) {}

    public Options digest(boolean on) {
        return new Options(on, away);
    }

    public Options away(Optional<Away> next) {
        return new Options(digest, next);
    }

    /// Whether he is away on that day.
    public boolean awayOn(LocalDate day) {
        return away.filter(gone -> !day.isAfter(gone.until())).isPresent();
    }
}

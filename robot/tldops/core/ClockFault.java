package tldops.core;

import java.time.Instant;

/// Why the clock is not to be believed (SPEC 1.10).
///
/// @param shown by the clock when the doubt arose
/// @param expected what it should have shown; for `GAP` and `BACK` when the robot was last known to live
public record ClockFault(Kind kind, Instant shown, Instant expected) {
    public enum Kind {
        /// It jumped while the robot ran: more or less time has passed than it says.
        JUMP,
        /// At start the last sign of life lies further back than `clock.gap`.
        GAP,
        /// At start it shows a time before the last sign of life.
        BACK
    }
}

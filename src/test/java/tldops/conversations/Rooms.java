package tldops.conversations;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.Request;
import tldops.core.Rules;

/// The rooms around the core as functions, so that stories can be played without a database.
///
/// @param read how a mail that came in at a time reads
/// @param compose the very bytes of a letter that leaves at a time
record Rooms(Rules rules, BiFunction<Act.Mailed, Instant, Reading> read, Function<Letter, byte[]> compose) {
    /// A mail and what it asks for.
    record Reading(Mail mail, Request request) {}
}

package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tldops.core.Authority;
import tldops.core.Letter;
import tldops.core.Need;
import tldops.core.Tld;
import tldops.mail.Reading;
import tldops.store.Inbox;
import tldops.store.Store;

/// The rooms that the robot walks through, and the two things that must come from outside: time and chance (DESIGN 1).
///
/// @param reading a row and its bytes to meaning, with the trust in its sender judged; it is interrupted when it takes too long
/// @param lookUp what IANA says; blocks; [Authority.Unreachable] where it says nothing
/// @param composing a letter to the bytes that go out; called by several threads at once
/// @param masking the bytes of a mail without its secrets; the same bytes when it holds none (MAIL_RULES 33)
public record Rooms(
        BiFunction<Inbox.Row, byte[], Reading> reading,
        Function<Need, Map<Tld, Authority>> lookUp,
        Function<Letter, Store.Composed> composing,
        BiFunction<byte[], Reading, byte[]> masking,
        Supplier<Instant> clock,
        RandomGenerator chance) {
    /// How long things may take.
    ///
    /// @param reading of one mail, DNS included
    /// @param lookUp one look-up
    /// @param unreachable `iana.unreachable-limit`: how long a mail waits for IANA before it is decided without
    public record Limits(Duration reading, Duration lookUp, Duration unreachable) {
        public static final Limits USUAL = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofHours(24));
    }
}

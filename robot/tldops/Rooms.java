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
/// @param reading a row and its bytes to meaning; it is interrupted when it takes too long
/// @param judging how sure we are of its sender, where the DNS has to be asked for that; blocks
/// @param lookUp what IANA says; blocks; [Authority.Unreachable] where it says nothing
/// @param composing a letter to the bytes that go out; called by several threads at once
/// @param masking the bytes of a mail without its secrets; the same bytes when it holds none (MAIL_RULES 33)
public record Rooms(
        BiFunction<Inbox.Row, byte[], Reading> reading,
        Judging judging,
        Function<Need, Map<Tld, Authority>> lookUp,
        Function<Letter, Store.Composed> composing,
        BiFunction<byte[], Reading, byte[]> masking,
        Supplier<Instant> clock,
        RandomGenerator chance) {
    /// Asks the DNS for a mail that was read; what it answers with is still awaited when the DNS is silent.
    @FunctionalInterface
    public interface Judging {
        Reading apply(Inbox.Row row, byte[] raw, Reading read);
    }

    /// How long things may take.
    ///
    /// @param reading of one mail
    /// @param lookUp one look-up
    /// @param unreachable `iana.unreachable-limit`: how long a mail waits for IANA before it is decided without
    /// @param unjudged `dns.unreachable-limit`: how long it waits for the DNS
    public record Limits(Duration reading, Duration lookUp, Duration unreachable, Duration unjudged) {
        public static final Limits USUAL = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofHours(24), Duration.ofHours(12));
    }
}

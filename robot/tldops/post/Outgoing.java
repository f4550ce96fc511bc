package tldops.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import tldops.core.Address;

/// What sending needs of the outbox.
///
/// @param due the letters whose time has come, the oldest first, bulletins and posts last, at most so many
/// @param sent the other side has these letters, all in one transaction
/// @param taken the other side has these copies of a letter to many; may be called by several threads at once
/// @param refused these copies of a letter to many will never be taken
/// @param retry a letter failed and is due again at that time
/// @param givenUp a letter will never be taken
/// @param putBack these letters were fetched but not tried, or not to the end; they are due as before
/// @param expired a letter is past its best-before
/// @param sentSince when letters were sent since then, one time for each, bulletins and posts left out
/// @param held whether sending is held, by the breaker or by the operator
/// @param hold holds sending until the operator releases it
/// @param listen has the given action run whenever new letters stand in the outbox
public record Outgoing(
        Fetch due,
        BiConsumer<List<Long>, Instant> sent,
        Taken taken,
        Refused refused,
        Retry retry,
        End givenUp,
        Consumer<List<Long>> putBack,
        BiConsumer<Long, Instant> expired,
        Function<Instant, List<Instant>> sentSince,
        BooleanSupplier held,
        Consumer<String> hold,
        Consumer<Runnable> listen) {

    @FunctionalInterface
    public interface Fetch {
        List<Due> upTo(Instant now, int limit);
    }

    @FunctionalInterface
    public interface Taken {
        void copies(long id, List<Address> to, Instant at);
    }

    @FunctionalInterface
    public interface Refused {
        /// @param why what the relay said, and to whose copies
        void copies(long id, Map<String, List<Address>> why, Instant at);
    }

    @FunctionalInterface
    public interface Retry {
        void at(long id, Instant next, String reason);
    }

    @FunctionalInterface
    public interface End {
        void because(long id, String reason, Instant at);
    }
}

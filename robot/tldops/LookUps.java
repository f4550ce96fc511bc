package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import tldops.core.Authority;
import tldops.core.Facts;
import tldops.core.Need;
import tldops.core.Tld;

/// Asks IANA for a mail that waits beside the line, and when to ask again if IANA does not answer (X29).
///
/// @param ask the room that knows how; blocks
/// @param limit for one look-up
/// @param unreachable `iana.unreachable-limit`: how long a mail waits for IANA before it is decided without
record LookUps(Function<Need, Map<Tld, Authority>> ask, Duration limit, Duration unreachable) {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LAST_PAUSE = Duration.ofHours(1);
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final int MANY = 60;

    /// @param failure why nothing is known of a ccTLD yet; empty when IANA has spoken of all
    record Answer(Need need, Map<Tld, Authority> authorities, Optional<String> failure) {
        static final Answer NOTHING = new Answer(Need.NOTHING, Map.of(), Optional.empty());

        /// Whether it says all that is needed now; the registry may have changed since it was asked for.
        boolean covers(Need now) {
            return now.nothing()
                    || (need.tlds().containsAll(now.tlds()) && (now.servedBy().isEmpty() || now.servedBy().equals(need.servedBy())) && need.maxAge().compareTo(now.maxAge()) <= 0);
        }

        Facts facts() {
            return new Facts(authorities);
        }
    }

    /// Asks on a virtual thread and tells the answer from there; it always tells one.
    void start(Need need, Consumer<Answer> told) {
        Thread.startVirtualThread(() -> told.accept(answer(need)));
    }

    private Answer answer(Need need) {
        if (need.tlds().size() > MANY && need.servedBy().isEmpty()) return oneByOne(need);
        try {
            Map<Tld, Authority> authorities = Limited.within(limit, () -> ask.apply(need));
            return new Answer(need, authorities, authorities.values().stream().flatMap(authority -> authority.unsettled().stream()).findFirst());
        } catch (TimeoutException slow) {
            return unreachable(need, "no answer within " + limit.toSeconds() + " seconds");
        } catch (ExecutionException failed) {
            return unreachable(need, String.valueOf(failed.getCause()));
        } catch (InterruptedException stopped) {
            return unreachable(need, "stopped");
        }
    }

    /// What asks for all ccTLDs takes minutes: other questions have their turn in between, and when nothing has been heard for too
    /// long the rest is left for the next time.
    private Answer oneByOne(Need need) {
        Map<Tld, Authority> all = new TreeMap<>();
        long heard = System.nanoTime();
        for (Tld tld : new TreeSet<>(need.tlds())) {
            if (System.nanoTime() - heard > SILENCE.toNanos()) {
                all.put(tld, new Authority.Unreachable("nothing was heard for " + SILENCE.toMinutes() + " minutes"));
                continue;
            }
            Answer one = answer(new Need(Set.of(tld), Set.of(), need.maxAge()));
            all.putAll(one.authorities());
            if (one.failure().isEmpty()) heard = System.nanoTime();
        }
        return new Answer(need, all, Optional.empty());
    }

    private static Answer unreachable(Need need, String reason) {
        Map<Tld, Authority> none = new TreeMap<>();
        need.tlds().forEach(tld -> none.put(tld, new Authority.Unreachable(reason)));
        return new Answer(need, none, Optional.of(reason));
    }

    /// When to ask again after a failure now: in as long as it has waited, at least a minute, at most an hour; empty
    /// when it has waited for as long as it may.
    Optional<Instant> again(Instant askedFirst, Instant now) {
        return again(askedFirst, now, unreachable);
    }

    /// @param most how long it may wait
    static Optional<Instant> again(Instant askedFirst, Instant now, Duration most) {
        Duration waited = Duration.between(askedFirst, now);
        if (waited.compareTo(most) >= 0) return Optional.empty();
        Duration pause = waited.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : waited.compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : waited;
        Instant last = askedFirst.plus(most);
        return Optional.of(now.plus(pause).isAfter(last) ? last : now.plus(pause));
    }
}

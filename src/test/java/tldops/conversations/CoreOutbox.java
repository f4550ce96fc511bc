package tldops.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tldops.core.Address;
import tldops.core.Letter;
import tldops.post.Retries;

/// The outbox and the relay of a story that is played against the core: what leaves, what is tried again, what is dropped.
final class CoreOutbox {
    /// What became of a letter.
    sealed interface Fate {
        record Taken(Letter letter) implements Fate {}

        record GivenUp(Letter letter, String reason) implements Fate {}

        record Dropped(Letter letter) implements Fate {}
    }

    private record Waiting(Letter letter, int failed, Instant next) {}

    private final List<Waiting> letters = new ArrayList<>();
    private final Set<Address> refused = new HashSet<>();
    private final Set<Address> deferred = new HashSet<>();
    private boolean away;

    void add(List<Letter> written, Instant now) {
        for (Letter letter : written) letters.add(new Waiting(letter, 0, now));
    }

    void turned(Act.Relay relay) {
        switch (relay.how()) {
            case AWAY -> away = true;
            case BACK -> away = false;
            case REFUSES -> refused.add(relay.address().orElseThrow());
            case DEFERS -> deferred.add(relay.address().orElseThrow());
            case TAKES -> {
                refused.remove(relay.address().orElseThrow());
                deferred.remove(relay.address().orElseThrow());
            }
        }
    }

    /// The next letter whose fate is settled now.
    Optional<Fate> next(Instant now) {
        while (!away) {
            Optional<Waiting> due = letters.stream().filter(waiting -> !waiting.next.isAfter(now)).findFirst();
            if (due.isEmpty()) return Optional.empty();
            letters.remove(due.get());
            Optional<Fate> fate = fate(due.get(), now);
            if (fate.isPresent()) return fate;
        }
        return Optional.empty();
    }

    private Optional<Fate> fate(Waiting waiting, Instant now) {
        Letter letter = waiting.letter;
        Predicate<Set<Address>> among = addresses -> letter.to().stream().anyMatch(addresses::contains);
        if (!now.isBefore(letter.bestBefore())) return Optional.of(new Fate.Dropped(letter));
        if (among.test(refused)) return Optional.of(new Fate.GivenUp(letter, "550 5.1.1 no such user"));
        if (!among.test(deferred)) return Optional.of(new Fate.Taken(letter));
        Optional<Duration> pause = Retries.DEFAULT.after(waiting.failed + 1);
        if (pause.isEmpty()) return Optional.of(new Fate.GivenUp(letter, "not taken in 5 days: 450 4.2.0 greylisted"));
        letters.add(new Waiting(letter, waiting.failed + 1, now.plus(pause.get())));
        return Optional.empty();
    }
}

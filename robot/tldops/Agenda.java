package tldops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tldops.core.Event;

/// The duties that are due, each waiting for the mail that came before it (SPEC 1.10): an answer that came in time must
/// not be found late. Touched by the decider's thread alone.
final class Agenda {
    /// @param behind the newest row of the inbox when it became due
    record Due(Event.Duty duty, String period, Instant at, long behind, CompletableFuture<Void> done) {}

    private final List<Due> waiting = new ArrayList<>();

    void add(Due due) {
        waiting.add(due);
    }

    /// Takes the first that has nothing before it in the line. Mail that waits for IANA holds up the deadlines, which
    /// could end its case, and nothing else.
    ///
    /// @param fetched up to which number the line holds every open row
    Optional<Due> next(NavigableMap<Long, Turn> line, long fetched) {
        Optional<Due> free = waiting.stream()
                .filter(due -> due.behind() <= fetched)
                .filter(due -> line.headMap(due.behind(), true).values().stream().allMatch(turn -> turn.later() && due.duty() != Event.Duty.DEADLINES))
                .findFirst();
        free.ifPresent(waiting::remove);
        return free;
    }

    void cancel() {
        waiting.forEach(due -> due.done().cancel(false));
    }
}

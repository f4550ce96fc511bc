package tldops.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Letters that were recorded a moment ago and are sent from memory. The database is asked for letters only when it may
/// hold others that are due: after a start, for another try, or when more wait than are kept here. Guarded by the outbox.
final class Fresh {
    private static final long MOST = 16 << 20;

    private final ArrayDeque<Outbox.Due> letters = new ArrayDeque<>();
    private long bytes;
    private Optional<Outbox.Due> last = Optional.empty();
    private boolean behind = true;
    private long known;
    private Instant next = Instant.MAX;

    /// Newly on disk.
    void add(List<Outbox.Due> recorded) {
        if (behind) return;
        for (Outbox.Due letter : recorded) {
            // what the last look into the database has found already is on its way
            if (letter.id() <= known) continue;
            boolean shared = last.filter(before -> before.body().equals(letter.body())).isPresent();
            Outbox.Due kept = shared ? letter.with(last.orElseThrow().content()) : letter;
            letters.add(kept);
            bytes += size(kept, shared);
            last = Optional.of(kept);
        }
        if (bytes > MOST) spill();
    }

    /// Whether all that is due is here.
    boolean complete(Instant now) {
        return !behind && now.isBefore(next);
    }

    List<Outbox.Due> take(Instant now, int limit) {
        List<Outbox.Due> taken = new ArrayList<>();
        while (taken.size() < limit && !letters.isEmpty() && !letters.peek().written().isAfter(now)) {
            Outbox.Due letter = letters.remove();
            // what neighbours share was counted with the first and goes with the last of them
            boolean shared = !letters.isEmpty() && letters.peek().body().equals(letter.body());
            bytes -= size(letter, shared);
            taken.add(letter);
        }
        return taken;
    }

    private static long size(Outbox.Due letter, boolean shared) {
        return (long) letter.headers().length + (shared ? 0 : letter.content().length);
    }

    /// All are in the database; the next look finds them.
    void spill() {
        letters.clear();
        last = Optional.empty();
        bytes = 0;
        behind = true;
    }

    /// The database was looked into, with success, and nothing was added since.
    ///
    /// @param all whether everything that was due then has been found
    /// @param newest the highest number of a letter then
    /// @param later when the next of the others falls due
    void looked(boolean all, long newest, Instant later) {
        behind = !all;
        known = newest;
        next = later;
    }

    /// A letter falls due again then.
    void again(Instant at) {
        if (at.isBefore(next)) next = at;
    }
}

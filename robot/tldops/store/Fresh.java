package tldops.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Letters that were recorded a moment ago and are sent from memory. The database is asked for letters only when it may
/// hold others that are due: after a start, for another try, or when more wait than are kept here. Guarded by the outbox.
final class Fresh {
    private static final long MOST = 16 << 20;

    private final ArrayDeque<Outbox.Due> letters = new ArrayDeque<>();
    private long bytes;
    private boolean behind = true;
    private long known;
    private Instant next = Instant.MAX;

    /// Newly on disk.
    void add(List<Outbox.Due> recorded) {
        if (behind) return;
        for (Outbox.Due letter : recorded) {
            // what the last look into the database has found already is on its way
            if (letter.id() <= known) continue;
            letters.add(letter);
            bytes += letter.bytes().length;
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
            bytes -= letter.bytes().length;
            taken.add(letter);
        }
        return taken;
    }

    /// All are in the database; the next look finds them.
    void spill() {
        letters.clear();
        bytes = 0;
        behind = true;
    }

    /// The database was looked into, in its transaction.
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

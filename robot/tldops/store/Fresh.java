package tldops.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Letters that were recorded a moment ago and are sent from memory. The database is asked for letters only when it may
/// hold others that are due: after a start, for another try, or when more wait than are kept here. Guarded by the outbox.
final class Fresh {
    /// So many rows of bulletins and posts at a time: a few thousand copies, then other letters have their turn.
    static final int BULLETINS = 32;

    private static final long MOST = 16 << 20;
    private static final int SUBSCRIBER = 150;

    private final ArrayDeque<Outbox.Due> letters = new ArrayDeque<>();
    private final ArrayDeque<Outbox.Due> bulletins = new ArrayDeque<>();
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
            queue(kept).add(kept);
            bytes += size(kept, shared);
            last = Optional.of(kept);
        }
        if (bytes > MOST) spill();
    }

    private ArrayDeque<Outbox.Due> queue(Outbox.Due letter) {
        return letter.bulletin() ? bulletins : letters;
    }

    /// Whether all that is due is here.
    boolean complete(Instant now) {
        return !behind && now.isBefore(next);
    }

    /// The oldest, bulletins and posts last.
    List<Outbox.Due> take(Instant now, int limit) {
        List<Outbox.Due> taken = new ArrayList<>();
        take(letters, now, limit, taken);
        take(bulletins, now, Math.min(limit, taken.size() + BULLETINS), taken);
        return taken;
    }

    private void take(ArrayDeque<Outbox.Due> from, Instant now, int limit, List<Outbox.Due> taken) {
        while (taken.size() < limit && !from.isEmpty() && !from.peek().written().isAfter(now)) {
            Outbox.Due letter = from.remove();
            // what neighbours share was counted with the first and goes with the last of them
            boolean shared = !from.isEmpty() && from.peek().body().equals(letter.body());
            bytes -= size(letter, shared);
            taken.add(letter);
        }
    }

    /// These were taken from here and are due as before; they are the first again.
    ///
    /// @return false when they are not to be kept here: the database has them
    boolean back(List<Outbox.Due> some) {
        if (behind || !some.stream().allMatch(Outbox.Due::bulletin)) return false;
        for (Outbox.Due letter : some.reversed()) {
            bytes += size(letter, !bulletins.isEmpty() && bulletins.peek().body().equals(letter.body()));
            bulletins.addFirst(letter);
        }
        return true;
    }

    private static long size(Outbox.Due letter, boolean shared) {
        long own = letter.mailing().map(_ -> (long) SUBSCRIBER * letter.recipients().size()).orElse((long) letter.headers().length);
        return own + (shared ? 0 : letter.content().length);
    }

    /// All are in the database; the next look finds them.
    void spill() {
        letters.clear();
        bulletins.clear();
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

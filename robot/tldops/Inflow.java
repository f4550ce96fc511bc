package tldops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tldops.core.Outage;

/// Whether mail can come in, and since when not: a full disk, a database that can not be written, a mailbox that can not
/// be read (SPEC 1.10).
public final class Inflow {
    private final Supplier<Instant> now;
    private final Set<String> causes = new TreeSet<>();
    private final List<Outage> ended = new ArrayList<>();
    private Optional<Instant> since = Optional.empty();

    Inflow(Supplier<Instant> now) {
        this.now = now;
    }

    /// Mail can not come in, for this cause among others; saying it again changes nothing.
    public synchronized void shut(String cause) {
        if (causes.isEmpty()) since = Optional.of(now.get());
        causes.add(cause);
    }

    /// This cause is over; saying it without [#shut] changes nothing.
    public synchronized void open(String cause) {
        causes.remove(cause);
        if (!causes.isEmpty()) return;
        Instant end = now.get();
        since.ifPresent(begin -> ended.add(new Outage(begin, end)));
        since = Optional.empty();
    }

    /// Since when mail can not come in; empty when it can.
    public synchronized Optional<Instant> since() {
        return since;
    }

    /// Why mail can not come in at present; "" when it can.
    public synchronized String causes() {
        return String.join(", ", causes);
    }

    /// The times that have ended since this was asked last.
    synchronized List<Outage> ended() {
        List<Outage> all = List.copyOf(ended);
        ended.clear();
        return all;
    }
}

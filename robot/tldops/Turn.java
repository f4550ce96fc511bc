package tldops;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import tldops.core.Registry;
import tldops.core.Tld;
import tldops.store.Inbox;

/// A row of the inbox on its way to its decision. Touched by the decider's thread alone.
final class Turn {
    /// How far it has come.
    sealed interface Step {
        /// Being read; nobody overtakes it, for nobody knows who sent it.
        record Unread() implements Step {}

        record Ready(Read read, LookUps.Answer answer) implements Step {}

        /// IANA is being asked, or the DNS.
        record Asking() implements Step {}

        /// It could not be read.
        record Broken(Throwable why) implements Step {}

        /// IANA did not answer, or the DNS; to be read and asked again then. What was read is let go meanwhile.
        ///
        /// @param about the ccTLDs that were asked for
        record Later(Instant next, Set<Tld> about) implements Step {}

        /// It would change something, and the clock is in doubt; to be read again when it is believed (SPEC 1.10).
        record Clock() implements Step {}
    }

    private final Inbox.Row row;
    private Step step = new Step.Unread();
    private Optional<Read.Ties> ties = Optional.empty();
    private Optional<Instant> askedFirst;

    Turn(Inbox.Row row) {
        this.row = row;
        askedFirst = row.askedFirst();
    }

    /// How many bytes they hold.
    static long bytes(Collection<Turn> turns) {
        return turns.stream().mapToLong(turn -> turn.row.size()).sum();
    }

    long id() {
        return row.id();
    }

    Inbox.Row row() {
        return row;
    }

    Step step() {
        return step;
    }

    /// Whether it waits for hours and not for a moment.
    boolean later() {
        return step instanceof Step.Later;
    }

    void unread() {
        step = new Step.Unread();
    }

    void ready(Read read, LookUps.Answer answer) {
        ties = Optional.of(read.ties());
        step = new Step.Ready(read, answer);
    }

    void broken(Throwable why) {
        ties = Optional.of(ties.orElse(Read.Ties.NONE));
        step = new Step.Broken(why);
    }

    void asking() {
        step = new Step.Asking();
    }

    /// Who sent it is being asked of the DNS; meanwhile others go on.
    void judging(Read read) {
        ties = Optional.of(read.ties());
        asking();
    }

    void later(Read read, Instant next, Set<Tld> about) {
        ties = Optional.of(read.ties());
        step = new Step.Later(next, about);
    }

    void clock() {
        step = new Step.Clock();
    }

    /// Since when IANA or the DNS has been asked in vain.
    Instant askedFirst(Instant now) {
        Instant first = askedFirst.orElse(now);
        askedFirst = Optional.of(first);
        return first;
    }

    /// Whom it must not overtake; known once it was read.
    Optional<Set<Object>> keys(Registry registry) {
        return ties.map(known -> known.keys(registry));
    }
}

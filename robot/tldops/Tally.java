package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tldops.store.Outbox;
import tldops.store.Store;

/// What is counted since the start, for the metrics and for some vital signs. Whoever counts never waits.
final class Tally {
    /// A duty whose last run failed.
    record Failed(String duty, Instant at) {}

    private record Sample(Instant at, long again) {}

    private final Counts accepted = new Counts();
    private final Counts again = new Counts();
    private final Map<String, Counts> refused = new ConcurrentHashMap<>();
    private final Counts decided = new Counts();
    private final LongAdder lines = new LongAdder();
    private final Counts written = new Counts();
    private final Map<Outbox.State, Counts> ended = new EnumMap<>(Outbox.State.class);
    private final Counts relay = new Counts();
    private final Spread toDecision = new Spread();
    private final Spread toRelay = new Spread();
    private final Counts dutiesDone = new Counts();
    private final Counts dutiesFailed = new Counts();
    private final Map<String, Instant> dutyRun = new ConcurrentHashMap<>();
    private final Map<String, Failed> failing = new ConcurrentHashMap<>();
    private final Map<String, Instant> pending = new ConcurrentHashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();

    Tally() {
        for (Outbox.State state : Outbox.State.values()) ended.put(state, new Counts());
    }

    // ---- counting

    void taken(String door) {
        accepted.add(door);
    }

    void again(String door) {
        again.add(door);
    }

    void refused(String door, String reason) {
        refused.computeIfAbsent(door, _ -> new Counts()).add(reason);
    }

    /// @param arrived when the mail that led to it came in
    void decided(Store.Recorded recorded, Optional<Instant> arrived) {
        decided.add(recorded.request());
        lines.add(recorded.decision().journal().size());
        recorded.letters().forEach(composed -> written.add(composed.letter().content().getClass().getSimpleName()));
        arrived.ifPresent(came -> toDecision.add(Duration.between(came, recorded.at())));
    }

    void ended(String kind, Outbox.State state, Instant writtenAt, Instant at) {
        Counts counts = ended.get(state);
        if (counts != null) counts.add(kind);
        if (state == Outbox.State.SENT) toRelay.add(Duration.between(writtenAt, at));
    }

    void answered(String relaySaid) {
        relay.add(relaySaid);
    }

    void dutyDue(String duty, Instant now) {
        pending.putIfAbsent(duty, now);
    }

    void dutyEnded(String duty, boolean good, Instant now) {
        pending.remove(duty);
        dutyRun.put(duty, now);
        (good ? dutiesDone : dutiesFailed).add(duty);
        if (good) failing.remove(duty);
        else failing.putIfAbsent(duty, new Failed(duty, now));
    }

    // ---- asking

    long accepted(String door) {
        return accepted.of(door);
    }

    /// As far back as somebody has asked; what came before the first question counts in.
    synchronized long againInTheLastHour(Instant now) {
        long all = again.all();
        samples.add(new Sample(now, all));
        while (samples.size() > 1 && samples.getFirst().at().isBefore(now.minus(Duration.ofHours(1)))) samples.removeFirst();
        return samples.size() == 1 ? all : all - samples.getFirst().again();
    }

    Optional<Failed> dutyFailed() {
        return failing.values().stream().min(java.util.Comparator.comparing(Failed::at));
    }

    /// Since when the duty waits that has waited longest.
    Optional<Instant> dutyPending() {
        return pending.values().stream().min(Instant::compareTo);
    }

    Counts acceptedByDoor() {
        return accepted;
    }

    Counts againByDoor() {
        return again;
    }

    Map<String, Counts> refusedByDoor() {
        return refused;
    }

    Counts decidedByRequest() {
        return decided;
    }

    long journalLines() {
        return lines.sum();
    }

    Counts writtenByKind() {
        return written;
    }

    Counts endedByKind(Outbox.State state) {
        return Optional.ofNullable(ended.get(state)).orElseThrow();
    }

    static String fate(Outbox.State state) {
        return state == Outbox.State.WAITING ? "deferred" : state.name().toLowerCase(Locale.ROOT);
    }

    Counts relayAnswers() {
        return relay;
    }

    Spread toDecision() {
        return toDecision;
    }

    Spread toRelay() {
        return toRelay;
    }

    Counts dutiesDone() {
        return dutiesDone;
    }

    Counts dutiesFailed() {
        return dutiesFailed;
    }

    Map<String, Instant> dutyRun() {
        return dutyRun;
    }
}

package tldops.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tldops.core.Address;

/// An outbox in memory, with a clock that is moved by hand.
final class Box {
    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final Map<Long, Due> rows = new TreeMap<>();
    private final Set<Long> out = new HashSet<>();
    private final Map<Long, Instant> next = new TreeMap<>();
    private final List<Instant> sentAt = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    final List<List<Long>> groups = new ArrayList<>();
    private Instant now = START;
    private boolean held;
    private Runnable listener = () -> {};

    synchronized Instant now() {
        return now;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    synchronized void release() {
        held = false;
    }

    synchronized boolean held() {
        return held;
    }

    void add(long id, String... recipients) {
        put(letter(id, START.plus(Duration.ofDays(60)), false, recipients));
    }

    void put(Due letter) {
        synchronized (this) {
            rows.put(letter.id(), letter);
            next.put(letter.id(), now);
        }
        listener.run();
    }

    static Due letter(long id, Instant bestBefore, boolean bulletin, String... recipients) {
        String to = recipients.length == 0 ? "ada@registry.example" : recipients[0];
        String text = "Message-ID: <" + id + "@lists.example.test>\r\nTo: " + to + "\r\nSubject: letter " + id + "\r\n\r\n.dot\r\nend\r\n";
        List<Address> all = recipients.length == 0 ? List.of(Address.of(to)) : Arrays.stream(recipients).map(Address::of).toList();
        return new Due(id, "l" + id, Optional.of(Address.of("tld-ops-bounces+l" + id + "@lists.example.test")), all, text.getBytes(StandardCharsets.UTF_8), 0, bestBefore, bulletin);
    }

    /// A row of a letter to many.
    static Due mailing(long id, Copies copies, String... subscribers) {
        Due one = letter(id, START.plus(Duration.ofDays(60)), true, subscribers);
        return new Due(id, one.letterId(), one.envelopeFrom(), one.recipients(), one.bytes(), 0, one.bestBefore(), true, copies);
    }

    Outgoing outgoing() {
        return new Outgoing(this::due, this::sent, this::taken, this::refused, this::retry, this::givenUp, this::putBack, this::expired, this::sentSince, this::held, this::hold, this::listen);
    }

    private synchronized List<Due> due(Instant at, int limit) {
        // each is handed out once, until it is told what became of it
        List<Due> due = rows.values().stream().filter(row -> !next.get(row.id()).isAfter(at) && !out.contains(row.id())).limit(limit).toList();
        due.forEach(letter -> out.add(letter.id()));
        return due;
    }

    private synchronized void sent(List<Long> ids, Instant at) {
        groups.add(ids);
        for (long id : ids) {
            if (!rows.remove(id).bulletin()) sentAt.add(at);
            log.add("sent " + id);
        }
    }

    private synchronized void taken(long id, List<Address> to, Instant at) {
        to.forEach(address -> log.add("taken " + id + " " + address));
        without(id, to);
    }

    private synchronized void refused(long id, Map<String, List<Address>> why, Instant at) {
        why.forEach((reason, whom) -> {
            log.add("refused " + id + " " + whom + ": " + reason);
            without(id, whom);
        });
    }

    private void without(long id, List<Address> done) {
        Due row = rows.get(id);
        List<Address> left = row.recipients().stream().filter(address -> !done.contains(address)).toList();
        if (left.isEmpty()) rows.remove(id);
        else rows.put(id, new Due(id, row.letterId(), row.envelopeFrom(), left, row.bytes(), row.attempts(), row.bestBefore(), row.bulletin(), row.copies()));
    }

    private synchronized void retry(long id, Instant at, String reason) {
        rows.computeIfPresent(id, (_, row) -> new Due(id, row.letterId(), row.envelopeFrom(), row.recipients(), row.bytes(), row.attempts() + 1, row.bestBefore(), row.bulletin(), row.copies()));
        next.put(id, at);
        out.remove(id);
        log.add("retry " + id + " in " + Duration.between(now, at) + ": " + reason);
    }

    private synchronized void putBack(List<Long> ids) {
        ids.forEach(out::remove);
    }

    private synchronized void givenUp(long id, String reason, Instant at) {
        rows.remove(id);
        log.add("given up " + id + ": " + reason);
    }

    private synchronized void expired(long id, Instant at) {
        rows.remove(id);
        log.add("expired " + id);
    }

    private synchronized List<Instant> sentSince(Instant since) {
        return sentAt.stream().filter(at -> !at.isBefore(since)).toList();
    }

    private synchronized void hold(String why) {
        held = true;
        log.add("held: " + why);
    }

    private synchronized void listen(Runnable run) {
        listener = run;
    }

    synchronized List<String> log() {
        return List.copyOf(log);
    }

    synchronized int waiting() {
        return rows.size();
    }
}

package tldops.soak;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tldops.check.Door;

/// Mail servers that bring what they have and bring it again until the robot says that it has it; now and then they bring
/// what it has already.
final class Traffic implements AutoCloseable {
    private static final int SERVERS = 4;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    /// @param times how often the robot said that it has it
    record Acknowledged(Mail.Kind kind, int times) {}

    private final int port;
    private final Consumer<Mail> told;
    private final LinkedBlockingQueue<Mail> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /// @param told of each mail when it is acknowledged for the first time
    Traffic(int port, Consumer<Mail> told) {
        this.port = port;
        this.told = told;
        for (int server = 0; server < SERVERS; server++) Thread.ofVirtual().start(this::serve);
    }

    void bring(Mail mail) {
        unfinished.incrementAndGet();
        waiting.add(mail);
    }

    /// How many mails the robot does not have yet.
    int unfinished() {
        return unfinished.get();
    }

    private void serve() {
        Optional<Door> door = Optional.empty();
        try {
            while (!closed) {
                Mail mail = waiting.poll(500, TimeUnit.MILLISECONDS);
                if (mail == null) {
                    door.ifPresent(Door::close);
                    door = Optional.empty();
                } else {
                    door = brought(mail, door);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            door.ifPresent(Door::close);
        }
    }

    private Optional<Door> brought(Mail mail, Optional<Door> open) {
        Optional<Door> door = open;
        try {
            if (door.isEmpty()) door = Optional.of(new Door(port));
            door.get().bring(mail.from(), mail.to(), mail.bytes());
            unfinished.decrementAndGet();
            if (acknowledged.merge(mail.id(), new Acknowledged(mail.kind(), 1), (had, _) -> new Acknowledged(had.kind(), had.times() + 1)).times() == 1) told.accept(mail);
            return door;
        } catch (IOException no) {
            door.ifPresent(Door::close);
            String why = String.valueOf(no.getMessage());
            if (why.contains("says 4")) refusals.incrementAndGet();
            if (why.contains("says 5")) faults.add(mail.kind() + " " + mail.id() + " was refused for good: " + why);
            again.incrementAndGet();
            waiting.add(mail);
            LockSupport.parkNanos(PAUSE);
            return Optional.empty();
        }
    }

    Map<String, Acknowledged> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    int count() {
        return acknowledged.size();
    }

    Map<Mail.Kind, Integer> kinds() {
        Map<Mail.Kind, Integer> kinds = new TreeMap<>();
        acknowledged.values().forEach(each -> kinds.merge(each.kind(), 1, Integer::sum));
        return kinds;
    }

    /// How often a mail had to be brought again, because the robot was gone or said "not now".
    int again() {
        return again.get();
    }

    int refusals() {
        return refusals.get();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        closed = true;
    }
}

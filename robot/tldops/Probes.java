package tldops;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.mail.ProbeMail;

/// The probes that are out at this moment (L14): a mail is one only while its id, which nobody can guess, stands here. A
/// stranger who writes the same header sends an ordinary mail.
final class Probes {
    /// Where one came in.
    record Landing(String door, List<Address> recipients) {}

    /// One that comes in more often than this is being played back by somebody.
    private static final int MOST = 5;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, List<Landing>> out = new HashMap<>();
    /// Asked for every mail, so without the lock.
    private volatile boolean none = true;

    /// @return the id of a new probe
    String begin() {
        byte[] id = new byte[16];
        CHANCE.nextBytes(id);
        String hex = HexFormat.of().formatHex(id);
        lock.lock();
        try {
            out.put(hex, new ArrayList<>());
            none = false;
        } finally {
            lock.unlock();
        }
        return hex;
    }

    /// The id of the probe that these bytes are, when they are one that is out.
    Optional<String> known(byte[] raw) {
        if (none) return Optional.empty();
        Optional<String> id = ProbeMail.id(raw);
        lock.lock();
        try {
            return id.filter(said -> Optional.ofNullable(out.get(said)).filter(landings -> landings.size() < MOST).isPresent());
        } finally {
            lock.unlock();
        }
    }

    /// It came in and is on disk.
    void landed(String id, Envelope envelope) {
        lock.lock();
        try {
            Optional.ofNullable(out.get(id)).ifPresent(landings -> landings.add(new Landing(envelope.door(), envelope.recipients())));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<Landing> landings(String id) {
        lock.lock();
        try {
            return List.copyOf(Optional.ofNullable(out.get(id)).orElse(List.of()));
        } finally {
            lock.unlock();
        }
    }

    /// Waits until that holds or the time is over; looks whenever a probe came in.
    void await(BooleanSupplier enough, Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!enough.getAsBoolean() && left > 0) left = changed.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }

    /// Whatever comes of them now is ordinary mail.
    void end(List<String> ids) {
        lock.lock();
        try {
            ids.forEach(out::remove);
            none = out.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}

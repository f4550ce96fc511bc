package tldops.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Address;

/// One round of letters over several connections. What the relay said is recorded before the connection carries its
/// next letter, so a crash repeats no more than one letter of each (P4); the connections share what that costs.
final class Trip {
    private static final Logger LOG = LoggerFactory.getLogger(Trip.class);

    /// A round with bulletins and posts ends after that time: other letters may have come.
    private static final long LONG = Duration.ofSeconds(2).toNanos();

    /// @param fault what became of the letter could not be kept
    private record Done(Due letter, Outcome outcome, Optional<RuntimeException> fault, CountDownLatch recorded) {}

    private final Outgoing outgoing;
    private final Courier courier;
    private final Postman.Settings settings;
    private final Supplier<Instant> now;
    private final BooleanSupplier closing;
    private final LongConsumer ended;
    private final BiConsumer<Instant, Integer> counted;

    /// @param ended told of each letter that is done with
    /// @param counted told how many letters, bulletins and posts left out, the relay has taken when
    Trip(Outgoing outgoing, Courier courier, Postman.Settings settings, Supplier<Instant> now, BooleanSupplier closing, LongConsumer ended, BiConsumer<Instant, Integer> counted) {
        this.outgoing = outgoing;
        this.courier = courier;
        this.settings = settings;
        this.now = now;
        this.closing = closing;
        this.ended = ended;
        this.counted = counted;
    }

    /// Returns why a connection could not be had, when there was one.
    Optional<String> carry(List<Due> letters) {
        Queue<Due> waiting = new ConcurrentLinkedQueue<>(letters);
        int lines = Math.min(settings.lines(), letters.size());
        // each line brings its letters and at last, with an empty note, itself
        BlockingQueue<Optional<Done>> back = new ArrayBlockingQueue<>(Math.max(1, 2 * lines));
        for (int line = 0; line < lines; line++) Thread.ofVirtual().name("post-" + line).start(() -> line(waiting, back));
        Optional<String> away = Optional.empty();
        Optional<RuntimeException> fault = Optional.empty();
        while (lines > 0) {
            List<Done> group = new ArrayList<>();
            lines -= group(back, group);
            try {
                record(group.stream().filter(done -> done.fault.isEmpty()).toList());
                for (Done done : group) if (done.fault.isPresent()) throw lost(done);
            } catch (RuntimeException failed) {
                fault = Optional.of(failed);
                waiting.clear();
            }
            for (Done done : group) {
                if (done.outcome instanceof Outcome.RelayAway(var reason)) away = Optional.of(reason);
                done.recorded.countDown();
            }
        }
        if (fault.isPresent()) throw fault.get();
        return away;
    }

    private void line(Queue<Due> waiting, BlockingQueue<Optional<Done>> back) {
        long begun = System.nanoTime();
        boolean first = true;
        try (Courier own = courier.held()) {
            for (Due letter = waiting.poll(); letter != null && !closing.getAsBoolean(); letter = waiting.poll()) {
                if (letter.bulletin() && !first && System.nanoTime() - begun > LONG) continue;
                first = false;
                Done done = done(own, letter);
                back.put(Optional.of(done));
                done.recorded.await();
                // the relay may still have room for fewer connections: the others go on
                if (done.outcome instanceof Outcome.RelayAway) return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            // there is always room: two places for each line
            back.add(Optional.empty());
        }
    }

    /// The relay has copies of which nothing could be kept: they are not due again before the next start.
    private RuntimeException lost(Done done) {
        ended.accept(done.letter.id());
        return done.fault.orElseThrow();
    }

    private Done done(Courier own, Due letter) {
        if (letter.copies() instanceof Copies.Together) return new Done(letter, carry(own, letter), Optional.empty(), new CountDownLatch(1));
        try {
            Outcome outcome = new Walk(each -> carry(own, each), outgoing.taken(), now, closing).carry(letter);
            return new Done(letter, outcome, Optional.empty(), new CountDownLatch(1));
        } catch (RuntimeException failed) {
            return new Done(letter, new Outcome.Later("a fault of ours: " + failed), Optional.of(failed), new CountDownLatch(1));
        }
    }

    private static Outcome carry(Courier own, Due letter) {
        try {
            return own.carry(letter);
        } catch (RuntimeException | Error fault) {
            LOG.error("post: {} could not be carried", letter, fault);
            return new Outcome.Later("a fault of ours: " + fault);
        }
    }

    /// Waits for what comes back, takes all that is there, and tells how many lines have ended.
    private static int group(BlockingQueue<Optional<Done>> back, List<Done> group) {
        List<Optional<Done>> notes = new ArrayList<>();
        // a letter on its way must be recorded; whoever interrupts us is heard afterwards
        boolean interrupted = false;
        while (notes.isEmpty()) {
            try {
                notes.add(back.take());
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        back.drainTo(notes);
        notes.forEach(note -> note.ifPresent(group::add));
        return notes.size() - group.size();
    }

    private void record(List<Done> group) {
        Instant at = now.get();
        List<Due> sent = group.stream().filter(done -> done.outcome instanceof Outcome.Accepted).map(Done::letter).toList();
        // whatever comes of recording it, the relay has them: they are not due again
        sent.forEach(letter -> ended.accept(letter.id()));
        if (!sent.isEmpty()) outgoing.sent().accept(sent.stream().map(Due::id).toList(), at);
        counted.accept(at, (int) sent.stream().filter(letter -> !letter.bulletin()).count());
        for (Done done : group) {
            switch (done.outcome) {
                case Outcome.Accepted _, Outcome.RelayAway _ -> {}
                case Outcome.Each(var copies, var whole) -> copies(done.letter, copies, whole, at);
                case Outcome.Refused(var reply) -> {
                    LOG.warn("post: {} was refused: {}", done.letter, reply);
                    outgoing.givenUp().because(done.letter.id(), reply, at);
                    ended.accept(done.letter.id());
                }
                case Outcome.Later(var reply) -> {
                    later(done.letter, reply, at);
                    ended.accept(done.letter.id());
                }
            }
        }
    }

    /// @param left the copies that the relay did not take; what it took is recorded
    private void copies(Due letter, Map<Address, Outcome> left, boolean whole, Instant at) {
        Map<String, List<Address>> refused = new LinkedHashMap<>();
        Optional<String> later = Optional.empty();
        for (Map.Entry<Address, Outcome> copy : left.entrySet()) {
            if (copy.getValue() instanceof Outcome.Refused(var reply)) refused.computeIfAbsent(reply, _ -> new ArrayList<>()).add(copy.getKey());
            if (copy.getValue() instanceof Outcome.Later(var reply)) later = later.or(() -> Optional.of(reply));
        }
        refused.forEach((reply, whom) -> LOG.warn("post: copies of {} that were refused: {}, {}", letter, whom.size(), reply));
        if (!refused.isEmpty()) outgoing.refused().copies(letter.id(), refused, at);
        // what was broken off is due as before
        if (!whole) return;
        if (later.isPresent()) later(letter, later.get(), at);
        ended.accept(letter.id());
    }

    private void later(Due letter, String reply, Instant at) {
        Optional<Duration> pause = settings.retries().after(letter.attempts() + 1);
        if (pause.isPresent()) outgoing.retry().at(letter.id(), at.plus(pause.get()), reply);
        else outgoing.givenUp().because(letter.id(), "not taken in " + settings.retries().giveUpAfter().toDays() + " days: " + reply, at);
    }
}

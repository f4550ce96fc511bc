package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The vital signs, asked from the parts each time, and the alarms: the log says once that one begins and once that it is
/// over (L25, L26, L31).
final class Vitals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);
    private static final Duration ROUND = Duration.ofSeconds(30);

    private final Map<String, Supplier<Vital.Reading>> signs;
    private final Supplier<Instant> now;
    private final Map<String, Vital> last = new HashMap<>();
    private final LinkedBlockingQueue<Boolean> stop = new LinkedBlockingQueue<>();

    /// @param signs by their names, in the order in which people read them
    Vitals(Map<String, Supplier<Vital.Reading>> signs, Supplier<Instant> now) {
        this.signs = signs;
        this.now = now;
    }

    /// Looks by itself from now on, so that an alarm is in the log though nobody asks.
    Vitals start() {
        Thread.ofVirtual().name("vitals").start(() -> {
            try {
                while (stop.poll(ROUND.toMillis(), TimeUnit.MILLISECONDS) == null) {
                    var _ = ask();
                    Floodgate.flush();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /// How each part fares now.
    synchronized List<Vital> ask() {
        List<Vital> all = new ArrayList<>();
        signs.forEach((name, sign) -> all.add(sign(name, sign)));
        return List.copyOf(all);
    }

    static Vital.Level worst(List<Vital> signs) {
        return signs.stream().map(Vital::level).max(Vital.Level::compareTo).orElse(Vital.Level.GREEN);
    }

    private Vital sign(String name, Supplier<Vital.Reading> sign) {
        Vital.Reading read = read(sign);
        Optional<Vital> before = Optional.ofNullable(last.get(name));
        boolean same = before.filter(vital -> vital.level() == read.level()).isPresent();
        Instant since = read.since().orElseGet(() -> same ? before.orElseThrow().since() : now.get());
        Vital vital = new Vital(name, read.level(), read.says(), since);
        last.put(name, vital);
        if (!same) alarm(vital, before.map(Vital::level).orElse(Vital.Level.GREEN));
        return vital;
    }

    private static Vital.Reading read(Supplier<Vital.Reading> sign) {
        try {
            return sign.get();
        } catch (RuntimeException | Error broken) {
            return Vital.Reading.red("This can not be asked (" + broken.getClass().getSimpleName() + "); read the log and restart the robot: tldops run.");
        }
    }

    private static void alarm(Vital vital, Vital.Level before) {
        switch (vital.level()) {
            case RED -> LOG.error("alarm: {} is red: {}", vital.name(), vital.says());
            case YELLOW -> LOG.warn("alarm: {} is yellow: {}", vital.name(), vital.says());
            case GREEN -> {
                if (before != Vital.Level.GREEN) LOG.info("alarm over: {}: {}", vital.name(), vital.says());
            }
        }
    }

    @Override
    public void close() {
        stop.add(true);
    }
}

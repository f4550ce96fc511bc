package tldops;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tldops.clock.Clock;
import tldops.core.Event;
import tldops.core.Rules;
import tldops.iana.Iana;

/// The whole robot as it is run, with the operator's socket and the health page, but by clocks that somebody else drives:
/// the duties fall due, and the pulse beats, whenever [#tick] is called, by the time that the robot believes in.
public final class Driven implements AutoCloseable {
    private final Running running;
    private final List<Clock.Duty> duties;
    private final Map<String, Instant> planned = new TreeMap<>();

    /// @param begin from when on duties fall due where none was done yet
    public Driven(Config config, Supplier<Dial> dial, Instant begin) throws IOException {
        running = new Running(config, false, dial);
        duties = duties(config);
        for (Clock.Duty duty : duties) {
            Optional<Instant> last = daemon().robot().ask(registry -> registry.lastDone(known(duty))).join();
            planned.put(duty.name(), last.orElse(begin));
            // what was missed is done once on return
            last.flatMap(done -> Clock.missed(duty, done, now())).ifPresent(missed -> {
                due(duty, missed);
                planned.put(duty.name(), now());
            });
        }
    }

    public static List<Clock.Duty> duties(Config config) {
        List<Clock.Duty> duties = new ArrayList<>();
        for (Event.Duty duty : Event.Duty.values()) {
            String cron = switch (duty) {
                case DEADLINES -> config.clock().deadlines();
                case OVERSIGHT -> config.oversight().report();
                case HOUSEKEEPING -> config.clock().housekeeping();
                case DIGEST -> config.clock().digest();
                case NOTIFICATION -> config.bulletins().notification();
                case REMINDER -> config.bulletins().reminder();
                case INVITATIONS -> config.batches().when();
                case VALIDATION -> config.contacts().when();
                case WATCH -> config.watch().when();
            };
            duties.add(new Clock.Duty(duty.name().toLowerCase(Locale.ROOT), cron, config.clock().zone()));
        }
        return List.copyOf(duties);
    }

    public static Rules rules(Config config) throws IOException {
        return Assembly.of(config).rules();
    }

    private static Event.Duty known(Clock.Duty duty) {
        return Event.Duty.valueOf(duty.name().toUpperCase(Locale.ROOT));
    }

    public Daemon daemon() {
        return running.daemon();
    }

    /// How IANA has been asked.
    public Iana iana() {
        return daemon().iana();
    }

    private Instant now() {
        return daemon().time().now();
    }

    /// Some time has passed.
    public void tick() {
        daemon().beat();
        for (Clock.Duty duty : duties) {
            Optional<Instant> next = Clock.missed(duty, planned.get(duty.name()), now());
            while (next.isPresent()) {
                due(duty, next.get());
                planned.put(duty.name(), next.get());
                next = Clock.missed(duty, next.get(), now());
            }
        }
    }

    private void due(Clock.Duty duty, Instant at) {
        var _ = daemon().robot().duty(known(duty), at.toString());
    }

    @Override
    public void close() {
        running.close();
    }
}

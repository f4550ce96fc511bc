package tldops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/// Keeps a flood of warnings from filling the disk: of each kind so many lines a minute, then one that tells how many more
/// there were. Decisions are no warnings and pass.
public final class Floodgate extends TurboFilter {
    static final int MOST = 30;
    private static final long MINUTE = 60_000_000_000L;
    private static final String OWN = "{} more lines within a minute like: {}";

    private record Kind(String logger, String words) {}

    private static final class Window {
        private long began;
        private int lines;
        private int kept;
    }

    private final Map<Kind, Window> windows = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    public Floodgate() {
        this(System::nanoTime);
    }

    Floodgate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String words, Object[] parameters, Throwable thrown) {
        if (level.toInt() < Level.WARN_INT || words == null || words.equals(OWN) || !logger.isEnabledFor(level)) return FilterReply.NEUTRAL;
        Window window = windows.computeIfAbsent(new Kind(logger.getName(), words), _ -> new Window());
        int kept;
        boolean denied;
        synchronized (window) {
            long now = nanos.getAsLong();
            kept = ended(window, now);
            window.lines++;
            denied = window.lines > MOST;
            if (denied) window.kept++;
        }
        if (kept > 0) logger.warn(OWN, kept, words);
        return denied ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /// Begins a new minute when the old one is over; how many lines it has kept back.
    private static int ended(Window window, long now) {
        if (window.lines > 0 && now - window.began < MINUTE) return 0;
        int kept = window.kept;
        window.began = now;
        window.lines = 0;
        window.kept = 0;
        return kept;
    }

    /// Tells what was kept back though nothing of its kind came since.
    void tell(LoggerContext log) {
        windows.forEach((kind, window) -> {
            int kept;
            synchronized (window) {
                kept = ended(window, nanos.getAsLong());
            }
            if (kept > 0) log.getLogger(kind.logger()).warn(OWN, kept, kind.words());
        });
        windows.values().removeIf(window -> {
            synchronized (window) {
                return window.lines == 0;
            }
        });
    }

    /// The same for the gate of the running log, where there is one.
    static void flush() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log)
            Optional.ofNullable(log.getTurboFilterList()).ifPresent(filters -> filters.forEach(filter -> {
                if (filter instanceof Floodgate gate) gate.tell(log);
            }));
    }
}

package tldops;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tldops.clock.Clock;
import tldops.core.Event;

/// When each duty falls due by the configuration, for a clock that is not the real one (N31).
public final class Rota {
    private Rota() {}

    /// For each duty the first time after a given one.
    public static Map<Event.Duty, Function<Instant, Optional<Instant>>> of(Config config) {
        Map<Event.Duty, Function<Instant, Optional<Instant>>> all = new EnumMap<>(Event.Duty.class);
        for (Event.Duty duty : Event.Duty.values()) all.put(duty, Clock.times(new Clock.Duty(duty.name(), Listings.cron(config, duty), config.clock().zone())));
        return all;
    }
}

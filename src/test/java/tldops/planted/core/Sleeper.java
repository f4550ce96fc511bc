package tldops.planted.core;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import tldops.planted.store.RowManager;

/// Breaks every rule of the core on purpose.
public final class Sleeper {
    public interface Lonely {
        String one();

        String two();
    }

    public static final class Only implements Lonely {
        @Override
        public String one() {
            return Instant.now() + " " + System.nanoTime();
        }

        @Override
        public String two() {
            return new Random().nextInt() + RowManager.name();
        }
    }

    public Path path() {
        return Path.of("x");
    }
}

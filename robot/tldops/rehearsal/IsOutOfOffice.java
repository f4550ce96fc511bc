package tldops.rehearsal;

import java.time.Duration;
import tldops.core.Letter;
import tldops.core.Request;

/// A machine answers for somebody who is away (L01, L13): nothing may follow from it, and nobody is answered.
record IsOutOfOffice() implements Habit {
    private static final double OFTEN = 0.15;

    @Override
    public boolean on(Human self, Letter letter, World world) {
        if (world.chance(OFTEN)) world.later(Duration.ofSeconds(30), () -> world.machine(self.address(), new Request.Automatic("out of office")));
        return false;
    }
}

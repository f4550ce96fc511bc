package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// When the disk is too full to take mail in (`store.min-free`).
class SpaceTest {
    private final AtomicLong free = new AtomicLong(300_000_000);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final Space space = new Space(Path.of("/data"), 200_000_000, () -> {
        asked.incrementAndGet();
        return free.get();
    }, nanos::get);

    @Test
    void below_the_limit_nothing_is_taken_in_until_there_is_room_again() {
        assertThat(space.lacking()).isEmpty();

        free.set(150_000_000);
        nanos.addAndGet(1_000_000_000);
        assertThat(space.lacking()).contains("150 MB are left on the disk of /data, less than store.min-free (200 MB)");

        free.set(200_000_000);
        nanos.addAndGet(1_000_000_000);
        assertThat(space.lacking()).isEmpty();
    }

    @Test
    void the_disk_is_asked_once_a_second_at_most() {
        for (int mail = 0; mail < 1000; mail++) assertThat(space.lacking()).isEmpty();
        assertThat(asked).hasValue(1);

        nanos.addAndGet(1_000_000_000);
        var _ = space.lacking();

        assertThat(asked).hasValue(2);
    }

    @Test
    void a_disk_that_does_not_say_is_no_reason_to_lose_a_mail() {
        free.set(-1);
        nanos.addAndGet(1_000_000_000);

        assertThat(space.lacking()).contains("the disk of /data does not say how much room it has");
    }
}

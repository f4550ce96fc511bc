package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tldops.cli.Exit;

@Timeout(30)
class StopTest {
    private final BlockingQueue<Integer> codes = new LinkedBlockingQueue<>();

    @Test
    void what_ends_in_time_ends_with_0() throws InterruptedException {
        new Stop(Duration.ofDays(1), codes::add).inOrder(() -> {});
        assertThat(codes.take()).isEqualTo(Exit.DONE);
    }

    @Test
    void what_hangs_is_cut_off_and_says_so_once() throws InterruptedException {
        CountDownLatch cutOff = new CountDownLatch(1);
        new Stop(Duration.ofMillis(1), code -> {
            codes.add(code);
            cutOff.countDown();
        }).inOrder(() -> {
            try {
                cutOff.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(codes).containsExactly(Exit.LATER);
    }
}

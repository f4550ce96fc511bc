package tldops;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.cli.Exit;

/// The end of the daemon after SIGTERM or Ctrl-C: in order and with 0, or, when something hangs, cut off after a while.
/// Nothing is lost by that: what was not recorded is done again at the next start (P4).
///
/// @param end ends the process, with its exit code
record Stop(Duration enough, IntConsumer end) {
    private static final Logger LOG = LoggerFactory.getLogger(Stop.class);

    void inOrder(Runnable close) {
        AtomicBoolean ended = new AtomicBoolean();
        Thread.ofPlatform().daemon().name("stop-limit").start(() -> {
            try {
                Thread.sleep(enough);
            } catch (InterruptedException inTime) {
                return;
            }
            if (ended.compareAndSet(false, true)) {
                LOG.error("what was under way has not ended within {} s; cut off, it is done again at the next start", enough.toSeconds());
                end.accept(Exit.LATER);
            }
        });
        close.run();
        if (ended.compareAndSet(false, true)) end.accept(Exit.DONE);
    }
}

package tldops;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What other threads want of the decider: it does it between two decisions, on its own thread.
final class Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    void add(Runnable errand) {
        waiting.add(errand);
    }

    /// The future ends with what it gives, or fails with what it throws.
    <T> CompletableFuture<T> soon(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        waiting.add(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException failed) {
                answer.completeExceptionally(failed);
            }
        });
        return answer;
    }

    boolean none() {
        return waiting.isEmpty();
    }

    /// Does all that is wanted by now.
    void run() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) next.run();
    }

    /// Until something is wanted; when only time can bring something about, for a moment at most.
    void await() {
        try {
            Runnable next = waiting.poll(1, TimeUnit.SECONDS);
            if (next != null) next.run();
        } catch (InterruptedException stray) {
            LOG.debug("interrupted", stray);
        }
    }
}

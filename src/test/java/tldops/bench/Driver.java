package tldops.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The border server: brings mails over four kept connections, each the next one as soon as the last was acknowledged.
final class Driver {
    private static final int LINES = 4;

    private Driver() {}

    /// Brings mails until there are no more.
    ///
    /// @param next asked by several threads; empty = there are no more
    static void bring(int port, Supplier<Optional<Mail>> next) throws Exception {
        bring(() -> new Line(port), next);
    }

    @FunctionalInterface
    interface Opening {
        Line open() throws IOException;
    }

    static void bring(Opening opening, Supplier<Optional<Mail>> next) throws Exception {
        List<Thread> threads = new ArrayList<>();
        AtomicReference<Exception> broken = new AtomicReference<>();
        for (int i = 0; i < LINES; i++) threads.add(Thread.ofPlatform().start(() -> {
            try (Line line = opening.open()) {
                for (Optional<Mail> mail = next.get(); mail.isPresent(); mail = next.get()) line.bring(mail.get());
            } catch (IOException | RuntimeException failed) {
                broken.set(failed);
            }
        }));
        for (Thread thread : threads) thread.join();
        if (broken.get() != null) throw broken.get();
    }

    static void bring(int port, List<Mail> mails) throws Exception {
        ConcurrentLinkedQueue<Mail> queue = new ConcurrentLinkedQueue<>(mails);
        bring(port, () -> Optional.ofNullable(queue.poll()));
    }
}

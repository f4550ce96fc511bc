package tldops.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Whole SSC-initiated flows: request, question, confirm, welcome. The admin contact answers when the question is at the
/// relay; so many flows are under way at once and no more.
final class Flows {
    private static final int UNDER_WAY = 400;

    private final Site site;
    private final int port;
    private final BlockingQueue<Mail> answers = new LinkedBlockingQueue<>();
    private final Semaphore free = new Semaphore(UNDER_WAY);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger welcomed = new AtomicInteger();
    private final AtomicInteger letters = new AtomicInteger();
    private int first;
    private int goal;

    Flows(Site site, int port) {
        this.site = site;
        this.port = port;
    }

    /// Plays so many, each for a ccTLD of its own.
    ///
    /// @return how many a second
    double play(Path dump, int flows) throws Exception {
        first = begun.get();
        goal = first + flows;
        try (Letters _ = new Letters(dump, this::arrived)) {
            long start = System.nanoTime();
            Driver.bring(port, this::next);
            if (!free.tryAcquire(UNDER_WAY, 60, TimeUnit.SECONDS)) throw new TimeoutException("welcomed were " + welcomed + " of " + goal + ", letters " + letters);
            free.release(UNDER_WAY);
            return flows / ((System.nanoTime() - start) / 1e9);
        }
    }

    int letters() {
        return letters.get();
    }

    /// Answers first; a new flow only where one has ended.
    private Optional<Mail> next() {
        try {
            while (welcomed.get() < goal) {
                Mail answer = answers.poll();
                if (answer != null) return Optional.of(answer);
                if (begun.get() < goal && free.tryAcquire()) {
                    int number = begun.getAndIncrement();
                    if (number < goal) return Optional.of(Mail.request("request" + number, site.applicant(number)));
                    begun.decrementAndGet();
                    free.release();
                }
                answer = answers.poll(1, TimeUnit.MILLISECONDS);
                if (answer != null) return Optional.of(answer);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void arrived(Letters.Letter letter) {
        letters.incrementAndGet();
        if (letter.to().startsWith("hostmaster@") && letter.subject().startsWith("TLD-OPS Authentication Request")) {
            answers.add(Mail.confirm("confirm" + Site.numberOf(letter.to()), letter.to(), letter.replyTo()));
        }
        if (letter.subject().startsWith("Welcome to")) {
            welcomed.incrementAndGet();
            free.release();
        }
    }
}

package tldops.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One folder of the mailbox and the connection to it, for as long as the robot runs: connects, reads, waits for news,
/// and begins again with growing pauses when the connection is lost.
final class ImapBox implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ImapBox.class);

    private final ImapDoor.Settings settings;
    private final String folder;
    private final ImapRivals rivals;
    private final ImapRound round;
    private final InstantSource clock;
    private final ScheduledExecutorService watch;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Pauses pauses;
    private volatile Optional<String> trouble = Optional.of("not read yet");
    private volatile Optional<Instant> lastRead = Optional.empty();
    private volatile Optional<ImapLine> line = Optional.empty();
    private volatile ImapSocket socket = new ImapSocket();

    ImapBox(ImapDoor.Settings settings, String folder, ImapMail mail, ImapRivals rivals, ImapMarks marks, Inlet inlet, InstantSource clock, ScheduledExecutorService watch, AtomicLong aside) {
        this.settings = settings;
        this.folder = folder;
        this.rivals = rivals;
        this.clock = clock;
        this.watch = watch;
        pauses = new Pauses(settings.shortest(), settings.longest());
        round = new ImapRound(settings, folder, mail, rivals, marks, inlet, clock, aside, this::stopping);
    }

    String folder() {
        return folder;
    }

    Optional<String> trouble() {
        return trouble;
    }

    Optional<Instant> lastRead() {
        return lastRead;
    }

    @Override
    public void run() {
        while (!stopping()) {
            try {
                socket = new ImapSocket();
                if (stopping()) return;
                serve(ImapLine.connect(settings, socket, watch));
            } catch (IOException | ProtocolException | RuntimeException | Error lost) {
                socket.cut();
                line = Optional.empty();
                if (stopping()) return;
                String what = lost instanceof RuntimeException || lost instanceof Error ? "reading broke off" : "the connection to " + settings.host() + " port " + settings.port() + " failed";
                tell(Optional.of(what + ": " + ImapLine.reason(lost)));
                pause(pauses.next());
            }
        }
    }

    private void serve(ImapLine connected) throws IOException, ProtocolException {
        line = Optional.of(connected);
        while (!stopping()) {
            Optional<String> rival = rivals.look(connected);
            if (rival.isPresent()) {
                tell(rival);
                pauses.reset();
                pause(shorter(settings.poll(), settings.renewed()));
                connected.noop();
                continue;
            }
            ImapRound.Result read = round.run(connected);
            pauses.reset();
            tell(read.trouble());
            if (read.complete()) lastRead = Optional.of(clock.instant());
            rest(connected, shorter(read.pause(), shorter(settings.poll(), shorter(settings.idle(), settings.renewed()))));
        }
        rivals.leave(connected);
        connected.close();
    }

    private void rest(ImapLine connected, Duration most) throws IOException, ProtocolException {
        if (stopping() || most.isZero()) return;
        if (connected.idles()) connected.idle(most);
        else pause(most);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// Told once for each change, not for each try.
    private void tell(Optional<String> now) {
        Optional<String> before = trouble;
        trouble = now;
        if (now.equals(before)) return;
        now.ifPresentOrElse(reason -> LOG.warn("imap {}: {}", folder, reason), () -> LOG.info("imap {}: reading at {}", folder, settings.host()));
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void pause(Duration most) {
        try {
            var _ = stop.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stray) {
            // nobody interrupts this thread; were it so, the next pause would be short
            Thread.currentThread().interrupt();
        }
    }

    /// Asks for an end after the mail in hand.
    void stop() {
        stop.countDown();
        line.ifPresent(ImapLine::wake);
    }

    /// Does not wait for the server any longer.
    void cut() {
        socket.cut();
    }
}

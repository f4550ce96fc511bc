package tldops.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The relay: `smtp-sink` of Debian's postfix, which takes everything and tells how many mails it has taken, each at its
/// final dot.
final class Sink implements AutoCloseable {
    private final Process process;
    private final int port;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private long taken;
    private long last;

    /// @param dump a file that gets all mails, one after the other
    Sink(Optional<Path> dump) throws IOException, InterruptedException {
        port = freePort();
        List<String> words = new ArrayList<>(List.of("smtp-sink"));
        if (System.getProperty("user.name").equals("root")) words.addAll(List.of("-u", "root"));
        dump.ifPresent(file -> words.addAll(List.of("-D", file.toString())));
        words.addAll(List.of("-c", "127.0.0.1:" + port, "1000"));
        process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Thread.ofPlatform().daemon().name("sink").start(this::count);
        for (int tries = 0; !listens(); tries++) {
            if (tries == 200 || process.waitFor(10, TimeUnit.MILLISECONDS)) throw new IOException("smtp-sink does not start: " + words);
        }
    }

    /// One that is not among the ephemeral ones, so that nobody comes to be connected with himself.
    static int freePort() throws IOException {
        for (int candidate = 20_000; candidate < 32_000; candidate++) {
            try (ServerSocket socket = new ServerSocket(candidate)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new IOException("no free port");
    }

    private boolean listens() {
        try (java.net.Socket _ = new java.net.Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /// Its counters come as `sess=1 quit=0 mesg=7`, each ended by CR.
    private void count() {
        byte[] buffer = new byte[1 << 16];
        long number = 0;
        boolean inside = false;
        String name = "mesg=";
        int matched = 0;
        try (InputStream counters = process.getInputStream()) {
            for (int got = counters.read(buffer); got >= 0; got = counters.read(buffer)) {
                long newest = -1;
                for (int i = 0; i < got; i++) {
                    byte c = buffer[i];
                    if (inside && c >= '0' && c <= '9') number = number * 10 + c - '0';
                    else if (inside) {
                        newest = number;
                        inside = false;
                    } else {
                        matched = c == name.charAt(matched) ? matched + 1 : c == 'm' ? 1 : 0;
                        if (matched == name.length()) {
                            inside = true;
                            matched = 0;
                            number = 0;
                        }
                    }
                }
                if (newest >= 0) told(newest);
            }
        } catch (IOException ended) {
            // it was told to
        }
    }

    private void told(long newest) {
        lock.lock();
        try {
            taken = newest;
            last = System.nanoTime();
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it has taken so many in all.
    ///
    /// @return when it had, by `System.nanoTime`
    long await(long mails, long seconds) throws InterruptedException, TimeoutException {
        long left = TimeUnit.SECONDS.toNanos(seconds);
        lock.lock();
        try {
            while (taken < mails) {
                if (left <= 0) throw new TimeoutException("the relay got " + taken + " of " + mails + " letters");
                left = more.awaitNanos(left);
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}

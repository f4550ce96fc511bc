package tldops.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operator's socket: a file in the data folder over which `tldops` speaks to the running daemon (DESIGN 1.7).
/// Only the daemon's own user can open it.
public final class Socket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    /// What one command may take.
    ///
    /// @param body bytes that may be piped into one command
    /// @param time how long one command may take
    /// @param calls commands at the same time
    public record Limits(long body, Duration time, int calls) {
        public static final Limits DEFAULT = new Limits(16 << 20, Duration.ofMinutes(30), 64);
    }

    /// After a connection that could not be taken, so that a lack of file handles does not turn into a busy loop.
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Path file;
    private final ServerSocketChannel listener;
    private final Commands commands;
    private final Limits limits;
    private final Semaphore calls;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("command-", 0).factory());
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("command-watch").factory());

    private Socket(Path file, ServerSocketChannel listener, Commands commands, Limits limits) {
        this.file = file;
        this.listener = listener;
        this.commands = commands;
        this.limits = limits;
        this.calls = new Semaphore(limits.calls);
        watch.setRemoveOnCancelPolicy(true);
    }

    /// Begins to listen. A file left behind by a daemon that was killed is removed first.
    ///
    /// @throws IOException with a sentence for the operator, also when a daemon already listens there
    public static Socket open(Path file, Commands commands, Limits limits) throws IOException {
        ServerSocketChannel listener = UnixListener.open(file, "rw-------");
        Socket socket = new Socket(file, listener, commands, limits);
        Thread.ofVirtual().name("command-socket").start(socket::accept);
        return socket;
    }

    private void accept() {
        while (listener.isOpen()) {
            calls.acquireUninterruptibly();
            try {
                SocketChannel call = listener.accept();
                threads.execute(() -> answer(call));
            } catch (IOException | RejectedExecutionException failed) {
                calls.release();
                if (!listener.isOpen()) return;
                LOG.warn("the operator's socket: {}", failed.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void answer(SocketChannel call) {
        Future<?> end = watch.schedule(() -> hangUp(call), limits.time.toMillis(), TimeUnit.MILLISECONDS);
        try (call) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(call)));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(call)));
            Frames.exit(out, run(UnixListener.user(call), in, out));
            // closing on unread bytes would cut off the answer that is still on its way
            call.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            LOG.debug("the operator's socket: {}", gone.getMessage());
        } finally {
            end.cancel(false);
            calls.release();
        }
    }

    private int run(String user, DataInputStream in, DataOutputStream out) throws IOException {
        List<String> words = Frames.words(in);
        InputStream body = Frames.body(in, limits.body);
        try {
            return commands.run(user, words, body, Frames.pieces(out, Frames.OUT), Frames.pieces(out, Frames.ERR));
        } catch (Exception | StackOverflowError fault) {
            LOG.error("the operator's command {} failed", words.isEmpty() ? "" : words.getFirst(), fault);
            Frames.pieces(out, Frames.ERR).write("tldops: a fault of the daemon; its log tells more\n".getBytes(StandardCharsets.UTF_8));
            return Exit.FAULT;
        }
    }

    private static void hangUp(SocketChannel call) {
        try {
            call.close();
        } catch (IOException gone) {
            LOG.debug("the operator's socket: {}", gone.getMessage());
        }
    }

    /// Takes no more commands, lets the running ones end for a moment, and removes the file.
    @Override
    public void close() {
        try {
            listener.close();
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            LOG.warn("the operator's socket: {}", failed.getMessage());
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) threads.shutdownNow();
        } catch (InterruptedException stop) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        watch.shutdownNow();
    }
}

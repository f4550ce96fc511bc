package tldops.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Reads, while it grows, the file into which `smtp-sink` puts the letters. Letters of several connections are cut into
/// each other behind their first 4 KiB, so only what stands on top of each is read. Letters that were there before are not
/// told of: they belong to another round.
final class Letters implements AutoCloseable {
    private static final String TOP = "X-Client-Proto: ";
    private static final long PAUSE = 200_000;

    /// @param replyTo "" when there is none
    record Letter(String to, String subject, String replyTo) {}

    private final Path file;
    private final Consumer<Letter> told;
    private final Thread thread;
    private final long from;
    private volatile boolean closed;

    Letters(Path file, Consumer<Letter> told) throws IOException {
        this.file = file;
        this.told = told;
        from = Files.exists(file) ? Files.size(file) : 0;
        thread = Thread.ofPlatform().name("letters").start(this::read);
    }

    private void read() {
        byte[] buffer = new byte[1 << 20];
        StringBuilder text = new StringBuilder();
        while (!Files.exists(file) && !closed) LockSupport.parkNanos(PAUSE);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(from);
            while (!closed) {
                int got = in.read(buffer);
                if (got <= 0) {
                    LockSupport.parkNanos(PAUSE);
                    continue;
                }
                text.append(new String(buffer, 0, got, StandardCharsets.ISO_8859_1));
                cut(text);
            }
        } catch (IOException gone) {
            if (!closed) throw new IllegalStateException(gone);
        }
    }

    private void cut(StringBuilder text) {
        int from = 0;
        while (true) {
            int top = text.indexOf(TOP, from);
            int end = top < 0 ? -1 : text.indexOf("\n\n", top);
            if (end < 0) {
                from = top < 0 ? Math.max(from, text.length() - TOP.length()) : top;
                break;
            }
            told.accept(letter(text.substring(top, end + 1)));
            from = end + 1;
        }
        text.delete(0, from);
    }

    private static Letter letter(String head) {
        return new Letter(between(head, "X-Rcpt-Args: <"), line(head, "\nSubject: "), between(head, "\nReply-To: "));
    }

    private static String between(String head, String start) {
        String found = line(head, start);
        int open = found.indexOf('<');
        String address = open >= 0 ? found.substring(open + 1) : found;
        int close = address.indexOf('>');
        return close >= 0 ? address.substring(0, close) : address;
    }

    private static String line(String head, String start) {
        int at = head.indexOf(start);
        return at < 0 ? "" : head.substring(at + start.length(), head.indexOf('\n', at + start.length()));
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}

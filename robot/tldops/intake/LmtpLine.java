package tldops.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// One connection of an LMTP client: its command lines, its mails, our replies, and how long it may let us wait.
final class LmtpLine implements AutoCloseable {
    /// Octets of a command line with its CRLF: 512, and room for parameters (RFC 5321 4.5.3.1.4).
    static final int LONGEST = 2048;

    /// What came as the next line.
    sealed interface Heard {
        record Command(String text) implements Heard {}

        /// A line that is too long, or does not end with CRLF, or holds what is no text.
        record Unreadable(String why) implements Heard {}

        record HungUp() implements Heard {}
    }

    private final SocketChannel channel;
    private final Duration idle;
    private final InputStream in;
    private final OutputStream out;
    private Optional<Long> end = Optional.empty();
    private volatile boolean waiting;
    private volatile long until;
    private volatile boolean late;

    LmtpLine(SocketChannel channel, Duration idle) {
        this.channel = channel;
        this.idle = idle;
        InputStream from = Channels.newInputStream(channel);
        OutputStream to = Channels.newOutputStream(channel);
        out = new BufferedOutputStream(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                patiently(() -> {
                    to.write(bytes, offset, length);
                    return length;
                });
            }
        });
        in = new BufferedInputStream(new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                // replies to commands that came in one go leave in one go (RFC 2920)
                out.flush();
                return patiently(() -> from.read(bytes, offset, length));
            }
        });
    }

    @FunctionalInterface
    private interface Waiting {
        int on() throws IOException;
    }

    private int patiently(Waiting other) throws IOException {
        long now = System.nanoTime();
        until = now + Math.min(idle.toNanos(), end.map(last -> Math.max(0, last - now)).orElse(Long.MAX_VALUE));
        waiting = true;
        try {
            return other.on();
        } finally {
            waiting = false;
        }
    }

    /// The next line.
    Heard heard() throws IOException {
        end = Optional.empty();
        StringBuilder line = new StringBuilder();
        boolean readable = true;
        long length = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            length++;
            if (next == '\n') return whole(line, readable, length);
            // the CR of the end beside text; SMTPUTF8 is not offered
            readable &= (next >= ' ' && next < 0x7f) || next == '\r';
            if (length <= LONGEST) line.append((char) next);
            if (length > 10L * LONGEST) return new Heard.HungUp();
        }
        return new Heard.HungUp();
    }

    private static Heard whole(StringBuilder line, boolean readable, long length) {
        if (length > LONGEST) return new Heard.Unreadable("longer than " + LONGEST + " octets");
        boolean ended = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
        if (!ended || line.indexOf("\r") < line.length() - 1) return new Heard.Unreadable("lines end with CR LF");
        return readable ? new Heard.Command(line.substring(0, line.length() - 1)) : new Heard.Unreadable("it holds what is not printable ASCII");
    }

    /// The lines behind DATA up to the line that is a dot alone, without the dots that were put before others (RFC 5321
    /// 4.5.2). Only CRLF.CRLF ends them (MAIL_RULES 28).
    ///
    /// @param time how long all of them may take
    /// @return a stream that fails when the line breaks, so half a mail is never taken for a whole one
    @SuppressWarnings("InputStreamSlowMultibyteRead") // it is read byte by byte
    InputStream mail(Duration time) {
        end = Optional.of(System.nanoTime() + time.toNanos());
        return new InputStream() {
            private boolean begins = true;
            private boolean cr;
            private int kept = -1;
            private boolean ended;

            @Override
            public int read() throws IOException {
                if (ended) return -1;
                int next = next();
                if (begins && next == '.') {
                    next = next();
                    if (next == '\r') {
                        kept = next();
                        ended = kept == '\n';
                        if (ended) return -1;
                    }
                }
                begins = cr && next == '\n';
                cr = next == '\r';
                return next;
            }

            private int next() throws IOException {
                int next = kept >= 0 ? kept : in.read();
                kept = -1;
                if (next < 0) throw new EOFException("the mail broke off");
                return next;
            }
        };
    }

    void say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Whether it has let us wait for too long.
    boolean late() {
        return late;
    }

    /// Ends the waiting of whoever waits for too long for the other side.
    void watch(long now) {
        if (!waiting || now - until < 0) return;
        if (late) close();
        late = true;
        until = now + Duration.ofSeconds(1).toNanos();
        enough();
    }

    /// Nothing more is read from it; what we still have to say leaves.
    void enough() {
        try {
            channel.shutdownInput();
        } catch (IOException gone) {
            close();
        }
    }

    /// What was said last leaves before.
    void hangUp() {
        try {
            out.flush();
        } catch (IOException gone) {
            // it has hung up itself
        }
        close();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}

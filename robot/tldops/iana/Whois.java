package tldops.iana;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tldops.core.Tld;

/// Asks a WHOIS server (RFC 3912): one line out, text back until the server closes.
///
/// @param total the longest that a question may take, connecting included
public record Whois(String host, int port, Duration connect, Duration total, int maxBytes) implements Source {
    @Override
    public String ask(Tld tld) throws IOException {
        long end = System.nanoTime() + total.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.min(millis(connect), left(end)));
            socket.getOutputStream().write((tld.label() + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return read(socket, end);
        }
    }

    @Override
    public String where(Tld tld) {
        return host;
    }

    private String read(Socket socket, long end) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        InputStream in = socket.getInputStream();
        while (true) {
            socket.setSoTimeout(left(end));
            int count = in.read(buffer);
            if (count < 0) break;
            answer.write(buffer, 0, count);
            if (answer.size() > maxBytes) throw new IOException("answers with more than " + maxBytes + " bytes");
        }
        if (answer.size() == 0) throw new IOException("closes without an answer");
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static int left(long end) throws SocketTimeoutException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis < 1) throw new SocketTimeoutException("takes too long to answer");
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    private static int millis(Duration time) {
        return Math.clamp(time.toMillis(), 1, Integer.MAX_VALUE);
    }
}

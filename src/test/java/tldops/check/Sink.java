package tldops.check;

import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The relay: takes every letter that arrives whole, and remembers over which connection.
final class Sink implements AutoCloseable {
    /// @param connection 1, 2, 3, ... as they were opened
    record Arrival(int connection, List<String> recipients, String head, String body) {
        String messageId() {
            return bare(header("Message-ID"));
        }

        String answers() {
            return bare(header("In-Reply-To"));
        }

        String replyTo() {
            return bare(header("Reply-To"));
        }

        /// As a person reads it: the name of an IDN ccTLD comes encoded (RFC 2047).
        String subject() {
            try {
                return MimeUtility.decodeText(header("Subject"));
            } catch (UnsupportedEncodingException unknown) {
                return header("Subject");
            }
        }

        static String bare(String value) {
            return value.replaceAll("^.*<|>.*$", "").strip();
        }

        private String header(String name) {
            for (String line : head.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) return line.substring(name.length() + 1).strip();
            }
            return "";
        }
    }

    private final ServerSocket server;
    private final Consumer<Arrival> told;
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// @param told of each letter before its sender is
    Sink(Consumer<Arrival> told) throws IOException {
        this.told = told;
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /// In order for each connection.
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                Thread.startVirtualThread(() -> talk(socket, number));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void talk(Socket socket, int number) {
        try (socket; InputStream in = new BufferedInputStream(socket.getInputStream())) {
            socket.setTcpNoDelay(true);
            List<String> to = new ArrayList<>();
            say(socket, "220 relay ESMTP");
            while (true) {
                String line = line(in);
                switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> say(socket, "250-relay\r\n250-PIPELINING\r\n250 8BITMIME");
                    case "MAIL" -> {
                        to = new ArrayList<>();
                        say(socket, "250 ok");
                    }
                    case "RCPT" -> {
                        to.add(line.replaceAll("^[^<]*<|>.*$", ""));
                        say(socket, "250 ok");
                    }
                    case "DATA" -> {
                        say(socket, "354 go on");
                        Arrival whole = letter(in, number, to);
                        arrivals.add(whole);
                        told.accept(whole);
                        say(socket, "250 taken");
                    }
                    case "QUIT" -> {
                        say(socket, "221 bye");
                        return;
                    }
                    default -> say(socket, "250 ok");
                }
            }
        } catch (IOException killed) {
            // what had not arrived whole has not arrived
        } finally {
            open.remove(socket);
        }
    }

    private static Arrival letter(InputStream in, int connection, List<String> to) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (String line = line(in); !line.equals("."); line = line(in)) letter.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        int end = letter.indexOf("\r\n\r\n");
        return new Arrival(connection, List.copyOf(to), letter.substring(0, end + 2), letter.substring(end + 4));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(100);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("hung up");
            if (c != '\r') line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) socket.close();
    }
}

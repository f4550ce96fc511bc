package tldops.soak;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import tldops.core.Digest;

/// The relay, with its bad days: away, deferring each third letter, or slow. Remembers what arrived in which life of the
/// robot and over which connection.
final class Relay implements AutoCloseable {
    enum Mood { GOOD, AWAY, DEFERRING, SLOW }

    /// @param digest of the whole letter
    record Arrival(int connection, int life, List<String> recipients, String messageId, String answers, String replyTo, String subject, String digest) {}

    private final int port;
    private final IntSupplier life;
    private final Consumer<Arrival> told;
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger deferred = new AtomicInteger();
    private final AtomicInteger third = new AtomicInteger();
    private final Set<Line> open = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.GOOD;
    private volatile ServerSocket server;

    /// @param life of the robot, now
    /// @param told of each letter before its sender is
    Relay(int port, IntSupplier life, Consumer<Arrival> told) throws IOException {
        this.port = port;
        this.life = life;
        this.told = told;
        server = listen();
    }

    private ServerSocket listen() throws IOException {
        ServerSocket listening = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> accept(listening));
        return listening;
    }

    void mood(Mood next) throws IOException {
        if (next == Mood.AWAY) server.close();
        else if (mood == Mood.AWAY) server = listen();
        mood = next;
        if (next == Mood.AWAY) hangUp();
    }

    /// Closes each connection that carries no letter at this moment, and the others as soon as theirs has arrived.
    void hangUp() {
        open.forEach(Line::leave);
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    int count() {
        return arrivals.size();
    }

    int connections() {
        return connections.get();
    }

    int deferred() {
        return deferred.get();
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Line line = new Line(listening.accept(), connections.incrementAndGet(), life.getAsInt());
                open.add(line);
                Thread.startVirtualThread(line::talk);
            }
        } catch (IOException closed) {
            // away, or the week is over
        }
    }

    /// One connection.
    private final class Line {
        private final Socket socket;
        private final int number;
        private final int life;
        private boolean busy = true;
        private boolean leaving;

        Line(Socket socket, int number, int life) {
            this.socket = socket;
            this.number = number;
            this.life = life;
        }

        synchronized void leave() {
            leaving = true;
            if (!busy) close();
        }

        private synchronized boolean busy(boolean now) {
            busy = now;
            if (leaving) close();
            return !leaving;
        }

        void close() {
            try {
                socket.close();
            } catch (IOException gone) {
                // it is closed either way
            }
        }

        void talk() {
            try (socket; InputStream in = new BufferedInputStream(socket.getInputStream())) {
                socket.setTcpNoDelay(true);
                List<String> to = new ArrayList<>();
                say("220 relay ESMTP");
                while (busy(false)) {
                    String line = line(in);
                    if (!busy(true)) return;
                    switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                        case "EHLO" -> say("250-relay\r\n250 8BITMIME");
                        case "MAIL" -> {
                            to = new ArrayList<>();
                            if (mood == Mood.DEFERRING && third.incrementAndGet() % 3 == 0) {
                                deferred.incrementAndGet();
                                say("451 4.3.2 come again later");
                            } else say("250 ok");
                        }
                        case "RCPT" -> {
                            to.add(line.replaceAll("^[^<]*<|>.*$", ""));
                            say("250 ok");
                        }
                        case "DATA" -> {
                            say("354 go on");
                            letter(in, to);
                            say("250 taken");
                        }
                        case "QUIT" -> {
                            say("221 bye");
                            return;
                        }
                        default -> say("250 ok");
                    }
                }
            } catch (IOException killed) {
                // what had not arrived whole has not arrived
            } finally {
                open.remove(this);
            }
        }

        private void letter(InputStream in, List<String> to) throws IOException {
            StringBuilder letter = new StringBuilder();
            for (String line = line(in); !line.equals("."); line = line(in)) letter.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            if (mood == Mood.SLOW) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
            String head = letter.substring(0, letter.indexOf("\r\n\r\n") + 2);
            Arrival whole = new Arrival(number, life, List.copyOf(to), bare(header(head, "Message-ID")), bare(header(head, "In-Reply-To")), bare(header(head, "Reply-To")), decoded(header(head, "Subject")), Digest.hex(letter.toString()));
            arrivals.add(whole);
            told.accept(whole);
        }

        private void say(String reply) throws IOException {
            socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    static String bare(String value) {
        return value.replaceAll("^.*<|>.*$", "").strip();
    }

    private static String decoded(String subject) {
        try {
            return MimeUtility.decodeText(subject);
        } catch (UnsupportedEncodingException unknown) {
            return subject;
        }
    }

    private static String header(String head, String name) {
        for (String line : head.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) return line.substring(name.length() + 1).strip();
        }
        return "";
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(100);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("hung up");
            if (c != '\r') line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(Line::close);
    }
}

package tldops.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tldops.core.Tld;

/// IANA's WHOIS (RFC 3912), with its bad days: away, slow, or answering what is none of its records.
final class Whois implements AutoCloseable {
    enum Mood { GOOD, AWAY, SLOW, GARBAGE }

    private final int port;
    private final Path records;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mood mood = Mood.GOOD;
    private volatile ServerSocket server;

    /// @param records a file `LABEL.txt` for each ccTLD
    Whois(int port, Path records) throws IOException {
        this.port = port;
        this.records = records;
        server = listen();
    }

    private ServerSocket listen() throws IOException {
        ServerSocket listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> accept(listening));
        return listening;
    }

    void mood(Mood next) throws IOException {
        if (next == Mood.AWAY) server.close();
        else if (mood == Mood.AWAY) server = listen();
        mood = next;
    }

    int asked() {
        return asked.get();
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket socket = listening.accept();
                Thread.startVirtualThread(() -> answer(socket));
            }
        } catch (IOException closed) {
            // away, or the week is over
        }
    }

    private void answer(Socket socket) {
        try (socket; BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            String label = in.readLine();
            if (label == null) return;
            int number = asked.incrementAndGet();
            String record = Files.readString(records.resolve(new Tld(label.strip()).label() + ".txt"));
            if (mood == Mood.SLOW) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
            socket.getOutputStream().write((mood == Mood.GARBAGE ? garbage(number, record) : record).getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            // it asks again
        }
    }

    /// None of it is IANA's word: a page of a portal, nothing at all, half a record, rubbish.
    private static String garbage(int number, String record) {
        return switch (number % 4) {
            case 0 -> "<html><body>Please log in to use this network</body></html>\n";
            case 1 -> "";
            case 2 -> record.substring(0, record.length() / 2);
            default -> "\u0000\u0001 %% \ufffd:\ufffd\r\n".repeat(40);
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

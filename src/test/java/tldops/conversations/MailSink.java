package tldops.conversations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/// The relay of a story, on a real socket: takes letters, refuses some recipients for good, or is away.
final class MailSink implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<Posted> taken = new LinkedBlockingQueue<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> deferred = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    MailSink() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /// What came since the last call, in the order in which it came; the copies of a mail of the list as one.
    List<Posted> taken() {
        List<Posted> came = new ArrayList<>();
        taken.drainTo(came);
        List<Posted> all = new ArrayList<>();
        for (Posted letter : came) {
            int same = IntStream.range(0, all.size()).filter(i -> letter.isCopyOf(all.get(i))).findFirst().orElse(-1);
            if (same < 0) all.add(letter);
            else all.set(same, all.get(same).with(letter));
        }
        return all;
    }

    void turned(Act.Relay relay) {
        switch (relay.how()) {
            case AWAY -> away = true;
            case BACK -> away = false;
            case REFUSES -> refused.add(relay.address().orElseThrow().key());
            case DEFERS -> deferred.add(relay.address().orElseThrow().key());
            case TAKES -> {
                refused.remove(relay.address().orElseThrow().key());
                deferred.remove(relay.address().orElseThrow().key());
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.startVirtualThread(() -> talk(socket));
            }
        } catch (IOException closed) {
            // the story is over
        }
    }

    private void talk(Socket socket) {
        try (socket; BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            String from = "";
            List<String> to = new ArrayList<>();
            say(socket, away ? "421 4.3.2 away" : "220 relay ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                String address = line.replaceAll("^[^<]*<?|>.*$", "");
                boolean later = verb.equals("RCPT") && deferred.contains(address.toLowerCase(Locale.ROOT));
                boolean gone = verb.equals("RCPT") && refused.contains(address.toLowerCase(Locale.ROOT));
                if (away) {
                    say(socket, "421 4.3.2 away");
                    return;
                }
                switch (verb) {
                    case "EHLO" -> say(socket, "250-relay\r\n250-8BITMIME\r\n250 SIZE");
                    case "MAIL" -> {
                        from = address;
                        to.clear();
                        say(socket, "250 ok");
                    }
                    case "RCPT" -> {
                        if (!gone && !later) to.add(address);
                        say(socket, gone ? "550 5.1.1 no such user" : later ? "450 4.2.0 greylisted" : "250 ok");
                    }
                    case "DATA" -> {
                        say(socket, "354 go on");
                        taken.add(Posted.read(from, List.copyOf(to), data(in)));
                        say(socket, "250 taken");
                    }
                    case "QUIT" -> {
                        say(socket, "221 bye");
                        return;
                    }
                    default -> say(socket, "250 ok");
                }
            }
        } catch (IOException gone) {
            // as in life
        } finally {
            open.remove(socket);
        }
    }

    private static byte[] data(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        return mail.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) socket.close();
    }
}

package tldops.post;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server on a real socket that answers as it is told: by the whole command, or "." for the final dot.
/// The answer "hang up" closes the connection without a word.
final class Sink implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    final Map<String, ConcurrentLinkedDeque<String>> answers = new ConcurrentHashMap<>();
    final Map<String, String> always = new ConcurrentHashMap<>();
    final List<String> mails = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    volatile boolean pipelining;

    Sink() throws IOException {
        this(0);
    }

    Sink(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /// Answers this command so, once; several calls answer one after the other.
    Sink once(String command, String answer) {
        answers.computeIfAbsent(command, _ -> new ConcurrentLinkedDeque<>()).add(answer);
        return this;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> talk(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void talk(Socket socket) {
        try (socket; BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            if (!answer(socket, "greeting", "220 sink ESMTP")) return;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                boolean stays = switch (verb) {
                    case "EHLO" -> answer(socket, line, "250-sink\r\n250-8BITMIME\r\n" + (pipelining ? "250-PIPELINING\r\n" : "") + "250 SIZE");
                    case "DATA" -> content(socket, in, line);
                    case "QUIT" -> answer(socket, line, "221 bye") && false;
                    default -> answer(socket, line, "250 ok");
                };
                if (!stays) return;
            }
        } catch (IOException gone) {
            // as in life
        } finally {
            open.remove(socket);
        }
    }

    private boolean content(Socket socket, BufferedReader in, String line) throws IOException {
        String reply = reply(line, "354 go on");
        return say(socket, reply) && (!reply.startsWith("354") || data(socket, in));
    }

    private boolean data(Socket socket, BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        mails.add(mail.toString());
        return answer(socket, ".", "250 queued");
    }

    private String reply(String command, String usual) {
        ConcurrentLinkedDeque<String> told = answers.get(command);
        String once = told == null ? null : told.poll();
        return once != null ? once : always.getOrDefault(command, usual);
    }

    private boolean answer(Socket socket, String command, String usual) throws IOException {
        return say(socket, reply(command, usual));
    }

    private boolean say(Socket socket, String answer) throws IOException {
        if (answer.equals("hang up")) return false;
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) socket.close();
    }
}

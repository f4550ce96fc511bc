package tldops.mailets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// An SMTP server in the robot's place that says what the test wants it to say; nothing to hang up.
final class Counterfeit implements AutoCloseable {
    static final String GREETING = "(greeting)";
    static final String END = "(end)";

    final List<String> heard = new CopyOnWriteArrayList<>();
    /// The mails, each byte a character, the doubled dots as they were.
    final List<String> mails = new CopyOnWriteArrayList<>();
    private final Loopback loopback;
    private final UnaryOperator<String> answer;

    /// @param answer to each command, to `GREETING` and to `END` of a mail; "" to hang up, "-" for what a friendly server says
    Counterfeit(UnaryOperator<String> answer) throws IOException {
        this.answer = answer;
        loopback = new Loopback(this::serve);
    }

    int port() {
        return loopback.port();
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            if (!says(out, GREETING)) return;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (!says(out, line)) return;
                if (!line.equals("DATA") || !reply(line).startsWith("354")) continue;
                StringBuilder mail = new StringBuilder();
                while (mail.indexOf("\r\n.\r\n") < 0) {
                    int next = in.read();
                    if (next < 0) return;
                    mail.append((char) next);
                }
                mails.add(mail.substring(0, mail.length() - 3));
                if (!says(out, END)) return;
            }
        } catch (IOException broken) {
            // the other end is gone
        }
    }

    private boolean says(OutputStream out, String line) throws IOException {
        String reply = reply(line);
        if (reply.isEmpty()) return false;
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }

    private String reply(String line) {
        String wanted = answer.apply(line);
        if (!wanted.equals("-")) return wanted;
        if (line.equals(GREETING)) return "220 robot";
        if (line.startsWith("EHLO")) return "250-robot\r\n250-SIZE\r\n250 AUTH PLAIN";
        if (line.startsWith("AUTH")) return "235 in";
        return line.equals("DATA") ? "354 go on" : "250 yes";
    }

    @Override
    public void close() {
        loopback.close();
    }
}

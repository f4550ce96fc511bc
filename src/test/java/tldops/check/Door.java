package tldops.check;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// One SMTP connection of our border server to the robot's door, logged in, kept open for many mails.
public final class Door implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    public Door(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream());
            yes("greeting");
            say("EHLO mail.example");
            say("AUTH PLAIN " + Base64.getEncoder().encodeToString(("\0" + Ground.USER + "\0" + Ground.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            socket.close();
            throw broken;
        }
    }

    /// Returns when the robot has said that it has it.
    ///
    /// @throws IOException when it has not
    void bring(Mail mail) throws IOException {
        bring(mail.from(), mail.to(), mail.bytes());
    }

    /// The same.
    ///
    /// @param bytes in lines that end with CR LF, none of which begins with a dot
    public void bring(String from, String to, byte[] bytes) throws IOException {
        say("MAIL FROM:<" + from + ">");
        say("RCPT TO:<" + to + ">");
        say("DATA");
        ByteArrayOutputStream data = new ByteArrayOutputStream(bytes.length + 5);
        data.writeBytes(bytes);
        data.writeBytes(".\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(data.toByteArray());
        yes("the mail");
    }

    private void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        yes(line);
    }

    private void yes(String to) throws IOException {
        String line;
        do line = line(to); while (line.length() > 3 && line.charAt(3) == '-');
        if (line.charAt(0) > '3') throw new IOException("the door says " + line + " to: " + to);
    }

    private String line(String to) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the door closed at: " + to);
            if (c != '\r') line.append((char) c);
        }
        if (line.isEmpty()) throw new IOException("the door says nothing to: " + to);
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}

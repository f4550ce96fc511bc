package tldops.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// One kept SMTP connection of the border server to the robot, logged in.
final class Line implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final boolean pipelining;

    /// As our own border server.
    Line(int port) throws IOException {
        this(port, "127.0.0.1", true);
    }

    /// As a server of somebody else.
    static Line outside(int port, String address) throws IOException {
        return new Line(port, address, false);
    }

    private Line(int port, String address, boolean ours) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(address), 0);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        yes("greeting");
        pipelining = say("EHLO mail.example").contains("PIPELINING");
        if (ours) say("AUTH PLAIN " + Base64.getEncoder().encodeToString(("\0" + Site.USER + "\0" + Site.PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    /// Returns when the robot has said that it has it.
    void bring(Mail mail) throws IOException {
        if (pipelining) {
            out.write(("MAIL FROM:<" + mail.from() + ">\r\nRCPT TO:<" + mail.to() + ">\r\nDATA\r\n").getBytes(StandardCharsets.US_ASCII));
            for (String command : new String[] {"MAIL", "RCPT", "DATA"}) yes(command);
        } else {
            say("MAIL FROM:<" + mail.from() + ">");
            say("RCPT TO:<" + mail.to() + ">");
            say("DATA");
        }
        out.write(mail.bytes());
        yes("the mail");
    }

    private String say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return yes(line);
    }

    private String yes(String to) throws IOException {
        StringBuilder all = new StringBuilder();
        String line;
        do {
            line = line(to);
            all.append(line).append('\n');
        } while (line.length() > 3 && line.charAt(3) == '-');
        if (line.charAt(0) > '3') throw new IOException("the robot says " + line + " to: " + to);
        return all.toString();
    }

    private String line(String to) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the robot closed at: " + to);
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

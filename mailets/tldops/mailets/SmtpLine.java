package tldops.mailets;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The client's end of one SMTP connection (RFC 5321, AUTH PLAIN of RFC 4954 and 4616). A mail that breaks off before its final
/// dot was not taken: whatever goes wrong, closing is enough.
final class SmtpLine implements AutoCloseable {
    private static final int LONGEST = 4096;
    private static final int MOST_LINES = 100;

    /// @param code 0 when the other side does not speak SMTP
    record Reply(int code, String words) {
        boolean yes() {
            return code / 100 == 2;
        }

        /// Refused for good.
        boolean never() {
            return code / 100 == 5;
        }

        @Override
        public String toString() {
            return code + " " + words;
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private SmtpLine(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    }

    /// @param patience milliseconds for the connection and for each reply
    static SmtpLine open(InetSocketAddress robot, int patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(robot, patience);
            socket.setSoTimeout(patience);
            return new SmtpLine(socket);
        } catch (IOException gone) {
            socket.close();
            throw gone;
        }
    }

    /// A reply, its first line.
    Reply reply() throws IOException {
        String first = line();
        String line = first;
        for (int lines = 1; line.length() > 3 && line.charAt(3) == '-'; lines++) {
            if (lines == MOST_LINES) throw new IOException("it answers without end");
            line = line();
        }
        if (!line.matches("[2-5]\\d\\d(?s:[ ].*)?")) throw new IOException("it does not speak SMTP: " + line);
        return new Reply(Integer.parseInt(line.substring(0, 3)), first.substring(Math.min(4, first.length())));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new IOException("it hung up");
            if (line.length() == LONGEST) throw new IOException("it answers without end");
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /// @throws IllegalArgumentException rather than saying two commands at once
    Reply say(String command) throws IOException {
        if (command.chars().anyMatch(Character::isISOControl)) throw new IllegalArgumentException("no SMTP command");
        out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return reply();
    }

    Reply logIn(String user, String password) throws IOException {
        return say("AUTH PLAIN " + Base64.getEncoder().encodeToString(("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /// The mail and its final dot. A dot at the start of a line is doubled (RFC 5321 4.5.2), also behind a CR or LF that stands
    /// alone, so that no mail can end before its end.
    Reply mail(byte[] raw) throws IOException {
        byte before = '\n';
        for (byte each : raw) {
            if (each == '.' && (before == '\n' || before == '\r')) out.write('.');
            out.write(each);
            before = each;
        }
        boolean ended = raw.length > 1 && raw[raw.length - 2] == '\r' && raw[raw.length - 1] == '\n';
        out.write((ended ? ".\r\n" : "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return reply();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed all the same
        }
    }
}

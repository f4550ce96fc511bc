package tldops.intake;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A client that says exactly what it is told to say, on a real socket.
final class Wire implements AutoCloseable {
    private final Closeable end;
    private final OutputStream out;
    private final BufferedReader replies;

    Wire(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        end = socket;
        out = socket.getOutputStream();
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /// On a socket that is a file.
    Wire(Path file) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file));
        end = channel;
        out = Channels.newOutputStream(channel);
        replies = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.ISO_8859_1));
    }

    static Wire greeted(int port) throws IOException {
        Wire wire = new Wire(port);
        wire.reply();
        wire.say("EHLO mail.example.test");
        return wire;
    }

    /// Sends the bytes and waits for nothing.
    Wire raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    /// One whole reply, several lines joined; "closed" when there is none.
    String reply() throws IOException {
        StringBuilder all = new StringBuilder();
        try {
            for (String line = replies.readLine(); line != null; line = replies.readLine()) {
                all.append(line).append('\n');
                if (line.length() < 4 || line.charAt(3) != '-') return all.toString().strip();
            }
        } catch (java.net.SocketException reset) {
            return "closed";
        }
        return "closed";
    }

    String say(String command) throws IOException {
        return raw(command + "\r\n").reply();
    }

    /// A whole mail; the reply behind the final dot.
    String mail(String from, String to, String text) throws IOException {
        say("MAIL FROM:<" + from + ">");
        say("RCPT TO:<" + to + ">");
        say("DATA");
        return raw(text + "\r\n.\r\n").reply();
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}

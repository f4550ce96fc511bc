package tldops.post;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Connections on which all that is written leaves at once, and together, when an answer is waited for. TCP_NODELAY: else
/// the end of a letter of more than a few kilobytes waits for the relay's acknowledgement of its beginning, which relays
/// put off by 40 ms (RFC 1122 4.2.3.2). Together: a hundred commands are one packet and not a hundred (RFC 2920 3.1).
final class PromptSockets extends SocketFactory {
    private static final int MOST = 32 << 10;

    private static final class Prompt extends Socket {
        private final Gathered gathered = new Gathered();

        @Override
        public OutputStream getOutputStream() throws IOException {
            gathered.out(super.getOutputStream());
            return gathered;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    gathered.leave();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    gathered.leave();
                    return super.read(bytes, from, length);
                }
            };
        }

        @Override
        public void close() throws IOException {
            try {
                if (isConnected() && !isOutputShutdown()) gathered.leave();
            } catch (IOException gone) {
                // whoever closes does not wait for an answer
            } finally {
                super.close();
            }
        }
    }

    private static final class Gathered extends OutputStream {
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        private OutputStream out = OutputStream.nullOutputStream();

        synchronized void out(OutputStream to) {
            out = to;
        }

        @Override
        public synchronized void write(int one) throws IOException {
            waiting.write(one);
            if (waiting.size() > MOST) leave();
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            waiting.write(bytes, from, length);
            if (waiting.size() > MOST) leave();
        }

        synchronized void leave() throws IOException {
            if (waiting.size() == 0) return;
            byte[] all = waiting.toByteArray();
            waiting.reset();
            out.write(all);
        }
    }

    private static Socket prompt() throws IOException {
        Socket socket = new Prompt();
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static Socket connected(InetSocketAddress to) throws IOException {
        Socket socket = prompt();
        try {
            socket.connect(to);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw new IOException("not from an address of one's own");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw new IOException("not from an address of one's own");
    }
}

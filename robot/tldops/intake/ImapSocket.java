package tldops.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/// The socket under one IMAP connection, kept in sight: the library gives no way to cut off a server that has fallen
/// silent, nor to change how long an answer may take.
final class ImapSocket {
    private volatile Optional<Socket> socket = Optional.empty();
    private volatile boolean cut;

    /// How long the next answer may take.
    void patience(Duration most) throws IOException {
        if (socket.isPresent()) socket.get().setSoTimeout((int) Math.min(Integer.MAX_VALUE, most.toMillis()));
    }

    /// Ends the connection at once, whatever it is doing.
    void cut() {
        cut = true;
        socket.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException _) {
                // it is as good as closed
            }
        });
    }

    private Socket seen(Socket open) throws IOException {
        socket = Optional.of(open);
        if (cut) {
            open.close();
            throw new IOException("stopped");
        }
        return open;
    }

    /// Makes the socket without TLS.
    SocketFactory plain() {
        return new SocketFactory() {
            @Override
            public Socket createSocket() throws IOException {
                return seen(new Socket());
            }

            @Override
            public Socket createSocket(String host, int port) throws IOException {
                return seen(new Socket(host, port));
            }

            @Override
            public Socket createSocket(InetAddress host, int port) throws IOException {
                return seen(new Socket(host, port));
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
                return seen(new Socket(host, port, local, localPort));
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
                return seen(new Socket(host, port, local, localPort));
            }
        };
    }

    /// Lays TLS over a socket; the library connects it first.
    SSLSocketFactory over(SSLSocketFactory tls) {
        return new SSLSocketFactory() {
            @Override
            public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
                return tls.createSocket(seen(below), host, port, autoClose);
            }

            @Override
            public Socket createSocket(String host, int port) throws IOException {
                return seen(tls.createSocket(host, port));
            }

            @Override
            public Socket createSocket(InetAddress host, int port) throws IOException {
                return seen(tls.createSocket(host, port));
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
                return seen(tls.createSocket(host, port, local, localPort));
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
                return seen(tls.createSocket(host, port, local, localPort));
            }

            @Override
            public String[] getDefaultCipherSuites() {
                return tls.getDefaultCipherSuites();
            }

            @Override
            public String[] getSupportedCipherSuites() {
                return tls.getSupportedCipherSuites();
            }
        };
    }
}

package tldops.iana;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A WHOIS server on this machine (RFC 3912).
public final class WhoisServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /// @param answer to one line; empty: it hangs up
    public WhoisServer(Function<String, Optional<String>> answer) throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    String name = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII)).readLine();
                    asked.add(name);
                    Optional<String> text = answer.apply(name);
                    if (text.isPresent()) client.getOutputStream().write(text.get().getBytes(StandardCharsets.UTF_8));
                } catch (IOException gone) {
                    // the client hung up, or the test is over
                }
            }
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package tldops.iana;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tldops.core.Tld;

/// RFC 3912 against a server of the test's own, well-behaved and not (L24, MAIL_RULES 29).
class WhoisTest {
    private static final Tld NL = Tld.of("nl");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    private interface Answer {
        void to(Socket client, String query) throws IOException;
    }

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        for (Socket socket : held) socket.close();
    }

    private Whois answering(Duration total, Answer answer) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    held.add(client);
                    String query = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII)).readLine();
                    queries.add(query);
                    answer.to(client, query);
                } catch (IOException gone) {
                    // the client hung up, or the test is over
                }
            }
        });
        return new Whois(server.getInetAddress().getHostAddress(), server.getLocalPort(), Duration.ofSeconds(5), total, Source.MAX_BYTES);
    }

    private static void send(Socket client, byte[] bytes) throws IOException {
        try (OutputStream out = client.getOutputStream()) {
            out.write(bytes);
        }
    }

    @Test
    void oneLineGoesOutAndTheTextComesBack() throws IOException {
        Whois whois = answering(PATIENCE, (client, query) -> send(client, ("answer to " + query + " für").getBytes(StandardCharsets.UTF_8)));

        String answer = whois.ask(Tld.of("рф"));

        assertEquals("answer to xn--p1ai für", answer);
        assertEquals(List.of("xn--p1ai"), queries);
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        Whois whois = answering(Duration.ofMillis(200), (_, _) -> {});

        assertTimeoutPreemptively(PATIENCE, () -> assertThrows(IOException.class, () -> whois.ask(NL)));
    }

    @Test
    void aServerThatDribblesForEverIsGivenUpInTheSameTime() {
        Whois whois = answering(Duration.ofMillis(200), (client, _) -> {
            while (!client.isClosed()) {
                client.getOutputStream().write('x');
                Thread.yield();
            }
        });
        Whois patient = new Whois(whois.host(), whois.port(), whois.connect(), whois.total(), Integer.MAX_VALUE);

        var thrown = assertTimeoutPreemptively(PATIENCE, () -> assertThrows(IOException.class, () -> patient.ask(NL)));

        assertTrue(thrown.getMessage().contains("too long") || thrown.getMessage().contains("timed out"), thrown.getMessage());
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() {
        Whois whois = answering(PATIENCE, (client, _) -> {
            while (!client.isClosed()) client.getOutputStream().write(new byte[8192]);
        });

        var thrown = assertThrows(IOException.class, () -> whois.ask(NL));

        assertEquals("answers with more than 65536 bytes", thrown.getMessage());
    }

    @Test
    void aServerThatClosesAtOnceIsAFailure() {
        Whois whois = answering(PATIENCE, (client, _) -> client.close());

        assertThrows(IOException.class, () -> whois.ask(NL));
    }

    @Test
    void binaryGarbageComesBackAsTextToBeJudged() throws IOException {
        byte[] noise = {0, (byte) 0xff, (byte) 0xfe, 'x', '\n', (byte) 0xc3};
        Whois whois = answering(PATIENCE, (client, _) -> send(client, noise));

        assertEquals("\0\ufffd\ufffdx\n\ufffd", whois.ask(NL));
    }

    @Test
    void nobodyAtHomeIsAFailure() throws IOException {
        Whois whois = answering(PATIENCE, (_, _) -> {});
        server.close();

        assertThrows(IOException.class, () -> whois.ask(NL));
    }
}

package tldops.iana;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import tldops.intake.Certificates;

/// An HTTPS server on this machine that answers as the test wants, with a certificate of its own.
public final class RdapServer implements AutoCloseable {
    private static final String WORD = "changeit";

    private final HttpsServer server;
    private final Path authorities;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What it does with one question.
    public interface Answer {
        /// @param name what stands behind `/domain/`
        void to(HttpExchange question, String name) throws IOException;
    }

    /// @param folder for its key
    public RdapServer(Path folder, Answer answer) throws IOException {
        try {
            Certificates keys = new Certificates(folder);
            if (!Files.exists(folder.resolve("store.p12"))) keys.own("rdap", "EC");
            authorities = keys.certificate("rdap");
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.setHttpsConfigurator(new HttpsConfigurator(context(folder.resolve("store.p12"))));
        } catch (GeneralSecurityException | InterruptedException impossible) {
            throw new IOException(impossible);
        }
        server.setExecutor(threads);
        server.createContext("/domain/", question -> {
            String name = question.getRequestURI().getPath().substring("/domain/".length());
            asked.add(name);
            try (question) {
                answer.to(question, name);
            }
        });
        server.start();
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, WORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /// A plain answer in RDAP's own type.
    public static void says(HttpExchange question, int status, String json) throws IOException {
        question.getResponseHeaders().set("Content-Type", "application/rdap+json; charset=utf-8");
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        question.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        question.getResponseBody().write(body);
    }

    public URI base() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    }

    /// The certificate that vouches for it, PEM.
    public Path authorities() {
        return authorities;
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package tldops.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves a handful of pages to this machine (`health.*`): GET and HEAD only, to those who call it by its own name, within
/// limits of size, time and number. It is the JDK's own server: no library, no time at start.
public final class Site implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /// The server reads its limits once for the whole process, before it is first used; an operator's own stand. Seconds,
    /// bytes and numbers.
    private static final Map<String, String> LIMITS = Map.of(
            "jdk.httpserver.maxConnections", "32",
            "sun.net.httpserver.maxReqHeaders", "50",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "30",
            "sun.net.httpserver.idleInterval", "30",
            "sun.net.httpserver.maxIdleConnections", "8");

    static {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) System.setProperty(name, value);
        });
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final String host;
    private final Map<String, Function<Page.Asked, Page>> pages;

    private Site(HttpServer server, ExecutorService threads, String host, Map<String, Function<Page.Asked, Page>> pages) {
        this.server = server;
        this.threads = threads;
        this.host = host;
        this.pages = pages;
    }

    /// Begins to serve.
    ///
    /// @param host an address or a name of this machine
    /// @param port 0 = any free one
    /// @param pages by their paths, `/health`; every other path is 404
    /// @throws IOException with a sentence for the operator
    public static Site open(String host, int port, Map<String, Function<Page.Asked, Page>> pages) throws IOException {
        InetSocketAddress where = new InetSocketAddress(host, port);
        if (where.isUnresolved()) throw new IOException("health.host: there is no host " + host);
        if (!where.getAddress().isLoopbackAddress())
            LOG.warn("health.host = {}: the health page can be read from other machines, and nobody is asked for a password", host);
        try {
            HttpServer server = HttpServer.create(where, 16);
            ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("page-", 0).factory());
            Site site = new Site(server, threads, host.toLowerCase(Locale.ROOT), Map.copyOf(pages));
            server.setExecutor(threads);
            server.createContext("/", site::answer);
            server.start();
            return site;
        } catch (IOException failed) {
            throw new IOException("cannot listen on " + host + " port " + port + " (health.port): " + failed.getMessage(), failed);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            Page page = page(exchange);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
            if (page.status() == 405) exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(page.body().length));
                exchange.sendResponseHeaders(page.status(), -1);
                return;
            }
            exchange.sendResponseHeaders(page.status(), page.body().length);
            exchange.getResponseBody().write(page.body());
        } catch (IOException gone) {
            LOG.debug("a page could not be sent: {}", gone.getMessage());
        }
    }

    private Page page(HttpExchange exchange) {
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) return Page.no(405, "Only GET and HEAD are answered here.");
        if (!addressed(exchange)) return Page.no(403, "This page answers only to its own name.");
        Function<Page.Asked, Page> page = pages.get(exchange.getRequestURI().getPath());
        if (page == null) return Page.no(404, "There is no such page.");
        try {
            return page.apply(new Page.Asked(json(exchange)));
        } catch (RuntimeException bug) {
            LOG.error("the page {} failed", exchange.getRequestURI().getPath(), bug);
            return Page.no(500, "This went wrong inside the robot; its log tells more.");
        }
    }

    /// Another name in Host means that a page of a stranger made some browser on this machine ask (DNS rebinding).
    private boolean addressed(HttpExchange exchange) {
        List<String> said = Optional.ofNullable(exchange.getRequestHeaders().get("Host")).orElse(List.of());
        if (said.size() != 1) return false;
        String name = said.getFirst().strip().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "").replaceAll("^\\[|]$", "");
        InetAddress bound = exchange.getLocalAddress().getAddress();
        return name.equals(host) || name.equals("localhost") || name.equals(bound.getHostAddress().replaceFirst("%.*", ""));
    }

    private static boolean json(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        List<String> accept = Optional.ofNullable(exchange.getRequestHeaders().get("Accept")).orElse(List.of());
        return List.of(query.split("&")).contains("json") || accept.stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("application/json"));
    }

    /// Hangs up at once.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

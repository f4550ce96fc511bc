package tldops.iana;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import tldops.core.Tld;

/// Asks an RDAP server about a ccTLD (RFC 7480, 9082): one GET over HTTPS, never without TLS, redirected only within the
/// same server, in a limited time, with a limited answer.
public final class Rdap implements Source {
    private static final int REDIRECTS = 3;
    private static final String NOT_THERE = "{\"errorCode\":404}";

    private final URI base;
    private final SSLContext trusted;
    private final Settings settings;
    private Optional<HttpClient> client = Optional.empty();

    /// @param total the longest that a question may take, connecting and redirects included
    /// @param clock for a `Retry-After` that is a date
    public record Settings(Duration connect, Duration total, int maxBytes, Supplier<Instant> clock) {}

    /// @param base under which `domain/nl` stands: `https://rdap.iana.org/`
    /// @param trusted whose certificates are believed
    /// @throws IllegalArgumentException when it is not HTTPS
    public Rdap(URI base, SSLContext trusted, Settings settings) {
        if (!"https".equalsIgnoreCase(base.getScheme()) || base.getHost() == null) throw new IllegalArgumentException("not an https: address: " + base);
        this.base = base.getPath().endsWith("/") ? base : URI.create(base + "/");
        this.trusted = trusted;
        this.settings = settings;
    }

    @Override
    public String ask(Tld tld) throws IOException {
        long end = System.nanoTime() + settings.total().toNanos();
        URI asked = base.resolve("domain/" + tld.label());
        for (int i = 0; i <= REDIRECTS; i++) {
            HttpResponse<byte[]> answer = get(asked, end);
            if (answer.statusCode() / 100 != 3) return judged(answer);
            asked = redirected(asked, answer);
        }
        throw new IOException("redirects more than " + REDIRECTS + " times");
    }

    private HttpResponse<byte[]> get(URI asked, long end) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(asked).header("Accept", "application/rdap+json").header("User-Agent", "tldops-robot").GET().build();
        CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.maxBytes()));
        try {
            return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new IOException("takes too long to answer", slow);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("the robot is stopping", stopping);
        } catch (ExecutionException failed) {
            throw new IOException(words(Optional.ofNullable(failed.getCause()).orElse(failed)), failed);
        }
    }

    private static String words(Throwable failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }

    /// Opened when first needed; it keeps its one connection for the next question.
    private synchronized HttpClient client() {
        if (client.isEmpty())
            client = Optional.of(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(settings.connect()).sslContext(trusted).build());
        return client.get();
    }

    private URI redirected(URI asked, HttpResponse<byte[]> answer) throws IOException {
        String location = answer.headers().firstValue("Location").orElseThrow(() -> new IOException("answers " + answer.statusCode() + " and does not say where to look"));
        try {
            URI next = asked.resolve(location);
            boolean same = "https".equalsIgnoreCase(next.getScheme()) && base.getHost().equalsIgnoreCase(next.getHost()) && base.getPort() == next.getPort();
            if (!same) throw new IOException("sends us elsewhere, where nobody vouches for IANA");
            return next;
        } catch (IllegalArgumentException unreadable) {
            throw new IOException("sends us to no address", unreadable);
        }
    }

    private String judged(HttpResponse<byte[]> answer) throws IOException {
        return switch (answer.statusCode()) {
            case 200 -> text(answer);
            case 404 -> answer.body().length == 0 ? NOT_THERE : text(answer);
            case 429, 503 -> throw new NotNow("answers " + answer.statusCode() + ", it is busy", answer.headers().firstValue("Retry-After").flatMap(value -> RetryAfter.read(value, settings.clock().get())));
            default -> throw new IOException("answers " + answer.statusCode());
        };
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT).replaceAll("[;\\s].*", "");
        if (!type.equals("application/rdap+json") && !type.equals("application/json")) throw new IOException("answers " + answer.statusCode() + " with something that is not RDAP");
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.body())).toString();
        } catch (CharacterCodingException garbage) {
            throw new IOException("answers with bytes that are not UTF-8", garbage);
        }
    }

    @Override
    public String where(Tld tld) {
        return base.resolve("domain/" + tld.label()).toString();
    }

    @Override
    public synchronized void close() {
        client.ifPresent(HttpClient::shutdownNow);
    }
}

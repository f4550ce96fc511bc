package tldops.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The page server as a browser, a monitor and a stranger meet it.
@Timeout(60)
class SiteTest {
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.open("127.0.0.1", 0, Map.of(
                "/health", asked -> Page.of(200, asked.json() ? Page.JSON : Page.TEXT, asked.json() ? "{}" : "wohl ✓\n"),
                "/broken", _ -> {
                    throw new IllegalStateException("with a secret");
                }));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_page_is_served_with_its_type_and_is_not_kept() throws IOException {
        String answer = Browser.get(site.port(), "/health");

        assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("Content-Type: text/plain; charset=utf-8").containsIgnoringCase("Cache-Control: no-store").endsWith("wohl ✓\n");
    }

    @Test
    void programs_get_json() throws IOException {
        assertThat(Browser.body(Browser.get(site.port(), "/health?json"))).isEqualTo("{}");
        assertThat(Browser.body(Browser.get(site.port(), "/health", "Accept: application/json"))).isEqualTo("{}");
        assertThat(Browser.body(Browser.get(site.port(), "/health", "Accept: text/html, */*"))).isEqualTo("wohl ✓\n");
    }

    @Test
    void head_is_get_without_a_body() throws IOException {
        String answer = Browser.raw(site.port(), "HEAD /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("Content-Length: " + "wohl ✓\n".getBytes(StandardCharsets.UTF_8).length).endsWith("\r\n\r\n");
    }

    @Test
    void everything_else_is_refused() throws IOException {
        assertThat(Browser.get(site.port(), "/")).startsWith("HTTP/1.1 404 ");
        assertThat(Browser.get(site.port(), "/health/../etc/passwd")).startsWith("HTTP/1.1 404 ");
        assertThat(Browser.get(site.port(), "/healthy")).startsWith("HTTP/1.1 404 ");
        assertThat(Browser.raw(site.port(), "POST /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")).startsWith("HTTP/1.1 405 ").containsIgnoringCase("Allow: GET, HEAD");
        assertThat(Browser.raw(site.port(), "DELETE /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 405 ");
    }

    @Test
    void a_page_that_a_stranger_made_the_browser_ask_for_is_refused() throws IOException {
        for (String host : new String[] {"evil.example", "evil.example:" + site.port(), "localhost.evil.example", "127.0.0.1.evil.example"})
            assertThat(Browser.raw(site.port(), "GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")).as(host).startsWith("HTTP/1.1 403 ").doesNotContain("wohl");
        assertThat(Browser.raw(site.port(), "GET /health HTTP/1.0\r\n\r\n")).as("no Host at all").startsWith("HTTP/1.1 403 ");
        assertThat(Browser.raw(site.port(), "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")).as("two").doesNotContain("wohl");
    }

    @Test
    void a_bug_shows_nothing_of_the_inside() throws IOException {
        assertThat(Browser.get(site.port(), "/broken")).startsWith("HTTP/1.1 500 ").doesNotContain("secret");
    }

    @Test
    void headers_without_end_are_not_read() throws IOException {
        String many = ("X-More: " + "x".repeat(1000) + "\r\n").repeat(40);
        String answer;
        try {
            answer = Browser.raw(site.port(), "GET /health HTTP/1.1\r\nHost: localhost\r\n" + many + "\r\n");
        } catch (IOException hungUp) {
            answer = "";
        }
        assertThat(answer).doesNotContain("wohl");
        assertThat(Browser.get(site.port(), "/health")).as("others are still served").contains("wohl");
    }

    @Test
    @Tag("check")
    void a_client_that_says_nothing_more_is_hung_up_on() throws IOException {
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            slow.getOutputStream().write("GET /health HTTP/1.1\r\nHost: local".getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            assertThat(slow.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Site.open("127.0.0.1", taken.getLocalPort(), Map.of())).isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1 port " + taken.getLocalPort() + " (health.port)");
        }
    }
}

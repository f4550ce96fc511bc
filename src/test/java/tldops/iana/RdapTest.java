package tldops.iana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Tld;
import tldops.intake.Authorities;

/// RFC 7480 against an HTTPS server of the test's own, well-behaved and not (MAIL_RULES 29, IANA_DATA 3).
@Timeout(60)
class RdapTest {
    private static final Tld NL = Tld.of("nl");
    private static final Instant NOW = Instant.parse("2027-01-14T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private RdapServer serving(RdapServer.Answer answer) throws IOException {
        return new RdapServer(folder, answer);
    }

    private static Rdap client(RdapServer server, Duration total) throws IOException {
        return new Rdap(server.base(), Authorities.context(Optional.of(server.authorities())), new Rdap.Settings(Duration.ofSeconds(5), total, Source.MAX_BYTES, () -> NOW));
    }

    private String asked(RdapServer.Answer answer) throws IOException {
        return asked(answer, PATIENCE);
    }

    private String asked(RdapServer.Answer answer, Duration total) throws IOException {
        try (RdapServer server = serving(answer)) {
            Rdap rdap = client(server, total);
            try {
                return rdap.ask(NL);
            } finally {
                rdap.close();
            }
        }
    }

    @Test
    void one_question_brings_the_answer_and_says_where_it_is_from() throws IOException {
        try (RdapServer server = serving((question, name) -> RdapServer.says(question, 200, "{\"ldhName\": \"" + name + "\", \"x\": \"ü\"}"))) {
            Rdap rdap = client(server, PATIENCE);

            assertThat(rdap.ask(Tld.of("рф"))).isEqualTo("{\"ldhName\": \"xn--p1ai\", \"x\": \"ü\"}");
            assertThat(rdap.where(Tld.of("рф"))).isEqualTo(server.base() + "domain/xn--p1ai");
            assertThat(server.asked()).containsExactly("xn--p1ai");
            rdap.close();
        }
    }

    @Test
    void it_says_what_it_wants_and_who_it_is() throws IOException {
        asked((question, _) -> {
            assertThat(question.getRequestHeaders().getFirst("Accept")).isEqualTo("application/rdap+json");
            assertThat(question.getRequestHeaders().getFirst("User-Agent")).isEqualTo("tldops-robot");
            RdapServer.says(question, 200, "{}");
        });
    }

    @Test
    void a_server_whom_nobody_vouches_for_is_not_believed() throws Exception {
        try (RdapServer server = serving((question, _) -> RdapServer.says(question, 200, "{}"))) {
            Rdap rdap = new Rdap(server.base(), Authorities.context(Optional.empty()), new Rdap.Settings(Duration.ofSeconds(5), PATIENCE, Source.MAX_BYTES, () -> NOW));
            Rdap elsewhere = new Rdap(URI.create("https://127.0.0.2:" + server.base().getPort() + "/"), Authorities.context(Optional.of(server.authorities())), new Rdap.Settings(Duration.ofSeconds(5), PATIENCE, Source.MAX_BYTES, () -> NOW));

            assertThatThrownBy(() -> rdap.ask(NL)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> elsewhere.ask(NL)).as("its certificate is another's").isInstanceOf(IOException.class);
            assertThat(server.asked()).isEmpty();
            rdap.close();
            elsewhere.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://rdap.iana.org/", "ftp://rdap.iana.org/", "rdap.iana.org", "https:///x"})
    void without_tls_nothing_is_asked(String base) {
        assertThatThrownBy(() -> new Rdap(URI.create(base), Authorities.context(Optional.empty()), new Rdap.Settings(PATIENCE, PATIENCE, 1, () -> NOW))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_without_certificates_is_told() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        assertThatThrownBy(() -> Authorities.context(Optional.of(empty))).hasMessageContaining("no certificate");
    }

    @Test
    void it_is_redirected_within_the_server_three_times_and_not_oftener() throws IOException {
        assertThat(asked((question, name) -> {
            if (name.equals("nl3")) {
                RdapServer.says(question, 200, "{}");
                return;
            }
            question.getResponseHeaders().set("Location", "/domain/nl" + (name.equals("nl") ? 1 : Integer.parseInt(name.substring(2)) + 1));
            question.sendResponseHeaders(302, -1);
        })).isEqualTo("{}");
        assertThatThrownBy(() -> asked((question, _) -> {
            question.getResponseHeaders().set("Location", "/domain/nl");
            question.sendResponseHeaders(301, -1);
        })).hasMessageContaining("redirects more than 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/domain/nl", "http://localhost/domain/nl", "//evil.example/domain/nl", "https://localhost:1/domain/nl", "javascript:x", "https://[", "file:///etc/passwd"})
    void it_is_not_sent_elsewhere(String location) {
        assertThatThrownBy(() -> asked((question, _) -> {
            question.getResponseHeaders().set("Location", location);
            question.sendResponseHeaders(307, -1);
        })).hasMessageContaining("sends us");
    }

    @Test
    void a_redirect_to_nowhere_is_a_failure() {
        assertThatThrownBy(() -> asked((question, _) -> question.sendResponseHeaders(303, -1))).hasMessageContaining("does not say where");
    }

    @Test
    void not_there_is_an_answer_and_a_page_of_a_proxy_is_none() throws IOException {
        assertThat(asked((question, _) -> RdapServer.says(question, 404, RdapRecords.notThere()))).contains("404");
        assertThat(RdapRecord.read(NL, asked((question, _) -> question.sendResponseHeaders(404, -1))).there()).isFalse();
        for (int status : List.of(200, 404)) assertThatThrownBy(() -> asked((question, _) -> {
            question.getResponseHeaders().set("Content-Type", "text/html");
            question.sendResponseHeaders(status, 4);
            question.getResponseBody().write("nope".getBytes(StandardCharsets.US_ASCII));
        })).hasMessageContaining("not RDAP");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"429|120|PT2M", "503|7|PT7S", "429|Thu, 14 Jan 2027 10:30:00 GMT|PT30M", "503|Thu, 14 Jan 2027 09:00:00 GMT|PT0S", "429|soon|", "503|-5|", "429|99999999999999|", "429||"})
    void a_busy_server_says_when_to_come_back(int status, String after, String expected) {
        assertThatThrownBy(() -> asked((question, _) -> {
            if (after != null) question.getResponseHeaders().set("Retry-After", after);
            question.sendResponseHeaders(status, -1);
        })).isInstanceOfSatisfying(NotNow.class, busy -> assertThat(busy.after()).isEqualTo(Optional.ofNullable(expected).map(Duration::parse)));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 401, 403, 500, 502, 504})
    void any_other_status_is_a_failure(int status) {
        assertThatThrownBy(() -> asked((question, _) -> question.sendResponseHeaders(status, -1))).hasMessage("answers " + status);
    }

    @Test
    void an_endless_answer_ends() {
        assertThatThrownBy(() -> asked((question, _) -> {
            question.getResponseHeaders().set("Content-Type", "application/rdap+json");
            question.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100_000; i++) question.getResponseBody().write(new byte[1024]);
        })).isInstanceOf(IOException.class);
    }

    @Test
    void an_answer_that_only_drips_ends() {
        CountDownLatch over = new CountDownLatch(1);
        try {
            assertThatThrownBy(() -> asked((question, _) -> {
                question.getResponseHeaders().set("Content-Type", "application/rdap+json");
                question.sendResponseHeaders(200, 0);
                try {
                    while (!over.await(20, TimeUnit.MILLISECONDS)) {
                        question.getResponseBody().write(' ');
                        question.getResponseBody().flush();
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }, Duration.ofMillis(800))).hasMessage("takes too long to answer");
        } finally {
            over.countDown();
        }
    }

    @Test
    void bytes_that_are_no_text_are_no_answer() {
        assertThatThrownBy(() -> asked((question, _) -> {
            question.getResponseHeaders().set("Content-Type", "application/json");
            question.sendResponseHeaders(200, 2);
            question.getResponseBody().write(new byte[] {(byte) 0xC3, (byte) 0x28});
        })).hasMessageContaining("UTF-8");
    }
}

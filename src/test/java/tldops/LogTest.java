package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The log as programs read it, and what must never stand in it (MAIL_RULES 33).
@Timeout(120)
class LogTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private OutputStreamAppender<ILoggingEvent> appender;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        LoggerContext context = root.getLoggerContext();
        JsonLog encoder = new JsonLog();
        encoder.setContext(context);
        encoder.start();
        appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void stop() {
        root.detachAppender(appender);
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : written.toString(StandardCharsets.UTF_8).split("\n")) lines.add(new ObjectMapper().readTree(line));
        return lines;
    }

    @Test
    void a_decision_is_one_object_with_its_parts_as_fields() throws Exception {
        String said = "inbox=7 message-id=a@x.example sender=jan@registry.example request=Commands cctld= state=helped letters=Help";
        LoggerFactory.getLogger(Decider.class).info("{}", new Said(said));

        JsonNode line = lines().getLast();

        assertThat(line.get("time").asText()).endsWith("Z");
        assertThat(line.get("level").asText()).isEqualTo("INFO");
        assertThat(line.get("logger").asText()).isEqualTo("tldops.Decider");
        assertThat(line.get("message").asText()).isEqualTo(said);
        assertThat(line.get("inbox").isNumber()).isTrue();
        assertThat(line.get("inbox").asLong()).isEqualTo(7);
        for (String field : List.of("message-id", "sender", "request", "cctld", "state", "letters")) assertThat(line.get(field).isTextual()).as(field).isTrue();
        assertThat(line.get("letters").asText()).isEqualTo("Help");
    }

    @Test
    void a_stack_stays_inside_its_line() throws Exception {
        LoggerFactory.getLogger(Decider.class).error("a \"step\"\nfailed", new IllegalStateException("first\nsecond"));

        JsonNode line = lines().getLast();

        assertThat(line.get("message").asText()).isEqualTo("a \"step\"\nfailed");
        assertThat(line.get("stack").asText()).contains("IllegalStateException", "first\nsecond", "LogTest");
    }

    @Test
    void rule_33_attack_no_password_token_or_letter_reaches_the_log() throws Exception {
        Terminal terminal = new Terminal(folder);
        try (Running running = terminal.running()) {
            Path maildir = terminal.data().resolve("maildir/new");
            terminal.type("invite", "nl");
            running.daemon().settle();
            String token = token(letters(maildir));
            terminal.deliver("From: Beheer <admin@nl-registry.example>\r\nTo: tld-ops-request+" + token + "@lists.example\r\nSubject: SSC\r\nMessage-ID: <form@nl-registry.example>\r\n\r\n"
                    + "Contact Person #1 (primary):\r\nName: Anna Voorbeeld\r\nEmail address: anna@nl-registry.example\r\nMobile phone number: +31 6 55501234\r\n\r\n"
                    + "I hereby confirm that the above persons are responsible for the overall security and stability of my ccTLD.\r\n\r\nReference: " + token + "\r\n");
            running.daemon().settle();
            answer(terminal, running, "Beheer <admin@nl-registry.example>", "confirm", newest(running, "Question"));
            answer(terminal, running, "Anna Voorbeeld <anna@nl-registry.example>", "Thank you.", newest(running, "Welcome"));
            answer(terminal, running, "Anna Voorbeeld <anna@nl-registry.example>", "password", "");
            answer(terminal, running, "Anna Voorbeeld <anna@nl-registry.example>", "confirm", newest(running, "ActionQuestion"));
            answer(terminal, running, "Anna Voorbeeld <anna@nl-registry.example>", "who correct-horse-battery", "");
            Matcher password = Pattern.compile("\\n {2}who (\\S+)\\r?\\n").matcher(String.join("\n", letters(maildir)));
            assertThat(password.find()).isTrue();
            answer(terminal, running, "Anna Voorbeeld <anna@nl-registry.example>", "who " + password.group(1), "");
            assertThat(running.daemon().store().outbox().list(Optional.empty(), 99)).extracting(row -> row.kind()).contains("Invitation", "Question", "Welcome", "ActionQuestion", "ListPassword");

            String log = written.toString(StandardCharsets.UTF_8);
            assertThat(log).contains("\"request\":\"Commands\"", "\"request\":\"FilledIn\"").doesNotContain("correct-horse-battery", password.group(1), "55501234", "Anna Voorbeeld");
            List<String> secrets = letters(maildir).stream().flatMap(letter -> Pattern.compile("[0-9a-z]{26}").matcher(letter).results().map(found -> found.group())).toList();
            assertThat(secrets).hasSizeGreaterThan(4).allSatisfy(secret -> assertThat(log).doesNotContain(secret));
        }
    }

    /// A mail with these words, and with the secret of a letter.
    private static void answer(Terminal terminal, Running running, String from, String words, String token) throws Exception {
        String reference = token.isEmpty() ? "" : "\r\nReference: " + token + "\r\n";
        terminal.deliver("From: " + from + "\r\nTo: tld-ops-request@lists.example\r\nSubject: x\r\nMessage-ID: <" + words.hashCode() + token + "@nl-registry.example>\r\n\r\n" + words + "\r\n" + reference);
        running.daemon().settle();
    }

    /// The secret of the newest letter of this kind.
    private static String newest(Running running, String kind) throws IOException {
        String id = running.daemon().store().outbox().list(Optional.empty(), 99).stream().filter(row -> row.kind().equals(kind)).findFirst().orElseThrow(() -> new AssertionError("no " + kind)).messageId();
        return token(letters(running.daemon().config().store().folder().resolve("maildir/new")).stream().filter(letter -> letter.contains(id)).toList());
    }

    private static List<String> letters(Path maildir) throws IOException {
        try (var files = Files.list(maildir)) {
            List<String> letters = new ArrayList<>();
            for (Path file : files.sorted().toList()) letters.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            return letters;
        }
    }

    /// Of the last letter that holds one; something that stands nowhere when none does.
    private static String token(List<String> letters) {
        Matcher token = Pattern.compile("Reference: ([0-9a-z]{26})").matcher(String.join("\n", letters));
        String last = "no token at all";
        while (token.find()) last = token.group(1);
        return last;
    }

    @Test
    void a_flood_of_warnings_is_held_back_and_summed_up() {
        AtomicLong nanos = new AtomicLong(1);
        Floodgate gate = new Floodgate(nanos::get);
        LoggerContext context = root.getLoggerContext();
        context.addTurboFilter(gate);
        try {
            org.slf4j.Logger log = LoggerFactory.getLogger("tldops.intake.Flooded");
            for (int i = 0; i < 500; i++) log.warn("garbage from {}", i);
            log.warn("another kind");
            for (int i = 0; i < 50; i++) log.info("decision {}", i);
            nanos.addAndGet(61_000_000_000L);
            gate.tell(context);
        } finally {
            context.getTurboFilterList().remove(gate);
        }
        List<String> lines = written.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("Flooded")).toList();
        assertThat(lines.stream().filter(line -> line.contains("garbage from ") && !line.contains("more lines"))).hasSize(Floodgate.MOST);
        assertThat(lines.stream().filter(line -> line.contains("decision "))).as("decisions are never held back").hasSize(50);
        assertThat(lines).anyMatch(line -> line.contains("another kind")).last().asString().contains((500 - Floodgate.MOST) + " more lines within a minute like: garbage from {}");
    }

    @Test
    void systemd_is_told_how_grave_a_line_is_only_when_it_reads_this_very_stream() throws Exception {
        Path output = Files.createFile(folder.resolve("out"));
        String itself = Files.getAttribute(output, "unix:dev") + ":" + Files.getAttribute(output, "unix:ino");

        assertThat(JournalPrefix.journal(Optional.of(itself), output)).isTrue();
        assertThat(JournalPrefix.journal(Optional.of("1:2"), output)).as("inherited from somebody else").isFalse();
        assertThat(JournalPrefix.journal(Optional.empty(), output)).isFalse();
        assertThat(List.of(JournalPrefix.prefix(Level.ERROR), JournalPrefix.prefix(Level.WARN), JournalPrefix.prefix(Level.INFO))).containsExactly("<3>", "<4>", "<6>");
    }
}

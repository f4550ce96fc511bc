package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Verp;
import tldops.post.Due;
import tldops.post.Outgoing;
import tldops.store.Documents;
import tldops.store.Inbox;
import tldops.store.Sample;
import tldops.store.Store;

/// A letter to many as the operator sees it: one letter with figures, in however many rows it stands.
class LetterToManyTest {
    private static final List<Address> SUBSCRIBERS = IntStream.range(0, 120).mapToObj(number -> Address.of("ssc@registry-" + number + ".example")).toList();

    @TempDir
    private Path folder;

    @Test
    void it_is_one_line_of_the_outbox_which_tells_how_many_have_it() throws Exception {
        Terminal terminal = new Terminal(folder);
        try (Running running = terminal.running()) {
            running.daemon().store().outbox().hold("for the test");
            running.daemon().store().record(List.of(Sample.post("post1", SUBSCRIBERS, 500, Instant.now())));

            assertThat(terminal.type("outbox")).isZero();
            assertThat(terminal.lines()).hasSize(2).last().asString().contains("120 subscribers", "post1", "held", "0 sent; for the test");
            JsonNode letter = terminal.json("outbox").get(0);
            assertThat(letter.get("to").toString()).isEqualTo("[\"120 subscribers\"]");

            terminal.type("outbox", "release");
            running.daemon().settle();
            running.daemon().store().settle();

            assertThat(terminal.json("outbox")).isEmpty();
            JsonNode sent = terminal.json("outbox", "list", "--all").get(0);
            assertThat(sent.get("state").asText()).isEqualTo("sent");
            assertThat(sent.get("note").asText()).isEqualTo("120 sent");
            assertThat(terminal.type("outbox", "show", sent.get("number").asText())).isZero();
            assertThat(terminal.out()).contains("120 sent", "Subject", "post1");
        }
    }

    @Test
    void its_parts_share_their_bytes_whenever_each_is_handed_over() throws Exception {
        Config config = ((ConfigReader.Reading.Good) ConfigReader.read(Optional.empty(), Map.of())).config();
        try (Store store = Store.open(folder.resolve("store"))) {
            List<Address> many = IntStream.range(0, 3000).mapToObj(i -> Address.of("ssc" + i + "@registry.example")).toList();
            store.record(List.of(Sample.post("post2", many, 5000, Instant.now())));
            Outgoing handed = Mailroom.outgoing(store.outbox(), config);

            List<Due> first = handed.due().upTo(Instant.now(), 1);
            List<Due> second = handed.due().upTo(Instant.now(), 1);

            assertThat(second.getFirst().id()).isNotEqualTo(first.getFirst().id());
            assertThat(second.getFirst().bytes()).isSameAs(first.getFirst().bytes());
        }
    }

    @Test
    void each_copy_has_a_return_path_of_its_own_unless_it_is_configured_otherwise() throws Exception {
        Terminal terminal = new Terminal(folder);
        for (String personal : List.of("on", "off")) {
            terminal.configure("list.personal-envelopes = " + personal);
            try (Running running = terminal.running()) {
                running.daemon().store().record(List.of(Sample.post("post" + personal, SUBSCRIBERS.subList(0, 3), 500, Instant.now())));
                running.daemon().settle();
            }
        }

        List<String> mails;
        try (Stream<Path> files = Files.list(folder.resolve("data/maildir/new"))) {
            mails = files.sorted().map(LetterToManyTest::read).toList();
        }
        assertThat(mails).hasSize(4);
        assertThat(mails).filteredOn(mail -> mail.contains("Subject: poston")).hasSize(3)
                .anyMatch(mail -> mail.startsWith("Return-Path: <tld-ops-bounces+" + Verp.key("poston", SUBSCRIBERS.get(1)) + "@lists.example>\r\nX-Envelope-To: " + SUBSCRIBERS.get(1) + "\r\n"));
        assertThat(mails).filteredOn(mail -> mail.contains("Subject: postoff")).singleElement().asString()
                .startsWith("Return-Path: <tld-ops-bounces+postoff@lists.example>\r\nX-Envelope-To: ssc@registry-0.example, ssc@registry-1.example, ssc@registry-2.example\r\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void whom_it_did_not_reach_comes_in_as_news_and_is_decided_upon() throws Exception {
        Terminal terminal = new Terminal(folder);
        try (Running running = terminal.running()) {
            byte[] news = Documents.bytes(new Event.Undelivered("post1", SUBSCRIBERS.subList(0, 2), "550 5.1.1 unknown"));
            running.daemon().store().inbox().put(new Inbox.Arrival(Inbox.Kind.UNREACHED, new Envelope("outbox", false, Optional.empty(), List.of(), ""), news, "", "", Instant.now())).join();
            running.daemon().settle();

            JsonNode row = terminal.json("inbox", "list", "--all").get(0);
            assertThat(row.get("subject").asText()).isEqualTo("a letter did not reach 2 of its subscribers");
            assertThat(row.get("state").asText()).isEqualTo("done");
            terminal.type("inbox", "show", row.get("number").asText());
            assertThat(terminal.out()).contains("550 5.1.1 unknown", "ssc@registry-1.example");
            assertThat(terminal.json("journal").get(0).get("what").asText()).isEqualTo("not delivered");
        }
    }
}

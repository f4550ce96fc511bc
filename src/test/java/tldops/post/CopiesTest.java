package tldops.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Verp;

/// A letter to many on its way to the relay: each of its subscribers counts for himself.
class CopiesTest {
    private static final Copies.Personal PERSONAL = new Copies.Personal(to -> Address.of("tld-ops-bounces+" + Verp.key("l1", to) + "@lists.example.test"));
    private static final String ADA = "RCPT TO:<ada@one.example>";
    private static final String BEA = "RCPT TO:<bea@one.example>";
    private static final String CLEO = "RCPT TO:<cleo@two.example>";

    private final Box box = new Box();
    private final List<String> alarms = new CopyOnWriteArrayList<>();

    private static Relay relay(Sink sink, int connections) {
        return new Relay(new Relay.Settings("127.0.0.1", sink.port(), "robot.example.test", connections, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Relay.Protection.NONE, Optional.empty()));
    }

    private Postman postman(Courier courier) {
        return new Postman(box.outgoing(), courier, Postman.Settings.DEFAULT, box::now, alarms::add);
    }

    private void mailing(Copies copies) {
        box.put(Box.mailing(1, copies, "ada@one.example", "bea@one.example", "cleo@two.example"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void without_personal_envelopes_all_go_in_one_transaction(boolean pipelining) throws Exception {
        mailing(Copies.SHARED);
        try (Sink sink = new Sink()) {
            sink.pipelining = pipelining;
            try (Postman postman = postman(relay(sink, 4))) {
                assertThat(postman.pump()).isEqualTo(1);
            }
            assertThat(sink.mails).hasSize(1).allMatch(mail -> mail.endsWith("\r\n\r\n.dot\r\nend\r\n"));
            assertThat(sink.commands).containsSubsequence("MAIL FROM:<tld-ops-bounces+l1@lists.example.test>", ADA, BEA, CLEO, "DATA");
        }
        assertThat(box.log()).containsExactly("taken 1 ada@one.example", "taken 1 bea@one.example", "taken 1 cleo@two.example");
        assertThat(box.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void with_personal_envelopes_each_has_a_transaction_whose_return_path_names_him(boolean pipelining) throws Exception {
        mailing(PERSONAL);
        try (Sink sink = new Sink()) {
            sink.pipelining = pipelining;
            try (Postman postman = postman(relay(sink, 4))) {
                postman.pump();
            }
            assertThat(sink.mails).hasSize(3);
            assertThat(sink.connections.get()).isEqualTo(1);
            String tag = Verp.key("l1", Address.of("bea@one.example"));
            assertThat(sink.commands).containsSubsequence("MAIL FROM:<tld-ops-bounces+" + tag + "@lists.example.test>", BEA, "DATA");
            assertThat(Verp.read(tag).isFor("l1", Address.of("bea@one.example"))).isTrue();
            assertThat(sink.commands.stream().filter(command -> command.startsWith("MAIL FROM")).distinct()).hasSize(3);
        }
        assertThat(box.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whom_the_relay_refuses_is_told_of_and_who_has_to_wait_comes_again_alone(boolean pipelining) throws Exception {
        mailing(Copies.SHARED);
        try (Sink sink = new Sink()) {
            sink.pipelining = pipelining;
            sink.once(ADA, "550 5.1.1 unknown").once(BEA, "450 4.2.1 greylisted");
            try (Postman postman = postman(relay(sink, 4))) {
                postman.pump();
                assertThat(box.log()).containsExactly("taken 1 cleo@two.example", "refused 1 [ada@one.example]: 550 5.1.1 unknown", "retry 1 in PT1M: 450 4.2.1 greylisted");
                assertThat(postman.pump()).isZero();
                box.pass(Duration.ofMinutes(1));
                postman.pump();
            }
            assertThat(box.log().getLast()).isEqualTo("taken 1 bea@one.example");
            assertThat(sink.mails).hasSize(2);
            assertThat(sink.commands.stream().filter(ADA::equals)).hasSize(1);
            assertThat(sink.commands.stream().filter(CLEO::equals)).hasSize(1);
        }
        assertThat(box.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_same_where_each_has_a_transaction(boolean pipelining) throws Exception {
        mailing(PERSONAL);
        try (Sink sink = new Sink()) {
            sink.pipelining = pipelining;
            sink.once(ADA, "550 5.1.1 unknown").once(BEA, "450 4.2.1 greylisted");
            try (Postman postman = postman(relay(sink, 4))) {
                postman.pump();
                box.pass(Duration.ofMinutes(1));
                postman.pump();
            }
            assertThat(sink.mails).filteredOn(mail -> !mail.isEmpty()).hasSize(2);
        }
        assertThat(box.log()).containsExactly("taken 1 cleo@two.example", "refused 1 [ada@one.example]: 550 5.1.1 unknown", "retry 1 in PT1M: 450 4.2.1 greylisted", "taken 1 bea@one.example");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void when_it_takes_nobody_no_letter_goes_and_the_connection_stays(boolean pipelining) throws Exception {
        mailing(Copies.SHARED);
        box.add(2);
        try (Sink sink = new Sink()) {
            sink.pipelining = pipelining;
            for (String rcpt : List.of(ADA, BEA, CLEO)) sink.once(rcpt, "550 no");
            sink.once("DATA", pipelining ? "554 no valid recipients" : "354 go on");
            try (Postman postman = postman(relay(sink, 1))) {
                postman.pump();
            }
            assertThat(sink.connections.get()).isEqualTo(1);
            assertThat(sink.mails).hasSize(1).allMatch(mail -> mail.contains("letter 2"));
        }
        assertThat(box.log()).contains("refused 1 [ada@one.example, bea@one.example, cleo@two.example]: 550 no", "sent 2");
    }

    /// RFC 2920 3.1: the dot alone, when it says "go on" to nobody.
    @Test
    void a_relay_that_says_go_on_to_nobody_gets_nothing() throws Exception {
        mailing(Copies.SHARED);
        try (Sink sink = new Sink()) {
            sink.pipelining = true;
            for (String rcpt : List.of(ADA, BEA, CLEO)) sink.once(rcpt, "450 later");
            sink.once(".", "554 no valid recipients");
            try (Postman postman = postman(relay(sink, 1))) {
                postman.pump();
            }
            assertThat(sink.mails).containsExactly("");
        }
        assertThat(box.log()).containsExactly("retry 1 in PT1M: 450 later");
    }

    @Test
    void a_letter_that_is_refused_as_a_whole_is_refused_for_each() throws Exception {
        mailing(Copies.SHARED);
        try (Sink sink = new Sink()) {
            sink.pipelining = true;
            sink.once(".", "554 5.7.1 spam");
            try (Postman postman = postman(relay(sink, 1))) {
                postman.pump();
            }
        }
        assertThat(box.log()).containsExactly("refused 1 [ada@one.example, bea@one.example, cleo@two.example]: 554 5.7.1 spam");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_refused_sender_is_told_apart_from_a_relay_that_goes_down(boolean pipelining) throws Exception {
        mailing(Copies.SHARED);
        try (Sink sink = new Sink()) {
            sink.pipelining = pipelining;
            sink.once("MAIL FROM:<tld-ops-bounces+l1@lists.example.test>", "421 4.3.2 going down").once("MAIL FROM:<tld-ops-bounces+l1@lists.example.test>", "452 4.3.1 full");
            try (Postman postman = postman(relay(sink, 1))) {
                assertThat(postman.pump()).isZero();
                assertThat(alarms).containsExactly("the relay is away: 421 4.3.2 going down");
                box.pass(Duration.ofMinutes(1));
                postman.pump();
            }
        }
        assertThat(box.log()).containsExactly("retry 1 in PT1M: 452 4.3.1 full");
    }

    /// RFC 5321 4.5.3.1.10
    @Test
    void recipients_that_are_too_many_for_one_transaction_come_in_the_next_one_at_once() throws Exception {
        mailing(Copies.SHARED);
        try (Sink sink = new Sink()) {
            sink.pipelining = true;
            sink.once(BEA, "452 4.5.3 too many recipients").once(CLEO, "552 too many recipients");
            try (Postman postman = postman(relay(sink, 1))) {
                postman.pump();
            }
            assertThat(sink.mails).hasSize(2);
        }
        assertThat(box.log()).containsExactly("taken 1 ada@one.example", "taken 1 bea@one.example", "taken 1 cleo@two.example");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_connection_that_is_lost_puts_off_those_who_have_not_got_it(boolean pipelining) throws Exception {
        mailing(PERSONAL);
        try (Sink sink = new Sink()) {
            sink.pipelining = pipelining;
            sink.once(".", "250 queued").once(".", "hang up");
            try (Postman postman = postman(relay(sink, 1))) {
                postman.pump();
                assertThat(box.log()).hasSize(2).first().isEqualTo("taken 1 ada@one.example");
                assertThat(box.log().getLast()).startsWith("retry 1 in PT1M");
                box.pass(Duration.ofMinutes(1));
                postman.pump();
            }
            // nobody knows whether bea got it: her copy comes again (P4), the very same
            assertThat(sink.mails).hasSize(4).containsOnly(sink.mails.getFirst());
        }
        assertThat(box.log()).endsWith("taken 1 bea@one.example", "taken 1 cleo@two.example");
    }

    @Test
    void an_address_that_no_command_can_hold_harms_no_other() throws Exception {
        Due letter = Box.mailing(1, Copies.SHARED, "ada@one.example");
        Address odd = new Address("x>\r\nRSET", "two.example");
        box.put(new Due(1, "l1", letter.envelopeFrom(), List.of(odd, letter.recipients().getFirst()), letter.bytes(), 0, letter.bestBefore(), true, Copies.SHARED));
        try (Sink sink = new Sink()) {
            sink.pipelining = true;
            try (Postman postman = postman(relay(sink, 1))) {
                postman.pump();
            }
            assertThat(sink.mails).hasSize(1);
        }
        assertThat(box.log()).hasSize(2).contains("taken 1 ada@one.example").last().asString().endsWith("not an address we write to");
    }

    /// P4: what a crash can repeat is one transaction of each connection.
    @Test
    void a_connection_carries_its_next_copy_only_when_the_last_is_recorded() {
        String[] subscribers = IntStream.range(0, 40).mapToObj(number -> "s" + number + "@one.example").toArray(String[]::new);
        box.put(Box.mailing(1, PERSONAL, subscribers));
        List<Integer> unrecorded = new ArrayList<>();
        try (Postman postman = postman(letter -> {
            unrecorded.add(box.log().size());
            return Outcome.Each.all(letter.recipients(), new Outcome.Accepted("250 ok"), true);
        })) {
            postman.pump();
        }
        assertThat(unrecorded).containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
    }

    @Test
    void while_the_relay_is_away_nothing_of_it_counts_as_a_try() {
        mailing(PERSONAL);
        List<Outcome> says = new CopyOnWriteArrayList<>(List.of(new Outcome.RelayAway("no route")));
        try (Postman postman = postman(letter -> letter.recipients().getFirst().local().equals("bea") ? says.getFirst() : Outcome.Each.all(letter.recipients(), new Outcome.Accepted("250 ok"), true))) {
            for (int minute = 0; minute < 60; minute++) {
                postman.pump();
                box.pass(Duration.ofMinutes(1));
            }
            assertThat(box.log()).containsExactly("taken 1 ada@one.example");

            says.set(0, new Outcome.Accepted("250 ok"));
            postman.pump();
        }
        assertThat(box.log()).containsExactly("taken 1 ada@one.example", "taken 1 bea@one.example", "taken 1 cleo@two.example");
    }

    @Test
    void what_cannot_be_kept_ends_the_round_and_is_not_sent_again() {
        mailing(PERSONAL);
        Outgoing good = box.outgoing();
        Outgoing broken = new Outgoing(good.due(), good.sent(), (_, _, _) -> {
            throw new IllegalStateException("disk full");
        }, good.refused(), good.retry(), good.givenUp(), good.putBack(), good.expired(), good.sentSince(), good.held(), good.hold(), good.listen());
        List<Due> carried = new CopyOnWriteArrayList<>();
        try (Postman postman = new Postman(broken, letter -> {
            carried.add(letter);
            return new Outcome.Accepted("250 ok");
        }, Postman.Settings.DEFAULT, box::now, alarms::add)) {
            assertThatThrownBy(postman::pump).hasMessage("disk full");
            assertThat(postman.pump()).isZero();
        }
        assertThat(carried).hasSize(1);
    }

    @Test
    void in_the_maildir_each_transaction_is_a_file(@TempDir Path folder) throws Exception {
        mailing(PERSONAL);
        try (Postman postman = postman(new Maildir(folder))) {
            postman.pump();
        }
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files).hasSize(3);
        }
    }
}

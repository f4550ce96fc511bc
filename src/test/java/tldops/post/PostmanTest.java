package tldops.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostmanTest {
    private static final Outcome ACCEPTED = new Outcome.Accepted("250 ok");

    private final Box box = new Box();
    private final List<String> alarms = new CopyOnWriteArrayList<>();

    private Postman postman(Courier courier) {
        return postman(courier, Postman.Settings.DEFAULT);
    }

    private Postman postman(Courier courier, Postman.Settings settings) {
        return new Postman(box.outgoing(), courier, settings, box::now, alarms::add);
    }

    @Test
    void retriesComeAfter1And5And15And60MinutesThenHourlyForFiveDays() {
        List<Long> minutes = new ArrayList<>();
        for (int failed = 1; Retries.DEFAULT.after(failed).isPresent(); failed++) minutes.add(Retries.DEFAULT.after(failed).get().toMinutes());

        assertThat(minutes).startsWith(1L, 5L, 15L, 60L, 60L, 60L);
        assertThat(minutes.stream().mapToLong(Long::longValue).sum()).isBetween(5 * 24 * 60L, 5 * 24 * 60L + 60);
    }

    @Test
    void aLetterThatIsNotTakenIsTriedAgainUntilItIsGivenUp() {
        box.add(1);
        try (Postman postman = postman(_ -> new Outcome.Later("450 wait"))) {
            postman.pump();
            assertThat(postman.pump()).isZero();
            while (box.waiting() > 0) {
                box.pass(Duration.ofMinutes(1));
                postman.pump();
            }
        }
        assertThat(box.log()).startsWith("retry 1 in PT1M: 450 wait", "retry 1 in PT5M: 450 wait", "retry 1 in PT15M: 450 wait", "retry 1 in PT1H: 450 wait", "retry 1 in PT1H: 450 wait");
        assertThat(box.log().getLast()).isEqualTo("given up 1: not taken in 5 days: 450 wait");
        assertThat(Duration.between(Box.START, box.now())).isBetween(Duration.ofDays(5), Duration.ofDays(5).plusHours(1));
    }

    @Test
    void aRefusedLetterIsGivenUpAtOnce() {
        box.add(1);
        try (Postman postman = postman(_ -> new Outcome.Refused("550 unknown"))) {
            postman.pump();
        }
        assertThat(box.log()).containsExactly("given up 1: 550 unknown");
    }

    @Test
    void nothingIsGivenUpWhileTheRelayIsAway() {
        box.add(1);
        box.add(2);
        List<Due> tried = new CopyOnWriteArrayList<>();
        List<Outcome> relay = new CopyOnWriteArrayList<>(List.of(new Outcome.RelayAway("no route")));
        try (Postman postman = postman(letter -> {
            tried.add(letter);
            return relay.getFirst();
        })) {
            for (int minute = 0; minute < 30 * 24 * 60; minute++) {
                postman.pump();
                box.pass(Duration.ofMinutes(1));
            }
            int atMostOneAMinute = 30 * 24 * 60 + 2;
            assertThat(box.log()).isEmpty();
            assertThat(tried.size()).isLessThanOrEqualTo(atMostOneAMinute);
            assertThat(tried).allMatch(letter -> letter.attempts() == 0);

            relay.set(0, ACCEPTED);
            postman.pump();
            postman.pump();
        }
        assertThat(box.log()).containsExactlyInAnyOrder("sent 1", "sent 2");
        assertThat(alarms).containsExactly("the relay is away: no route");
    }

    @Test
    void aRelayWithRoomForFewerConnectionsIsNotAway() {
        for (long id = 1; id <= 20; id++) box.add(id);
        Semaphore room = new Semaphore(1);
        try (Postman postman = postman(_ -> {
            if (!room.tryAcquire()) return new Outcome.RelayAway("421 too many connections");
            try {
                return ACCEPTED;
            } finally {
                room.release();
            }
        })) {
            while (box.waiting() > 0) assertThat(postman.pump()).isPositive();
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void aLetterPastItsBestBeforeIsNotSent() {
        box.put(Box.letter(1, Box.START, false));
        box.put(Box.letter(2, Box.START.plusSeconds(1), false));
        try (Postman postman = postman(_ -> ACCEPTED)) {
            postman.pump();
        }
        assertThat(box.log()).containsExactly("expired 1", "sent 2");
    }

    @Test
    void tooManyLettersAnHourHoldSending() {
        Postman.Settings settings = new Postman.Settings(4, 200, 5, Retries.DEFAULT);
        for (long id = 1; id <= 8; id++) box.add(id);
        try (Postman postman = postman(_ -> ACCEPTED, settings)) {
            postman.pump();
            assertThat(box.log()).hasSize(6).contains("held: breaker");
            assertThat(alarms).containsExactly("more than 5 letters within an hour: sending is held until it is released");
            box.pass(Duration.ofHours(2));
            assertThat(postman.pump()).isZero();

            box.release();
            postman.pump();
            assertThat(box.waiting()).isZero();
        }
    }

    @Test
    void whatWasReleasedMayGoAtOnce() {
        Postman.Settings settings = new Postman.Settings(1, 200, 5, Retries.DEFAULT);
        for (long id = 1; id <= 8; id++) box.add(id);
        try (Postman postman = postman(_ -> ACCEPTED, settings)) {
            postman.pump();
            box.pass(Duration.ofMinutes(1));
            box.release();
            postman.pump();
        }
        assertThat(box.waiting()).isZero();
        assertThat(alarms).hasSize(1);
    }

    @Test
    void bulletinsDoNotTripTheBreaker() {
        Postman.Settings settings = new Postman.Settings(4, 200, 5, Retries.DEFAULT);
        for (long id = 1; id <= 20; id++) box.put(Box.letter(id, Instant.MAX, true));
        try (Postman postman = postman(_ -> ACCEPTED, settings)) {
            postman.pump();
            postman.pump();
        }
        assertThat(box.waiting()).isZero();
        assertThat(alarms).isEmpty();
    }

    /// P4: what a crash can repeat is one letter of each connection.
    @Test
    void aConnectionCarriesItsNextLetterOnlyWhenTheLastIsRecorded() {
        for (long id = 1; id <= 50; id++) box.add(id);
        List<Integer> unrecorded = new CopyOnWriteArrayList<>();
        AtomicInteger carried = new AtomicInteger();
        try (Postman postman = postman(_ -> {
            unrecorded.add(carried.incrementAndGet() - (50 - box.waiting()));
            return ACCEPTED;
        })) {
            assertThat(postman.pump()).isEqualTo(50);
        }
        assertThat(unrecorded).allMatch(letters -> letters <= 4);
    }

    @Test
    void aFaultWithOneLetterHarmsNoOther() {
        box.add(1);
        box.add(2);
        try (Postman postman = postman(letter -> {
            if (letter.id() == 1) throw new IllegalStateException("planted");
            return ACCEPTED;
        })) {
            postman.pump();
        }
        assertThat(box.log()).hasSize(2).contains("sent 2").anyMatch(line -> line.startsWith("retry 1 in PT1M"));
    }

    @Test
    void whenTheOutboxFailsTheRoundEnds() {
        for (long id = 1; id <= 20; id++) box.add(id);
        Outgoing good = box.outgoing();
        List<Due> carried = new CopyOnWriteArrayList<>();
        Outgoing broken = new Outgoing(good.due(), (_, _) -> {
            throw new IllegalStateException("disk full");
        }, good.taken(), good.refused(), good.retry(), good.givenUp(), good.putBack(), good.expired(), good.sentSince(), good.held(), good.hold(), good.listen());
        try (Postman postman = new Postman(broken, letter -> {
            carried.add(letter);
            return ACCEPTED;
        }, Postman.Settings.DEFAULT, box::now, alarms::add)) {
            assertThatThrownBy(postman::pump).hasMessage("disk full");
        }
        assertThat(carried.size()).isLessThan(20);
        assertThat(good.due().upTo(box.now(), 100)).as("what the relay took is not sent again").hasSize(20 - carried.size());
        assertThat(box.waiting()).isEqualTo(20);
    }

    @Test
    void newLettersWakeThePostman() throws Exception {
        try (Postman postman = postman(_ -> ACCEPTED)) {
            postman.start();
            assertThat(postman.settle(Duration.ofSeconds(20))).isTrue();

            for (long id = 1; id <= 300; id++) box.add(id);

            assertThat(postman.settle(Duration.ofSeconds(20))).isTrue();
            assertThat(box.waiting()).isZero();
        }
    }

    @Test
    void closingLetsTheLettersOnTheirWayArrive() throws Exception {
        for (long id = 1; id <= 50; id++) box.add(id);
        CountDownLatch onTheWay = new CountDownLatch(4);
        CountDownLatch mayArrive = new CountDownLatch(1);
        Postman postman = postman(_ -> {
            onTheWay.countDown();
            try {
                mayArrive.await();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            return ACCEPTED;
        });
        postman.start();
        assertThat(onTheWay.await(20, TimeUnit.SECONDS)).isTrue();
        CountDownLatch closing = new CountDownLatch(1);
        Thread close = Thread.startVirtualThread(() -> {
            closing.countDown();
            postman.close();
        });
        assertThat(closing.await(20, TimeUnit.SECONDS)).isTrue();

        mayArrive.countDown();

        assertThat(close.join(Duration.ofSeconds(20))).isTrue();
        assertThat(box.log()).hasSizeGreaterThanOrEqualTo(4).allMatch(line -> line.startsWith("sent"));
        assertThat(box.log().size() + box.waiting()).isEqualTo(50);
    }

    /// P4: at least once, and the one that comes twice can be known by its Message-ID.
    @Test
    void aLetterWhoseYesWasLostComesAgainWithTheSameMessageId() throws Exception {
        box.add(1);
        try (Sink sink = new Sink()) {
            sink.once(".", "hang up");
            Relay relay = new Relay(new Relay.Settings("127.0.0.1", sink.port(), "robot.example.test", 1, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Relay.Protection.NONE, Optional.empty()));
            try (Postman postman = postman(relay)) {
                postman.pump();
                box.pass(Duration.ofMinutes(1));
                postman.pump();
            }
            assertThat(sink.mails).hasSize(2).allMatch(mail -> mail.contains("Message-ID: <1@lists.example.test>")); // L30, P4
            assertThat(sink.mails.get(0)).isEqualTo(sink.mails.get(1));
            assertThat(box.log().getLast()).isEqualTo("sent 1");
        }
    }

    @Test
    void aRelayThatComesBackGetsEverything() throws Exception {
        int port;
        try (Sink gone = new Sink()) {
            port = gone.port();
        }
        for (long id = 1; id <= 30; id++) box.add(id);
        Relay relay = new Relay(new Relay.Settings("127.0.0.1", port, "robot.example.test", 4, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Relay.Protection.NONE, Optional.empty()));
        try (Postman postman = postman(relay)) {
            assertThat(postman.pump()).isZero();
            try (Sink back = new Sink(port)) {
                box.pass(Duration.ofMinutes(1));
                postman.pump();
                postman.pump();

                assertThat(back.mails).hasSize(30).doesNotHaveDuplicates();
            }
        }
        assertThat(box.log()).hasSize(30).allMatch(line -> line.startsWith("sent"));
    }
}

package tldops.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final String EVERY_SECOND = "* * * * * ?";

    @Test
    void aFailingDutyHarmsNeitherItselfNorOthers() throws Exception {
        CountDownLatch failures = new CountDownLatch(2);
        CountDownLatch others = new CountDownLatch(2);
        Queue<Instant> times = new ConcurrentLinkedQueue<>();
        List<Clock.Duty> duties = List.of(new Clock.Duty("bad", EVERY_SECOND, ZoneOffset.UTC), new Clock.Duty("good", EVERY_SECOND, ZoneOffset.UTC));

        try (Clock _ = Clock.start(duties, (duty, at) -> {
            times.add(at);
            (duty.equals("bad") ? failures : others).countDown();
            if (duty.equals("bad")) throw new AssertionError("planted");
        })) {
            assertThat(failures.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(others.await(20, TimeUnit.SECONDS)).isTrue(); // L31
        }
        assertThat(times).allMatch(at -> at.getNano() == 0);
    }

    @Test
    void eachDutysNextRunIsKnown() {
        List<Clock.Duty> duties = List.of(
                new Clock.Duty("oversight", "0 0 9 1 1 ? 2099", ZoneId.of("Asia/Kolkata")),
                new Clock.Duty("deadlines", "0 30 9 * * ?", ZoneId.of("Asia/Kolkata")));

        try (Clock clock = Clock.start(duties, (_, _) -> {})) {
            List<Clock.Next> next = clock.next();

            assertThat(next).extracting(Clock.Next::duty).containsExactly("deadlines", "oversight");
            assertThat(next.getFirst().at().orElseThrow().atZone(ZoneOffset.UTC).toLocalTime()).isEqualTo(LocalTime.of(4, 0));
            assertThat(next.getLast().at()).contains(Instant.parse("2099-01-01T03:30:00Z"));
            assertThat(clock.late(Instant.EPOCH)).isEmpty();
            assertThat(clock.late(Instant.parse("2099-01-01T03:31:00Z"))).hasSize(2);
        }
    }

    @Test
    void aRunningDutyEndsBeforeTheClockDoes() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Queue<String> ended = new ConcurrentLinkedQueue<>();
        Clock clock = Clock.start(List.of(new Clock.Duty("slow", EVERY_SECOND, ZoneOffset.UTC)), (duty, _) -> {
            began.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            ended.add(duty);
        });
        assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
        Thread closing = Thread.startVirtualThread(clock::close);

        mayEnd.countDown();

        assertThat(closing.join(java.time.Duration.ofSeconds(20))).isTrue();
        assertThat(ended).isNotEmpty();
    }

    @Test
    void aRunThatNobodyDidIsFoundOnReturn() {
        Clock.Duty mondays = new Clock.Duty("oversight", "0 0 9 ? * MON", ZoneId.of("Europe/Amsterdam"));
        Instant monday = Instant.parse("2027-01-18T08:00:00Z");

        assertThat(Clock.missed(mondays, monday, Instant.parse("2027-01-25T07:59:59Z"))).isEmpty();
        assertThat(Clock.missed(mondays, monday, Instant.parse("2027-02-20T00:00:00Z"))).contains(Instant.parse("2027-01-25T08:00:00Z"));
    }

    @Test
    void afterTheWallClockWasSetRunsArePlannedAnew() {
        List<Clock.Duty> duties = List.of(new Clock.Duty("oversight", "0 0 9 1 1 ? 2099", ZoneOffset.UTC));
        try (Clock clock = Clock.start(duties, (_, _) -> {})) {
            clock.planAnew();

            assertThat(clock.next()).containsExactly(new Clock.Next("oversight", java.util.Optional.of(Instant.parse("2099-01-01T09:00:00Z")))); // L32
        }
    }

    @Test
    void aCronLineThatCannotBeReadIsNamed() {
        assertThat(Clock.fault("0 0/15 * * * ?")).isEmpty();
        assertThat(Clock.fault("every day")).isPresent();
        assertThat(Clock.fault("")).isPresent();
        assertThatThrownBy(() -> Clock.start(List.of(new Clock.Duty("oversight", "61 * * * * ?", ZoneOffset.UTC)), (_, _) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("oversight");
    }

    @Test
    void twoClocksLiveSideBySide() {
        List<Clock.Duty> duties = List.of(new Clock.Duty("deadlines", "0 0 0 1 1 ? 2099", ZoneOffset.UTC));
        try (Clock one = Clock.start(duties, (_, _) -> {})) {
            try (Clock two = Clock.start(duties, (_, _) -> {})) {
                assertThat(two.next()).hasSize(1);
            }
            assertThat(one.next()).hasSize(1);
        }
    }
}

package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tldops.core.Address;
import tldops.store.Outbox;
import tldops.store.Store;

/// One letter to thousands, and SIGKILL in the middle of it, again and again: nobody is left out, and nobody gets it twice
/// but those of the one transaction that was under way on each connection (P4).
@Tag("check")
class FanOutTest {
    @TempDir
    Path temporary;

    static List<Address> members(int count) {
        return IntStream.range(0, count).mapToObj(number -> Address.of("ssc" + number % 3 + "@registry-" + number / 3 + ".example")).toList();
    }

    @ParameterizedTest
    @CsvSource({"on, 6000, 1, 700, 0", "off, 6000, 100, 8, 10"})
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void a_letter_to_thousands_reaches_each_of_them_though_the_robot_is_killed_again_and_again(String personal, int count, int each, int mostMore, int pause) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("FanOutTest seed " + seed + " (repeat the choices with -Dseed=" + seed + ")");
        Random random = new Random(seed);
        Packed packed = Packed.into(Files.createDirectory(temporary.resolve("packed")));
        // a relay that takes its time, where it has few transactions: else all is over before anybody is killed
        Semaphore arrived = new Semaphore(0);
        try (Sink sink = new Sink(_ -> {
            arrived.release();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
        })) {
            List<String> more = new ArrayList<>(Ground.busy(sink.port()));
            more.add("list.personal-envelopes = " + personal);
            Ground ground = Ground.lay(temporary, more);
            int kills = 0;
            try (Running robot = new Running(ground.file(), packed.words())) {
                robot.port();
                robot.post("post1", count);
                while (sink.arrivals().size() * each < count) {
                    arrived.drainPermits();
                    int wanted = Math.min(1 + random.nextInt(mostMore), count / each - sink.arrivals().size());
                    assertThat(arrived.tryAcquire(wanted, 60, TimeUnit.SECONDS)).isTrue();
                    robot.kill();
                    kills++;
                    robot.again();
                }
                robot.port();
                robot.settle();
                robot.kill();
            }
            int twice = counted(sink.arrivals(), count, each);
            assertThat(twice).as("at most one transaction of each connection at each kill").isLessThanOrEqualTo(kills * Ground.config(ground.file()).send().connections());
            try (Store store = Store.open(ground.data())) {
                Outbox.Row row = store.outbox().list(Optional.empty(), 9).getFirst();
                assertThat(row.state()).isEqualTo(Outbox.State.SENT);
                assertThat(row.spread()).contains(new Outbox.Spread(count, count, 0));
            }
            System.out.printf("personal envelopes %s: %d subscribers, %d kills, %d transactions, %d of them a second time, %d connections%n", personal, count, kills, sink.arrivals().size(), twice, sink.connections());
            assertThat(kills).as("it was killed in the middle").isGreaterThan(3);
        }
    }

    /// @return how many transactions came a second time
    private static int counted(List<Sink.Arrival> arrivals, int count, int each) {
        Set<String> reached = new HashSet<>();
        Map<Integer, Sink.Arrival> last = new HashMap<>();
        arrivals.forEach(arrival -> last.put(arrival.connection(), arrival));
        Map<String, Sink.Arrival> first = new HashMap<>();
        Set<Sink.Arrival> repeated = new HashSet<>();
        for (Sink.Arrival arrival : arrivals) {
            assertThat(arrival.recipients()).hasSizeLessThanOrEqualTo(each).doesNotHaveDuplicates();
            for (String recipient : arrival.recipients()) {
                Sink.Arrival before = first.put(recipient, arrival);
                if (before == null) continue;
                assertThat(last.get(before.connection())).as("again, though it was recorded: " + recipient).isSameAs(before);
                repeated.add(arrival);
            }
            reached.addAll(arrival.recipients());
        }
        assertThat(reached).as("nobody is left out, and nobody else has it").containsExactlyInAnyOrderElementsOf(members(count).stream().map(Address::toString).toList());
        assertThat(arrivals).extracting(Sink.Arrival::messageId).containsOnly("post1@lists.example");
        assertThat(arrivals.stream().map(arrival -> arrival.head() + arrival.body()).distinct()).as("the very same letter").hasSize(1);
        return repeated.size();
    }
}

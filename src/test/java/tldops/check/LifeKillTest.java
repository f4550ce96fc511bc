package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Journal;
import tldops.core.Language;
import tldops.core.Member;
import tldops.core.Options;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;
import tldops.store.Store;

/// Life on the list, and SIGKILL again and again: posts, digests, the monthly edition, announcements, calls, changes that are
/// taken back, an import and a batch of invitations each happen once, and nobody is left out (P4).
@Tag("check")
class LifeKillTest {
    private static final int KILLS = Integer.getInteger("kills", 20);
    /// So many of the first ccTLDs have one admin contact.
    private static final int TOGETHER = 4;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void all_that_happens_on_the_list_happens_once_though_the_robot_is_killed_at_any_moment(String personal) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("LifeKillTest seed " + seed + " (repeat the choices with -Dseed=" + seed + ")");
        Random random = new Random(seed);
        AtomicReference<Life> listener = new AtomicReference<>();
        Packed packed = Packed.into(Files.createDirectory(temporary.resolve("packed")));
        try (Sink sink = new Sink(letter -> listener.get().arrived(letter))) {
            List<String> more = new ArrayList<>(Ground.busy(sink.port()));
            more.add("list { personal-envelopes = " + personal + ", posts.default-tlp = green }");
            more.add("batches { test-1 = [], test-2 = [] }");
            Ground ground = Ground.lay(temporary, more);
            joined(ground);
            members(ground);
            try (Running robot = new Running(ground.file(), packed.words())) {
                Life life = new Life(robot, ground.tlds(), random);
                listener.set(life);
                life.start();
                for (int kill = 0; kill < KILLS; kill++) {
                    life.allow(life.jobs() / KILLS + 1);
                    if (random.nextInt(8) > 0) robot.port();
                    robot.letRun(random.nextInt(random.nextInt(3) == 0 ? 2500 : 500));
                    robot.kill();
                    robot.again();
                }
                robot.port();
                life.finish();
                robot.settle();
                for (String duty : List.of("DIGEST", "NOTIFICATION", "INVITATIONS")) assertThat(robot.does("duty " + duty + " last")).isTrue();
                robot.settle();
                robot.kill();
                try (Store store = Store.open(ground.data())) {
                    Audit all = new Audit(store, sink.arrivals(), life.acknowledged());
                    all.mails();
                    all.decisions();
                    LifeAudit audit = new LifeAudit(store, sink.arrivals(), life);
                    int twice = audit.letters();
                    assertThat(twice).as("at most the one transaction on each connection at each kill").isLessThanOrEqualTo(KILLS * Ground.config(ground.file()).send().connections());
                    audit.counts();
                    audit.digests();
                    audit.announced();
                    audit.batches();
                    audit.members();
                    System.out.printf("life on the list, personal envelopes %s: %d kills, %d transactions, %d of them a second time, letters %s%n", personal, KILLS, sink.arrivals().size(), twice, audit.kinds());
                }
            }
        }
    }

    private static void joined(Ground ground) throws IOException {
        for (Tld tld : ground.tlds().subList(0, TOGETHER)) {
            Path record = ground.folder().resolve("iana").resolve(tld.label() + ".txt");
            Files.writeString(record, Files.readString(record).replace(Ground.admin(tld), "office@islands.example"));
        }
    }

    private static void members(Ground ground) {
        List<Tld> places = Life.places(ground.tlds());
        try (Store store = Store.open(ground.data())) {
            Instant now = Instant.now();
            List<Change> changes = new ArrayList<>();
            for (int number = 0; number < places.size(); number++) {
                Person person = new Person("Mary Member", List.of(Address.of(Life.ssc(places.get(number)))), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
                changes.add(new Change.MemberSaved(new Member(places.get(number), 1, person, Language.EN, now, Optional.of(now), "", false, now, Optional.empty(), 0, new Options(number < Life.DIGESTS, Optional.empty()), false)));
            }
            store.record(List.of(new Store.Recorded(0, new Decision(changes, List.of(), List.of(Journal.of("members", "of the test"))), List.of(), List.of(), now, "", "", "")));
        }
    }
}

package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Journal;
import tldops.core.Language;
import tldops.core.Member;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;
import tldops.store.Store;

/// Nothing lost, nothing twice: the whole daemon is killed with SIGKILL again and again while hundreds of mails are on
/// their way, and then everything is counted (P4, L24, L26, L30).
@Tag("check")
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 50);
    private static final int CONNECTIONS = 40;
    private static final int MOST_MORE = 400;
    private static final int MEMBERS = 20;
    private static final int FLOWS_A_ROUND = 5;

    @TempDir
    Path temporary;

    @Test
    @Timeout(value = 25, unit = TimeUnit.MINUTES)
    void each_acknowledged_mail_is_decided_once_and_its_letters_arrive_though_the_robot_is_killed_at_any_moment() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KillTest seed " + seed + " (repeat the choices with -Dseed=" + seed + ")");
        Random random = new Random(seed);
        AtomicReference<Load> listener = new AtomicReference<>();
        long begun = System.nanoTime();
        Packed packed = Packed.into(Files.createDirectory(temporary.resolve("packed")));
        try (Sink sink = new Sink(letter -> listener.get().arrived(letter))) {
            Ground ground = Ground.lay(temporary, Ground.busy(sink.port()));
            List<Tld> tlds = ground.tlds();
            List<String> members = seeded(ground, tlds.subList(0, MEMBERS));
            List<Integer> unanswered = new ArrayList<>();
            try (Running robot = new Running(ground.file(), packed.words())) {
                Load load = new Load(robot, tlds.subList(MEMBERS, tlds.size()), members, seed);
                listener.set(load);
                load.start(CONNECTIONS);
                int young = 0;
                for (int kill = 0; kill < KILLS; kill++) {
                    load.allow(FLOWS_A_ROUND);
                    if (random.nextInt(8) == 0) {
                        robot.letRun(random.nextInt(2000));
                    } else {
                        robot.port();
                        load.await(random.nextInt(MOST_MORE), 3000);
                        robot.letRun(random.nextInt(200));
                    }
                    if (!robot.up()) young++;
                    unanswered.add(load.unanswered());
                    robot.kill();
                    robot.again();
                }
                robot.port();
                load.finish();
                robot.settle();
                robot.kill();
                try (Store store = Store.open(ground.data())) {
                    Audit audit = new Audit(store, sink.arrivals(), load);
                    audit.mails();
                    audit.decisions();
                    audit.letters();
                    int twice = audit.arrivals();
                    audit.members();
                    assertThat(twice).as("at most the one letter on each connection at each kill").isLessThanOrEqualTo(KILLS * Ground.config(ground.file()).send().connections());
                    assertThat(average(unanswered)).as("the robot had work when it was killed").isGreaterThan(100);
                    table(System.out, List.of(
                            row("seed", seed), row("kills", KILLS), row("of these while starting", young),
                            row("unanswered mails at a kill, on average", average(unanswered)),
                            row("mails acknowledged", load.acknowledged().size()), row("brought again for want of a yes", load.resent()), row("rows of the inbox", audit.rows()),
                            row("duplicates among them", audit.duplicates()), row("decided", audit.decided()), row("SSCs who asked", audit.tlds().size()),
                            row("letters", audit.letterCount()), row("arrived at the relay", sink.arrivals().size()), row("of these a second time", twice),
                            row("connections to the relay", sink.connections()), row("seconds", (System.nanoTime() - begun) / 1_000_000_000)));
                }
            }
        }
    }

    private static List<String> seeded(Ground ground, List<Tld> tlds) {
        List<String> addresses = new ArrayList<>();
        try (Store store = Store.open(ground.data())) {
            Instant now = Instant.now();
            List<Change> changes = new ArrayList<>();
            for (Tld tld : tlds) {
                Person person = new Person("Mary Member", List.of(Address.of("mary.member@registry-" + tld.label() + ".example")), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
                changes.add(new Change.MemberSaved(new Member(tld, 1, person, Language.EN, now, Optional.of(now), "", false, now, Optional.empty(), 0)));
                addresses.add(person.address().toString());
            }
            store.record(List.of(new Store.Recorded(0, new Decision(changes, List.of(), List.of(Journal.of("members", "of the test"))), List.of(), List.of(), now, "", "", "")));
        }
        return addresses;
    }

    private static int average(List<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).sum() / all.size();
    }

    private static String row(String what, long figure) {
        return String.format(java.util.Locale.ROOT, "  %-40s %16d", what, figure);
    }

    private static void table(PrintStream out, List<String> rows) {
        out.println("kill -9 under load:");
        rows.forEach(out::println);
    }
}

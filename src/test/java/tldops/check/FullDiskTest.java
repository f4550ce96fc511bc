package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.cli.Exit;
import tldops.store.Inbox;
import tldops.store.Store;

/// A full disk: with `store.min-free` the door says 452 in time; without it the first write error ends the process, and
/// what was acknowledged is there when there is room again (P4).
@Tag("check")
class FullDiskTest {
    private static final int MAIL = 200_000;

    @TempDir
    Path temporary;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private Path data;

    @BeforeEach
    void mountPoint() throws IOException {
        data = Files.createDirectories(temporary.resolve("robot/data"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void under_min_free_the_door_says_452_and_takes_mail_again_when_there_is_room() throws Exception {
        try (SmallDisk disk = new SmallDisk(data, "24m"); Running robot = new Running(ground("12 MB").file(), disk.on(Packed.not().words()))) {
            fill(port(robot), 4);
            assertThat(refusals).isNotEmpty().allMatch(said -> said.contains(" 452 "));
            assertThat(Files.getFileStore(disk.seen(data)).getUsableSpace()).as("the rest is left alone").isGreaterThan(1_000_000);
            robot.letRun(2000);

            disk.resize("200m");
            robot.letRun(1100);
            try (Door door = new Door(port(robot))) {
                bring(door);
            }
            robot.settle();
            robot.kill();
            counted(disk);
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void the_first_write_error_ends_the_robot_and_nothing_acknowledged_is_lost() throws Exception {
        try (SmallDisk disk = new SmallDisk(data, "16m"); Running robot = new Running(ground("0 B").file(), disk.on(Packed.not().words()))) {
            fill(port(robot), 4);
            assertThat(robot.ended()).isEqualTo(Exit.DISK);
            int before = acknowledged.size();

            robot.again();
            if (robot.starts()) fill(robot.port(), 1);
            assertThat(robot.ended()).as("on the full disk the next write error ends it again, at the start or with the next mail").isEqualTo(Exit.DISK);

            disk.resize("200m");
            robot.again();
            try (Door door = new Door(port(robot))) {
                bring(door);
            }
            robot.settle();
            robot.kill();
            assertThat(before).isPositive();
            counted(disk);
        }
    }

    private static int port(Running robot) throws InterruptedException {
        assertThat(robot.starts()).as("it starts").isTrue();
        return robot.port();
    }

    private Ground ground(String minFree) throws IOException {
        return Ground.lay(temporary.resolve("robot"), List.of("store.min-free = " + minFree));
    }

    /// Brings mails over so many connections until each of them was refused.
    private void fill(int port, int connections) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (Door door = new Door(port)) {
                    while (true) bring(door);
                } catch (IOException refused) {
                    refusals.add(String.valueOf(refused.getMessage()));
                }
            }));
        }
        for (Thread thread : threads) thread.join();
        System.out.println(acknowledged.size() + " mails acknowledged, then: " + refusals);
    }

    private void bring(Door door) throws IOException {
        String id = "mail" + numbers.incrementAndGet() + "@mail.example";
        Mail small = Mail.help(id, "somebody" + numbers.get() + "@elsewhere.example");
        byte[] more = ("\r\n" + "x".repeat(70)).repeat(MAIL / 72).getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(small.bytes(), small.bytes().length + more.length + 2);
        System.arraycopy(more, 0, bytes, small.bytes().length, more.length);
        bytes[bytes.length - 2] = '\r';
        bytes[bytes.length - 1] = '\n';
        door.bring(new Mail(small.kind(), id, small.from(), small.to(), bytes));
        acknowledged.add(id);
    }

    private void counted(SmallDisk disk) throws IOException {
        Path copy = Files.createDirectory(temporary.resolve("copy"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        disk.out(data.resolve("tldops.mv.db"), copy.resolve("tldops.mv.db"));
        try (Store store = Store.open(copy)) {
            Map<String, Long> kept = store.inbox().list(Optional.empty(), Integer.MAX_VALUE).stream()
                    .filter(row -> row.kind() == Inbox.Kind.MAIL && row.duplicateOf() == 0).collect(Collectors.groupingBy(Inbox.Row::messageId, Collectors.counting()));
            assertThat(acknowledged).isNotEmpty().allMatch(id -> kept.getOrDefault(id, 0L) == 1);
            assertThat(store.inbox().list(Optional.of(Inbox.State.ASIDE), 9)).isEmpty();
            assertThat(store.inbox().list(Optional.of(Inbox.State.NEW), 9)).as("all of them are decided").isEmpty();
            assertThat(store.journals().verify()).isEmpty();
            System.out.println(acknowledged.size() + " mails acknowledged, each of them once in the inbox and decided; " + store.journals().last() + " lines of the journal, whole");
        }
    }
}

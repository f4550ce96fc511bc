package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.store.Store;

/// Upgrade: what the robot of each earlier schema left behind opens, lists as it did, and goes on (src/test/upgrade).
class UpgradeTest {
    private static final Path FOLDER = Path.of("src/test/upgrade");

    /// When `after.md` begins.
    private static final Instant LATER = Instant.parse("2027-01-20T11:00:00Z");

    @TempDir
    private Path temporary;

    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void what_an_earlier_robot_left_behind_opens_and_goes_on(Path fixture) throws Exception {
        Path data = Files.createDirectory(temporary.resolve("data"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<Posted> letters = unpacked(fixture, data);
        Story after = Story.read(FOLDER.resolve("after.md"));
        released(data);

        try (Player player = new DaemonPlayer(after, temporary, LATER)) {
            Performance performance = new Performance(after, player, StoryConfig.AUTHSERV);
            performance.remember(letters);
            for (Performance.Outcome outcome : performance.play(false)) if (!outcome.difference().isEmpty()) fail(outcome.difference());
        }

        try (Store store = Store.open(data)) {
            assertThat(store.journals().verify()).isEmpty();
            assertThat(store.journals().range(1, Long.MAX_VALUE)).hasSizeGreaterThan(25);
            assertThat(store.outbox().held()).as("it goes on here").isEmpty();
        }
    }

    /// A database knows where it was used, since its second schema; here it is a copy that is to go on.
    private static void released(Path data) {
        try (Store store = Store.open(data)) {
            if (store.copy()) store.outbox().release();
        }
    }

    private static List<Posted> unpacked(Path fixture, Path data) throws IOException {
        List<Posted> letters = List.of();
        try (InputStream file = Files.newInputStream(fixture); ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("letters.json")) letters = List.of(new JsonMapper().readValue(in.readAllBytes(), Posted[].class));
                else Files.copy(in, data.resolve(entry.getName()));
            }
        }
        return letters;
    }
}

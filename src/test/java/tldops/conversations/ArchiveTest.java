package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.Eventually;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Posts;

/// The archive of posts, where one is kept: each post once, whatever ends the robot in between, and closed to others.
class ArchiveTest {
    private static final Instant BEGIN = Instant.parse("2027-01-14T10:00:00Z");
    private static final List<String> PEOPLE = List.of("member .nl Anna Vermeer, anna@registry.example");

    @TempDir
    private Path temporary;

    private Path archive() {
        return temporary.resolve("archive");
    }

    private DaemonPlayer robot(String... config) throws Exception {
        Block said = new Block("config", "", 1, List.of(config.length > 0 ? config : new String[] {"list.posts.archive = \"" + archive() + "\""}));
        return new DaemonPlayer(new Story(Path.of("src/test/conversations/none.md"), List.of(), List.of(said)), Files.createDirectories(temporary.resolve("robot")), BEGIN);
    }

    private static void post(DaemonPlayer robot, String subject, String label) {
        String raw = "Authentication-Results: mx.lists.example; dmarc=pass header.from=registry.example\r\nReceived: from mail.example by mx.lists.example with ESMTP; Thu, 14 Jan 2027 10:00:00 +0000\r\n"
                + "From: Anna Vermeer <anna@registry.example>\r\nTo: tld-ops@lists.example\r\nSubject: " + subject + "\r\nDate: Thu, 14 Jan 2027 10:00:00 +0000\r\nMessage-ID: <" + subject
                + "@registry.example>\r\n\r\n" + label + "Something about " + subject + ".\r\n";
        robot.play(new Act.Mailed(raw.getBytes(StandardCharsets.UTF_8), Address.parse("anna@registry.example"), List.of(Address.of("tld-ops@lists.example")), true));
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.list(archive())) {
            return all.sorted().toList();
        }
    }

    private static void untilKept(DaemonPlayer robot) throws Exception {
        Eventually.see("every post is kept", () -> robot.ask(Posts::toArchive), List::isEmpty);
    }

    @Test
    void each_post_is_kept_once_and_closed_to_others_and_what_is_red_is_not() throws Exception {
        try (DaemonPlayer robot = robot()) {
            robot.play(new Act.Given(Given.of(PEOPLE, BEGIN)));
            post(robot, "one", "");
            post(robot, "secret", "TLP:RED\r\n\r\n");
            post(robot, "two", "TLP:GREEN\r\n\r\n");
            untilKept(robot);
        }

        assertThat(files()).hasSize(2).allSatisfy(file -> {
            assertThat(file.getFileName().toString()).matches("2027-01-14-\\d{6}-[0-9a-f]{8}\\.eml");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive()))).isEqualTo("rwx------");
        assertThat(files().getFirst()).content().contains("Subject: [tld-ops] [TLP:AMBER] one", "From: Anna Vermeer <anna@registry.example>", "Something about one.").doesNotContain("Authentication-Results"); // N35
        assertThat(files().getLast()).content().contains("[TLP:GREEN] two");
    }

    @Test
    void a_kill_before_or_after_the_file_is_there_leaves_one() throws Exception {
        String kept;
        try (DaemonPlayer robot = robot()) {
            robot.play(new Act.Given(Given.of(PEOPLE, BEGIN)));
            post(robot, "one", "");
            post(robot, "two", "");
            untilKept(robot);
            kept = Files.readString(files().getFirst());
            // as if it had been killed: of the first the file was not there yet, of the second it was not noted
            List<Change> noted = robot.ask(registry -> registry.posts().stream().<Change>map(post -> new Change.Counted("archive:" + post.inbox(), BEGIN)).toList());
            Files.move(files().getFirst(), archive().resolve("." + files().getFirst().getFileName().toString().replace(".eml", ".part")));
            Files.writeString(files().getLast(), "as it was");
            robot.play(new Act.Given(noted));
            untilKept(robot);
        }

        assertThat(files()).hasSize(2);
        assertThat(files().getFirst()).hasContent(kept);
        assertThat(files().getLast()).as("it is not written a second time").hasContent("as it was");
    }

    @Test
    void what_the_operator_removes_does_not_come_back_and_old_posts_are_not_kept() throws Exception {
        try (DaemonPlayer robot = robot("list.posts.archive = \"\"")) {
            robot.play(new Act.Given(Given.of(PEOPLE, BEGIN)));
            post(robot, "before", "");
        }
        try (DaemonPlayer robot = robot()) {
            post(robot, "one", "");
            untilKept(robot);
        }
        assertThat(files()).hasSize(1);
        Files.delete(files().getFirst());
        try (DaemonPlayer robot = robot()) {
            post(robot, "two", "");
            untilKept(robot);
        }

        assertThat(files()).singleElement().satisfies(file -> assertThat(file).content().contains("Something about two."));
    }

    @Test
    void a_folder_that_others_can_look_into_is_refused() throws Exception {
        Files.createDirectory(archive(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));

        assertThatThrownBy(this::robot).hasMessageContaining("chmod 700");
        assertThat(Optional.of(files())).contains(List.of());
    }
}

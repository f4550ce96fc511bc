package tldops.conversations;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Plays every conversation of src/test/conversations, against the core and through the whole daemon. `-Dgolden=rewrite` writes what came instead of comparing;
/// `-Dstory=07` plays those alone whose names begin so.
class ConversationsTest {
    private static final Path FOLDER = Path.of("src/test/conversations");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("golden"));

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> againstTheCore() throws IOException {
        return stories().map(story -> DynamicTest.dynamicTest(story.name() + ": " + story.title(), story.file().toUri(), () -> core(story)));
    }

    @TestFactory
    Stream<DynamicTest> throughTheDaemon() throws IOException {
        if (REWRITE) return Stream.empty();
        return stories().map(story -> DynamicTest.dynamicTest(story.name() + ": " + story.title(), story.file().toUri(), () -> daemon(story)));
    }

    private void daemon(Story story) throws IOException {
        try (Player player = new DaemonPlayer(story, folder(story))) {
            compare(new Performance(story, player, StoryConfig.AUTHSERV).play(false));
        }
    }

    private void core(Story story) throws IOException {
        Path folder = folder(story);
        try (Player player = new CorePlayer(Rooms.of(StoryConfig.of(story, folder, List.of())), story.name().hashCode())) {
            List<Performance.Outcome> outcomes = new Performance(story, player, StoryConfig.AUTHSERV).play(REWRITE);
            if (REWRITE) Rewriting.write(story, outcomes);
            else compare(outcomes);
        }
    }

    private Path folder(Story story) throws IOException {
        return Files.createTempDirectory(temporary, story.name());
    }

    private static void compare(List<Performance.Outcome> outcomes) {
        for (Performance.Outcome outcome : outcomes) if (!outcome.difference().isEmpty()) fail(outcome.difference());
    }

    private static Stream<Story> stories() throws IOException {
        String only = System.getProperty("story", "");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md") && file.getFileName().toString().startsWith(only)).sorted().toList().stream().map(ConversationsTest::story);
        }
    }

    private static Story story(Path file) {
        try {
            return Story.read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

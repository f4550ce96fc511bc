package tldops.conversations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// Plays a story against the core: the file's name in, what is not as it says out; "" when all is.
public final class Replay implements UnaryOperator<String> {
    @Override
    public String apply(String file) {
        try {
            Path folder = Files.createTempDirectory("replay");
            Story story = Story.read(Path.of(file));
            try (Player player = new CorePlayer(Rooms.of(StoryConfig.of(story, folder, List.of())), story.name().hashCode())) {
                List<Performance.Outcome> outcomes = new Performance(story, player, StoryConfig.AUTHSERV).play(false);
                return outcomes.stream().map(Performance.Outcome::difference).filter(difference -> !difference.isEmpty()).findFirst().orElse("");
            } finally {
                Files.deleteIfExists(folder.resolve("tldops.conf"));
                Files.delete(folder);
            }
        } catch (IOException | RuntimeException | AssertionError broken) {
            return String.valueOf(broken.getMessage());
        }
    }
}

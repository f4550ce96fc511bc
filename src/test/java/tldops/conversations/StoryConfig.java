package tldops.conversations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tldops.Config;
import tldops.ConfigReader;

/// The configuration of a story: the defaults, tldops.conf beside the stories, and the story's own `config` blocks.
final class StoryConfig {
    /// The authserv-id of tldops.conf.
    static final String AUTHSERV = "mx.lists.example";

    /// As whom our own border server logs in.
    static final String USER = "mx";

    static final String PASSWORD = "a long password of the border server";

    private StoryConfig() {}

    /// @param folder where its file is written
    /// @param more lines that a player needs
    static Config of(Story story, Path folder, List<String> more) throws IOException {
        Path file = folder.resolve("tldops.conf");
        List<String> lines = new ArrayList<>(lines(story));
        lines.addAll(more);
        Files.write(file, lines);
        return switch (ConfigReader.read(Optional.of(file), Map.of("MX_PASSWORD", PASSWORD))) {
            case ConfigReader.Reading.Good good -> good.config();
            case ConfigReader.Reading.Bad bad -> throw new IllegalArgumentException(story.file() + ": " + bad.problems());
        };
    }

    private static List<String> lines(Story story) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(story.file().resolveSibling("tldops.conf")));
        for (Block block : story.blocks()) if (block.kind().equals("config")) lines.addAll(block.body());
        return lines;
    }
}

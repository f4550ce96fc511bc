package tldops.conversations;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes the fixture of a schema: what the robot that is built now leaves in its data folder after the story before.md,
/// with the letters it sent, since people will answer them. To be run once for each schema, before the next one
/// comes; never again for one that is there: `java -cp ... tldops.conversations.Earlier src/test/upgrade/v2.zip`.
final class Earlier {
    private static final Path STORY = Path.of("src/test/upgrade/before.md");

    private Earlier() {}

    public static void main(String[] arguments) throws IOException {
        Path zip = Path.of(arguments[0]);
        if (Files.exists(zip)) throw new IllegalArgumentException(zip + " is there: the fixture of a schema is made once");
        Path folder = Files.createTempDirectory("earlier");
        List<Posted> letters;
        try (Player player = new DaemonPlayer(Story.read(STORY), folder)) {
            letters = new Performance(Story.read(STORY), player, StoryConfig.AUTHSERV).happen();
            System.out.println(String.join("\n", player.ask(States::cases)));
        }
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("tldops.mv.db"));
            Files.copy(folder.resolve("data/tldops.mv.db"), out);
            out.closeEntry();
            out.putNextEntry(new ZipEntry("letters.json"));
            out.write(new JsonMapper().writeValueAsBytes(letters));
            out.closeEntry();
        }
        System.out.println(zip + ": " + Files.size(zip) + " bytes");
    }
}

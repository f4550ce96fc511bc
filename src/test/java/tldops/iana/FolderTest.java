package tldops.iana;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Tld;

/// Records from files, for use without the network.
class FolderTest {
    @TempDir
    private Path path;

    @Test
    void aFileIsNamedByItsALabelOrItsULabel() throws IOException {
        Files.writeString(path.resolve("NL.txt"), "dutch");
        Files.writeString(path.resolve("рф.txt"), "russian");
        Files.writeString(path.resolve("xn--fiqs8s.txt"), "chinese");
        Files.writeString(path.resolve("README.md"), "not a record");
        Folder folder = new Folder(path);

        assertEquals(Set.of(Tld.of("nl"), Tld.of("рф"), Tld.of("中国")), folder.tlds());
        assertEquals("dutch", folder.ask(Tld.of("nl")));
        assertEquals("russian", folder.ask(Tld.of("xn--p1ai")));
        assertEquals("chinese", folder.ask(Tld.of("中国")));
    }

    @Test
    void whatHasNoFileFailsAndSaysWhich() {
        var thrown = assertThrows(IOException.class, () -> new Folder(path).ask(Tld.of("рф")));

        assertEquals("no record of .рф (xn--p1ai)", thrown.getMessage());
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        Files.writeString(path.resolve("nl.txt"), "x".repeat(Source.MAX_BYTES + 1));

        assertThrows(IOException.class, () -> new Folder(path).ask(Tld.of("nl")));
    }

    @Test
    void aFolderThatIsNotThereFails() {
        assertThrows(IOException.class, () -> new Folder(path.resolve("gone")).tlds());
    }
}

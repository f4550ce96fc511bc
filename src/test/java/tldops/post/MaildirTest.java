package tldops.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirTest {
    @TempDir
    Path folder;

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out").resolve(part))) {
            return files.sorted().toList();
        }
    }

    @Test
    void aLetterBecomesAFileWithItsEnvelopeOnTop() throws Exception {
        Maildir maildir = new Maildir(folder.resolve("out"));
        Due letter = Box.letter(7, Instant.MAX, false, "ada@registry.example", "office@lists.example.test");

        assertThat(maildir.carry(letter)).isInstanceOf(Outcome.Accepted.class);

        assertThat(files("tmp")).isEmpty();
        assertThat(Files.readString(files("new").getFirst())).isEqualTo(
                "Return-Path: <tld-ops-bounces+l7@lists.example.test>\r\nX-Envelope-To: ada@registry.example, office@lists.example.test\r\n" + new String(letter.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void aLetterSentAgainTakesItsOwnPlace() throws Exception {
        Maildir maildir = new Maildir(folder.resolve("out"));

        maildir.carry(Box.letter(7, Instant.MAX, false));
        maildir.carry(Box.letter(8, Instant.MAX, false));
        new Maildir(folder.resolve("out")).carry(Box.letter(7, Instant.MAX, false));

        assertThat(files("new")).hasSize(2);
    }

    @Test
    void aFolderThatIsGoneIsARelayThatIsAway() throws Exception {
        Maildir maildir = new Maildir(folder.resolve("out"));
        for (String part : List.of("tmp", "new", "cur")) Files.delete(folder.resolve("out").resolve(part));

        assertThat(maildir.carry(Box.letter(7, Instant.MAX, false))).isInstanceOf(Outcome.RelayAway.class);
    }
}

package tldops.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every template filled in before a decision needs it.
class RehearsalTest {
    @TempDir
    private Path folder;

    @Test
    void our_own_templates_can_all_be_filled_in() {
        assertThat(Rehearsal.troubles(new Wording(Optional.empty(), Samples.RULES, Samples.SECRETARIAT))).isEmpty();
    }

    @Test
    void a_template_that_asks_for_what_its_letter_does_not_hold_is_named() throws IOException {
        Files.createDirectory(folder.resolve("en"));
        Files.writeString(folder.resolve("en/welcome.ftl"), "Subject: Welcome\n\nDear ${colour}\n");

        assertThat(Rehearsal.troubles(new Wording(Optional.of(folder), Samples.RULES, Samples.SECRETARIAT))).singleElement().asString().contains("en/welcome", "colour");
    }
}

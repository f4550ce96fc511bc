package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void every_step_goes_as_told_and_nothing_is_left_behind() {
        int code = new Demo(new PrintStream(out, true, StandardCharsets.UTF_8), false, temporary).play();

        assertThat(code).as("%s", out).isZero();
        assertThat(text())
                .containsSubsequence("== 1.", "== 2.", "== 3.", "== 4.", "== 5.", "Every step went as told.")
                .doesNotContain("\u001b")
                .doesNotContainPattern("\\b[0-9a-z]{26}\\b");
        assertThat(temporary).isEmptyDirectory();
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

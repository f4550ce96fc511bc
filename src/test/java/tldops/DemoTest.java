package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void every_step_goes_as_told_and_nothing_is_left_behind() throws IOException {
        List<Path> before = folders();

        int code = new Demo(new PrintStream(out, true, StandardCharsets.UTF_8), false).play();

        assertThat(code).as("%s", out).isZero();
        assertThat(text())
                .containsSubsequence("== 1.", "== 2.", "== 3.", "== 4.", "== 5.", "Every step went as told.")
                .doesNotContain("\u001b")
                .doesNotContainPattern("\\b[0-9a-z]{26}\\b");
        assertThat(folders()).isEqualTo(before);
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> each.getFileName().toString().startsWith("tldops-demo-")).sorted().toList();
        }
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

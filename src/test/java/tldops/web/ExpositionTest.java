package tldops.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tldops.web.Exposition.Sample;

/// The text format of Prometheus, read back by a strict reader.
class ExpositionTest {
    @Test
    void every_kind_of_number_is_written_as_prometheus_reads_it() {
        Exposition page = new Exposition()
                .counter("mails_total", "Mails.", List.of(new Sample(Map.of("reason", "size", "door", "smtp"), 3)))
                .gauge("free_bytes", "Free.", 12_345_678_901.0)
                .gauge("ratio", "Ratio.", 0.25)
                .summary("commit_seconds", "Commits.", 1.5, 7)
                .histogram("wait_seconds", "Waits.", new double[] {0.1, 1}, new long[] {2, 0, 1}, 9.5);

        assertThat(page.toString()).startsWith("# HELP mails_total Mails.\n# TYPE mails_total counter\nmails_total{door=\"smtp\",reason=\"size\"} 3\n");
        assertThat(StrictReader.read(page.toString())).containsExactly(
                Map.entry("mails_total{door=\"smtp\",reason=\"size\"}", 3.0), Map.entry("free_bytes", 12_345_678_901.0), Map.entry("ratio", 0.25),
                Map.entry("commit_seconds_sum", 1.5), Map.entry("commit_seconds_count", 7.0),
                Map.entry("wait_seconds_bucket{le=\"0.1\"}", 2.0), Map.entry("wait_seconds_bucket{le=\"1\"}", 2.0), Map.entry("wait_seconds_bucket{le=\"+Inf\"}", 3.0),
                Map.entry("wait_seconds_sum", 9.5), Map.entry("wait_seconds_count", 3.0));
    }

    @Test
    void what_could_break_a_line_is_escaped() {
        Exposition page = new Exposition().gauge("x", "one\nline \\ more", List.of(Sample.of("label", "a\"b\\c\nd", 1)));

        assertThat(page.toString()).isEqualTo("# HELP x one\\nline \\\\ more\n# TYPE x gauge\nx{label=\"a\\\"b\\\\c\\nd\"} 1\n");
        StrictReader.read(page.toString());
    }

    @Test
    void a_name_without_numbers_is_left_out() {
        assertThat(new Exposition().counter("x_total", "None.", List.of()).toString()).isEmpty();
    }

    @Test
    void the_reader_itself_is_strict() {
        for (String wrong : List.of("x 1", "x 1\n", "# HELP x a\n# TYPE x gauge\nx 1\nx 2\n", "# HELP x a\n# TYPE x counter\nx 1\n", "# HELP x a\n# TYPE x gauge\nx{a=\"b} 1\n", "# HELP x a\n# TYPE y gauge\n"))
            assertThatThrownBy(() -> StrictReader.read(wrong)).as(wrong).isInstanceOf(AssertionError.class);
    }
}

package tldops.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table "What a forger can try" of the README: every line of it leads to the test that plays it.
class ForgerTableTest {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)]+)\\)");

    /// @param does what the forger does
    private record Row(String does, String happens, List<Link> shown) {}

    /// @param text `24-forged-from`, or `DkimTest.rule_5_attack_...`
    private record Link(String text, Path file) {}

    @Test
    void it_tells_of_forty_attacks_at_least_and_of_none_twice() throws IOException {
        List<Row> rows = rows();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
        assertThat(rows).extracting(Row::does).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat(row.happens()).as(row.does()).isNotBlank());
        assertThat(rows).allSatisfy(row -> assertThat(row.shown()).as(row.does()).isNotEmpty());
    }

    @Test
    void every_link_leads_to_a_conversation_or_to_a_method_that_is_there() throws IOException {
        for (Row row : rows()) {
            for (Link link : row.shown()) {
                String name = link.file().getFileName().toString();
                assertThat(link.file()).as(row.does()).isRegularFile();
                if (name.endsWith(".md")) {
                    assertThat(name).as(row.does()).isEqualTo(link.text() + ".md");
                } else {
                    String[] test = link.text().split("\\.");
                    assertThat(name).as(row.does()).isEqualTo(test[0] + ".java");
                    assertThat(above(Files.readString(link.file()), test[1])).as(row.does()).containsAnyOf("@Test", "@ParameterizedTest");
                }
            }
        }
    }

    /// What stands right above a method; "" when there is none of that name.
    private static String above(String source, String method) {
        int at = source.indexOf("\n    void " + method + "(");
        return at < 0 ? "" : source.substring(source.lastIndexOf("\n\n", at), at);
    }

    private static List<Row> rows() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("\n## What a forger can try\n") + 1);
        return table.substring(0, table.indexOf("\n## ")).lines().filter(line -> line.startsWith("| ") && !line.startsWith("| what he does |")).map(ForgerTableTest::row).toList();
    }

    private static Row row(String line) {
        String[] cells = line.split(" *\\| *", -1);
        assertThat(cells).as(line).hasSize(5);
        return new Row(cells[1], cells[2], LINK.matcher(cells[3]).results().map(ForgerTableTest::link).toList());
    }

    private static Link link(MatchResult link) {
        return new Link(link.group(1), Path.of(link.group(2)));
    }
}

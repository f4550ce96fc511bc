package tldops.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecListerTest {
    @TempDir Path folder;

    @Test
    void a_number_counts_on_a_line_of_the_robots_answer() {
        assertThat(
                        conversation(
                                """
                                # A story about R001
                                It mentions R002 and [R003] somewhere.

                                ```in
                                Subject: x   # R004
                                ```
                                The admin contact is asked. [R021, X13]

                                ```out
                                To: admin@registry.test
                                Your membership will be published.   # R022, X13
                                Not a comment R005
                                ```
                                ```state
                                .nl invited # P2
                                ```
                                """))
                .containsExactly("R021:7", "X13:7", "R022:11", "X13:11", "P2:15");
    }

    @Test
    void prose_that_does_not_head_an_answer_does_not_count() {
        assertThat(
                        conversation(
                                """
                                First. [R001]
                                Second.

                                ```out
                                x
                                ```
                                Third. [R002]
                                ```in
                                y
                                ```
                                """))
                .isEmpty();
    }

    @Test
    void a_longer_fence_may_hold_a_shorter_one() {
        assertThat(
                        conversation(
                                "````out\n```\nfenced # R006\n```\nstill # R007\n````\nout # R008\n"))
                .containsExactly("R006:3", "R007:5");
    }

    @Test
    void a_number_counts_on_an_assertion() {
        assertThat(
                        test(
                                """
                                /// About R001.
                                @Test // R002
                                void r003_is_shown() {
                                    String x = "R004"; // R005
                                    %s(x).isEqualTo("R006"); // R007, L08
                                    %s(x)
                                            .as("R009: why")
                                            .isNotNull(); // N10
                                    int y = 1; // R011
                                    // %s(y) R012
                                }
                                """
                                        .formatted("assertThat", "assertThat", "assertThat")))
                .containsExactly("R007:5", "L08:5", "R009:7", "N10:8");
    }

    @Test
    void unknown_numbers_are_nobodys_and_missing_ones_are_listed() throws IOException {
        Files.createDirectories(folder.resolve("spec"));
        Files.createDirectories(folder.resolve("conversations"));
        Files.writeString(folder.resolve("spec/numbers.tsv"), "R001\tone\nR002\ttwo\n");
        Files.writeString(folder.resolve("conversations/01.md"), "```out\nx # R001, R999\n```\n");
        List<SpecLister.Number> numbers = SpecLister.list(folder);
        assertThat(numbers).extracting(SpecLister.Number::number).containsExactly("R001", "R002");
        assertThat(numbers.getFirst().shown())
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.line()).isEqualTo(2);
                    assertThat(shown.text()).isEqualTo("x # R001, R999");
                });
        assertThat(numbers.getLast().shown()).isEmpty();
    }

    @Test
    void every_number_of_the_spec_has_a_title() throws IOException {
        List<SpecLister.Number> numbers = SpecLister.list(Path.of("src/test"));
        assertThat(numbers).hasSize(119 + 32 + 11 + 53 + 42 + 8 + 8);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(number.title().split(" ")).hasSizeBetween(2, 12));
    }

    private static List<String> conversation(String text) {
        return Citations.inConversation(text.lines().toList()).stream()
                .map(each -> each.number() + ":" + each.line())
                .toList();
    }

    private static List<String> test(String text) {
        return Citations.inTest(text.lines().toList()).stream()
                .map(each -> each.number() + ":" + each.line())
                .toList();
    }
}

package tldops.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailRulesTest {
    @TempDir Path folder;

    @Test
    void each_rule_has_tests_named_after_it_that_it_lets_pass_that_it_stops_what_is_near_and_what_attacks() throws IOException {
        List<MailRules.Rule> rules = MailRules.list(Path.of("src/test"));

        assertThat(rules).hasSize(34 + 3);
        assertThat(rules).allSatisfy(rule -> assertThat(rule.missing()).as("rule " + rule.number()).isEmpty());
    }

    @Test
    void a_kind_without_a_test_is_missed() throws IOException {
        written("void rule_9_pass_by_dkim() {}\nvoid rule_9_attack_by_spf(String mail) {}\nvoid ruled_out() {}");

        MailRules.Rule nine = MailRules.list(folder).getFirst();

        assertThat(nine.tests().get(MailRules.Kind.PASS)).containsExactly("ATest.rule_9_pass_by_dkim");
        assertThat(nine.missing()).containsExactly(MailRules.Kind.NEAR_MISS);
        assertThat(MailRules.lines(List.of(nine))).contains("      near miss  MISSING");
    }

    @Test
    void a_rule_that_there_is_not_is_told() throws IOException {
        written("void rule_90_pass_x() {}");

        assertThatThrownBy(() -> MailRules.list(folder)).hasMessageContaining("90");
    }

    private void written(String tests) throws IOException {
        Files.createDirectories(folder.resolve("spec"));
        Files.writeString(folder.resolve("spec/rules.tsv"), "9\twhat passes\n");
        Files.createDirectories(folder.resolve("java"));
        Files.writeString(folder.resolve("java/ATest.java"), tests);
    }
}

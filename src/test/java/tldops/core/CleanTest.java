package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTest {
    @ParameterizedTest
    @ValueSource(strings = {"con\u200cfirm", "con\u200dfirm", "con\u00adfirm", "con\u202efirm", "con\u034ffirm", "con\u0007firm", "\ud800confirm", "\u200cconfirm\u200d", "con\u2066\u200b\ufefffirm", "con\u3164firm"})
    void whatNobodySeesGoes(String hidden) {
        assertThat(Clean.line(hidden)).isEqualTo("confirm");
        assertThat(Clean.text(hidden)).isEqualTo("confirm");
        assertThat(Clean.header(hidden)).isEqualTo("confirm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"علی\u200cرضا", "क\u094d\u200dष", "ශ\u0dca\u200dරී"})
    void aJoinerThatANameNeedsStaysInTheTextAndLeavesTheHeader(String name) {
        assertThat(Clean.line(name)).isEqualTo(name);
        assertThat(Clean.text(name)).isEqualTo(name);
        assertThat(Clean.header(name)).isEqualTo(name.replaceAll("[\u200c\u200d]", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"علی\u200c", "\u200cعلی", "علی\u200c\u200cرضا", "علی\u200cx", "е\u0301\u200dе", "علی\u200c\u1160رضا"})
    void aJoinerThatJoinsNothingGoes(String name) {
        assertThat(Clean.line(name)).doesNotContain("\u200c", "\u200d").isEqualTo(Clean.line(Clean.line(name)));
    }

    @Test
    void aLineIsOneLineAndATextKeepsItsLines() {
        assertThat(Clean.line(" a\r\nb\u2028c \t d\u00a0")).isEqualTo("a b c d");
        assertThat(Clean.text("a\r\nb\u2028c \t d\u0007\n")).isEqualTo("a\nb\nc   d\n");
    }

    @Test
    void aCutNeverLeavesHalfACharacter() {
        assertThat(Clean.line("\ud83d\ude00".repeat(9), 3)).isEqualTo("\ud83d\ude00".repeat(3));
        assertThat(Clean.line("ab\u0646\u200c\u0646", 4)).isEqualTo("ab\u0646");
    }
}

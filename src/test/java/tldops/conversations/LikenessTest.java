package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a written expectation leaves open, and what it does not.
class LikenessTest {
    @Test
    void equalLinesAreAlike() {
        assertThat(Likeness.same(List.of("a", "", "b"), List.of("a", "", "b"))).isTrue();
    }

    @Test
    void threeDotsStandForAnyLinesAndForNone() {
        assertThat(Likeness.same(List.of("a", "...", "b"), List.of("a", "b"))).isTrue();
        assertThat(Likeness.same(List.of("a", "...", "b"), List.of("a", "x", "b", "y", "b"))).isTrue();
        assertThat(Likeness.same(List.of("..."), List.of())).isTrue();
    }

    @Test
    void threeDotsWithinALineStandForAnyLetters() {
        assertThat(Likeness.fits("answer until ... please", "answer until 21 January please")).isTrue();
        assertThat(Likeness.fits("(a...", "(abc)")).isTrue();
        assertThat(Likeness.fits("a...c", "abd")).isFalse();
    }

    @Test
    void theFirstLineThatNothingFitsIsNamed() {
        assertThat(Likeness.firstMiss(List.of("a", "...", "c", "d"), List.of("a", "b", "d"))).isEqualTo(2);
    }

    @Test
    void whatComesBeyondTheLastLineIsNamed() {
        assertThat(Likeness.firstMiss(List.of("a"), List.of("a", "b"))).isEqualTo(1);
    }

    @Test
    void remarksDoNotCount() {
        assertThat(Likeness.same(List.of("a  # R001", "...  # X13"), List.of("a", "b"))).isTrue();
    }
}

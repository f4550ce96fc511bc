package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Tlp;

class TlpLabelTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TLP:RED                     | RED
            [TLP: RED] names            | RED
            TLP classification: RED     | RED
            Traffic Light Protocol: RED | RED
            tlp-red                     | RED
            T.L.P. : ROUGE              | RED
            TLP ROJO                    | RED
            TLP: КРАСНЫЙ                | RED
            TLP: أحمر                   | RED
            TLP：红色                   | RED
            TLP红                       | RED
            TLP 2.0: AMBER+STRICT       | AMBER_STRICT
            TLP:AMBER STRICT            | AMBER_STRICT
            TLP:Ámbar                   | AMBER
            Classification TLP : jaune  | AMBER
            TLP level: yellow           | AMBER
            Niveau TLP couleur ambre    | AMBER
            TLP:ЯНТАРНЫЙ                | AMBER
            TLP:ЖЁЛТЫЙ                  | AMBER
            TLP:كهرماني                 | AMBER
            TLP：琥珀                   | AMBER
            [TLP:GREEN]                 | GREEN
            TLP:vert                    | GREEN
            TLP: Зелёный                | GREEN
            TLP:绿色                    | GREEN
            TLP:أخضر                    | GREEN
            **TLP:WHITE**               | CLEAR
            TLP:CLEAR                   | CLEAR
            TLP: blanc                  | CLEAR
            TLP: прозрачный             | CLEAR
            TLP: 白                     | CLEAR
            """)
    void labels_are_read_as_people_write_them(String line, Tlp tlp) {
        assertThat(TlpLabel.in(line)).containsExactly(tlp); // X23, R096, N35
        assertThat(TlpLabel.in(line.toLowerCase(java.util.Locale.ROOT))).containsExactly(tlp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"red alert", "TLP", "TLP: to be decided", "TLP:REDUCED", "XTLP:RED", "tulip red", "rouge", "TLP:PURPLE", "Clear the caches"})
    void what_is_no_label_is_none(String line) {
        assertThat(TlpLabel.in(line)).isEmpty();
    }

    @Test
    void a_colour_alone_on_the_line_below_belongs_to_the_label() {
        assertThat(TlpLabel.of("x", "TLP:\n\nRED\n")).contains(Tlp.RED); // N35
        assertThat(TlpLabel.of("x", "We follow the TLP\nRed Hat has news\n")).isEmpty();
        assertThat(TlpLabel.of("x", "TLP:\nred wine\n")).isEmpty();
    }

    @Test
    void a_text_is_marked_red_by_its_first_lines_and_by_a_line_of_its_own() {
        assertThat(TlpLabel.red("line\n".repeat(80) + "** TLP:RED **\n")).isTrue(); // N35
        assertThat(TlpLabel.red("line\n".repeat(80) + "What is TLP:RED does not belong here.\n")).isFalse();
    }

    @Test
    void the_strictest_of_subject_and_first_lines_counts() {
        assertThat(TlpLabel.of("[TLP:GREEN] x", "Dear all,\n\nTLP:AMBER\n")).contains(Tlp.AMBER); // N35
        assertThat(TlpLabel.of("[TLP:RED] x", "TLP:CLEAR\n")).contains(Tlp.RED);
        assertThat(TlpLabel.of("x", "line\n".repeat(10) + "TLP:RED\n")).isEqualTo(Optional.empty());
    }
}

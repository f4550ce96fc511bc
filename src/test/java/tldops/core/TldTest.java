package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TldTest {
    @ParameterizedTest
    @CsvSource({"nl, nl", ".NL, nl", " .Fr , fr", ".中国, xn--fiqs8s", "XN--P1AI, xn--p1ai", ".рф, xn--p1ai", ".فلسطين, xn--ygbi2ammx"})
    void aCcTldIsReadHoweverItIsWritten(String text, String label) {
        assertThat(Tld.parse(text)).contains(new Tld(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "com", "n", "nl.example", "n l", "..", "xn--", "12"})
    void whatCannotNameACcTldIsNone(String text) {
        assertThat(Tld.parse(text)).as(text).isEmpty();
    }

    @Test
    void anIdnIsShownAsPeopleWriteItWithItsALabelBeside() {
        assertThat(Tld.of("xn--fiqs8s").exact()).isEqualTo(".中国 (xn--fiqs8s)");
        assertThat(Tld.of("nl").exact()).isEqualTo(".nl");
    }
}

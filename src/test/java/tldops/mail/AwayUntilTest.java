package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The last day of an absence, as people write it (N22). It is the third of November 2026.
class AwayUntilTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "I am away until 10 November 2026. | 2026-11-10", "away until Tuesday, November 10th, 2026 | 2026-11-10", "on leave through Nov 10 | 2026-11-10", "from 2 November to 10 November 2026 | 2026-11-10",
        "I will be back on 11 November. | 2026-11-10", "Returning to the office on Wednesday, November 11, 2026 | 2026-11-10", "out until January 4. | 2027-01-04", "until 2026-11-10 | 2026-11-10",
        "abwesend bis einschließlich 10.11.2026 | 2026-11-10", "bis zum 10. November bin ich im Urlaub | 2026-11-10", "Ab dem 11.11.2026 bin ich wieder da. | 2026-11-10", "Ich bin am 11. November wieder im Büro. | 2026-11-10",
        "absente jusqu'au 10 novembre 2026 inclus | 2026-11-10", "absent du 2 au 10 novembre | 2026-11-10", "de retour le 11 novembre | 2026-11-10", "jusqu’au 1er décembre 2026 | 2026-12-01",
        "fuera hasta el 10 de noviembre de 2026 | 2026-11-10", "del 2 al 10 de noviembre | 2026-11-10", "регресо | ", "в отпуске до 10 ноября 2026 г. | 2026-11-10", "отсутствую по 10 ноября | 2026-11-10", "вернусь 11 ноября 2026 | 2026-11-10",
        "我于2026年11月2日至2026年11月10日休假 | 2026-11-10", "将于11月11日返回 | 2026-11-10", "خارج المكتب حتى ١٠ نوفمبر ٢٠٢٦ | 2026-11-10", "سأعود يوم 11 نوفمبر 2026 | 2026-11-10"})
    void theLastDayIsRead(String text, LocalDate day) {
        assertThat(AwayUntil.of("", text, TODAY)).isEqualTo(Optional.ofNullable(day));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "away until further notice", "until 05/11/2026", "I was away. See you on 10 November 2026.", "until 10 November, and again until 20 December", "until 31 February 2026", "call me before 10 November 2026", "until 10 Smarch", "until June 20"})
    void whatStatesNoOneDayIsNone(String text) {
        assertThat(AwayUntil.of("Automatic reply", text, TODAY)).isEmpty();
    }
}

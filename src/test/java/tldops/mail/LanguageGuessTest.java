package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tldops.core.Language;

/// In which language somebody is answered who has chosen none.
class LanguageGuessTest {
    @Test
    void letters_between_the_digits_of_a_password_are_no_words() {
        assertThat(LanguageGuess.of("who 2d5l6j7n8qu9la0de1le4un3du")).isEqualTo(Language.EN); // R050
    }

    @Test
    void common_words_tell() {
        assertThat(LanguageGuess.of("Bonjour, merci pour l'adresse.")).isEqualTo(Language.FR);
        assertThat(LanguageGuess.of("Dear all, thanks for the address.")).isEqualTo(Language.EN);
    }
}

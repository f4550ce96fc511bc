package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final Instant NOW = Instant.parse("2027-01-14T10:00:00Z");

    @Test
    void onePurposeGivesOneSecretAndEachPurposeItsOwn() {
        Moment moment = new Moment(NOW, new byte[32]);

        Set<String> secrets = new HashSet<>();
        for (int number = 0; number < 1000; number++) secrets.add(moment.token("question " + number).secret());

        assertThat(secrets).hasSize(1000);
        assertThat(moment.token("question 1")).isEqualTo(moment.token("question 1"));
        assertThat(moment.token("question 1").secret()).isNotEqualTo(moment.name("question 1", Token.LENGTH));
    }

    @Test
    void aSecretReadsBackAlsoInUpperCaseAndIsNeverPrinted() {
        Token token = new Moment(NOW, new byte[32]).token("question 1");

        assertThat(Token.parse(token.secret().toUpperCase(java.util.Locale.ROOT))).contains(token);
        assertThat(Token.parse(token.secret().substring(1))).isEmpty();
        assertThat(token.toString()).doesNotContain(token.secret());
    }
}

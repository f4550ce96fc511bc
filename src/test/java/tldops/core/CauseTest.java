package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a refusal tells of an address (RFC 3463, L05-L07).
class CauseTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5.1.1 | | ADDRESS", "5.1.10 | | ADDRESS", "5.1.2 | | ADDRESS", "5.2.1 | | ADDRESS", "5.1.7 | | POLICY", "5.1.8 | | POLICY", "5.1.11 | | OTHER",
        "5.7.1 | | POLICY", "5.7.26 | | POLICY", "5.7.509 | | POLICY", "4.7.1 | | POLICY", "5.6.0 | | POLICY", "5.2.3 | | POLICY", "5.3.4 | | POLICY",
        "5.2.2 | | OTHER", "4.4.7 | | OTHER", "5.4.4 | connect: no route | OTHER", "'' | | OTHER",
        "5.0.0 | 550 5.1.1 User unknown | ADDRESS", "'' | 550 5.7.26 unauthenticated, DMARC policy | POLICY", "5.0.0 | 554 blocked using bl.example | POLICY", "5.4.1 | 550 5.4.1 Recipient address rejected: Access denied | ADDRESS",
        "5.1.1 | rejected by local policy | ADDRESS", "5.7.1 | User unknown | POLICY", "5.0.0 | this looks like spam, no such user | POLICY", "4.4.1 | host said: user unknown | OTHER", "5.0.0 | message of 15.1.1 bytes | OTHER"})
    void theStatusSaysItAndElseTheWords(String status, String words, Cause cause) {
        assertThat(Cause.of(status, words == null ? "" : words)).isEqualTo(cause);
    }
}

package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Bearer;
import tldops.core.Token;

/// A secret counts where a letter put it: in the address or on a reference line, however mailers bend it (MAIL_RULES 12, L29).
class TokensTest {
    private static final String T = "0123456789abcdefghjkmnpqrs";

    @ParameterizedTest
    @ValueSource(strings = {"Reference: " + T, "Référence : " + T, "Référence: " + T, "  reference:" + T, "*Reference:* *" + T + "*", "Reference:\u00a0" + T, "Référence\u202f: " + T, "Reference:\n" + T, "Reference: <" + T + ">.", "- \nReference: 0123456789ABCDEFGHJKMNPQRS"})
    void referenceLineOfTheNewText(String line) {
        assertThat(bearers("From: a@nic.example\nContent-Type: text/plain; charset=utf-8", line)).containsExactly(new Bearer(new Token(T), Bearer.Place.NEW_TEXT)); // L29
    }

    @ParameterizedTest
    @ValueSource(strings = {"> Reference: " + T, ">> > Reference: " + T, "> Reference:\n> " + T, "-----Original Message-----\nReference: " + T})
    void referenceLineOfTheQuote(String line) {
        assertThat(bearers("From: a@nic.example", "confirm\n" + line)).containsExactly(new Bearer(new Token(T), Bearer.Place.QUOTED)); // L29
    }

    @ParameterizedTest
    @ValueSource(strings = {"To", "Cc", "Delivered-To", "X-Original-To"})
    void tagOfOurRequestAddress(String field) {
        assertThat(bearers("From: a@nic.example\n" + field + ": TLD-OPS <TLD-OPS-Request+" + T.toUpperCase(java.util.Locale.ROOT) + "@tld-ops.example>", "confirm")).containsExactly(new Bearer(new Token(T), Bearer.Place.ADDRESS)); // L29
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reference: " + "0123456789abcdefghjkmnpqr", "Reference: 0123456789abcdefghjkmnpqru", T, "my " + T, "Reference " + T, "Subject: " + T, "tld-ops-request+" + T + "@lists.tld-ops.example"})
    void elsewhereOrMisshapenItIsNone(String line) {
        assertThat(bearers("From: a@nic.example\nSubject: " + T + "\nIn-Reply-To: <" + T + "@lists.tld-ops.example>", line)).isEmpty();
    }

    @Test
    void tagOfAnotherAddressIsNone() {
        assertThat(bearers("From: a@nic.example\nTo: tld-ops-request+" + T + "@else.example, tld-ops-bounces+" + T + "@lists.tld-ops.example", "confirm")).isEmpty();
    }

    private static List<Bearer> bearers(String head, String text) {
        return Specimen.read(head + "\n\n" + text + "\n").mail().bearers();
    }
}

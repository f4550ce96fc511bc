package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.core.Address;

/// The mails that people of a story write.
class IncomingTest {
    private static final Instant NOW = Instant.parse("2027-01-14T10:00:00Z");
    private static final String TOKEN = "abcdefghjk0123456789mnpqrs";

    private final Sent sent = new Sent();
    private final Incoming incoming = new Incoming(sent, address -> address.domain().equals("list.example"), "mx.list.example");

    private Act.Mailed mail(String... lines) throws IOException {
        return incoming.of(List.of(lines), NOW, "story-1");
    }

    private static String text(Act.Mailed mail) {
        return new String(mail.raw(), StandardCharsets.UTF_8);
    }

    private void letterOut() {
        sent.add(List.of(Posted.read("ops-bounces+k@list.example", List.of("a@registry.example"), ("From: Robot <r@list.example>\r\nTo: a@registry.example\r\n"
                + "Reply-To: <ops-request+" + TOKEN + "@list.example>\r\nSubject: Question\r\nMessage-ID: <1@list.example>\r\n\r\nPlease answer\r\n\r\nReference: " + TOKEN + "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aMailGetsDateAndMessageIdAndItsEnvelope() throws IOException {
        Act.Mailed mail = mail("From: A <a@registry.example>", "To: ops-request@list.example, x@y.example", "Subject: help", "", "Hi");
        assertThat(text(mail)).contains("Date: Thu, 14 Jan 2027 10:00:00 GMT\r\n", "Message-ID: <story-1@mail.example>\r\n", "\r\n\r\nHi\r\n");
        assertThat(mail.returnPath()).contains(Address.of("a@registry.example"));
        assertThat(mail.recipients()).containsExactly(Address.of("ops-request@list.example"));
        assertThat(mail.trusted()).isFalse();
    }

    @Test
    void authenticatedMeansTheResultsOfOurOwnExchanger() throws IOException {
        Act.Mailed mail = mail("From: a@registry.example", "To: ops-request@list.example", "Authenticated: yes", "", "Hi");
        assertThat(text(mail)).startsWith("Authentication-Results: mx.list.example; dkim=pass header.d=registry.example; dmarc=pass (p=none) header.from=registry.example\r\n");
        assertThat(mail.trusted()).isTrue();
        assertThat(text(mail("From: a@registry.example", "To: ops-request@list.example", "Authenticated: failed", "", "Hi"))).contains("dmarc=fail");
        assertThat(text(mail("From: a@registry.example", "To: ops-request@list.example", "Authenticated: unknown", "", "Hi"))).contains("dmarc=temperror");
    }

    @Test
    void anAnswerGoesToTheReplyAddressOfItsLetter() throws IOException {
        letterOut();
        Act.Mailed mail = mail("From: a@registry.example", "Answers: a@registry.example", "", "confirm", "{quote last}");
        assertThat(mail.recipients()).containsExactly(Address.of("ops-request+" + TOKEN + "@list.example"));
        assertThat(text(mail)).contains("Subject: RE: Question\r\n", "In-Reply-To: <1@list.example>\r\n", "confirm\r\n> Please answer\r\n>\r\n> Reference: " + TOKEN);
    }

    @Test
    void tokensCanBeWrittenAnywhere() throws IOException {
        letterOut();
        assertThat(text(mail("From: a@registry.example", "To: ops-request@list.example", "", "Reference: {token 1}", "{original 1}"))).contains("Reference: " + TOKEN + "\r\nPlease answer\r\n");
    }

    @Test
    void aBounceComesFromNobodyToTheBounceAddress() {
        letterOut();
        Act.Mailed bounce = Bounce.of(sent.letter("1"), List.of(), "b-1");
        assertThat(bounce.returnPath()).isEqualTo(Optional.empty());
        assertThat(bounce.recipients()).containsExactly(Address.of("ops-bounces+k@list.example"));
        assertThat(text(bounce)).contains("Final-Recipient: rfc822; a@registry.example\r\nAction: failed\r\nStatus: 5.1.1");
    }

    @Test
    void aMailToNobodyOfOursIsAMistakeOfTheStory() {
        assertThatThrownBy(() -> mail("From: a@registry.example", "To: b@registry.example", "", "Hi")).hasMessageContaining("not addressed");
    }

    @Test
    void secretsReadAllTheSame() {
        letterOut();
        assertThat(sent.letter("1").lines(List.of("Reply-To"))).containsExactly(
                "From: Robot", "To: a@registry.example", "Subject: Question", "Envelope: ops-bounces+...@list.example", "Reply-To: <ops-request+{token}@list.example>",
                "", "Please answer", "", "Reference: {token}");
    }
}

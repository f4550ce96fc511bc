package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Digest;
import tldops.core.Request;

/// What a reading hands on besides the request.
class MailReaderTest {
    private static final String TOKEN = "0123456789abcdefghjkmnpqrs";

    @Test
    void headersComeInTheOrderOfTheMailUnfoldedWithDuplicates() {
        Reading reading = Specimen.read("Authentication-Results: mx.example;\n\tdmarc=pass\nFrom: a@nic.example\nSubject: one\nsubject : two\nno field at all\n\nconfirm\n");

        assertThat(reading.headers()).containsExactly(
                new Header("Authentication-Results", "mx.example;\tdmarc=pass"), new Header("From", "a@nic.example"), new Header("Subject", "one"), new Header("subject", "two"));
    }

    @Test
    void identityOfTheMailIsItsMessageIdAndTheDigestOfItsBytes() {
        byte[] raw = "From: a@nic.example\r\nMessage-ID: <x.1@nic.example>\r\n\r\nconfirm\r\n".getBytes(StandardCharsets.US_ASCII);

        Reading reading = Specimen.read(raw, Optional.of(Address.of("a@nic.example")), List.of());

        assertThat(reading.mail().messageId()).isEqualTo("x.1@nic.example");
        assertThat(reading.mail().digest()).isEqualTo(Digest.hex(raw));
        assertThat(Specimen.read("From: a@nic.example\n\nconfirm\n").mail().messageId()).isEmpty();
    }

    @Test
    void nobodyIsAuthenticatedByReading() {
        Reading reading = Specimen.read("From: a@nic.example\nAuthentication-Results: mx.example; dmarc=pass\n\nconfirm\n");

        assertThat(reading.mail().authenticated()).isFalse();
    }

    @Test
    void secretariatThatAnswersItsOwnQuestionIsNotReadAsTheMailItAttaches() {
        Reading reading = Specimen.read("From: secretariat@ccnso.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nclose\n\nReference: " + TOKEN + "\n--b\nContent-Type: message/rfc822\n\nFrom: admin@nic.example\n\nconfirm\n--b--\n");

        assertThat(reading.mail().redirectedBy()).isEmpty();
        assertThat(reading.mail().from()).contains(Address.of("secretariat@ccnso.example"));
        assertThat(reading.request()).isInstanceOfSatisfying(Request.Answered.class, answered -> assertThat(answered.words()).containsExactly(Request.Word.CLOSE));
    }

    @Test
    void resentByAStrangerIsNoRedirection() {
        Reading reading = Specimen.read("From: admin@nic.example\nResent-From: evil@else.example\n\nconfirm\n");

        assertThat(reading.mail().redirectedBy()).isEmpty();
    }

    @Test
    void rule_19_attack_our_own_letter_that_comes_back_is_known_by_its_mark() {
        Reading reading = Specimen.read("From: secretariat@ccnso.example\nContent-Type: message/rfc822\n\nFrom: tld-ops-request@lists.tld-ops.example\n\nconfirm\n");

        assertThat(reading.request()).isInstanceOf(Request.Automatic.class);
    }

    @Test
    void attachmentsAreNotOpenedButNoticed() {
        Reading reading = Specimen.read("From: a@nic.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nwho\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=x.txt\n\nconfirm\n--b--\n");

        assertThat(reading.request()).isInstanceOfSatisfying(Request.Commands.class, commands -> assertThat(commands.ignoredParts()).isTrue());
        assertThat(reading.mail().text()).isEqualTo("who\n");
    }
}

package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.core.Address;

/// The client and the relay of the stories, against each other.
class MailWireTest {
    private static final Address TO = Address.of("b@y.example");

    private static Act.Mailed mail(String text, boolean trusted) {
        String raw = "From: Robot <a@x.example>\r\nTo: b@y.example\r\nSubject: S\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text;
        return new Act.Mailed(raw.getBytes(StandardCharsets.UTF_8), Optional.of(Address.of("a@x.example")), List.of(TO), trusted);
    }

    @Test
    void everyByteArrives() throws IOException {
        try (MailSink sink = new MailSink()) {
            MailClient.send(sink.port(), mail(".dot\r\nÜ\r\n..\r\n", true));
            List<Posted> taken = sink.taken();
            assertThat(taken).hasSize(1);
            assertThat(taken.getFirst().text()).containsExactly(".dot", "Ü", "..");
            assertThat(taken.getFirst().envelope()).isEqualTo("a@x.example");
            assertThat(taken.getFirst().recipients()).containsExactly("b@y.example");
            assertThat(sink.taken()).isEmpty();
        }
    }

    @Test
    void aRefusedRecipientIsRefusedForGood() throws IOException {
        try (MailSink sink = new MailSink()) {
            sink.turned(new Act.Relay(Act.Relay.How.REFUSES, Optional.of(TO)));
            assertThatThrownBy(() -> MailClient.send(sink.port(), mail("x\r\n", false))).hasMessageContaining("550 5.1.1");
            sink.turned(new Act.Relay(Act.Relay.How.TAKES, Optional.of(TO)));
            MailClient.send(sink.port(), mail("x\r\n", false));
            assertThat(sink.taken()).hasSize(1);
        }
    }

    @Test
    void aRelayThatIsAwaySaysSo() throws IOException {
        try (MailSink sink = new MailSink()) {
            sink.turned(new Act.Relay(Act.Relay.How.AWAY, Optional.empty()));
            assertThatThrownBy(() -> MailClient.send(sink.port(), mail("x\r\n", false))).hasMessageContaining("421");
            sink.turned(new Act.Relay(Act.Relay.How.BACK, Optional.empty()));
            MailClient.send(sink.port(), mail("x\r\n", false));
            assertThat(sink.taken()).hasSize(1);
        }
    }
}

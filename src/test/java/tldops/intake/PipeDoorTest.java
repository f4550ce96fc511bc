package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Envelope;

class PipeDoorTest {
    private static final String ME = System.getProperty("user.name");
    private static final String MAIL = "From: Ada Moll <ada@registry.example>\nTo: Robot <tld-ops-request@lists.example.test>\nAuthentication-Results: mx.example.org; dmarc=pass\n\nhelp\n";

    @TempDir
    Path folder;

    private final List<Envelope> envelopes = new ArrayList<>();
    private final List<String> mails = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Inlet inlet = (envelope, raw) -> {
        envelopes.add(envelope);
        mails.add(new String(raw, StandardCharsets.ISO_8859_1));
    };

    private int deliver(Optional<String> trustedUser, Map<String, String> environment, String mail) throws IOException {
        PipeDoor door = new PipeDoor(OpenDoor.LIST, trustedUser, 10_000, (envelope, raw) -> inlet.take(envelope, raw));
        Path file = folder.resolve("s");
        try (Socket _ = Socket.open(file, (user, words, body, _, e) -> door.deliver(user, words, body, e), Socket.Limits.DEFAULT)) {
            return DeliverClient.deliver(file, Optional.empty(), List.of(), environment, new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)), err);
        }
    }

    @Test
    void theEnvelopeComesFromTheMailServer() throws Exception {
        Map<String, String> environment = Map.of("SENDER", "bounce@registry.example", "RECIPIENT", "robot@host.example", "ORIGINAL_RECIPIENT", "tld-ops-request+k3y@lists.example.test");

        assertThat(deliver(Optional.empty(), environment, MAIL)).isZero();

        assertThat(envelopes).containsExactly(new Envelope("pipe", false, Optional.of(Address.of("bounce@registry.example")), List.of(Address.of("tld-ops-request+k3y@lists.example.test")), ME));
        assertThat(mails.getFirst()).isEqualTo(MAIL.replace("\n", "\r\n").replace("Authentication-R", "X-Foreign-Authentication-R"));
    }

    @Test
    void theTrustedUsersVerdictsStayWhatTheyAre() throws Exception {
        deliver(Optional.of(ME), Map.of(), MAIL);

        assertThat(envelopes.getFirst().trusted()).isTrue();
        assertThat(mails.getFirst()).contains("\r\nAuthentication-Results:");
    }

    @Test
    void anEmptySenderIsTheNullReversePath() throws Exception {
        deliver(Optional.empty(), Map.of("SENDER", ""), MAIL);
        deliver(Optional.empty(), Map.of("SENDER", "MAILER-DAEMON"), MAIL);
        deliver(Optional.empty(), Map.of(), "Return-Path: <>\n" + MAIL);

        assertThat(envelopes).hasSize(3).allMatch(envelope -> envelope.returnPath().isEmpty());
    }

    @Test
    void whereTheServerTellsNothingTheHeadersDo() throws Exception {
        deliver(Optional.empty(), Map.of(), MAIL);
        deliver(Optional.empty(), Map.of(), "Return-Path: <b@registry.example>\nDelivered-To: tld-ops-owner@lists.example.test\n" + MAIL);

        assertThat(envelopes.getFirst().returnPath()).contains(Address.of("ada@registry.example"));
        assertThat(envelopes.getFirst().recipients()).containsExactly(Address.of("tld-ops-request@lists.example.test"));
        assertThat(envelopes.getLast().returnPath()).contains(Address.of("b@registry.example"));
        assertThat(envelopes.getLast().recipients()).containsExactly(Address.of("tld-ops-owner@lists.example.test"));
    }

    @Test
    void whatCannotBeUsedIsReturnedToItsSender() throws Exception {
        assertThat(deliver(Optional.empty(), Map.of(), MAIL + "x".repeat(10_000))).isEqualTo(Exit.UNUSABLE);
        assertThat(deliver(Optional.empty(), Map.of(), MAIL + "\0")).isEqualTo(Exit.UNUSABLE);
        assertThat(deliver(Optional.empty(), Map.of(), "")).isEqualTo(Exit.UNUSABLE);
        assertThat(deliver(Optional.empty(), Map.of(), "To: someone@elsewhere.example\n\nhelp")).isEqualTo(Exit.UNUSABLE);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("larger than 10000 bytes", "NUL", "empty", "no recipient");
        assertThat(envelopes).isEmpty();
    }

    @Test
    void whatCannotBeStoredNowComesAgain() throws Exception {
        inlet = (_, _) -> {
            throw NotNow.full("secret reason");
        };
        assertThat(deliver(Optional.empty(), Map.of(), MAIL)).isEqualTo(Exit.LATER);
        inlet = (_, _) -> {
            throw new IllegalStateException("secret fault");
        };
        assertThat(deliver(Optional.empty(), Map.of(), MAIL)).isEqualTo(Exit.LATER);

        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    @Test
    void withoutADaemonTheMailComesAgain() throws Exception {
        int code = DeliverClient.deliver(folder.resolve("none"), Optional.empty(), List.of(), Map.of(), new ByteArrayInputStream(new byte[0]), err);

        assertThat(code).isEqualTo(Exit.LATER);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no daemon answers");
    }
}

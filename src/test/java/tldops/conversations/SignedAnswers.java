package tldops.conversations;

import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Event;
import tldops.core.SigningKey;
import tldops.core.Tld;
import tldops.trust.KeyFile;
import tldops.trust.KeyHolder;

/// A question is open, and the admin contact has keys on file: for the tests of signed answers (MAIL_RULES §4, 10; R012). All mail
/// comes through a forwarder that broke its domain's own check, so that what does not count is left as failed.
abstract class SignedAnswers {
    static final Instant BEGAN = Instant.parse("2026-06-01T00:00:00Z");
    static final Instant ENDS = Instant.parse("2028-06-01T00:00:00Z");
    static final String ANNA = person(1, "Anna", "anna@registry.example", "+31 6 12345678") + "ccTLD: .nl";

    static KeyHolder.Smime his;
    static KeyHolder.Smime others;
    static KeyHolder.Pgp hisPgp;
    static KeyHolder.Pgp othersPgp;

    @TempDir
    private Path folder;

    Probe robot;
    String secret = "";

    @BeforeAll
    static void keysAreMade() {
        his = KeyHolder.rsa(ADMIN, 2048, BEGAN, ENDS);
        others = KeyHolder.rsa(ADMIN, 2048, BEGAN, ENDS);
        hisPgp = KeyHolder.pgp("Host Master <" + ADMIN + ">", BEGAN);
        othersPgp = KeyHolder.pgp("Host Master <" + ADMIN + ">", BEGAN);
    }

    @BeforeEach
    void asked() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl", ".fr");
        onFile(his, ".nl");
        onFile(hisPgp, ".nl");
        secret = Probe.token(robot.proved("anna@registry.example", "", ANNA), ADMIN);
    }

    List<Posted> onFile(KeyHolder signer, String tld) {
        return robot.order(new Event.Order.AddKey(Tld.of(tld), key(signer)));
    }

    SigningKey key(KeyHolder signer) {
        return KeyFile.read(signer.file().getBytes(StandardCharsets.ISO_8859_1), robot.now());
    }

    /// As a mail program writes an answer: one word, and our letter below it.
    String part(String word) {
        return part(word, secret);
    }

    static String part(String word, String secret) {
        return KeyHolder.part(word + "\n\n> Reference: " + secret + "\n");
    }

    List<Posted> answered(KeyHolder signer, String part) {
        return answered(head -> signer.mail(head, part, robot.now()));
    }

    List<Posted> answered(UnaryOperator<String> mail) {
        return robot.broken(ADMIN, secret, mail);
    }

    boolean admitted() {
        return robot.members().contains("Anna");
    }

    /// What the journal says of the signature.
    String said() {
        return robot.journal().stream().filter(line -> line.startsWith("signature ")).findFirst().orElse("");
    }
}

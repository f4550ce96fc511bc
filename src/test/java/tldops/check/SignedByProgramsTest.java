package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Request;
import tldops.core.Rules;
import tldops.core.Signature;
import tldops.core.SigningKey;
import tldops.mail.MailReader;
import tldops.mail.Reading;
import tldops.trust.KeyFile;
import tldops.trust.SignedByKey;

/// Mail that the real `openssl` and `gpg` signed is read as ours is (R012, MAIL_RULES 10).
@Tag("check")
@Timeout(300)
class SignedByProgramsTest {
    private static final String ADMIN = "hostmaster@registry.example";
    private static final Rules.MailingList LIST = new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of());
    private static final Address REQUEST = Address.of("tld-ops-request@lists.example");
    private static final String PART = "Content-Type: text/plain; charset=utf-8\r\n\r\nconfirm\r\n\r\n> Reference: 0123456789abcdefghjkmnpqrs\r\n";

    @TempDir
    Path folder;

    @BeforeEach
    void text() throws IOException {
        Files.writeString(folder.resolve("part"), PART);
        Files.createDirectory(folder.resolve("gnupg"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        run("gpgconf", "--homedir", folder.resolve("gnupg").toString(), "--kill", "gpg-agent");
    }

    private String run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectError(folder.resolve("errors").toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", List.of(words), Files.readString(folder.resolve("errors"))).isZero();
        return out;
    }

    private Signature signature(String mail, SigningKey key, Instant arrived) {
        return judged(mail, key, arrived).mail().authentication().signature().orElseThrow();
    }

    private static Reading judged(String mail, SigningKey key, Instant arrived) {
        byte[] raw = ("From: " + ADMIN + "\r\nTo: " + REQUEST + "\r\nMessage-ID: <1@registry.example>\r\n" + mail.replace("\r\n", "\n").replace("\n", "\r\n")).getBytes(StandardCharsets.ISO_8859_1);
        Envelope envelope = new Envelope("smtp", false, Address.parse(ADMIN), List.of(REQUEST), "");
        Reading read = MailReader.read(raw, envelope, 1, arrived, LIST, Set.of());
        return SignedByKey.judged(read, raw, address -> address.equals(Address.of(ADMIN)) ? List.of(key) : List.of(), LIST);
    }

    // ---- openssl

    private SigningKey certificate(String kind) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-days", "30", "-subj", "/CN=Host Master", "-addext", "subjectAltName=email:" + ADMIN,
                "-addext", "keyUsage=critical,digitalSignature", "-addext", "extendedKeyUsage=emailProtection", "-keyout", "key.pem", "-out", "certificate.pem", "-newkey"));
        words.addAll(kind.equals("ec") ? List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256") : List.of("rsa:" + kind));
        run(words.toArray(String[]::new));
        return KeyFile.read(Files.readAllBytes(folder.resolve("certificate.pem")), Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-md sha256", "-md sha512", "-md sha256 -keyopt rsa_padding_mode:pss", "-md sha256 -nodetach", "-md sha384 -nocerts", "-md sha256 -keyid"})
    void rule_10_pass_signature_of_openssl(String options) throws Exception {
        SigningKey key = certificate("2048");

        Reading read = judged(run(("openssl cms -sign -binary -in part -signer certificate.pem -inkey key.pem " + options).split(" ")), key, Instant.now());

        assertThat(read.mail().authentication().signature()).containsInstanceOf(Signature.Good.class);
        assertThat(read.request()).isEqualTo(new Request.Answered(Set.of(Request.Word.CONFIRM), List.of(), false));
    }

    @Test
    void rule_10_pass_signature_of_openssl_smime_with_a_curve() throws Exception {
        SigningKey key = certificate("ec");

        assertThat(signature(run("openssl", "smime", "-sign", "-binary", "-in", "part", "-signer", "certificate.pem", "-inkey", "key.pem"), key, Instant.now())).isInstanceOf(Signature.Good.class);
    }

    @ParameterizedTest
    @CsvSource({"-md sha1, WEAK", "-md sha256 -noattr, NOT_GOOD"})
    void rule_10_near_miss_signature_of_openssl(String options, Signature.Reason reason) throws Exception {
        SigningKey key = certificate("2048");

        Signature said = signature(run(("openssl cms -sign -binary -in part -signer certificate.pem -inkey key.pem " + options).split(" ")), key, Instant.now());

        assertThat(said).isInstanceOfSatisfying(Signature.Uncounted.class, uncounted -> assertThat(uncounted.reason()).isEqualTo(reason));
    }

    @Test
    void the_fingerprint_of_a_certificate_is_the_one_that_openssl_shows() throws Exception {
        SigningKey key = certificate("2048");

        assertThat(run("openssl", "x509", "-in", "certificate.pem", "-noout", "-fingerprint", "-sha256").replaceAll(".*=|[:\\s]", "")).isEqualTo(key.fingerprint());
        assertThat(key.addresses()).containsExactly(Address.of(ADMIN)); // RFC 8550 3
    }

    @Test
    void keys_that_nobody_should_rely_on_are_not_taken() throws Exception {
        assertThatThrownBy(() -> certificate("1024")).hasMessageContaining("2048"); // RFC 8551 4
        assertThatThrownBy(() -> KeyFile.read(Files.readAllBytes(folder.resolve("key.pem")), Instant.now())).hasMessageContaining("private key");
    }

    // ---- gpg

    private String gpg(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("gpg", "--homedir", folder.resolve("gnupg").toString(), "--batch", "--yes", "--quiet", "--pinentry-mode", "loopback", "--passphrase", ""));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    private SigningKey exported(Instant now) throws IOException, InterruptedException {
        return KeyFile.read(gpg("--export", "--armor", ADMIN).getBytes(StandardCharsets.ISO_8859_1), now);
    }

    private static String mail(String signature, String hash) {
        return "MIME-Version: 1.0\r\nContent-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-" + hash + "; boundary=s\r\n\r\n--s\r\n" + PART
                + "\r\n--s\r\nContent-Type: application/pgp-signature\r\n\r\n" + signature + "\r\n--s--\r\n";
    }

    @ParameterizedTest
    @CsvSource({"rsa2048, sha256", "ed25519, sha512", "nistp256, sha384", "default, sha256"})
    void rule_10_pass_signature_of_gpg(String kind, String hash) throws Exception {
        gpg("--quick-gen-key", "Host Master <" + ADMIN + ">", kind, "default", "1y");
        SigningKey key = exported(Instant.now());
        String signature = gpg("--armor", "--digest-algo", hash, "--output", "-", "--detach-sign", "part");

        Signature said = signature(mail(signature, hash), key, Instant.now());

        assertThat(said).isInstanceOfSatisfying(Signature.Good.class, good -> assertThat(good.fingerprint()).isEqualTo(key.fingerprint()));
        assertThat(gpg("--with-colons", "--list-keys", ADMIN)).contains("fpr:::::::::" + key.fingerprint() + ":");
        assertThat(key.until()).isPresent();
    }

    @Test
    void rule_10_pass_signature_of_gpg_by_a_subkey_over_a_text() throws Exception {
        gpg("--quick-gen-key", "Host Master <" + ADMIN + ">", "ed25519", "cert", "1y");
        String primary = gpg("--with-colons", "--list-keys", ADMIN).replaceAll("(?s).*?fpr:::::::::([0-9A-F]{40}):.*", "$1");
        gpg("--quick-add-key", primary, "ed25519", "sign", "1y");
        SigningKey key = exported(Instant.now());

        assertThat(signature(mail(gpg("--armor", "--textmode", "--digest-algo", "sha256", "--output", "-", "--detach-sign", "part"), "sha256"), key, Instant.now())).isInstanceOf(Signature.Good.class);
    }

    @Test
    void rule_10_near_miss_signature_of_gpg_with_sha_1() throws Exception {
        gpg("--quick-gen-key", "Host Master <" + ADMIN + ">", "rsa2048", "default", "1y");
        SigningKey key = exported(Instant.now());
        String signature = gpg("--armor", "--digest-algo", "sha1", "--output", "-", "--detach-sign", "part");

        assertThat(signature(mail(signature, "sha1"), key, Instant.now())).isInstanceOfSatisfying(Signature.Uncounted.class, said -> assertThat(said.reason()).isEqualTo(Signature.Reason.WEAK));
    }

    @Test
    void rule_10_near_miss_signature_of_gpg_by_a_key_that_is_over() throws Exception {
        gpg("--faked-system-time", "20260101T000000!", "--quick-gen-key", "Host Master <" + ADMIN + ">", "ed25519", "default", "20260301T000000");
        SigningKey key = exported(Instant.parse("2026-02-01T00:00:00Z"));
        String signature = gpg("--faked-system-time", "20260228T000000!", "--armor", "--digest-algo", "sha512", "--output", "-", "--detach-sign", "part");

        assertThat(signature(mail(signature, "sha512"), key, Instant.parse("2026-02-28T01:00:00Z"))).isInstanceOf(Signature.Good.class);
        assertThat(signature(mail(signature, "sha512"), key, Instant.parse("2026-03-02T00:00:00Z"))).isInstanceOfSatisfying(Signature.Uncounted.class, said -> assertThat(said.reason()).isEqualTo(Signature.Reason.KEY_OVER));
        assertThat(key.until()).contains(Instant.parse("2026-03-01T00:00:00Z").truncatedTo(ChronoUnit.SECONDS));
        assertThatThrownBy(() -> exported(Instant.parse("2026-04-01T00:00:00Z"))).hasMessageContaining("Nothing can be signed");
    }

    @Test
    void a_key_that_was_revoked_is_not_taken() throws Exception {
        gpg("--quick-gen-key", "Host Master <" + ADMIN + ">", "ed25519", "default", "1y");
        Path revocation;
        try (var files = Files.list(folder.resolve("gnupg/openpgp-revocs.d"))) {
            revocation = files.findFirst().orElseThrow();
        }
        Files.writeString(revocation, Files.readString(revocation).replace(":-----BEGIN", "-----BEGIN"));
        gpg("--import", revocation.toString());

        assertThatThrownBy(() -> exported(Instant.now().plusSeconds(60))).hasMessageContaining("Nothing can be signed"); // RFC 9580 5.2.3.31
    }
}

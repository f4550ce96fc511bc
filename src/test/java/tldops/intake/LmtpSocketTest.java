package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tldops.intake.OpenDoor.MAIL;
import static tldops.intake.OpenDoor.ROBOT;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// LMTP on a socket that is a file: who may come, and whose Authentication-Results count (MAIL_RULES 1).
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LmtpSocketTest {
    private static final String VERDICT = "Authentication-Results: mx.example.test; dmarc=pass\r\n";
    private static final String ME = System.getProperty("user.name");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("lmtp.sock");
    }

    @Test
    void verdicts_that_the_trusted_user_brings_stay_what_they_are() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.on(file(), ME); Wire wire = lmtp.connect()) {
            assertThat(OpenLmtp.mail(wire, VERDICT + MAIL, ROBOT)).containsExactly("250 2.0.0 Stored");

            OpenDoor.Taken mail = lmtp.taken.getFirst();
            assertThat(mail.envelope().trusted()).isTrue();
            assertThat(mail.envelope().client()).isEqualTo(ME);
            assertThat(mail.text()).startsWith("Received: from mx.example.test (user " + ME + ")\r\n\tby robot.example.test (tldops-robot) with LMTP;").contains("\r\n" + VERDICT);
        }
    }

    @Test
    void verdicts_that_another_user_brings_are_marked_as_foreign() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.on(file(), "not-" + ME); Wire wire = lmtp.connect()) {
            OpenLmtp.mail(wire, VERDICT + MAIL, ROBOT);

            assertThat(lmtp.taken.getFirst().envelope().trusted()).isFalse();
            assertThat(lmtp.taken.getFirst().text()).contains("\r\nX-Foreign-" + VERDICT);
        }
    }

    @Test
    void the_file_is_for_its_owner_and_its_group_and_goes_with_the_door() throws Exception {
        try (OpenLmtp lmtp = OpenLmtp.on(file(), ME)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-rw----");
            assertThat(lmtp.door.port()).isZero();
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_file_that_a_dead_daemon_left_behind_is_replaced() throws Exception {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(file()));
        }
        try (OpenLmtp lmtp = OpenLmtp.on(file(), ME); Wire wire = lmtp.connect()) {
            assertThat(OpenLmtp.mail(wire, MAIL, ROBOT)).containsExactly("250 2.0.0 Stored");
            assertThatThrownBy(() -> OpenLmtp.on(file(), ME)).isInstanceOf(IOException.class).hasMessageContaining("another daemon listens on " + file());
        }
    }

    @Test
    void what_is_no_socket_is_left_alone() throws Exception {
        Files.writeString(file(), "somebody's letter");

        assertThatThrownBy(() -> OpenLmtp.on(file(), ME)).isInstanceOf(IOException.class).hasMessageContaining("something else is there");
        assertThat(file()).hasContent("somebody's letter");
    }

    @Test
    void a_folder_that_is_not_there_is_said_in_a_sentence() {
        assertThatThrownBy(() -> OpenLmtp.on(folder.resolve("none/lmtp.sock"), ME)).isInstanceOf(IOException.class).hasMessageContaining("cannot make the socket " + folder);
    }

    @Test
    void a_silent_client_is_hung_up_on_here_too() throws Exception {
        LmtpDoor.Settings all = LmtpDoor.Settings.loopback(0, "robot.example.test");
        LmtpDoor.Settings impatient = new LmtpDoor.Settings(
                all.bind(), 0, Optional.of(file()), Optional.empty(), all.host(), all.most(), all.memory(), 100, 200, Duration.ofMillis(100), all.data());
        try (OpenLmtp lmtp = new OpenLmtp(impatient); Wire wire = lmtp.connect()) {
            assertThat(wire.reply()).startsWith("421 4.4.2");
        }
    }
}

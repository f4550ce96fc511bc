package tldops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.cli.Exit;

/// How the daemon starts and stops: what hinders it is told in one sentence.
class RunningTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void configured() throws IOException {
        terminal = new Terminal(folder);
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            terminal.configure("intake.smtp.port = " + taken.getLocalPort());
            assertThat(terminal.start()).isEqualTo(Exit.NO);
            assertThat(terminal.err()).startsWith("tldops run: cannot listen on 127.0.0.1 port " + taken.getLocalPort()).hasLineCount(1);
        }
    }

    @Test
    void a_second_daemon_is_refused() throws Exception {
        try (Running _ = terminal.running()) {
            assertThat(terminal.start()).isEqualTo(Exit.NO);
            assertThat(terminal.err()).startsWith("tldops run: another tldops-robot is running on ").hasLineCount(1);
        }
    }

    @Test
    void a_data_folder_that_others_can_read_is_refused() throws Exception {
        Files.createDirectory(terminal.data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        assertThat(terminal.start()).isEqualTo(Exit.NO);
        assertThat(terminal.err()).contains("chmod 700").hasLineCount(1);
        assertThat(terminal.type("members")).isEqualTo(Exit.NO);
        assertThat(terminal.err()).startsWith("tldops members: the data folder ").hasLineCount(1);
    }

    @Test
    void a_template_that_cannot_be_read_is_named() throws Exception {
        Path overrides = Files.createDirectories(folder.resolve("letters/en"));
        Files.writeString(overrides.resolve("help.ftl"), "Subject: x\n\n<#if broken>\n");
        terminal.configure("letters.overrides = \"" + overrides.getParent() + "\"");
        assertThat(terminal.start()).isEqualTo(Exit.NO);
        assertThat(terminal.err()).startsWith("tldops run: ").contains("help.ftl");
    }

    @Test
    void sigterm_ends_the_daemon_in_order() throws Exception {
        Process daemon = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "tldops.Main", "--config", terminal.file().toString(), "run").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var said = daemon.errorReader()) {
            assertThat(said.lines().filter(line -> line.startsWith("tldops-robot takes mail for tld-ops-request@lists.example")).findFirst()).isPresent();
            assertThat(terminal.type("members")).as("%s", terminal.err()).isZero();

            daemon.toHandle().destroy();

            assertThat(daemon.waitFor()).isZero();
            assertThat(terminal.data().resolve(Running.SOCKET)).doesNotExist();
        } finally {
            daemon.destroyForcibly();
        }
    }
}

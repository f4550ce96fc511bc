package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tldops.Eventually;
import tldops.FreePort;

/// A Dovecot of our own: its configuration, sockets, certificate, passwords and mail lie in one folder, and it listens on
/// loopback alone. Run by root it gives mail to `nobody`, run by anybody else it does everything as that user.
final class Dovecot implements AutoCloseable {
    static final String PASSWORD = "the robot's own mailbox";
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

    private final Path folder;
    private final String owner;
    private final int port = FreePort.find();
    private final int tlsPort = FreePort.find();
    private Process process;
    private int laid;

    /// @param more lines of its configuration
    Dovecot(Path folder, String more) throws Exception {
        this.folder = Files.createDirectories(folder);
        assertThat(PROGRAM).as("Dovecot, from Debian's package dovecot-imapd").exists();
        boolean root = System.getProperty("user.name").equals("root");
        owner = root ? "nobody" : System.getProperty("user.name");
        certify();
        Files.writeString(folder.resolve("users"), "robot:{PLAIN}" + PASSWORD + "\n");
        Files.writeString(folder.resolve("dovecot.conf"), configuration(root) + more);
        for (String each : List.of("new", "cur", "tmp")) Files.createDirectories(inbox().resolve(each));
        given(folder.resolve("mail"));
        for (Path above = folder; above != null && !above.equals(Path.of("/tmp")) && Files.isWritable(above) && above.getNameCount() > 1; above = above.getParent())
            Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxr-xr-x"));
        start();
    }

    private String configuration(boolean root) {
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                protocols = imap
                listen = 127.0.0.1
                ssl = required
                ssl_cert = <%1$s/cert.pem
                ssl_key = <%1$s/key.pem
                auth_mechanisms = plain
                passdb {
                  driver = passwd-file
                  args = %1$s/users
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%3$s home=%1$s/mail/%%u
                }
                first_valid_gid = 0
                mail_location = maildir:~/Maildir
                service imap-login {
                  inet_listener imap {
                    port = %4$d
                  }
                  inet_listener imaps {
                    port = %5$d
                    ssl = yes
                  }
                }
                """.formatted(folder, owner, group(), port, tlsPort)
                + (root ? "" : "default_internal_user = %1$s\ndefault_internal_group = %2$s\ndefault_login_user = %1$s\nservice imap-login {\n  chroot =\n}\nservice anvil {\n  chroot =\n}\n".formatted(owner, group()));
    }

    private String group() {
        try {
            Process id = new ProcessBuilder("id", "-gn", owner).start();
            return new String(id.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).strip();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void certify() throws Exception {
        Process openssl = new ProcessBuilder("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
                        "-keyout", folder.resolve("key.pem").toString(), "-out", authority().toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("openssl.log").toFile()).start();
        assertThat(openssl.waitFor()).as("openssl").isZero();
    }

    private void given(Path path) throws IOException {
        var user = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList()) Files.setOwner(each, user);
        }
    }

    void start() throws Exception {
        process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", folder.resolve("dovecot.conf").toString()).redirectErrorStream(true).redirectOutput(folder.resolve("said.log").toFile()).start();
        Eventually.see("Dovecot listens", () -> {
            if (!process.isAlive()) throw new AssertionError("Dovecot ended: " + Files.readString(folder.resolve("said.log")) + Files.readString(folder.resolve("dovecot.log")));
            try (var _ = new java.net.Socket("127.0.0.1", tlsPort)) {
                return true;
            } catch (IOException notYet) {
                return false;
            }
        }, Boolean::booleanValue);
    }

    void stop() throws InterruptedException {
        List<ProcessHandle> below = process.descendants().toList();
        process.toHandle().destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        below.forEach(ProcessHandle::destroyForcibly);
    }

    /// Kills the processes that serve a mailbox at this moment.
    long breakConnections() {
        return process.descendants().filter(each -> each.info().command().orElse("").endsWith("/imap")).filter(ProcessHandle::destroyForcibly).count();
    }

    Path authority() {
        return folder.resolve("cert.pem");
    }

    private Path inbox() {
        return folder.resolve("mail/robot/Maildir");
    }

    /// Delivers into the Maildir, as a mail server does.
    void lay(Mail mail) throws IOException {
        String name = System.currentTimeMillis() / 1000 + ".M" + ++laid + "P" + ProcessHandle.current().pid() + ".localhost";
        Path made = Files.write(inbox().resolve("tmp").resolve(name), mail.bytes());
        given(made);
        Files.move(made, inbox().resolve("new").resolve(name));
    }

    /// Names of the files in a folder, their flags behind `:2,`; "" is the inbox.
    List<String> files(String folderName) throws IOException {
        List<String> names = new ArrayList<>();
        Path box = folderName.isEmpty() ? inbox() : inbox().resolve("." + folderName);
        for (String each : List.of("new", "cur")) {
            if (!Files.exists(box.resolve(each))) continue;
            try (Stream<Path> files = Files.list(box.resolve(each))) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        return names;
    }

    /// Lines for the robot's configuration.
    List<String> keys(String more) throws IOException {
        return keys("tls", authority(), more);
    }

    List<String> keys(String tls, Path authority, String more) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        return List.of("intake.imap { enabled = true, host = \"127.0.0.1\", port = " + (tls.equals("tls") ? tlsPort : port) + ", tls = " + tls + ", authorities = \"" + authority
                + "\", user = robot, password = \"file:" + password + "\", authserv-ids = [" + Ground.AUTHSERV + "], border-hosts = [" + Ground.AUTHSERV + "] }\n" + more);
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}

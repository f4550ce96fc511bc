package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The life of the Debian package on a fresh Debian: installed, started as the unit starts it, upgraded with its data
/// there, removed and purged. There is no systemd in the folder, so its orders are carried out by hand.
@Tag("check")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class PackageTest {
    private static final Pattern PORT = Pattern.compile("takes mail for tld-ops-request@lists.example on 127.0.0.1 port (\\d+)");
    private static final String CONFIG = "/etc/tldops/tldops.conf";
    private static final String DATA = "/var/lib/tldops";

    @TempDir
    Path temporary;

    private Machine machine;

    @BeforeEach
    void fresh() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "debootstrap and chroot are for root alone");
        machine = Machine.fresh(temporary);
        machine.installJava();
    }

    @AfterEach
    void gone() throws Exception {
        Machine.here("rm", "-rf", temporary.resolve("machine").toString());
    }

    @Test
    void installed_started_upgraded_removed_and_purged_it_leaves_the_data_alone() throws Exception {
        Set<String> before = machine.files();

        machine.run("dpkg", "-i", deb("0.1.0"));
        assertThat(machine.run("stat", "-c", "%U:%G %a", DATA, CONFIG, "/var/cache/tldops-robot").lines()).containsExactly("tldops:tldops 700", "root:tldops 640", "root:root 755");
        assertThat(machine.has("/etc/systemd/system/multi-user.target.wants/tldops.service")).as("starts at boot").isTrue();
        assertThat(machine.run("tldops", "check-config")).contains("The configuration is good.").contains(DATA);
        Path environment = Files.writeString(machine.root().resolve("etc/tldops/environment"), "# for the service\nBORDER_PASSWORD=\"a long one\"\n");
        Path other = Files.writeString(machine.root().resolve("etc/tldops/other.conf"), "include \"tldops.conf\"\nintake.smtp.auth.users { border = \"env:BORDER_PASSWORD\" }\n");
        assertThat(machine.run("tldops", "--config", "/etc/tldops/other.conf", "check-config")).as("a password that the service finds in its environment").contains("The configuration is good.");
        Files.delete(environment);
        Files.delete(other);
        assertThat(machine.run("bash", "-c", ". /usr/share/bash-completion/completions/tldops && complete -p tldops")).contains("_complete_tldops");
        assertThat(machine.run("find", "/usr/share/man", "-name", "tldops*")).contains("man1/tldops.1.gz", "man5/tldops.conf.5.gz");

        Files.writeString(machine.root().resolve(CONFIG.substring(1)), "\nintake.smtp.port = 0\nhealth.port = 0\n", StandardOpenOption.APPEND);
        try (Service service = new Service()) {
            assertThat(service.options()).as("starts from the cache").contains("-XX:AOTCache=/var/cache/tldops-robot/").as("runs as its own user").startsWith("tldops ");
            service.bring("jan@registry.example");
            assertThat(machine.run("tldops", "journal", "verify")).isNotEmpty();
            machine.run("tldops", "backup", "/var/backups/tldops/today.zip");
            service.stop();
        }
        assertThat(machine.run("find", DATA, "!", "-user", "tldops")).as("what does not belong to the robot").isEmpty();
        String written = machine.run("tldops", "journal");
        assertThat(machine.run("find", DATA, "!", "-user", "tldops")).as("what a command of root leaves to root").isEmpty();

        assertThat(machine.run("dpkg", "-i", deb("0.1.1"))).as("nobody is asked about his own configuration").doesNotContain("onfiguration file '");
        assertThat(machine.run("tldops", "journal")).isEqualTo(written);
        assertThat(machine.run("find", "/var/cache/tldops-robot", "-name", "*.aot").lines()).hasSize(1);
        try (Service service = new Service()) {
            service.bring("pia@registry.example");
            service.stop();
        }

        machine.run("dpkg", "--remove", "tldops-robot");
        assertThat(Stream.of("/usr/bin/tldops", "/usr/share/tldops-robot", "/var/cache/tldops-robot").filter(machine::has)).isEmpty();
        assertThat(machine.has(CONFIG)).isTrue();

        assertThat(machine.run("dpkg", "--purge", "tldops-robot")).contains("The robot's data stays in " + DATA);
        Set<String> left = new TreeSet<>(machine.files());
        left.removeAll(before);
        left.removeIf(file -> file.startsWith("/var/lib/dpkg/") || file.startsWith("/var/log/"));
        assertThat(left).as("left over").contains(DATA, DATA + "/tldops.mv.db", "/var/backups/tldops/today.zip").allSatisfy(file -> assertThat(file).matches("/var/(lib|backups)/tldops(/.*)?|/etc/(passwd|group|shadow|gshadow|subuid|subgid)-|/var/lib/systemd(/.*)?"));
        assertThat(left).filteredOn(file -> file.startsWith("/var/lib/systemd") && file.contains("tldops")).isEmpty();

        machine.run("rm", "-r", DATA, "/var/backups/tldops");
        machine.run("env", "TLDOPS_AOT=off", "dpkg", "-i", deb("0.1.1"));
        assertThat(machine.has("/var/cache/tldops-robot")).as("a cache that nobody wants").isFalse();
        machine.run("dpkg", "--purge", "tldops-robot");
        assertThat(machine.has(DATA)).as("an empty data folder").isFalse();
        assertThat(machine.ask("getent", "passwd", "tldops").code()).as("a user without data").isNotZero();
    }

    private String deb(String version) throws IOException, InterruptedException {
        Path made = Path.of(Machine.here("src/build/pack", "deb", version).strip());
        Files.copy(made, machine.root().resolve("root").resolve(made.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        if (!version.equals("0.1.0")) Files.delete(made);
        return "/root/" + made.getFileName();
    }

    /// What systemd would do with the unit.
    private final class Service implements AutoCloseable {
        private final Path log = temporary.resolve("log");
        private final Process process;
        private final int port;

        Service() throws Exception {
            List<String> unit = Files.readAllLines(machine.root().resolve("usr/lib/systemd/system/tldops.service"));
            List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=tldops", "--regid=tldops", "--init-groups", "--no-new-privs", "--bounding-set=-all", "env", "-C", DATA));
            command.addAll(List.of(value(unit, "Environment").split(" ")));
            command.addAll(List.of(value(unit, "ExecStart").split(" ")));
            process = machine.begin(command, log);
            port = Integer.parseInt(found(PORT).group(1));
        }

        private static String value(List<String> unit, String key) {
            return unit.stream().filter(line -> line.startsWith(key + "=")).findFirst().orElseThrow().substring(key.length() + 1);
        }

        String options() throws IOException, InterruptedException {
            return Machine.here("ps", "-o", "user:20=,args=", "-ww", "-p", String.valueOf(process.pid())).replaceFirst("^" + machineUser() + " ", "tldops ");
        }

        /// The number of the machine's user may be another one's here.
        private String machineUser() throws IOException, InterruptedException {
            String number = machine.run("id", "-u", "tldops").strip();
            return Machine.here("sh", "-c", "getent passwd " + number + " | cut -d: -f1 | grep . || echo " + number).strip();
        }

        /// A help by swaks, until its answer lies there.
        void bring(String from) throws Exception {
            Machine.here("swaks", "--server", "127.0.0.1", "--port", String.valueOf(port), "--from", from, "--to", "tld-ops-request@lists.example", "--header", "Subject: help", "--body", "help");
            found(Pattern.compile("sender=" + Pattern.quote(from) + " .*state=helped"));
        }

        private Matcher found(Pattern wanted) throws Exception {
            for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180); System.nanoTime() < end; ) {
                Matcher matcher = wanted.matcher(Files.readString(log));
                if (matcher.find()) return matcher;
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) break;
            }
            throw new AssertionError("not said: " + wanted + " in: " + Files.readString(log));
        }

        void stop() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}

package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The unit for systemd, as systemd itself judges it, and the pages as man reads them.
@Tag("check")
@Timeout(600)
class UnitTest {
    private static final Path UNIT = Path.of("config/tldops.service");
    private static final Pattern CALL = Pattern.compile("^(?:\\[pid +)?\\d*\\]? *([a-z][a-z_0-9]*)\\(.*", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @Test
    void systemd_understands_every_line() throws Exception {
        Path copy = Files.writeString(folder.resolve("tldops.service"), Files.readString(UNIT).replace("/usr/share/tldops-robot/bin/tldops", "/bin/true"));
        assertThat(Machine.here("systemd-analyze", "verify", "--man=no", copy.toString())).isEmpty();
    }

    @Test
    void what_the_robot_may_do_is_little() throws Exception {
        String said = Machine.here("systemd-analyze", "security", "--offline=true", UNIT.toString());
        Matcher exposure = Pattern.compile("exposure level for tldops.service: ([0-9.]+)").matcher(said);
        assertThat(exposure.find()).as(said).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).as("0 is shut, 10 is open").isLessThanOrEqualTo(2.0);
    }

    @Test
    void every_system_call_of_the_demo_is_allowed() throws Exception {
        Set<String> allowed = calls("@system-service");
        Files.readAllLines(UNIT).stream().filter(line -> line.startsWith("SystemCallFilter=~")).flatMap(line -> Stream.of(line.substring(18).split(" "))).forEach(group -> allowed.removeAll(calls(group)));
        Path log = folder.resolve("calls");
        ProcessBuilder demo = new ProcessBuilder("strace", "-f", "-qq", "-e", "signal=none", "-o", log.toString(), "-e", "trace=!futex,read,write,mmap,madvise,mprotect,close,lseek,clock_nanosleep,epoll_wait",
                System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "tldops.Main", "demo").redirectErrorStream(true).redirectOutput(folder.resolve("demo").toFile());
        assertThat(demo.start().waitFor()).as(Files.readString(folder.resolve("demo"))).isZero();

        Set<String> used = new TreeSet<>();
        for (Matcher call = CALL.matcher(Files.readString(log)); call.find(); ) used.add(call.group(1));
        assertThat(used).contains("bind", "listen", "execve");
        used.removeAll(allowed);
        assertThat(used).as("not allowed by the unit").isEmpty();
    }

    @Test
    void the_manual_pages_are_read_without_a_warning() throws Exception {
        Machine.here(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"), "tldops.Main", "manual", folder.toString());
        List<Path> pages;
        try (Stream<Path> all = Files.walk(folder)) {
            pages = all.filter(Files::isRegularFile).toList();
        }
        assertThat(pages).hasSizeGreaterThan(15);
        for (Path page : pages) assertThat(Machine.here("groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", page.toString())).as(page.toString()).isEmpty();
    }

    /// The calls of one of systemd's groups, and of the groups in it.
    private static Set<String> calls(String group) {
        try {
            return Machine.here("systemd-analyze", "syscall-filter", group).lines().skip(1).map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .flatMap(line -> line.startsWith("@") ? calls(line).stream() : Stream.of(line)).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}

package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Java's cache for a quick start never runs code that is no longer there, even where a changed jar has the size and the
/// date of the old one. The scripts are ours; the robot is a small one, so that it is built in no time.
@Tag("check")
@Timeout(600)
class QuickStartTest {
    private static final FileTime THE_SAME = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));

    @TempDir
    Path home;

    @BeforeEach
    void unpacked() throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String script : List.of("tldops", "aot", "flags", "jdk")) Files.copy(Path.of("bin", script), bin.resolve(script), StandardCopyOption.COPY_ATTRIBUTES);
        pack(Files.createDirectories(home.resolve("lib")).resolve("words.jar"), "tldops.Words", "package tldops; class Words { static String say() { return \"word 1\"; } }");
        pack(home.resolve("tldops-robot-1.jar"), "tldops.Main", robot("robot 1"));
        assertThat(typed("aot", "make")).as("the cache's name").endsWith(".aot").isEqualTo(cache());
        assertThat(Path.of(cache())).exists();
    }

    @Test
    void with_the_cache_the_same_code_runs() throws IOException {
        assertThat(robot()).startsWith("robot 1 word 1").contains("-XX:AOTCache=" + cache());
    }

    @Test
    void a_changed_jar_of_the_same_size_and_date_is_what_runs() throws IOException {
        long size = Files.size(home.resolve("tldops-robot-1.jar"));
        pack(home.resolve("tldops-robot-1.jar"), "tldops.Main", robot("robot 2"));
        assertThat(Files.size(home.resolve("tldops-robot-1.jar"))).isEqualTo(size);

        assertThat(robot()).startsWith("robot 2 word 1").doesNotContain("AOTCache");
    }

    @Test
    void a_changed_library_of_the_same_size_and_date_is_what_runs() throws IOException {
        pack(home.resolve("lib/words.jar"), "tldops.Words", "package tldops; class Words { static String say() { return \"word 2\"; } }");

        assertThat(robot()).startsWith("robot 1 word 2").doesNotContain("AOTCache");
    }

    @Test
    void a_new_cache_takes_the_place_of_the_old_one() throws IOException {
        String old = cache();
        pack(home.resolve("tldops-robot-1.jar"), "tldops.Main", robot("robot 2"));

        typed("aot", "make");

        assertThat(Path.of(old)).doesNotExist();
        assertThat(robot()).startsWith("robot 2 word 1").contains("-XX:AOTCache=" + cache());
    }

    @Test
    void a_cache_that_was_cut_off_is_not_used() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(cache()));
        Files.write(Path.of(cache()), Arrays.copyOf(whole, whole.length / 2));
        assertThat(robot()).startsWith("robot 1 word 1");
    }

    /// What the robot says of itself, and with which options Java runs it.
    private String robot() throws IOException {
        return typed("tldops", "demo");
    }

    private String cache() throws IOException {
        return typed("aot").lines().toList().getLast();
    }

    private String typed(String script, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(home.resolve("bin").resolve(script).toString()), Stream.of(words)).toList()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("TLDOPS_AOT");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip();
    }

    private static String robot(String says) {
        return """
                package tldops;
                public class Main {
                    public static void main(String[] words) {
                        System.out.println("%s " + Words.say());
                        System.out.println(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
                    }
                }
                """.formatted(says);
    }

    private void pack(Path jar, String name, String source) throws IOException {
        Path classes = Files.createTempDirectory(home, "classes");
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return source;
            }
        };
        assertThat(ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none", "-d", classes.toString(), "-cp", home.resolve("lib/words.jar").toString()), null, List.of(file)).call()).isTrue();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "tldops.Main");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/words.jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream packed = new JarOutputStream(out, manifest)) {
            JarEntry entry = new JarEntry(name.replace('.', '/') + ".class");
            entry.setTime(THE_SAME.toMillis());
            packed.putNextEntry(entry);
            packed.write(Files.readAllBytes(classes.resolve(entry.getName())));
            packed.closeEntry();
        }
        Files.setLastModifiedTime(jar, THE_SAME);
    }
}

package tldops.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A fresh Debian in a folder, made by debootstrap from the mirror that this machine's apt uses, with this machine's Java.
/// What runs in it sees mounts of its own, which end with it.
record Machine(Path root) {
    private static final Path BASE = Path.of("target/check-debian.tar").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    /// What a command said, and how it ended.
    record Answer(int code, String said) {}

    static Machine fresh(Path folder) throws IOException, InterruptedException {
        if (!Files.exists(BASE)) debootstrap(folder.resolve("base"));
        Path root = Files.createDirectory(folder.resolve("machine"));
        here("tar", "-xf", BASE.toString(), "-C", root.toString());
        Files.createDirectories(root.resolve("usr/lib/jvm/temurin-25-jre"));
        return new Machine(root);
    }

    private static void debootstrap(Path folder) throws IOException, InterruptedException {
        String suite = here("sh", "-c", ". /etc/os-release && echo $VERSION_CODENAME").strip();
        String mirror = here("apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages", "Codename: " + suite, "Component: main").lines().findFirst().orElse("http://deb.debian.org/debian");
        here("debootstrap", "--variant=minbase", "--include=adduser", suite, folder.toString(), mirror);
        Path half = BASE.resolveSibling("check-debian.half");
        here("tar", "-C", folder.toString(), "--exclude=./var/cache/apt/archives/*.deb", "--exclude=./var/lib/apt/lists/*", "--exclude=./dev/*", "-cf", half.toString(), ".");
        Files.move(half, BASE);
        here("rm", "-rf", folder.toString());
    }

    /// A package that says Java is here, since it is mounted and not installed.
    void installJava() throws IOException, InterruptedException {
        Path deb = Files.createDirectories(root.resolve("root/java/DEBIAN"));
        Files.writeString(deb.resolve("control"), "Package: temurin-25-jre\nVersion: 25\nArchitecture: all\nMaintainer: nobody <nobody@tld-ops.example>\nProvides: java25-runtime-headless\nDescription: stands for the Java that is mounted\n");
        here("dpkg-deb", "--build", deb.getParent().toString(), root.resolve("root/java.deb").toString());
        run("dpkg", "-i", "/root/java.deb");
    }

    /// The command as root; it must end with 0.
    ///
    /// @return what it printed
    String run(String... command) throws IOException, InterruptedException {
        Answer answer = ask(command);
        if (answer.code != 0) throw new AssertionError(String.join(" ", command) + " ended with " + answer.code + ": " + answer.said);
        return answer.said;
    }

    Answer ask(String... command) throws IOException, InterruptedException {
        return ended(inside(List.of(command)).redirectErrorStream(true).start());
    }

    /// One that goes on; its process takes the signals.
    Process begin(List<String> command, Path log) throws IOException {
        return inside(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /// The folder is mounted on itself, since Java asks the table of mounts how much space is left.
    private ProcessBuilder inside(List<String> command) {
        List<String> words = new ArrayList<>(List.of("unshare", "--mount", "sh", "-ec", "mount --rbind \"$1\" \"$1\"; mount -t proc proc \"$1/proc\"; mount --rbind /dev \"$1/dev\"; mount --bind \"$2\" \"$1/usr/lib/jvm/temurin-25-jre\"; root=$1; shift 2; exec chroot \"$root\" \"$@\"", "sh", root.toString(), JAVA.toString()));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).redirectInput(Path.of("/dev/null").toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C.UTF-8", "DEBIAN_FRONTEND", "noninteractive", "HOME", "/root"));
        return builder;
    }

    static String here(String... command) throws IOException, InterruptedException {
        Answer answer = ended(new ProcessBuilder(command).redirectErrorStream(true).start());
        if (answer.code != 0) throw new AssertionError(String.join(" ", command) + " ended with " + answer.code + ": " + answer.said);
        return answer.said;
    }

    private static Answer ended(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.MINUTES)) throw new AssertionError("it does not end: " + said);
        return new Answer(process.exitValue(), said);
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path.substring(1)), LinkOption.NOFOLLOW_LINKS);
    }

    /// All files but those that are there only while something runs.
    Set<String> files() throws IOException {
        Set<String> all = new TreeSet<>();
        Files.walkFileTree(root, Collections.emptySet(), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = "/" + root.relativize(folder);
                if (Stream.of("/proc", "/sys", "/dev", "/tmp", "/run", "/root").anyMatch(name::equals)) return FileVisitResult.SKIP_SUBTREE;
                all.add(name);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add("/" + root.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return all;
    }
}

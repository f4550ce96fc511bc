package tldops.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One class of tests ending in `FuzzTest`, fuzzed by Jazzer in a process of its own. What it has learned stays in
/// `.fuzz/<name>/corpus` for the next time; what it finds lies beside it.
///
/// @param type the name of the class
record Target(String type) {
    private static final Path HOME = Path.of(".fuzz");
    private static final String SUFFIX = "FuzzTest";
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern METHOD = Pattern.compile("@FuzzTest\\s+void (\\w+)\\(");

    /// @param log the whole output of the fuzzer
    record Result(Target target, long runs, long seconds, Set<Path> findings, boolean ended, Path log) {}

    /// All that were compiled into this folder.
    static List<Target> all(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString()).filter(file -> file.endsWith(SUFFIX + ".class"))
                    .map(file -> new Target(file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'))).sorted((one, other) -> one.name().compareTo(other.name())).toList();
        }
    }

    /// `mail` for `tldops.mail.MailFuzzTest`.
    String name() {
        return type.substring(type.lastIndexOf('.') + 1, type.length() - SUFFIX.length()).toLowerCase(Locale.ROOT);
    }

    /// Where an input has to lie to be run with every `make test`.
    Path inputs() throws IOException {
        String path = type.replace('.', '/');
        Matcher method = METHOD.matcher(Files.readString(Path.of("src/test/java", path + ".java")));
        if (!method.find()) throw new IOException(type + " has no fuzz test");
        return Path.of("src/test", path + "Inputs", method.group(1));
    }

    Result fuzz(long seconds) throws IOException, InterruptedException {
        Path home = HOME.resolve(name());
        Files.createDirectories(home.resolve("corpus"));
        Path log = home.resolve("log");
        Set<Path> before = findings(home);
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx1g", "-Dfuzz=true", "-Dlogback.configurationFile=src/test/java/tldops/check/logback-child.xml",
                "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer", "--target_class=" + type, "--hooks=true",
                // the doors are reached over loopback, which is no finding; following each step of a pattern took nine tenths of the time
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery:com.code_intelligence.jazzer.sanitizers.RegexRoadblocks",
                "--instrumentation_includes=tldops.**:jakarta.mail.**:org.eclipse.angus.**:org.subethamail.**:org.apache.james.jdkim.**",
                "-max_total_time=" + seconds, "-timeout=30", "-max_len=16384", "-rss_limit_mb=0", "-print_final_stats=1", "-artifact_prefix=" + home + "/", home.resolve("corpus").toString())
                .redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile())).start();
        int exit = process.waitFor();
        Set<Path> found = findings(home);
        found.removeAll(before);
        Matcher done = DONE.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
        boolean counted = done.find();
        return new Result(this, counted ? Long.parseLong(done.group(1)) : 0, counted ? Long.parseLong(done.group(2)) : 0, found, exit == 0, log);
    }

    private static Set<Path> findings(Path home) {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*")).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

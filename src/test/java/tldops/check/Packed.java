package tldops.check;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The classes under test as a jar and an archive for class data sharing, so that a process of theirs starts in half
/// the time: fifty starts are what a kill test is made of.
public record Packed(List<String> words) {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /// As the classes lie there.
    static Packed not() {
        return new Packed(List.of(JAVA, "-cp", System.getProperty("java.class.path")));
    }

    public static Packed into(Path folder) throws IOException, InterruptedException {
        Path jar = folder.resolve("classes.jar");
        List<String> path = new ArrayList<>(List.of(jar.toString()));
        Set<String> packed = new HashSet<>();
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
            for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (Files.isDirectory(Path.of(part))) pack(Path.of(part), out, packed);
                else path.add(part);
            }
        }
        String archive = folder.resolve("classes.jsa").toString();
        String paths = String.join(File.pathSeparator, path);
        List<String> dry = new ArrayList<>(List.of(JAVA, "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        dry.addAll(Running.OPTIONS);
        dry.addAll(List.of("-cp", paths, Child.class.getName(), Ground.lay(Files.createDirectory(folder.resolve("dry")), List.of()).file().toString()));
        ProcessBuilder builder = new ProcessBuilder(dry).redirectErrorStream(true).redirectOutput(folder.resolve("dry.log").toFile()).redirectInput(new File("/dev/null"));
        builder.environment().putAll(Ground.ENVIRONMENT);
        if (!builder.start().waitFor(180, TimeUnit.SECONDS)) throw new AssertionError("the daemon does not end when it is told to: " + Files.readString(folder.resolve("dry.log")));
        return new Packed(List.of(JAVA, "-XX:SharedArchiveFile=" + archive, "-cp", paths));
    }

    private static void pack(Path classes, JarOutputStream out, Set<String> packed) throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.skip(1).toList()) {
                boolean folder = Files.isDirectory(file);
                // resources are looked for by their folders too
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/') + (folder ? "/" : "");
                if (!packed.add(name)) continue;
                out.putNextEntry(new JarEntry(name));
                if (!folder) Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}

package tldops.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.mailet.base.GenericMatcher;

/// The mailets as James loads them: from their own classes, by name, with James around them and nothing of the robot.
final class Own {
    private static final Path CLASSES = Path.of(System.getProperty("mailets.classes", "target/mailets"));
    private static final ClassLoader LOADER = loader();

    private Own() {}

    private static ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {CLASSES.toUri().toURL()}, GenericMatcher.class.getClassLoader());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static <T> T make(String name, Class<T> type) {
        assertThat(Files.exists(CLASSES.resolve(name.replace('.', '/') + ".class"))).as("the build compiles the mailets into %s (mvn process-resources)", CLASSES).isTrue();
        try {
            return type.cast(LOADER.loadClass(name).getConstructor().newInstance());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException(name, missing);
        }
    }
}

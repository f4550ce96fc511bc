package tldops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Which build this is; `make` fills in build.properties.
record Build(String version, String commit) {
    static final Build NOW = read();

    private static Build read() {
        Properties said = new Properties();
        try (InputStream file = Objects.requireNonNull(Build.class.getResourceAsStream("build.properties"), "build.properties")) {
            said.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Build(filled(said, "version"), filled(said, "commit"));
    }

    /// Outside of Maven nothing is filled in.
    private static String filled(Properties said, String name) {
        String value = said.getProperty(name, "").strip();
        return value.isEmpty() || value.startsWith("$") ? "unknown" : value;
    }
}

package tldops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `<3>` before a line of the text log when systemd's journal reads it: from it the journal knows how grave the line is
/// (sd-daemon(3)). Nothing anywhere else.
public final class JournalPrefix extends ClassicConverter {
    private static final boolean JOURNAL = journal(Optional.ofNullable(System.getenv("JOURNAL_STREAM")), Path.of("/proc/self/fd/1"));

    @Override
    public String convert(ILoggingEvent event) {
        return JOURNAL ? prefix(event.getLevel()) : "";
    }

    static String prefix(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> "<3>";
            case Level.WARN_INT -> "<4>";
            case Level.INFO_INT -> "<6>";
            default -> "<7>";
        };
    }

    /// The variable is inherited by everybody; it counts when it names this very stream (systemd.exec(5)).
    static boolean journal(Optional<String> stream, Path output) {
        try {
            if (stream.isEmpty()) return false;
            return stream.get().equals(Files.getAttribute(output, "unix:dev") + ":" + Files.getAttribute(output, "unix:ino"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }
}

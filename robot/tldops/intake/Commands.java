package tldops.intake;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// What the daemon does with a command that came over the operator's socket (DESIGN 1.7).
@FunctionalInterface
public interface Commands {
    /// Runs one command.
    ///
    /// @param user the operating system's name of who asks; "" when the system does not tell
    /// @param words the command line
    /// @param body what was piped into the command; it fails with an IOException when it breaks off or is too long
    /// @return the exit code
    int run(String user, List<String> words, InputStream body, OutputStream out, OutputStream err) throws Exception;
}

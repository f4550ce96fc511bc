package tldops;

import com.typesafe.config.ConfigOrigin;
import java.util.Comparator;

/// Something in a configuration file that must be mended before the robot starts.
///
/// @param line 0 when it is about the file as a whole
/// @param key full name of the key, "" when the file as a whole can not be read
/// @param what is wrong and what would be right; never the value of a secret
public record ConfigProblem(String file, int line, String key, String what)
        implements Comparable<ConfigProblem> {
    static ConfigProblem at(ConfigOrigin origin, String key, String what) {
        String named =
                origin.filename() != null
                        ? origin.filename()
                        : origin.description().replaceFirst(": \\d+$", "");
        return new ConfigProblem(named, Math.max(origin.lineNumber(), 0), key, what);
    }

    /// In the order in which an editor walks through them.
    @Override
    public int compareTo(ConfigProblem other) {
        return Comparator.comparing(ConfigProblem::file)
                .thenComparingInt(ConfigProblem::line)
                .thenComparing(ConfigProblem::key)
                .thenComparing(ConfigProblem::what)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + " ") + what;
    }
}

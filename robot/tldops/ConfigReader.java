package tldops;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads config/tldops.conf and the operator's own file over it into one [Config], or says
/// everything that is wrong with them in one go, with file and line (DESIGN 6).
public final class ConfigReader {
    private static final String DEFAULTS = "config/tldops.conf";

    /// An own file may refer to keys that only the defaults hold.
    private static final ConfigResolveOptions PARTLY =
            ConfigResolveOptions.defaults().setAllowUnresolved(true);

    private ConfigReader() {}

    /// What came of reading.
    public sealed interface Reading {
        record Good(Config config) implements Reading {}

        /// @param folder where a running robot keeps its data, when at least that could be read
        record Bad(List<ConfigProblem> problems, Optional<Path> folder) implements Reading {}
    }

    /// @param own the operator's file; empty = the defaults as they stand
    /// @param environment where `env:NAME` is looked up
    public static Reading read(Optional<Path> own, Map<String, String> environment) {
        List<ConfigProblem> problems = new ArrayList<>();
        try {
            com.typesafe.config.Config defaults = defaults();
            com.typesafe.config.Config merged = defaults;
            if (own.isPresent()) {
                if (!Files.isReadable(own.get())) return bad(own.get(), "cannot be read");
                com.typesafe.config.Config given =
                        ConfigFactory.parseFile(own.get().toFile()).resolve(PARTLY);
                problems.addAll(ConfigKeys.strangers(given.root(), defaults.root()));
                merged = given.withFallback(defaults);
            }
            ConfigValues values = new ConfigValues(merged.resolve(ConfigResolveOptions.defaults()), environment, problems);
            Config config = new ConfigParts(values).config();
            return problems.isEmpty()
                    ? new Reading.Good(config)
                    : new Reading.Bad(problems.stream().sorted().toList(), Optional.of(config.store().folder()).filter(folder -> !folder.toString().isEmpty()));
        } catch (ConfigException unreadable) {
            // of the library's own words only what stands behind its "file: line:"
            String words =
                    unreadable.getMessage() == null
                            ? "cannot be read"
                            : unreadable.getMessage().replaceFirst("^.*?: \\d+: ", "");
            if (unreadable.origin() == null) return bad(own.orElse(Path.of(DEFAULTS)), words);
            return new Reading.Bad(List.of(ConfigProblem.at(unreadable.origin(), "", words)), Optional.empty());
        }
    }

    private static com.typesafe.config.Config defaults() {
        try (InputStream stream = ConfigReader.class.getResourceAsStream("/" + DEFAULTS)) {
            if (stream == null)
                throw new IllegalStateException("the robot was packed without " + DEFAULTS);
            return ConfigFactory.parseReader(
                    new InputStreamReader(stream, StandardCharsets.UTF_8),
                    ConfigParseOptions.defaults().setOriginDescription(DEFAULTS));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reading bad(Path file, String what) {
        return new Reading.Bad(List.of(new ConfigProblem(file.toString(), 0, "", what)), Optional.empty());
    }
}

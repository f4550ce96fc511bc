package tldops;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// Takes values out of the merged files one by one and notes every one that is missing or makes no
/// sense, so that all are reported in one go. What it returns for a bad one is never used.
final class ConfigValues {
    private static final ConfigObject NOTHING = ConfigFactory.empty().root();

    private final com.typesafe.config.Config merged;
    private final Map<String, String> environment;
    private final List<ConfigProblem> problems;

    ConfigValues(
            com.typesafe.config.Config merged,
            Map<String, String> environment,
            List<ConfigProblem> problems) {
        this.merged = merged;
        this.environment = environment;
        this.problems = problems;
    }

    void wrong(String key, String what) {
        problems.add(ConfigProblem.at(origin(key), key, what));
    }

    boolean has(String key) {
        return !text(key).isEmpty();
    }

    String text(String key) {
        return value(key, "", "a text", () -> merged.getString(key).strip());
    }

    /// A text that must be there because of what another key, or this one itself, says.
    String needed(String key, String because) {
        String text = text(key);
        if (text.isEmpty()) missing(key, because);
        return text;
    }

    /// The other key asks for this one; reported where the other stands.
    void missing(String key, String because) {
        String reason =
                key.equals(because)
                        ? "must not be empty"
                        : "is missing: "
                                + because
                                + " is "
                                + (because.endsWith("password") ? "given" : text(because));
        problems.add(ConfigProblem.at(origin(because), key, reason));
    }

    /// Two values that do not go together, unless one of them is wrong by itself.
    void clash(String key, String other, String what) {
        if (problems.stream()
                .noneMatch(problem -> problem.key().equals(key) || problem.key().equals(other)))
            wrong(key, what);
    }

    /// Name and password of a section; both or neither.
    Optional<Config.Login> login(String section) {
        String name = section + ".user";
        String word = section + ".password";
        boolean named = has(word);
        Optional<Config.Secret> password = secret(word);
        if (has(name) && !named) missing(word, name);
        if (!has(name) && named) missing(name, word);
        return password.filter(_ -> has(name)).map(secret -> new Config.Login(text(name), secret));
    }

    boolean flag(String key) {
        return value(key, false, "on or off", () -> merged.getBoolean(key));
    }

    int number(String key, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        int number = value(key, least, expected, () -> merged.getInt(key));
        if (number < least || number > most) wrong(key, "must be " + expected + ", not " + number);
        return number;
    }

    /// More than nothing.
    Duration duration(String key) {
        return positive(
                key,
                value(
                        key,
                        Duration.ofSeconds(1),
                        "a duration like 5 minutes or 24 hours",
                        () -> merged.getDuration(key)));
    }

    /// Of the calendar.
    /// @param never whether 0 is allowed, for never
    Period period(String key, boolean never) {
        Period period = value(key, Period.ofDays(1), "a time like 90 days or 24 months", () -> merged.getPeriod(key));
        if (period.isNegative() || (period.isZero() && !never)) wrong(key, "must be longer than nothing");
        return period;
    }

    List<Duration> durations(String key) {
        List<Duration> all =
                value(
                        key,
                        List.of(Duration.ofSeconds(1)),
                        "a list of durations like [1 minute, 1 hour]",
                        () -> merged.getDurationList(key));
        if (all.isEmpty()) wrong(key, "must hold at least one duration");
        all.forEach(each -> positive(key, each));
        return List.copyOf(all);
    }

    private Duration positive(String key, Duration duration) {
        if (!duration.isPositive()) wrong(key, "must be longer than nothing");
        return duration;
    }

    long bytes(String key) {
        return value(key, 0L, "a size like 5 MiB", () -> merged.getBytes(key));
    }

    List<String> texts(String key) {
        return value(
                key,
                List.of(),
                "a list like [one, two]",
                () -> List.copyOf(merged.getStringList(key)));
    }

    /// The constant whose name is written, in lower case and with hyphens.
    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        List<String> names =
                all.stream()
                        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
        int found = names.indexOf(text(key));
        if (found < 0)
            wrongOnce(key, "must be one of " + String.join(", ", names) + ", not " + text(key));
        return all.get(Math.max(found, 0));
    }

    /// Something with a shape of its own.
    <T> Optional<T> read(String key, String expected, Function<String, Optional<T>> reader) {
        Optional<T> read = reader.apply(text(key));
        if (read.isEmpty()) wrongOnce(key, misfit(expected, text(key)));
        return read;
    }

    <T> List<T> readAll(String key, String expected, Function<String, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        for (String each : texts(key)) {
            Optional<T> one = reader.apply(each);
            if (one.isEmpty()) wrong(key, misfit(expected, each));
            one.ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    private static String misfit(String expected, String text) {
        return "must be " + expected + ", not \"" + text + "\"";
    }

    /// A file that is there to be read; empty when none is named.
    Optional<Path> file(String key) {
        return path(key, Files::isReadable, "names a file that cannot be read: ");
    }

    Optional<Path> folder(String key) {
        return path(key, Files::isDirectory, "names a folder that is not there: ");
    }

    private Optional<Path> path(String key, Predicate<Path> fits, String otherwise) {
        if (!has(key)) return Optional.empty();
        Path path = Path.of(text(key));
        if (!fits.test(path)) wrong(key, otherwise + path);
        return Optional.of(path);
    }

    /// Every name in a free section with its secret.
    Map<String, Config.Secret> secrets(String section) {
        Map<String, Config.Secret> all = new TreeMap<>();
        ConfigObject object = value(section, NOTHING, "a section", () -> merged.getObject(section));
        object.forEach((name, value) ->
                secret(section + "." + name, value.origin(), String.valueOf(value.unwrapped()))
                        .ifPresent(secret -> all.put(name, secret)));
        return Map.copyOf(all);
    }

    Map<String, String> texts(String section, String expected) {
        Map<String, String> all = new TreeMap<>();
        value(section, NOTHING, "a section", () -> merged.getObject(section))
                .forEach((name, value) -> {
                    if (value.unwrapped() instanceof String text) all.put(name, text);
                    else
                        problems.add(
                                ConfigProblem.at(
                                        value.origin(),
                                        section + "." + name,
                                        "must be " + expected));
                });
        return Map.copyOf(all);
    }

    Optional<Config.Secret> secret(String key) {
        return has(key) ? secret(key, origin(key), text(key)) : Optional.empty();
    }

    private Optional<Config.Secret> secret(String key, ConfigOrigin origin, String reference) {
        String text = "";
        if (reference.startsWith("env:")) {
            text = environment.getOrDefault(reference.substring(4), "");
            if (text.isEmpty())
                problems.add(
                        ConfigProblem.at(
                                origin,
                                key,
                                "names a variable that is not set: " + reference.substring(4)));
        } else if (reference.startsWith("file:")) {
            try {
                text = Files.readString(Path.of(reference.substring(5))).strip();
                if (text.isEmpty())
                    problems.add(
                            ConfigProblem.at(
                                    origin, key, "names an empty file: " + reference.substring(5)));
            } catch (IOException unreadable) {
                problems.add(
                        ConfigProblem.at(
                                origin,
                                key,
                                "names a file that cannot be read: " + reference.substring(5)));
            }
        } else {
            problems.add(
                    ConfigProblem.at(
                            origin,
                            key,
                            "must be file:/path or env:NAME; a secret does not stand in a configuration file"));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new Config.Secret(text));
    }

    private interface Taking<T> {
        T take();
    }

    private <T> T value(String key, T otherwise, String expected, Taking<T> taking) {
        try {
            return taking.take();
        } catch (ConfigException.Missing missing) {
            wrongOnce(key, "is missing: it must be " + expected);
        } catch (ConfigException unfit) {
            wrongOnce(key, "must be " + expected);
        }
        return otherwise;
    }

    /// A section that was written as something else is reported once, as a section.
    private void wrongOnce(String key, String what) {
        if (problems.stream()
                .noneMatch(problem ->
                        key.equals(problem.key()) || key.startsWith(problem.key() + ".")))
            wrong(key, what);
    }

    /// Of the key, or of what stands nearest above it.
    private ConfigOrigin origin(String key) {
        ConfigValue here = merged.root();
        ConfigOrigin origin = here.origin();
        for (String name : ConfigUtil.splitPath(key)) {
            if (!(here instanceof ConfigObject object) || object.get(name) == null) return origin;
            here = object.get(name);
            origin = here.origin();
        }
        return origin;
    }
}

package tldops;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which keys there are: those of config/tldops.conf. A key that it does not know is a mistake that
/// would otherwise change nothing and be noticed by nobody, so it is reported, with the nearest one
/// that exists.
final class ConfigKeys {
    /// Sections in which people name things themselves.
    private static final Set<String> FREE = Set.of("list.urls", "intake.smtp.auth.users");

    private ConfigKeys() {}

    /// What in `given` has no place in `known`, each with its line.
    static List<ConfigProblem> strangers(ConfigObject given, ConfigObject known) {
        Set<String> all = new TreeSet<>();
        collect("", known, all);
        List<ConfigProblem> problems = new ArrayList<>();
        compare("", given, known, all, problems);
        return problems;
    }

    private static void compare(
            String section,
            ConfigObject given,
            ConfigObject known,
            Set<String> all,
            List<ConfigProblem> problems) {
        given.forEach((name, value) -> {
            String key = joined(section, name);
            ConfigValue expected = known.get(name);
            if (expected == null) {
                String hint =
                        nearest(key, all).map(near -> "; did you mean " + near + "?").orElse("");
                problems.add(
                        ConfigProblem.at(value.origin(), key, "is not a key of the robot" + hint));
            } else if (expected instanceof ConfigObject inner && !FREE.contains(key)) {
                if (value instanceof ConfigObject object)
                    compare(key, object, inner, all, problems);
                else
                    problems.add(
                            ConfigProblem.at(
                                    value.origin(),
                                    key,
                                    "is a section and is written " + key + " { ... }"));
            }
        });
    }

    private static void collect(String section, ConfigObject object, Set<String> all) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String key = joined(section, entry.getKey());
            all.add(key);
            if (entry.getValue() instanceof ConfigObject inner) collect(key, inner, all);
        }
    }

    private static String joined(String section, String name) {
        String quoted = ConfigUtil.joinPath(name);
        return section.isEmpty() ? quoted : section + "." + quoted;
    }

    /// The known key that looks most like it: the same name elsewhere, or a few letters off.
    static Optional<String> nearest(String key, Set<String> all) {
        int best = Math.max(2, key.length() / 3) + 1;
        Optional<String> found = Optional.empty();
        for (String candidate : all) {
            int distance = distance(key, candidate);
            if (last(key).equals(last(candidate))) distance = Math.min(distance, 2);
            if (distance < best) {
                best = distance;
                found = Optional.of(candidate);
            }
        }
        return found;
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /// Letters to add, drop or change to make one of the other (Levenshtein).
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}

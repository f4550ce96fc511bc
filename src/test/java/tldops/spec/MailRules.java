package tldops.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules about who sent a mail, each with the tests that are named after it: `rule_9_pass_...`, `rule_9_near_miss_...`,
/// `rule_9_attack_...`.
final class MailRules {
    enum Kind { PASS, NEAR_MISS, ATTACK }

    /// @param tests of each kind, as `Class.method`
    record Rule(String number, String title, Map<Kind, List<String>> tests) {
        List<Kind> missing() {
            return Stream.of(Kind.values()).filter(kind -> !tests.containsKey(kind)).toList();
        }
    }

    private static final Pattern TEST = Pattern.compile("(?m)^\\s*void rule_(\\d+b?)_(pass|near_miss|attack)_(\\w+)\\(");

    private MailRules() {}

    /// @param tests folder with `spec/rules.tsv` and `java/`
    static List<Rule> list(Path tests) throws IOException {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String line : Files.readAllLines(tests.resolve("spec/rules.tsv"))) {
            String[] parts = line.split("\t", 2);
            rules.put(parts[0], new Rule(parts[0], parts[1], new EnumMap<>(Kind.class)));
        }
        for (Path file : SpecLister.files(tests.resolve("java"), ".java")) {
            String name = file.getFileName().toString().replace(".java", "");
            for (Matcher test = TEST.matcher(Files.readString(file)); test.find(); ) {
                Rule rule = rules.get(test.group(1));
                if (rule == null) throw new IllegalStateException(name + " tests a rule that there is not: " + test.group(1));
                Kind kind = Kind.valueOf(test.group(2).toUpperCase(Locale.ROOT));
                rule.tests().computeIfAbsent(kind, _ -> new ArrayList<>()).add(name + ".rule_" + test.group(1) + "_" + test.group(2) + "_" + test.group(3));
            }
        }
        return List.copyOf(rules.values());
    }

    static List<String> lines(List<Rule> rules) {
        List<String> lines = new ArrayList<>();
        for (Rule rule : rules) {
            lines.add("rule " + rule.number() + "  " + rule.title());
            rule.tests().forEach((kind, tests) -> tests.forEach(test -> lines.add("      " + word(kind) + "  " + test)));
            for (Kind kind : rule.missing()) lines.add("      " + word(kind) + "  MISSING");
        }
        return lines;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

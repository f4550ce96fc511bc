package tldops.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the text format of Prometheus (exposition format 0.0.4) and refuses whatever a scraper could stumble over.
public final class StrictReader {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)\\})? (NaN|[+-]Inf|-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\\\\\"\\n]|\\\\[\\\\\"n])*)\"(,|$)");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Set<String> helped = new LinkedHashSet<>();

    private StrictReader() {}

    /// The value of each sample, by its name and labels in the order of the alphabet: `name{a="1",b="2"}`.
    public static Map<String, Double> read(String page) {
        if (!page.endsWith("\n") || page.contains("\r")) throw new AssertionError("lines end in LF, the last one too");
        StrictReader reader = new StrictReader();
        String family = "";
        for (String line : page.substring(0, page.length() - 1).split("\n", -1)) family = reader.line(line, family);
        reader.histograms();
        return reader.samples;
    }

    private String line(String line, String family) {
        if (line.startsWith("# HELP ")) {
            String name = line.split(" ", 4)[2];
            check(NAME.matcher(name).matches() && helped.add(name), "HELP twice or unfit: " + line);
            check(line.split(" ", 4)[3].replace("\\\\", "").replace("\\n", "").indexOf('\\') < 0, "a backslash that stands for nothing: " + line);
            return name;
        }
        if (line.startsWith("# TYPE ")) {
            String[] words = line.split(" ");
            check(words.length == 4 && words[2].equals(family) && types.put(words[2], words[3]) == null, "TYPE not behind its HELP, or twice: " + line);
            check(Set.of("counter", "gauge", "histogram", "summary").contains(words[3]), line);
            check(!words[3].equals("counter") || words[2].endsWith("_total"), "a counter ends in _total: " + line);
            return family;
        }
        Matcher sample = SAMPLE.matcher(line);
        check(sample.matches(), "no sample: " + line);
        String type = types.getOrDefault(family, "");
        Set<String> names = switch (type) {
            case "histogram" -> Set.of(family + "_bucket", family + "_sum", family + "_count");
            case "summary" -> Set.of(family + "_sum", family + "_count");
            default -> Set.of(family);
        };
        check(names.contains(sample.group(1)), "it stands among the lines of " + family + ": " + line);
        double value = sample.group(4).endsWith("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(sample.group(4));
        check(!type.equals("counter") || value >= 0, "a counter below 0: " + line);
        check(samples.put(sample.group(1) + labels(sample.group(3)), value) == null, "twice: " + line);
        return family;
    }

    private static String labels(String text) {
        if (text == null) return "";
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        int at = 0;
        while (at < text.length()) {
            check(label.find(at) && label.start() == at && labels.put(label.group(1), label.group(2)) == null, "labels: " + text);
            at = label.end();
        }
        check(!labels.isEmpty() && !text.endsWith(","), "labels: " + text);
        return labels.entrySet().stream().map(one -> one.getKey() + "=\"" + one.getValue() + "\"").toList().toString().replace("[", "{").replace("]", "}").replace(", ", ",");
    }

    private void histograms() {
        types.forEach((name, type) -> {
            if (!type.equals("histogram")) return;
            double last = 0;
            for (Map.Entry<String, Double> sample : samples.entrySet()) {
                if (!sample.getKey().startsWith(name + "_bucket{")) continue;
                check(sample.getValue() >= last, "a bucket holds less than the one below it: " + sample);
                last = sample.getValue();
            }
            check(last == samples.get(name + "_bucket{le=\"+Inf\"}") && last == samples.get(name + "_count"), "the last bucket is the count: " + name);
            check(samples.containsKey(name + "_sum"), name + " has no sum");
        });
    }

    private static void check(boolean right, String otherwise) {
        if (!right) throw new AssertionError(otherwise);
    }
}

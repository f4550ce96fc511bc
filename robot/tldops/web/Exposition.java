package tldops.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Numbers in the text format that Prometheus reads (exposition format 0.0.4): each name once, with HELP and TYPE before
/// its lines. Written by hand, since a library for it would cost more at start than all it does.
public final class Exposition {
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(16_384);

    /// One line: the value under these labels.
    public record Sample(Map<String, String> labels, double value) {
        public static Sample of(double value) {
            return new Sample(Map.of(), value);
        }

        public static Sample of(long value) {
            return of((double) value);
        }

        public static Sample of(String label, String said, double value) {
            return new Sample(Map.of(label, said), value);
        }
    }

    /// A count that only grows; its name ends in `_total`.
    public Exposition counter(String name, String help, List<Sample> samples) {
        return family(name, "counter", help, samples);
    }

    public Exposition gauge(String name, String help, List<Sample> samples) {
        return family(name, "gauge", help, samples);
    }

    public Exposition gauge(String name, String help, double value) {
        return gauge(name, help, List.of(Sample.of(value)));
    }

    public Exposition gauge(String name, String help, long value) {
        return gauge(name, help, (double) value);
    }

    /// How many and how much in all, without buckets.
    public Exposition summary(String name, String help, double sum, long count) {
        head(name, "summary", help);
        line(name + "_sum", Map.of(), sum);
        line(name + "_count", Map.of(), (double) count);
        return this;
    }

    /// @param upTo upper bounds, rising, without +Inf
    /// @param counts one more than bounds: how many fell into each bucket alone, the last above all bounds
    public Exposition histogram(String name, String help, double[] upTo, long[] counts, double sum) {
        head(name, "histogram", help);
        long all = 0;
        for (int i = 0; i < counts.length; i++) {
            all += counts[i];
            line(name + "_bucket", Map.of("le", i < upTo.length ? number(upTo[i]) : "+Inf"), (double) all);
        }
        line(name + "_sum", Map.of(), sum);
        line(name + "_count", Map.of(), (double) all);
        return this;
    }

    private Exposition family(String name, String type, String help, List<Sample> samples) {
        if (samples.isEmpty()) return this;
        head(name, type, help);
        samples.forEach(sample -> line(name, sample.labels(), sample.value()));
        return this;
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, Map<String, String> labels, double value) {
        text.append(name);
        String between = "{";
        for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
            text.append(between).append(label.getKey()).append("=\"").append(escaped(label.getValue())).append('"');
            between = ",";
        }
        if (!labels.isEmpty()) text.append('}');
        text.append(' ').append(number(value)).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) return "NaN";
        if (Double.isInfinite(value)) return value > 0 ? "+Inf" : "-Inf";
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

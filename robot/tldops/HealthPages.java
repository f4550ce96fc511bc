package tldops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import tldops.web.Exposition;
import tldops.web.Page;

/// The pages under `health.*`: /health for people and monitors, /metrics for Prometheus. Red is 503, so that a monitor
/// needs to look at the status alone.
record HealthPages(Supplier<List<Vital>> vitals, Metrics metrics) {
    private static final JsonMapper JSON = new JsonMapper();

    Map<String, Function<Page.Asked, Page>> all() {
        return Map.of(
                "/", _ -> Page.of(200, Page.TEXT, "tldops-robot " + Build.NOW.version() + "\n\n/health   how it fares; ?json for programs; 503 when a person must act\n/metrics  numbers for Prometheus\n"),
                "/health", this::health,
                "/metrics", _ -> Page.of(200, Exposition.TYPE, metrics.page().toString()));
    }

    private Page health(Page.Asked asked) {
        List<Vital> signs = vitals.get();
        Vital.Level worst = Vitals.worst(signs);
        int status = worst == Vital.Level.RED ? 503 : 200;
        return asked.json() ? Page.of(status, Page.JSON, json(worst, signs)) : Page.of(status, Page.TEXT, text(worst, signs));
    }

    private static String text(Vital.Level worst, List<Vital> signs) {
        StringBuilder page = new StringBuilder("tldops-robot " + Build.NOW.version() + ": " + Metrics.word(worst) + "\n\n");
        for (Vital vital : signs)
            page.append(String.format(java.util.Locale.ROOT, "%-7s %-12s %s (since %s)\n", Metrics.word(vital.level()), vital.name(), line(vital.says()), vital.since().truncatedTo(ChronoUnit.SECONDS)));
        return page.toString();
    }

    /// What a relay or a mail server said stands in some sentences; it stays on its line.
    private static String line(String says) {
        return says.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String json(Vital.Level worst, List<Vital> signs) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("health", Metrics.word(worst));
        page.put("version", Build.NOW.version());
        page.put("commit", Build.NOW.commit());
        page.put("signs", signs.stream().map(HealthPages::row).toList());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> row(Vital vital) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", vital.name());
        row.put("level", Metrics.word(vital.level()));
        row.put("says", vital.says());
        row.put("since", vital.since().toString());
        return row;
    }
}

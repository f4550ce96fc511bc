package tldops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tldops.core.Journal;
import tldops.core.Tld;
import tldops.core.Token;
import tldops.store.Store;

/// The log's line for a decision, always of this shape (DESIGN 6). What strangers wrote cannot break it, and nothing
/// that looks like a token gets through.
record Said(String line) {
    private static final Pattern UNFIT = Pattern.compile("[^\\x21-\\x7e]+");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-zA-Z]{" + Token.LENGTH + ",}");
    private static final int LONGEST = 120;

    static String line(Store.Recorded recorded) {
        List<Journal> journal = recorded.decision().journal();
        return "inbox=" + recorded.inbox()
                + " message-id=" + clean(recorded.messageId())
                + " sender=" + clean(recorded.sender())
                + " request=" + clean(recorded.request())
                + " cctld=" + journal.stream().flatMap(line -> line.tld().stream()).map(Tld::label).distinct().collect(Collectors.joining(","))
                + " state=" + journal.stream().map(Said::state).distinct().collect(Collectors.joining(","))
                + " letters=" + recorded.letters().stream().map(composed -> composed.letter().content().getClass().getSimpleName()).collect(Collectors.joining(","));
    }

    private static String state(Journal line) {
        return clean(line.transition().isEmpty() ? line.what() : line.transition().replace(" -> ", "->"));
    }

    static String clean(String text) {
        String flat = TOKEN.matcher(UNFIT.matcher(text).replaceAll("_")).replaceAll("***");
        return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST) + "...";
    }

    /// The parts of the line by their names, for a log that programs read: no value holds a blank.
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : line.split(" ")) {
            int end = part.indexOf('=');
            if (end > 0) fields.put(part.substring(0, end), part.substring(end + 1));
        }
        return fields;
    }

    @Override
    public String toString() {
        return line;
    }
}

package tldops.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `strace -f` wrote, with calls that others interrupted put together again.
///
/// @param calls in the order in which they began
record Trace(List<Call> calls) {
    /// @param begun line on which it began
    /// @param ended line on which it had ended
    record Call(String name, String text, int begun, int ended) {}

    private static final Pattern LINE = Pattern.compile("(\\d+) +(?:<\\.\\.\\. )?(\\w+)(.*)", Pattern.DOTALL);
    private static final String UNFINISHED = "<unfinished ...>";

    static Trace of(List<String> lines) {
        List<Call> calls = new ArrayList<>();
        Map<String, Integer> open = new HashMap<>();
        for (int number = 0; number < lines.size(); number++) {
            Matcher line = LINE.matcher(lines.get(number));
            if (!line.matches()) continue;
            String process = line.group(1);
            String text = line.group(3);
            if (text.startsWith(" resumed>")) {
                Integer begun = open.remove(process);
                if (begun == null) continue;
                Call first = calls.get(begun);
                calls.set(begun, new Call(first.name, first.text + text.substring(" resumed>".length()), first.begun, number));
            } else if (text.endsWith(UNFINISHED)) {
                open.put(process, calls.size());
                calls.add(new Call(line.group(2), text.substring(0, text.length() - UNFINISHED.length()), number, Integer.MAX_VALUE));
            } else {
                calls.add(new Call(line.group(2), text, number, number));
            }
        }
        return new Trace(List.copyOf(calls));
    }

    /// The first such call from that one on; fails when there is none.
    int first(int from, Predicate<Call> wanted) {
        for (int at = from; at < calls.size(); at++) if (wanted.test(calls.get(at))) return at;
        throw new AssertionError("not in the trace");
    }
}

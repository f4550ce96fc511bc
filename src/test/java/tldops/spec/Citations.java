package tldops.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the numbers of the spec where they count: on a line that would fail if the rule were gone.
///
/// In a conversation: at the end of a line of a block that holds the robot's answer, as `# R021,
/// X13`, or in brackets `[R021, X13]` in the last line of prose right above such a block. In a
/// test: in the comment behind an assertion, or in its `as("R021 ...")`.
final class Citations {
    /// @param line 1-based
    record Citation(String number, int line, String text) {}

    private static final Set<String> ANSWERS =
            Set.of("out", "state", "journal", "members", "cases", "missing", "forecast");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.-])([RXVLNPT][0-9]{1,3})(?![\\w.-]*\\w)");
    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,})\\s*(\\S*).*");
    private static final Pattern TRAILING =
            Pattern.compile(".*?\\s#\\s+((?:[RXVLNPT][0-9]{1,3}[,;\\s]*)+)$");
    private static final Pattern BRACKETS =
            Pattern.compile("\\[((?:[RXVLNPT][0-9]{1,3}[,;\\s]*)+)]");
    private static final Pattern ASSERTION = Pattern.compile("\\bassert\\w*\\(|\\bfail\\(");
    private static final Pattern AS = Pattern.compile("\\.as\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("//\\s(.*)$");

    private Citations() {}

    static List<Citation> inConversation(List<String> lines) {
        List<Citation> found = new ArrayList<>();
        String fence = "";
        boolean answer = false;
        int heading = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher mark = FENCE.matcher(line);
            if (fence.isEmpty() && mark.matches()) {
                fence = mark.group(1);
                answer = ANSWERS.contains(mark.group(2));
                if (answer && heading >= 0) cite(lines.get(heading), BRACKETS, heading, found);
                heading = -1;
            } else if (!fence.isEmpty() && line.strip().equals(fence)) {
                fence = "";
            } else if (!fence.isEmpty()) {
                if (answer) cite(line, TRAILING, i, found);
            } else if (!line.isBlank()) {
                heading = i;
            }
        }
        return found;
    }

    static List<Citation> inTest(List<String> lines) {
        List<Citation> found = new ArrayList<>();
        boolean asserting = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            asserting |= ASSERTION.matcher(line).find() && !line.strip().startsWith("//");
            if (!asserting) continue;
            cite(line, AS, i, found);
            cite(line, COMMENT, i, found);
            String code = line.replaceFirst("//\\s.*$", "").strip();
            if (code.endsWith(";")) asserting = false;
        }
        return found;
    }

    private static void cite(String line, Pattern where, int index, List<Citation> found) {
        Matcher place = where.matcher(line);
        while (place.find()) {
            Matcher number = NUMBER.matcher(place.group(1));
            while (number.find()) found.add(new Citation(number.group(1), index + 1, line.strip()));
        }
    }
}

package tldops.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tldops.core.Language;
import tldops.core.Marks;

/// Parts what a person wrote from what his mailer put below, above or between it (R078, L28, MAIL_RULES 17): our own
/// marker line cuts first, then the heads of quotes in many languages, then `>` at the beginning of lines.
final class Quoting {
    private static final Set<String> MARKERS = Arrays.stream(Language.values()).map(Marks::answerAbove).map(Quoting::letters).collect(Collectors.toSet());
    /// A quoted line at least so long may have been wrapped by the mailer, its rest standing there without `>`.
    private static final int WRAPPED = 70;

    private static final Pattern RULE = Pattern.compile("\\s*[_=*-]{5,}\\s*");

    private final List<String> lines;
    private final List<String> written = new ArrayList<>();
    private final List<String> signature = new ArrayList<>();
    private final List<String> quoted = new ArrayList<>();
    private final List<String> stretch = new ArrayList<>();

    private Quoting(List<String> lines) {
        this.lines = lines;
    }

    /// @param text with `\n` line ends and cleaned of what has no width
    static NewText split(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        Quoting quoting = new Quoting(lines);
        quoting.walk(marker(lines));
        return new NewText(joined(quoting.written), joined(quoting.signature), joined(quoting.quoted));
    }

    /// The line of our own marker from which everything is quoted; behind `>` it needs no cut. The number of lines when
    /// there is none.
    private static int marker(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > 200 || line.isBlank() || prefix(line) > 0) continue;
            String letters = letters(line);
            if (letters.isEmpty()) continue;
            String next = i + 1 < lines.size() && lines.get(i + 1).length() < 100 ? letters(lines.get(i + 1)) : "";
            if (MARKERS.contains(letters) || MARKERS.contains(letters + next)) return i;
        }
        return lines.size();
    }

    /// Only the letters, without accents: dashes, stars and blanks do not survive every mailer.
    private static String letters(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    private void walk(int end) {
        int at = 0;
        while (at < end) {
            String line = lines.get(at);
            int prefix = prefix(line);
            if (prefix > 0) {
                quote(line.substring(prefix));
                at++;
            } else if (at > 0 && wrappedRest(at, end)) {
                quote(line);
                at++;
            } else if (line.isBlank()) {
                stretch.add(line);
                at++;
            } else if (QuoteHeads.separator(line) || QuoteHeads.block(lines.subList(at, end), 0)) {
                break;
            } else {
                int head = QuoteHeads.attribution(lines.subList(at, end), 0);
                if (head > 0 && !prefixedBehind(at + head, end)) break;
                for (int i = 0; i < head; i++) quote(lines.get(at + i));
                if (head == 0) stretch.add(line);
                at += Math.max(1, head);
            }
        }
        rule();
        for (String line : lines.subList(at, lines.size())) quote(line.substring(prefix(line)));
        endStretch();
    }

    /// The rule that Outlook draws above a From/Sent block belongs to the quote.
    private void rule() {
        int last = stretch.size() - 1;
        while (last >= 0 && stretch.get(last).isBlank()) last--;
        if (last >= 0 && RULE.matcher(stretch.get(last)).matches()) stretch.subList(last, stretch.size()).clear();
    }

    private void quote(String line) {
        endStretch();
        quoted.add(line);
    }

    private void endStretch() {
        Signatures.Parted parted = Signatures.part(stretch);
        written.addAll(parted.text());
        signature.addAll(parted.signature());
        stretch.clear();
    }

    /// Whether the next line that holds something is quoted by `>`: then more of the sender's words may follow below.
    private boolean prefixedBehind(int at, int end) {
        for (int i = at; i < end; i++) if (!lines.get(i).isBlank()) return prefix(lines.get(i)) > 0;
        return false;
    }

    /// Whether the line is the rest of the long quoted line above it: it would otherwise read as an answer.
    private boolean wrappedRest(int at, int end) {
        String above = lines.get(at - 1);
        String line = lines.get(at);
        return !line.isBlank() && above.length() >= WRAPPED && prefix(above) > 0 && at + 1 < end && prefix(lines.get(at + 1)) > 0;
    }

    /// The length of the quote marks that a line begins with, `> `, `>>`, `JD> `; 0 when it has none.
    private static int prefix(String line) {
        int end = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '>' || c == '＞' || c == '»') end = at + 1;
            else if (at - end > 3 || (c != ' ' && c != '\t' && (c < 'A' || c > 'Z'))) break;
        }
        return end > 0 && end < line.length() && line.charAt(end) == ' ' ? end + 1 : end;
    }

    private static String joined(List<String> some) {
        int from = 0;
        int to = some.size();
        while (from < to && some.get(from).isBlank()) from++;
        while (to > from && some.get(to - 1).isBlank()) to--;
        return some.subList(from, to).stream().map(String::stripTrailing).map(line -> line + "\n").collect(Collectors.joining());
    }
}

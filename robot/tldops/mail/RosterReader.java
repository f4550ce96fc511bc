package tldops.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.core.Clean;
import tldops.core.Imports.Entry;
import tldops.core.Tld;

/// Reads the contacts of another list: a roster of Mailman's, the answer to `who` with what stands around it, or CSV with
/// a line of headings (N40, X09, R102). Says of each line that should be a contact why it is none.
public final class RosterReader {
    private static final int LINES = 200_000;
    private static final int WRAPPED = 4;
    private static final Pattern QUOTE = Pattern.compile("^(?:\\s{0,5}>)+ ?|^\\s*[*•-]\\s+(?=\\S+@|[\"“])");
    /// Parts of the answer to `who` that hold no contacts.
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\s*-\\s*(?:unprocessed|done|ignored|errors?)\\b.*");
    private static final Pattern RESULTS = Pattern.compile("(?i)\\s*-\\s*results\\b.*");
    private static final Pattern LISTING = Pattern.compile("(?i)\\s*(?:from|to|cc|bcc|reply-to|sender|return-path|list-[a-z]+|subject|message-id|e-?mail|contact)\\s*:.*");
    private static final Pattern SIGN = Pattern.compile("[@＠]");

    /// @param line of the text, from 1
    /// @param typed as it stands there
    /// @param why it can not be read; "" when it can
    public record Read(int line, String typed, Optional<Entry> entry, String why) {}

    private RosterReader() {}

    public static List<Read> read(String text) {
        String clean = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        Optional<Character> separator = Stream.of(',', ';', '\t').filter(sign -> Headed.of(clean, sign).isPresent()).findFirst();
        if (separator.isPresent()) return Headed.of(clean, separator.get()).orElseThrow().read();
        List<String> lines = clean.lines().limit(LINES).map(line -> Clean.text(QUOTE.matcher(line).replaceFirst("")).strip()).toList();
        List<Read> read = new ArrayList<>();
        boolean elsewhere = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            elsewhere = ELSEWHERE.matcher(line).matches() || (elsewhere && !RESULTS.matcher(line).matches());
            if (elsewhere || (!SIGN.matcher(line).find() && !opened(line)) || LISTING.matcher(line).matches()) continue;
            int length = length(lines, at);
            String joined = String.join(" ", lines.subList(at, at + length));
            RosterLine contact = RosterLine.of(joined);
            if (SIGN.matcher(joined).find()) read.add(new Read(at + 1, joined, contact.entry(), contact.why()));
            at += length - 1;
        }
        return List.copyOf(read);
    }

    /// How many lines the contact takes: mailers wrap them.
    private static int length(List<String> lines, int at) {
        StringBuilder joined = new StringBuilder(lines.get(at));
        for (int length = 1; length <= WRAPPED; length++) {
            String whole = joined.toString();
            boolean more = open(whole) || (at + length < lines.size() && !whole.contains("(") && lines.get(at + length).startsWith("(")) || (opened(whole) && !SIGN.matcher(whole).find());
            if (!more) return length;
            if (at + length >= lines.size() || lines.get(at + length).isBlank()) break;
            joined.append(' ').append(lines.get(at + length));
        }
        return 1;
    }

    private static boolean opened(String line) {
        return line.startsWith("\"") || line.startsWith("“") || line.startsWith("„") || line.startsWith("«");
    }

    private static boolean open(String line) {
        long deep = line.chars().filter(c -> c == '(' || c == '（').count() - line.chars().filter(c -> c == ')' || c == '）').count();
        return deep > 0 || (opened(line) && line.chars().filter(c -> "\"“”„«»".indexOf(c) >= 0).count() < 2);
    }

    /// A table whose first line names its columns.
    ///
    /// @param columns which cells hold what; the addresses may stand in several
    private record Headed(Map<String, List<Integer>> columns, List<Csv.Row> rows) {
        private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("cctld", "tld"), Map.entry("tld", "tld"), Map.entry(".cctld", "tld"), Map.entry("country code", "tld"), Map.entry("rank", "rank"),
                Map.entry("#", "rank"), Map.entry("role", "rank"), Map.entry("priority", "rank"), Map.entry("name", "name"), Map.entry("first name", "given"), Map.entry("email", "mail"), Map.entry("email1", "mail"),
                Map.entry("email2", "mail"), Map.entry("email 2", "mail"), Map.entry("second email", "mail"), Map.entry("e-mail 2", "mail"), Map.entry("phone", "phone"), Map.entry("mobile", "phone"),
                Map.entry("e164", "e164"), Map.entry("tlp", "tlp"), Map.entry("a-label", "a-label"), Map.entry("since", "since"), Map.entry("confirmed", "confirmed"));

        static Optional<Headed> of(String text, char separator) {
            List<Csv.Row> rows = Csv.rows(text, separator).stream().filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank())).toList();
            if (rows.isEmpty() || rows.getFirst().cells().size() < 3) return Optional.empty();
            Map<String, List<Integer>> columns = new HashMap<>();
            List<String> titles = rows.getFirst().cells();
            for (int i = 0; i < titles.size(); i++) columns.computeIfAbsent(column(titles.get(i)), _ -> new ArrayList<>()).add(i);
            boolean headed = Stream.of("tld", "mail").allMatch(columns::containsKey) && (columns.containsKey("name") || columns.containsKey("given"));
            return headed ? Optional.of(new Headed(columns, rows.subList(1, rows.size()))) : Optional.empty();
        }

        private static String column(String title) {
            String folded = Folded.of(title);
            return Optional.ofNullable(NAMES.get(folded)).or(() -> Labels.label(title).map(label -> switch (label.kind()) {
                case GIVEN -> "given";
                case NAME -> "name";
                case EMAIL -> "mail";
                case PHONE -> "phone";
                case TLD -> "tld";
            })).orElse("");
        }

        List<Read> read() {
            return rows.stream().map(row -> {
                RosterLine line = contact(row);
                return new Read(row.line(), String.join(", ", row.cells()), line.entry(), line.why());
            }).toList();
        }

        private RosterLine contact(Csv.Row row) {
            Optional<Tld> tld = Tld.parse(cell(row, "tld", ""));
            if (tld.isEmpty()) return RosterLine.not(cell(row, "tld", "").isBlank() ? "no ccTLD" : "no ccTLD: " + Clean.line(cell(row, "tld", "")));
            String rank = Folded.of(cell(row, "rank", "")).replaceAll("^#\\s*", "").replace("primary", "1").replace("secondary", "2").replace("third", "3");
            String phone = cell(row, "phone", "");
            return RosterLine.checked(tld.get(), rank.matches("[0-9]{1,2}") ? Integer.parseInt(rank) : 0, (cell(row, "given", "") + " " + cell(row, "name", " ")).strip(), cell(row, "mail", " "), phone);
        }

        /// What stands in these columns, joined.
        private String cell(Csv.Row row, String column, String joint) {
            return columns.getOrDefault(column, List.of()).stream().filter(at -> at < row.cells().size()).map(row.cells()::get).limit(joint.isEmpty() ? 1 : Long.MAX_VALUE).collect(Collectors.joining(joint.isEmpty() ? "" : joint));
        }
    }
}

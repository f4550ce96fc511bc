package tldops.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Form;
import tldops.core.Form.Entry;
import tldops.core.Form.Field;
import tldops.core.Language;
import tldops.core.Phone;
import tldops.core.Tld;
import tldops.mail.Labels.Heading;
import tldops.mail.Labels.Kind;
import tldops.mail.Labels.Label;

/// Walks through a text line by line and takes the subscription template out of it: contact person blocks, ccTLD lines,
/// the leaflet's signature, the confirming sentence (R073, R084-R090, R097, X15, P8).
final class FormReader {
    private static final int LINES = 5_000;
    private static final int LINE = 1_000;
    private static final int BLOCKS = 20;
    private static final int BELOW = 3;
    private static final int LABEL = 100;
    private static final Pattern QUOTE = Pattern.compile("^(?:\\s{0,5}>){1,50}");
    private static final Pattern BULLET = Pattern.compile("^(?:(?:[-*•·‣▪●◦○■□➢►–—|#_]+|\\(?\\d{1,2}[.)](?=\\s)|[（(]?[\\p{Nd}一二三]{1,2}[、）.)](?=[\\s\\p{IsHan}\\p{IsArabic}])|[A-Za-z][.)](?=\\s))\\s*){1,5}");
    private static final Pattern SEPARATOR = Pattern.compile("[:：﹕∶꞉︓=]");
    private static final Pattern LEADING = Pattern.compile("^[\\s:=|*_–—-]+(?=[^\\d\\s])|^[\\s:=|*_]+");
    private static final Pattern NUMBERISH = Pattern.compile("[+＋\\p{Nd}()./\\s\\p{Pd}]+");
    /// Section lines, markers and closing words are no values.
    private static final Pattern BORDER = Pattern.compile("^(?:[*=_~-]{2,}.*|.*(?:debut|fin) du message.*|(?:best |kind |with )?regards.*|cordialement.*|dear .*|cher .*|chere .*)$");

    /// @param form as far as there is one
    /// @param heading a contact person heading stands in the text
    /// @param kinds for which kinds of labels there is a value
    /// @param exact one of these labels is worded as in the template
    record Reading(Form form, boolean heading, Set<Kind> kinds, boolean exact) {}

    /// @param value what stands behind the label
    /// @param below the lines under it, up to the next label or blank line
    private record Item(Label label, int line, String value, List<String> below) {
        String all() {
            return (value + " " + String.join(" ", below)).strip();
        }
    }

    /// @param heading 0 without a heading of its own
    private record Block(int heading, Map<Kind, List<Item>> items) {
        boolean has(Kind kind) {
            return items.containsKey(kind);
        }

        Optional<Item> first(Kind kind) {
            return Optional.ofNullable(items.get(kind)).map(List::getFirst);
        }
    }

    private FormReader() {}

    /// @param partial a lone block without heading and with gaps is a correction of one that we know: it gets the number 0
    static Reading read(String text, boolean quoted, boolean partial) {
        List<String> lines = text.lines().limit(LINES).map(line -> Clean.line(QUOTE.matcher(line).replaceFirst(""), LINE)).toList();
        List<Block> blocks = new ArrayList<>();
        List<Field<Tld>> tlds = new ArrayList<>();
        Map<Reads, Integer> votes = new EnumMap<>(Reads.class);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean exact = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (OwnBlock.begins(line)) break;
            Optional<Heading> heading = heading(lines, i);
            if (heading.isPresent()) {
                vote(votes, heading.get().languages());
                if (blocks.size() < BLOCKS) blocks.add(new Block(heading.get().number(), new EnumMap<>(Kind.class)));
                line = heading.get().rest();
            }
            Optional<Item> item = item(lines, i, line, !blocks.isEmpty());
            if (item.isPresent()) {
                vote(votes, item.get().label().languages());
                if (!Values.typed(item.get().all()).isEmpty()) {
                    kinds.add(item.get().label().kind());
                    exact |= item.get().label().exact();
                }
                if (item.get().label().kind() == Kind.TLD) tlds.addAll(Values.tlds(item.get().line(), item.get().all()));
                else place(blocks, item.get());
            } else {
                int number = i + 1;
                Labels.signature(line).ifPresent(names -> tlds.addAll(signed(number, names)));
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) entries.add(entry(blocks.get(i), number(blocks, i, partial)));
        Form form = new Form(language(votes, text), List.copyOf(entries), List.copyOf(tlds), Statement.in(text), quoted);
        return new Reading(form, blocks.stream().anyMatch(block -> block.heading() > 0), Set.copyOf(kinds), exact);
    }

    private static Optional<Heading> heading(List<String> lines, int at) {
        return Labels.heading(BULLET.matcher(lines.get(at)).replaceFirst(""))
                .filter(heading -> heading.rest().isEmpty() || item(lines, at, heading.rest(), true).isPresent());
    }

    /// The label and its value, if this line begins with a label. Without a colon only inside a block, where a label is
    /// expected, and only when the rest looks like a value.
    private static Optional<Item> item(List<String> lines, int at, String text, boolean inside) {
        if (text.isBlank()) return Optional.empty();
        String line = BULLET.matcher(text).replaceFirst("");
        var separator = SEPARATOR.matcher(line);
        if (separator.find() && separator.start() <= LABEL) {
            Optional<Label> label = Labels.label(line.substring(0, separator.start()));
            if (label.isPresent()) return Optional.of(filled(lines, at, label.get(), line.substring(separator.end())));
        } else if (Labels.begins(line) && at + 1 < lines.size() && SEPARATOR.matcher(lines.get(at + 1)).find()) {
            String next = lines.get(at + 1);
            var colon = SEPARATOR.matcher(next);
            Optional<Label> label = colon.find() ? Labels.label(line + " " + next.substring(0, colon.start())) : Optional.empty();
            if (label.isPresent()) return Optional.of(new Item(label.get(), at + 1, LEADING.matcher(next.substring(colon.end())).replaceFirst(""), List.of()));
        }
        for (int end = Math.min(line.length(), LABEL); inside && end > 0; end = line.lastIndexOf(' ', end - 1)) {
            Optional<Label> label = Labels.label(line.substring(0, end));
            String rest = LEADING.matcher(line.substring(end)).replaceFirst("");
            if (label.isPresent() && fits(label.get().kind(), rest)) return Optional.of(filled(lines, at, label.get(), rest));
        }
        return Optional.empty();
    }

    private static boolean fits(Kind kind, String rest) {
        if (rest.isBlank() || rest.startsWith("<")) return true;
        return switch (kind) {
            case EMAIL -> rest.contains("@");
            case PHONE -> rest.startsWith("+") || NUMBERISH.matcher(rest).matches();
            case TLD -> rest.startsWith(".");
            case NAME, GIVEN -> rest.length() <= 60 && capital(rest.codePointAt(0)) && rest.split(" ").length <= 6 && !rest.endsWith(".");
        };
    }

    /// Arabic and Chinese have no capitals.
    private static boolean capital(int first) {
        return Character.isUpperCase(first) || Character.getType(first) == Character.OTHER_LETTER;
    }

    private static Item filled(List<String> lines, int at, Label label, String behind) {
        String value = LEADING.matcher(behind).replaceFirst("").strip();
        List<String> below = new ArrayList<>();
        int next = at + 1;
        int blanks = 0;
        while (next < lines.size() && below.size() < BELOW && blanks <= 2) {
            String line = lines.get(next);
            if (line.isBlank()) {
                if (!value.isEmpty() || !below.isEmpty()) break;
                blanks++;
            } else if (border(lines, next)) {
                break;
            } else {
                below.add(line);
            }
            next++;
        }
        while (next < lines.size() && lines.get(next).isBlank()) next++;
        boolean closed = next < lines.size() && labelled(lines, next);
        return new Item(label, at + 1, value, belonging(label.kind(), value, below, closed));
    }

    private static boolean border(List<String> lines, int at) {
        return labelled(lines, at) || BORDER.matcher(Folded.of(lines.get(at))).matches() || OwnBlock.begins(lines.get(at)) || Statement.in(lines.get(at));
    }

    /// Whether a label or a heading begins here; looks at this line alone.
    private static boolean labelled(List<String> lines, int at) {
        String line = BULLET.matcher(lines.get(at)).replaceFirst("");
        var separator = SEPARATOR.matcher(line);
        if (Labels.heading(line).isPresent() || Labels.label(line).isPresent()) return true;
        if (separator.find() && separator.start() <= LABEL) return Labels.label(line.substring(0, separator.start())).isPresent();
        int space = line.indexOf(' ');
        while (space > 0 && space < LABEL) {
            Optional<Label> label = Labels.label(line.substring(0, space));
            if (label.isPresent() && fits(label.get().kind(), line.substring(space + 1))) return true;
            space = line.indexOf(' ', space + 1);
        }
        return false;
    }

    /// Which of the lines below belong to the value: all that look like more of it.
    private static List<String> belonging(Kind kind, String value, List<String> below, boolean closed) {
        List<String> more = new ArrayList<>();
        for (String line : below) {
            boolean first = value.isEmpty() && more.isEmpty();
            boolean belongs = switch (kind) {
                case EMAIL -> line.contains("@") || (first && closed) || (!value.isEmpty() && Values.emails(1, value).value().isEmpty() && line.matches("[\\w.>@-]{1,80}"));
                case PHONE -> first ? line.codePoints().anyMatch(Character::isDigit) : NUMBERISH.matcher(line).matches();
                case TLD -> first || line.startsWith(".");
                case NAME, GIVEN -> (first || more.isEmpty()) && closed && below.size() == 1 && line.length() <= 60
                        && (first || line.codePoints().noneMatch(c -> Character.isDigit(c) || c == '@'));
            };
            if (!belongs) break;
            more.add(line);
        }
        return List.copyOf(more);
    }

    private static void place(List<Block> blocks, Item item) {
        Kind kind = item.label().kind();
        if (blocks.isEmpty() || nextPerson(blocks.getLast(), kind)) {
            if (blocks.size() >= BLOCKS) return;
            blocks.add(new Block(0, new EnumMap<>(Kind.class)));
        }
        List<Item> items = blocks.getLast().items().computeIfAbsent(kind, _ -> new ArrayList<>());
        if (items.size() < BELOW) items.add(item);
    }

    /// Without a heading: another name, or the first line of any other kind after a person that is complete.
    private static boolean nextPerson(Block block, Kind kind) {
        if (kind == Kind.NAME && block.first(Kind.NAME).filter(name -> !name.all().isEmpty()).isPresent()) return true;
        return kind != Kind.EMAIL && kind != Kind.PHONE && block.has(Kind.NAME) && block.has(Kind.EMAIL) && block.has(Kind.PHONE);
    }

    private static int number(List<Block> blocks, int place, boolean partial) {
        Block block = blocks.get(place);
        if (block.heading() > 0) return block.heading();
        if (partial && blocks.size() == 1 && !(block.has(Kind.NAME) && block.has(Kind.EMAIL) && block.has(Kind.PHONE))) return 0;
        int highest = blocks.stream().mapToInt(Block::heading).max().orElse(0);
        return highest + 1 + (int) blocks.subList(0, place).stream().filter(other -> other.heading() == 0).count();
    }

    private static Entry entry(Block block, int number) {
        return new Entry(number, name(block), email(block), phone(block));
    }

    private static Field<String> name(Block block) {
        Optional<Item> given = block.first(Kind.GIVEN);
        Optional<Item> name = block.first(Kind.NAME);
        if (given.isEmpty() && name.isEmpty()) return Field.none();
        String all = given.map(Item::all).orElse("") + " " + name.map(Item::all).orElse("");
        return Values.name(name.or(() -> given).map(Item::line).orElse(0), all);
    }

    private static Field<List<Address>> email(Block block) {
        List<Item> items = block.items().getOrDefault(Kind.EMAIL, List.of());
        if (items.isEmpty()) return Field.none();
        int line = items.getFirst().line();
        Field<List<Address>> spaced = Values.emails(line, String.join(" ", items.stream().map(Item::all).toList()));
        Item first = items.getFirst();
        if (!spaced.value().isEmpty() || first.below().isEmpty()) return spaced;
        Field<List<Address>> wrapped = Values.emails(line, first.value() + String.join("", first.below()));
        return wrapped.value().isEmpty() ? spaced : wrapped;
    }

    private static Field<Phone> phone(Block block) {
        List<Item> items = block.items().getOrDefault(Kind.PHONE, List.of()).stream().filter(item -> !Values.typed(item.all()).isEmpty()).toList();
        if (items.isEmpty()) return block.first(Kind.PHONE).map(item -> Field.<Phone>unread(item.line(), "")).orElseGet(Field::none);
        Item best = items.stream().filter(item -> item.label().mobile()).findFirst().orElse(items.getFirst());
        return Values.phone(best.line(), best.all());
    }

    private static List<Field<Tld>> signed(int line, String names) {
        return Values.tlds(line, names).stream().filter(field -> !field.value().isEmpty()).filter(field -> names.contains(".") || names.split(" ").length == 1).toList();
    }

    private static void vote(Map<Reads, Integer> votes, Set<Reads> languages) {
        if (languages.size() == 1) votes.merge(languages.iterator().next(), 1, Integer::sum);
    }

    private static Language language(Map<Reads, Integer> votes, String text) {
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Reads> best = votes.entrySet().stream().filter(vote -> vote.getValue() == most).map(Map.Entry::getKey).toList();
        return best.size() == 1 ? best.getFirst().answered() : LanguageGuess.of(text);
    }
}

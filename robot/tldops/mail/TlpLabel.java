package tldops.mail;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tldops.core.Tlp;

/// Finds the label of the Traffic Light Protocol as people write it (X23, N35, R096): 1.0 and 2.0, the colours in English,
/// French, Spanish, Arabic, Russian and Chinese, `TLP:AMBER+STRICT`, `TLP : jaune`, `[tlp amber]`. A colour without `TLP`
/// is none. Of several the strictest counts.
final class TlpLabel {
    private static final int FIRST_LINES = 10;
    private static final int LONGEST = 400;
    private static final int ALONE = 60;
    private static final int MARKED_LINES = 20;

    private static final Map<String, Tlp> COLOURS = new LinkedHashMap<>();

    static {
        all(Tlp.RED, "red rouge rojo roja красный красная красное أحمر حمراء الأحمر 红 红色 紅 紅色");
        all(Tlp.AMBER, "amber ambre ambar jaune yellow orange amarillo naranja янтарный янтарная желтый желтая жёлтый жёлтая оранжевый كهرماني عنبري أصفر برتقالي الأصفر 琥珀 琥珀色 黄 黄色 黃 黃色 橙 橙色");
        all(Tlp.GREEN, "green vert verte verde зеленый зелёный зеленая зелёная أخضر الأخضر 绿 绿色 綠 綠色");
        all(Tlp.CLEAR, "clear white blanc blanche clair blanco blanca claro transparente белый белая прозрачный أبيض شفاف الأبيض 白 白色 透明");
    }

    private static final String NAMED = "level|colou?r|marking|label|classification|protocol|clasificacion|классификация|couleur|niveau|nivel|color|уровень|цвет|级别|等级|مستوى|is|est|es";
    private static final String STRICT = "strict|stricte|estricto|строгий";
    private static final Pattern LABEL = Pattern.compile("(?<![\\p{L}\\p{N}])(?:t\\.?l\\.?p\\.?|traffic[ -]?light[ -]protocol)(?:\\s?v?[12](?:\\.0)?)?(?:\\s(?:" + Stream.of(NAMED.split("\\|")).map(word -> word.contains("?") ? word : Folded.of(word)).collect(Collectors.joining("|"))
            + "))?[\\s:=_()\\[\\]*\"'./-]{0,6}(" + COLOURS.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote).collect(Collectors.joining("|"))
            + ")(?![\\p{L}&&[^\\p{IsHan}]])(\\s?[+_/ -]?\\s?(?:" + Stream.of(STRICT.split("\\|")).map(Folded::of).collect(Collectors.joining("|")) + ")(?!\\p{L}))?");

    private TlpLabel() {}

    private static void all(Tlp tlp, String words) {
        for (String word : words.split(" ")) COLOURS.put(Folded.of(word), tlp);
    }

    /// The label in the subject and in the first lines of the text.
    static Optional<Tlp> of(String subject, String written) {
        return Stream.concat(in(subject).stream(), first(written, FIRST_LINES)).min(Comparator.naturalOrder());
    }

    /// Whether a text is marked RED, a quoted or an attached one too: in its first lines, or by a line of its own.
    static boolean red(String text) {
        return first(text, MARKED_LINES).anyMatch(Tlp.RED::equals) || text.lines().anyMatch(line -> line.length() < ALONE && in(line).contains(Tlp.RED) && LABEL.matcher(Folded.of(line)).replaceAll("").chars().noneMatch(Character::isLetterOrDigit));
    }

    /// The labels in the first lines, and of a line with the colour alone that stands on the next one.
    private static Stream<Tlp> first(String text, int most) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(most + 1L).map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) : line).toList();
        Stream<Tlp> parted = IntStream.range(1, lines.size()).filter(i -> colour(lines.get(i))).boxed().flatMap(i -> in(lines.get(i - 1) + " " + lines.get(i)).stream());
        return Stream.concat(lines.stream().limit(most).flatMap(line -> in(line).stream()), parted);
    }

    private static boolean colour(String line) {
        return line.length() < ALONE && COLOURS.containsKey(Folded.of(line).replaceAll("[^\\p{L}]", ""));
    }

    /// All labels of one line.
    static List<Tlp> in(String line) {
        Matcher label = LABEL.matcher(Folded.of(line));
        return label.results().map(found -> {
            Tlp colour = Objects.requireNonNull(COLOURS.get(found.group(1)));
            return colour == Tlp.AMBER && found.group(2) != null ? Tlp.AMBER_STRICT : colour;
        }).toList();
    }
}

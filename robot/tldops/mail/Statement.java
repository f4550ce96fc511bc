package tldops.mail;

import java.util.regex.Pattern;

/// The sentence that confirms the responsibility: the end of A.1's template and the leaflet's second sentence
/// (R023, R073, R087), wherever it is wrapped and whether it speaks of one person or of several.
final class Statement {
    private static final String NOT = "(?:(?! not | pas | ne | n'| no )[^?]){0,160}?";
    private static final Pattern EN = Pattern.compile(
            "\\b(?:i|we)(?: do| also| hereby| herewith| can)* (?:confirm|declare|certify)" + NOT + " (?:am|is|are)(?: also| all| both| the people| the persons)? responsible for " + NOT + "security");
    private static final Pattern FR = Pattern.compile(
            "\\b(?:je|nous)(?: vous| soussigne,?)*(?: ci-dessous,?)? (?:confirme|confirmons|certifie|certifions|declare|declarons)\\b" + NOT + " responsables? (?:de|du|pour) " + NOT + "securite");
    private static final Pattern SEVERAL = Pattern.compile("\\b(?:persons|people|contacts|personnes|ils sont|elles sont)\\b");

    private Statement() {}

    static boolean in(String text) {
        String all = flat(text);
        return EN.matcher(all).find() || FR.matcher(all).find();
    }

    /// The sentence of the template itself, which speaks of several people: no answer about one person is worded so.
    static boolean aboutSeveral(String text) {
        return in(text) && SEVERAL.matcher(flat(text)).find();
    }

    private static String flat(String text) {
        StringBuilder all = new StringBuilder();
        text.lines().forEach(line -> all.append(line.replaceFirst("^[\\s>|*-]+", "")).append(' '));
        return " " + Folded.of(all.toString()) + " ";
    }
}

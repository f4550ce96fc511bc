package tldops.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What of an HTML body nobody sees: text that a sender hides could hold a verdict he never meant (MAIL_RULES 17).
final class HtmlHidden {
    private static final Pattern NEVER = Pattern.compile("head|script|style|title|template|noscript|object|embed|iframe|svg|select|textarea|audio|video");
    private static final Pattern STYLE = Pattern.compile(
            "(^|;)(display:none|visibility:(hidden|collapse)|font-size:(0|0?\\.\\d+(px|pt)|[01](\\.\\d+)?px|0(pt|em|rem|%))(;|$)|opacity:0(\\.0+)?(;|$)"
                    + "|mso-hide:all|(max-)?(height|width):0(px|pt)?(;|$)(?=.*overflow:hidden)|text-indent:-\\d{3,}|(left|top):-\\d{3,}|clip:rect\\(0|color:transparent)");
    private static final Pattern WHITE = Pattern.compile("#fff(fff)?(?![0-9a-f])|white|rgb\\(255,255,255\\)|rgba\\(255,255,255,[^)]*\\)");
    private static final Pattern WHITE_TEXT = Pattern.compile("(^|;)color:(" + WHITE + ")");
    private static final Pattern BACKGROUND = Pattern.compile("(^|;)background(-color)?:([^;]*)");
    /// Others hide nothing here: a sheet could be made of selectors that take for ever.
    private static final Pattern SIMPLE = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,20}([.#][a-zA-Z_][a-zA-Z0-9_-]{0,60}){0,2}|([.#][a-zA-Z_][a-zA-Z0-9_-]{0,60}){1,3}");
    private static final int MAX_SHEET = 20_000;
    private static final int MAX_RULES = 100;
    private static final String MARK = "data-hidden-by-sheet";

    HtmlHidden(Document page) {
        StringBuilder sheet = new StringBuilder();
        for (Element style : page.select("style")) if (sheet.length() < MAX_SHEET) sheet.append(style.data()).append('\n');
        apply(page, sheet.length() > MAX_SHEET ? sheet.substring(0, MAX_SHEET) : sheet.toString());
    }

    /// Marks what simple rules of the page's own style sheet hide; rules inside `@media` are left aside.
    private static void apply(Document page, String sheet) {
        int depth = 0;
        int begun = 0;
        int rules = 0;
        String selector = "";
        for (int at = 0; at < sheet.length() && rules < MAX_RULES; at++) {
            if (sheet.charAt(at) == '{') {
                if (depth++ == 0) selector = sheet.substring(begun, at).strip();
                begun = depth == 1 ? at + 1 : begun;
            } else if (sheet.charAt(at) == '}') {
                if (depth == 1 && STYLE.matcher(folded(sheet.substring(begun, at))).find()) {
                    mark(page, selector);
                    rules++;
                }
                depth = Math.max(0, depth - 1);
                begun = depth == 0 ? at + 1 : begun;
            }
        }
    }

    private static void mark(Document page, String selector) {
        for (String one : selector.split(",", 20)) if (SIMPLE.matcher(one.strip()).matches()) page.select(one.strip()).forEach(element -> element.attr(MARK, ""));
    }

    boolean hides(Element element) {
        if (NEVER.matcher(element.normalName()).matches() || element.hasAttr("hidden") || element.hasAttr(MARK)) return true;
        String style = folded(element.attr("style"));
        if (STYLE.matcher(style).find()) return true;
        boolean white = WHITE_TEXT.matcher(style).find() || WHITE.matcher(folded(element.attr("color"))).matches();
        return white && !coloured(element);
    }

    /// Whether it or anything around it gives a background that white letters can be read on.
    private static boolean coloured(Element element) {
        for (Element around = element; around != null; around = around.parent()) {
            String attribute = folded(around.attr("bgcolor"));
            var background = BACKGROUND.matcher(folded(around.attr("style")));
            if (background.find()) return !white(background.group(3));
            if (!attribute.isEmpty()) return !white(attribute);
        }
        return false;
    }

    private static boolean white(String value) {
        return value.isEmpty() || value.equals("transparent") || value.equals("none") || WHITE.matcher(value).lookingAt();
    }

    private static String folded(String style) {
        return style.toLowerCase(Locale.ROOT).replaceAll("/\\*.*?\\*/", "").replaceAll("[\\s!]+|important", "");
    }
}

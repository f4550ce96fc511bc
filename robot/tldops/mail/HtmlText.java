package tldops.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

/// An HTML body as a person sees it, as plain text: hidden text is dropped, what is quoted gets `>`, links are never
/// fetched (MAIL_RULES 17, 29).
final class HtmlText implements NodeFilter {
    private static final Pattern BLOCKS = Pattern.compile("p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|pre|blockquote|section|article|header|footer|hr|address|form|fieldset|center|body");
    /// Where Outlook, Yahoo, Zimbra and others begin what is answered to: everything behind it is quoted.
    private static final Evaluator CUT = Selector.evaluatorOf("#divRplyFwdMsg, #x_divRplyFwdMsg, #appendonsend, .OutlookMessageHeader, #zwchr,"
            + " #mail-editor-reference-message-container, .ms-outlook-mobile-reference-message, [name=messageReplySection], hr#stopSpelling,"
            + " [style*='border-top:solid #E1E1E1'], [style*='border-top:solid #B5C4DF'], [style*='BORDER-TOP: #b5c4df 1pt solid']");
    /// What is quoted by itself.
    private static final Evaluator QUOTED =
            Selector.evaluatorOf("blockquote, .gmail_attr, .moz-cite-prefix, .yahoo_quoted, .protonmail_quote, .gmail_quote:not(:has(blockquote))");
    private static final int MAX_HTML = 512 * 1024;

    private final int max;
    private final HtmlHidden hidden;
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int kept;
    private boolean cut;
    private boolean lineOpen;
    private boolean blank;

    private HtmlText(int max, HtmlHidden hidden) {
        this.max = max;
        this.hidden = hidden;
    }

    static String of(String html, int max) {
        Document page = Jsoup.parse(html.length() > MAX_HTML ? html.substring(0, MAX_HTML) : html);
        HtmlText reader = new HtmlText(max, new HtmlHidden(page));
        page.body().filter(reader);
        return reader.text.toString();
    }

    @Override
    public FilterResult head(Node node, int level) {
        if (text.length() > max) return FilterResult.STOP;
        if (node instanceof TextNode words) write(words);
        if (!(node instanceof Element element)) return FilterResult.CONTINUE;
        if (hidden.hides(element)) return FilterResult.SKIP_ENTIRELY;
        boolean block = block(element);
        if (block) end();
        if (element.is(CUT)) cut = true;
        if (element.is(QUOTED)) depth++;
        if (keeps(element)) kept++;
        switch (element.normalName()) {
            case "br" -> newline();
            case "li" -> put("- ");
            case "hr" -> newline();
            case "td", "th" -> {
                if (lineOpen) put("\t");
            }
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int level) {
        if (!(node instanceof Element element)) return FilterResult.CONTINUE;
        if (block(element)) end();
        if (element.normalName().equals("p") && !text.isEmpty()) newline();
        if (element.is(QUOTED)) depth--;
        if (keeps(element)) kept--;
        return FilterResult.CONTINUE;
    }

    private static boolean block(Element element) {
        return BLOCKS.matcher(element.normalName()).matches();
    }

    private static boolean keeps(Element element) {
        return element.normalName().equals("pre") || element.attr("style").toLowerCase(Locale.ROOT).contains("pre-wrap");
    }

    private void write(TextNode words) {
        String raw = words.getWholeText();
        if (kept > 0) {
            String[] lines = raw.split("\r?\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) newline();
                put(lines[i]);
            }
            return;
        }
        String folded = raw.replaceAll("[ \\t\\r\\n\\f]+", " ");
        if (!lineOpen || blank) folded = folded.startsWith(" ") ? folded.substring(1) : folded;
        put(folded);
    }

    private void put(String piece) {
        if (piece.isEmpty()) return;
        if (!lineOpen) text.append(prefix());
        text.append(piece);
        lineOpen = true;
        blank = piece.endsWith(" ");
    }

    private void newline() {
        if (!lineOpen && depth + (cut ? 1 : 0) > 0) text.append(prefix());
        text.append('\n');
        lineOpen = false;
        blank = false;
    }

    /// Ends a line that holds something.
    private void end() {
        if (lineOpen) newline();
    }

    private String prefix() {
        int marks = Math.min(depth + (cut ? 1 : 0), 20);
        return marks == 0 ? "" : ">".repeat(marks) + " ";
    }
}

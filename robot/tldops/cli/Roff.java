package tldops.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A manual page while it is written, in the language of man(7); whatever it is given comes out as plain text.
final class Roff {
    private static final Pattern INDENTED = Pattern.compile("^ {2,}(\\S+) {2,}(.*)$");

    private final StringBuilder page = new StringBuilder();

    /// @param section 1 for commands, 5 for files
    Roff(String name, int section, String source, String book) {
        page.append(".\\\" made from the commands themselves: tldops manual FOLDER\n");
        macro(".TH", name.toUpperCase(Locale.ROOT), String.valueOf(section), "", source, book);
        page.append(".nh\n.ad l\n");
    }

    Roff section(String heading) {
        return macro(".SH", heading);
    }

    Roff part(String heading) {
        return macro(".SS", heading);
    }

    Roff paragraph(String text) {
        page.append(".PP\n");
        return line(text);
    }

    /// Right below a heading, as the name of a page must stand.
    Roff paragraphless(String text) {
        return line(text);
    }

    /// Lines that stay as they are.
    Roff verbatim(String text) {
        page.append(".PP\n.RS 4\n.nf\n");
        text.lines().forEach(this::line);
        page.append(".fi\n.RE\n");
        return this;
    }

    /// Of a command's description: indented lines of the shape `word  meaning` become a list, blank ones part paragraphs.
    Roff lines(List<String> lines) {
        for (String line : lines) {
            var listed = INDENTED.matcher(line);
            if (listed.matches()) term(listed.group(1), List.of(listed.group(2)));
            else if (!line.isBlank()) paragraph(line);
        }
        return this;
    }

    Roff term(String term, List<String> meaning) {
        page.append(".TP\n");
        macro(".B", term);
        boolean first = true;
        for (String text : meaning) {
            if (!first) page.append(".IP\n");
            line(text);
            first = false;
        }
        return this;
    }

    /// What is typed, as it is typed, and what it does.
    Roff example(String typed, String meaning) {
        page.append(".PP\n").append(escaped(meaning)).append("\n.PP\n.RS 4\n.nf\n");
        macro(".B", typed);
        page.append(".fi\n.RE\n");
        return this;
    }

    /// Names of other pages, as `tldops-run(1)`.
    Roff seeAlso(List<String> pages) {
        section("SEE ALSO");
        for (int i = 0; i < pages.size(); i++) {
            String name = pages.get(i).replaceFirst("\\(\\d\\)$", "");
            macro(".BR", name, pages.get(i).substring(name.length()) + (i < pages.size() - 1 ? "," : ""));
        }
        return this;
    }

    Roff synopsisLine(String words) {
        page.append(".PP\n");
        return macro(".B", words);
    }

    Roff synopsis(String words) {
        section("SYNOPSIS");
        return macro(".B", words);
    }

    private Roff line(String text) {
        page.append(escaped(text)).append('\n');
        return this;
    }

    private Roff macro(String name, String... arguments) {
        page.append(name);
        for (String argument : arguments) page.append(" \"").append(inLine(argument).replace("\"", "\\(dq")).append('"');
        page.append('\n');
        return this;
    }

    /// A line of text: what roff would take for an order at its begin is made harmless.
    private static String escaped(String text) {
        String line = inLine(text);
        return line.startsWith(".") ? "\\&" + line : line;
    }

    private static String inLine(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti").strip();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}

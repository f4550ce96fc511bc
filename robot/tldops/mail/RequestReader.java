package tldops.mail;

import java.util.List;
import java.util.Set;
import tldops.core.Language;
import tldops.core.Request;
import tldops.core.Request.Answered;
import tldops.core.Request.Commands;
import tldops.core.Request.FilledIn;
import tldops.core.Request.Unclear;
import tldops.mail.FormReader.Reading;
import tldops.mail.Labels.Kind;

/// What a person's mail asks for: a filled-in form, an answer to a question, commands, or nothing we know. In this
/// order, except that a form without its headings may be a signature and gives way to a clear word or command (L27).
public final class RequestReader {
    private static final int MOST = 50_000;

    private RequestReader() {}

    /// @param subject as it came; only a Subject that is itself a command counts (X08)
    /// @param ignoredParts whether the mail has parts that are no text (R057)
    /// @param token whether the mail brought back a secret of ours: then a template filled in where it is quoted counts
    public static Request read(String subject, NewText text, boolean ignoredParts, boolean token) {
        NewText bounded = new NewText(cut(text.written()), cut(text.signature()), cut(text.quoted()));
        Reading form = FormReader.read(bounded.written(), false, token);
        if (form.heading()) return new FilledIn(form.form());
        VerdictReader.Reading verdict = VerdictReader.read(bounded.written());
        if (!verdict.alone().isEmpty()) return answered(verdict);
        Commands commands = CommandReader.read(subject, bounded, ignoredParts);
        if (!commands.commands().isEmpty()) return commands;
        if (isForm(form, token)) return new FilledIn(form.form());
        if (!verdict.all().isEmpty() || !verdict.numbers().isEmpty()) return answered(verdict);
        if (token) {
            Reading quoted = FormReader.read(bounded.quoted(), true, false);
            if (quoted.heading() && !quoted.form().filled().isEmpty()) return new FilledIn(quoted.form());
            if (Statement.aboutSeveral(bounded.written())) return new FilledIn(form.form());
        }
        return new Unclear(bounded.written().isBlank() ? "nothing newly written" : "no form, no word of ours, no command");
    }

    /// The language of a text; English when it does not tell.
    public static Language language(String text) {
        return LanguageGuess.of(text);
    }

    private static Answered answered(VerdictReader.Reading verdict) {
        return new Answered(Set.copyOf(verdict.all()), List.copyOf(verdict.numbers()), !verdict.doubted().isEmpty() || (verdict.clear().isEmpty() && !verdict.loose().isEmpty()));
    }

    /// Two labels with a value make a form; with a secret of ours, one mended line is enough (N06). A telephone and an
    /// address as signatures have them are none.
    private static boolean isForm(Reading form, boolean token) {
        long values = form.kinds().stream().filter(kind -> kind != Kind.TLD && kind != Kind.GIVEN).count();
        return (form.exact() && (values >= 2 || token)) || (values >= 2 && form.kinds().contains(Kind.NAME));
    }

    private static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }
}

package tldops.mail;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import tldops.core.Form;
import tldops.core.Request;

/// Reads the plain and the HTML version of a mail and believes neither when they ask for different things: its sender saw
/// only one of them (MAIL_RULES 17). A verdict in an unknown charset is doubtful (MAIL_RULES 29).
final class Versions {
    private Versions() {}

    static Request read(String subject, NewText text, NewText html, Texts texts, boolean token) {
        Request request = RequestReader.read(subject, text, texts.ignored(), token);
        if (!words(text).equals(words(html))) {
            Request other = RequestReader.read(subject, html, texts.ignored(), token);
            if (differ(request, other)) return new Request.Unclear("the plain and the HTML version of the mail say different things");
        }
        if (texts.known() || !(request instanceof Request.Answered answered)) return request;
        return new Request.Answered(answered.words(), answered.numbers(), true);
    }

    /// Whether a request is one clear verdict, which a ticket system may have passed on (MAIL_RULES 18b).
    static boolean oneVerdict(Request request) {
        return request instanceof Request.Answered answered && answered.words().size() == 1 && !answered.doubtful();
    }

    private static String words(NewText text) {
        return text.written().toLowerCase(Locale.ROOT).replaceAll("<?(https?:|mailto:)[^\\s>]*>?|\\[cid:[^\\]]*\\]|[^\\p{L}\\p{Nd}@]+", "");
    }

    private static boolean differ(Request one, Request other) {
        if (one instanceof Request.Answered left && other instanceof Request.Answered right) return !left.words().equals(right.words()) || !left.numbers().equals(right.numbers());
        if (one instanceof Request.FilledIn(var left) && other instanceof Request.FilledIn(var right)) return contradict(left, right);
        return one instanceof Request.Answered || other instanceof Request.Answered;
    }

    /// Whether a value read in both forms is not the same; one that only one of them has may be a matter of layout.
    private static boolean contradict(Form one, Form other) {
        Iterator<Form.Entry> others = other.filled().iterator();
        for (Form.Entry entry : one.filled()) {
            if (!others.hasNext()) return false;
            Form.Entry match = others.next();
            if (contradict(entry.name(), match.name()) || contradict(entry.email(), match.email()) || contradict(entry.phone(), match.phone())) return true;
        }
        return values(one.tlds()).size() == values(other.tlds()).size() && !values(one.tlds()).equals(values(other.tlds()));
    }

    private static <T> boolean contradict(Form.Field<T> one, Form.Field<T> other) {
        return !one.value().isEmpty() && !other.value().isEmpty() && !one.value().equals(other.value());
    }

    private static <T> List<T> values(List<Form.Field<T>> fields) {
        return fields.stream().flatMap(field -> field.value().stream()).toList();
    }
}

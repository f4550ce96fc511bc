package tldops.trust;

import java.text.ParseException;
import java.util.function.IntPredicate;

/// Walks through the text of a structured header field: comments, folding, words and quoted strings of RFC 5322 3.2
/// and RFC 2045 5.1. Whatever the grammar does not allow ends the walk.
final class FieldText {
    private final String text;
    private int at = 0;

    FieldText(String text) {
        this.text = text;
    }

    boolean end() {
        return at >= text.length();
    }

    boolean next(char wanted) {
        return !end() && text.charAt(at) == wanted;
    }

    boolean take(char wanted) {
        boolean there = next(wanted);
        if (there) at++;
        return there;
    }

    void expect(char wanted) throws ParseException {
        if (!take(wanted)) throw unreadable();
    }

    /// Passes over white space, folds and comments, nested ones too.
    void skip() throws ParseException {
        while (!end()) {
            char now = text.charAt(at);
            if (now == '(') comment();
            else if (now == ' ' || now == '\t' || now == '\r' || now == '\n') at++;
            else return;
        }
    }

    /// Letters, digits and hyphens, as the names of methods, results and properties are (RFC 5321 4.1.2, Keyword).
    String keyword() throws ParseException {
        return run(now -> now == '-' || isLetterOrDigit(now));
    }

    String digits() throws ParseException {
        return run(now -> now >= '0' && now <= '9');
    }

    /// A token or a quoted string (RFC 2045 5.1).
    String value() throws ParseException {
        return next('"') ? quoted() : run(now -> now > ' ' && now < 0x7f && "()<>@,;:\\\"/[]?=".indexOf(now) < 0);
    }

    /// What a property has: a value or an address, with the `/`, `+` and `=` of base64 that border servers leave unquoted.
    String propertyValue() throws ParseException {
        if (!next('"')) return word();
        String quoted = quoted();
        return next('@') ? quoted + word() : quoted;
    }

    /// Anything up to white space, a semicolon or a comment.
    String word() throws ParseException {
        return run(now -> now > ' ' && now != 0x7f && "();\"\\".indexOf(now) < 0);
    }

    private ParseException unreadable() {
        return new ParseException("not as the grammar wants it", at);
    }

    private String run(IntPredicate allowed) throws ParseException {
        int start = at;
        while (!end() && allowed.test(text.charAt(at))) at++;
        if (at == start) throw unreadable();
        return text.substring(start, at);
    }

    private String quoted() throws ParseException {
        StringBuilder inside = new StringBuilder();
        at++;
        while (!take('"')) inside.append(inner());
        return inside.toString();
    }

    private void comment() throws ParseException {
        int depth = 0;
        do {
            if (take('(')) depth++;
            else if (take(')')) depth--;
            else inner();
        } while (depth > 0);
    }

    /// One character inside quotes or a comment, taken out of its quoted pair.
    private char inner() throws ParseException {
        take('\\');
        if (end()) throw unreadable();
        char now = text.charAt(at++);
        if ((now < ' ' && "\t\r\n".indexOf(now) < 0) || now == 0x7f) throw unreadable();
        return now;
    }

    private static boolean isLetterOrDigit(int now) {
        return (now >= 'a' && now <= 'z') || (now >= 'A' && now <= 'Z') || (now >= '0' && now <= '9');
    }
}

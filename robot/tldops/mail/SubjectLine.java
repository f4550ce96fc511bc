package tldops.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Clean;
import tldops.core.Tlp;

/// The subject of a post with the list's tag and its label (N35, L47): each once, behind a leading `Re:`. One that has both
/// already stays as it is, and so does a signature over it.
final class SubjectLine {
    private static final int MOST = 500;
    private static final Pattern REPLY = Pattern.compile("^(?:(?:re|aw|fwd?|wg|sv|vs|tr|rv|ref|rif|antw|答复|回复|转发)\\s*(?:\\[[0-9]+])?\\s*[:：]\\s*)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL = Pattern.compile("\\[TLP:(?:RED|AMBER\\+STRICT|AMBER|GREEN|CLEAR|WHITE)]\\s*", Pattern.CASE_INSENSITIVE);

    private SubjectLine() {}

    /// @param list its name; the tag is `[name]`
    /// @throws IllegalStateException when a stricter label than the post's would be dropped
    static Fields in(Fields fields, String list, Tlp tlp) {
        String tag = "[" + list + "]";
        String label = "[TLP:" + tlp.label() + "]";
        String before = fields.first("subject").map(field -> decoded(field.value())).orElse("");
        if (TlpLabel.in(before).stream().anyMatch(stated -> stated.compareTo(tlp) < 0)) throw new IllegalStateException("the subject is labelled more strictly than TLP:" + tlp.label());
        boolean fits = fields.all("subject").size() == 1 && before.contains(tag) && before.contains(label) && TlpLabel.in(before).stream().allMatch(tlp::equals);
        return fits ? fields : fields.with(Fields.Field.of("Subject", encoded(tagged(Clean.line(before, MOST), tag, label))));
    }

    /// What the author calls it: without `Re:`, tag and label.
    static String bare(String subject, String list) {
        String left = LABEL.matcher(subject).replaceAll("").strip();
        String tag = "[" + list + "]";
        for (String before = ""; !before.equals(left); ) {
            before = left;
            left = REPLY.matcher(left).replaceFirst("").strip();
            if (left.regionMatches(true, 0, tag, 0, tag.length())) left = left.substring(tag.length()).strip();
        }
        return left;
    }

    static String tagged(String subject, String tag, String label) {
        String bare = LABEL.matcher(subject).replaceAll("").strip();
        int at = bare.toLowerCase(Locale.ROOT).indexOf(tag.toLowerCase(Locale.ROOT));
        if (at >= 0) return bare.substring(0, at) + tag + " " + label + " " + bare.substring(at + tag.length()).strip();
        Matcher reply = REPLY.matcher(bare);
        String head = reply.find() ? reply.group().strip() + " " : "";
        String rest = bare.substring(reply.lookingAt() ? reply.end() : 0);
        return (head + tag + " " + label + " " + rest).strip();
    }

    private static String decoded(String value) {
        return Decoded.whole(value).orElse(value);
    }

    static String encoded(String subject) {
        try {
            return MimeUtility.fold("Subject: ".length(), MimeUtility.encodeText(subject, "UTF-8", null));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("no UTF-8", impossible);
        }
    }
}

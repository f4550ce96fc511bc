package tldops.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a mail in its two versions, which are the same where it has but one (MAIL_RULES 17). Attachments are not
/// opened.
///
/// @param plain as the plain parts say
/// @param html as the HTML parts say
/// @param ignored parts that are no text were left aside
/// @param known every charset was known
record Texts(String plain, String html, boolean ignored, boolean known) {
    static final int MAX = 128 * 1024;
    private static final Pattern META = Pattern.compile("<meta[^>]{0,100}charset\\s*=\\s*[\"']?([a-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Texts NOTHING = new Texts("", "", false, true);

    static Texts of(Part mail) {
        return mail.is("multipart/") ? read(mail) : leaf(mail, false);
    }

    private static Texts read(Part part) {
        if (!part.is("multipart/")) return leaf(part, part.attached());
        if (part.is("multipart/alternative")) return alternative(part);
        boolean first = part.is("multipart/signed") || part.is("multipart/related");
        List<Texts> all = part.parts().stream().limit(first ? 1 : Part.MAX_PARTS).map(Texts::read).toList();
        boolean others = first && part.parts().size() > 1;
        return new Texts(joined(all, Texts::plain), joined(all, Texts::html), others || all.stream().anyMatch(Texts::ignored), all.stream().allMatch(Texts::known));
    }

    private static Texts alternative(Part part) {
        Optional<Texts> plain = Optional.empty();
        Optional<Texts> html = Optional.empty();
        for (Part child : part.parts()) {
            if (plain.isEmpty() && holds(child, "text/plain")) plain = Optional.of(read(child));
            if (holds(child, "text/html")) html = Optional.of(read(child));
        }
        Texts left = plain.filter(texts -> !texts.plain().isBlank()).orElse(html.orElse(NOTHING));
        Texts right = html.filter(texts -> !texts.html().isBlank()).orElse(left);
        boolean others = part.parts().stream().anyMatch(child -> !holds(child, "text/plain") && !holds(child, "text/html"));
        return new Texts(left.plain(), right.html(), others || left.ignored() || right.ignored(), left.known() && right.known());
    }

    private static boolean holds(Part part, String type) {
        return part.all().anyMatch(leaf -> leaf.is(type) && !leaf.attached());
    }

    private static String joined(List<Texts> all, Function<Texts, String> version) {
        List<String> texts = new ArrayList<>();
        for (Texts one : all) if (!version.apply(one).isBlank()) texts.add(version.apply(one).stripTrailing());
        String joined = String.join("\n", texts);
        return joined.length() > MAX ? joined.substring(0, MAX) : joined;
    }

    /// A part as it is shown to whoever opens it, attached or not.
    static String shown(Part part) {
        return decoded(part, html(part)).plain();
    }

    private static boolean html(Part part) {
        return part.is("text/html") || part.is("application/xhtml+xml");
    }

    private static Texts leaf(Part part, boolean attached) {
        boolean html = html(part);
        return attached || (!html && !part.type().equals("text/plain")) ? new Texts("", "", true, true) : decoded(part, html);
    }

    private static Texts decoded(Part part, boolean html) {
        byte[] content = part.content();
        String label = part.parameter("charset");
        Charsets decoded = Charsets.decode(content, html && label.isEmpty() ? meta(content) : label);
        String text = html ? HtmlText.of(decoded.text(), MAX) : plain(part, decoded.text());
        String clean = Decoded.text(text, MAX);
        return new Texts(clean, clean, false, decoded.known());
    }

    private static String plain(Part part, String text) {
        boolean flowed = part.parameter("format").toLowerCase(Locale.ROOT).equals("flowed");
        return flowed ? Flowed.join(text, part.parameter("delsp").equalsIgnoreCase("yes")) : text;
    }

    private static String meta(byte[] content) {
        Matcher meta = META.matcher(new String(content, 0, Math.min(content.length, 2048), StandardCharsets.ISO_8859_1));
        return meta.find() ? meta.group(1) : "";
    }
}

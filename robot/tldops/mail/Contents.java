package tldops.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.core.Tlp;
import tldops.core.Token;

/// Everything in a post that one of its readers may come to read: each text in it whatever it is declared as, attached
/// ones and those of enclosed mails too (N35, MAIL_RULES 16). What nobody shall get is looked for here.
final class Contents {
    private static final int MAILS = 20;
    private static final int DEPTH = 5;
    private static final int MOST = 512 * 1024;
    private static final int LINES = 20_000;
    private static final int SECRETS = 500;
    private static final Pattern SECRET = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{" + Token.LENGTH + "}(?![0-9A-Za-z])");

    private final List<String> subjects = new ArrayList<>();
    private final List<String> heads = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<NewText> texts = new ArrayList<>();
    private int mails;
    private boolean beyond;

    private Contents() {}

    static Contents of(Part post) {
        Contents contents = new Contents();
        contents.mail(post, 0);
        contents.beyond |= post.headers().all("Subject").stream().anyMatch(value -> Decoded.whole(value).isEmpty());
        return contents;
    }

    /// Something in it could not be looked into.
    boolean beyond() {
        return beyond;
    }

    /// Whether anything in it is labelled TLP:RED: its own words, what they quote or pass on (N35).
    boolean red() {
        return subjects.stream().anyMatch(subject -> TlpLabel.in(subject).contains(Tlp.RED)) || texts.stream().anyMatch(text -> text(text).anyMatch(TlpLabel::red));
    }

    /// The first lines of all its texts.
    Stream<String> lines() {
        return texts.stream().flatMap(Contents::text).flatMap(String::lines).limit(LINES);
    }

    /// Every word in it that has the form of our secrets, in answer addresses too; whether one is ours the core can say.
    Set<Token> secrets() {
        return Stream.concat(heads.stream(), sources.stream()).flatMap(text -> SECRET.matcher(text).results()).flatMap(word -> Token.parse(word.group()).stream())
                .distinct().limit(SECRETS).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> text(NewText text) {
        return Stream.of(text.written(), text.signature(), text.quoted());
    }

    private void mail(Part mail, int depth) {
        for (String subject : mail.headers().all("Subject")) subjects.add(Decoded.whole(subject).orElse(subject));
        mail.all().forEach(part -> part(part, depth));
    }

    private void part(Part part, int depth) {
        for (Header header : part.headers().list()) heads.add(header.value());
        if (part.type().equals("message/rfc822") || part.type().equals("message/global")) enclosed(part, depth);
        else if (part.is("text/") || part.is("application/xhtml+xml") || part.is("message/")) read(part);
    }

    private void enclosed(Part part, int depth) {
        if (depth == DEPTH || ++mails > MAILS) {
            beyond = true;
            return;
        }
        Part.Tree inner = part.inner();
        beyond |= inner.beyond();
        mail(inner.root(), depth + 1);
    }

    private void read(Part part) {
        String source = Charsets.decode(part.content(), part.parameter("charset")).text();
        String shown = Texts.shown(part);
        sources.add(source.length() > MOST ? source.substring(0, MOST) : source);
        if (!shown.equals(source)) sources.add(shown);
        texts.add(Quoting.split(shown));
    }
}

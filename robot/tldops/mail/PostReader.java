package tldops.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Request;
import tldops.core.Request.Post.Kind;
import tldops.core.Rules;
import tldops.core.Tld;
import tldops.core.Tlp;

/// Reads a mail to the list itself (R053, R059): which label it bears, and whether it is one of those that nobody means to
/// send to all (N14, L48).
final class PostReader {
    private PostReader() {}

    /// Whether a mail is a post: it went to the list. One that went to the request robot, too, is a post only where the robot
    /// finds nothing to do in it: its commands, forms and answers are for nobody else.
    static boolean isPost(Envelope envelope, Request request, Rules.MailingList own) {
        boolean post = envelope.recipients().stream().anyMatch(own::isPost);
        boolean robot = envelope.recipients().stream().anyMatch(address -> own.owns(address) && !own.isPost(address));
        return post && !(robot && (request instanceof Request.Commands || request instanceof Request.FilledIn || request instanceof Request.Answered));
    }

    static Request.Post unreadable() {
        return new Request.Post(Kind.UNREADABLE, Optional.empty(), Set.of(), List.of(), Set.of(), "");
    }

    /// A CR without its LF ends a line for some servers and not for others: what they would make of it nobody can say.
    static Request broken(Request request, byte[] raw) {
        if (!(request instanceof Request.Post post)) return request;
        for (int i = 0; i < raw.length; i++) if (raw[i] == '\r' && (i + 1 == raw.length || raw[i + 1] != '\n')) return new Request.Post(Kind.UNREADABLE, post.label(), Set.of(), post.commands(), post.secrets(), post.sign());
        return request;
    }

    static Request.Post read(Part mail, NewText text, NewText html, Texts texts, String list) {
        String subject = mail.headers().first("Subject").flatMap(Decoded::whole).orElse("");
        String bare = SubjectLine.bare(subject, list);
        Contents contents = Contents.of(mail);
        Optional<Tlp> label = contents.red() ? Optional.of(Tlp.RED) : Stream.of(TlpLabel.of(subject, text.written()), TlpLabel.of(subject, html.written())).flatMap(Optional::stream).sorted().findFirst();
        Request.Commands commands = CommandReader.read(text.written().isBlank() ? subject : "", new NewText(text.written(), "", ""), false);
        boolean onlyCommands = !commands.commands().isEmpty() && commands.unprocessed().isEmpty();
        Set<Tld> mentioned = texts.ignored() || !text.quoted().isBlank() ? Set.of() : ContactRequest.of(bare, text.written());
        Kind kind = contents.beyond() ? Kind.UNREADABLE : Leaving.says(subject, text.written()) ? Kind.LEAVING : onlyCommands ? Kind.COMMANDS : mentioned.isEmpty() ? Kind.TEXT : Kind.CONTACT_REQUEST;
        return new Request.Post(kind, label, mentioned, said(contents, subject, commands), contents.secrets(), sign(mail, bare));
    }

    /// The password behind a `who` is one in the subject, in a signature or in a quote, too.
    private static List<Request.Command> said(Contents contents, String subject, Request.Commands commands) {
        Stream<Request.Command> asked = Stream.concat(Stream.of(subject), contents.lines()).flatMap(line -> CommandReader.who(line).stream());
        return Stream.concat(commands.commands().stream(), asked).distinct().toList();
    }

    /// Of what the parts hold and of what it is called, so that neither a boundary nor another field makes it another text.
    private static String sign(Part mail, String subject) {
        String parts = mail.all().filter(part -> !part.is("multipart/")).map(part -> part.type() + " " + Digest.hex(part.content())).collect(Collectors.joining("\n"));
        return Digest.hex((Folded.of(subject) + "\n" + parts).getBytes(StandardCharsets.UTF_8));
    }
}

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
        return new Request.Post(Kind.UNREADABLE, Optional.empty(), Set.of(), List.of(), "");
    }

    static Request.Post read(Part mail, NewText text, NewText html, Texts texts) {
        String subject = mail.headers().first("Subject").flatMap(Decoded::whole).orElse("");
        Contents contents = Contents.of(mail);
        Optional<Tlp> label = contents.red() ? Optional.of(Tlp.RED) : Stream.of(TlpLabel.of(subject, text.written()), TlpLabel.of(subject, html.written())).flatMap(Optional::stream).sorted().findFirst();
        Request.Commands commands = CommandReader.read("", new NewText(text.written(), "", ""), false);
        boolean onlyCommands = !commands.commands().isEmpty() && commands.unprocessed().isEmpty();
        Set<Tld> mentioned = texts.ignored() || !text.quoted().isBlank() ? Set.of() : ContactRequest.of(text.written());
        Kind kind = contents.beyond() ? Kind.UNREADABLE : Leaving.says(subject, text.written()) ? Kind.LEAVING : onlyCommands ? Kind.COMMANDS : mentioned.isEmpty() ? Kind.TEXT : Kind.CONTACT_REQUEST;
        return new Request.Post(kind, label, mentioned, onlyCommands ? commands.commands() : List.of(), sign(mail));
    }

    /// Of what the parts hold, so that neither a boundary nor a header makes it another text.
    private static String sign(Part mail) {
        String parts = mail.all().filter(part -> !part.is("multipart/")).map(part -> part.type() + " " + Digest.hex(part.content())).collect(Collectors.joining("\n"));
        return Digest.hex(parts.getBytes(StandardCharsets.UTF_8));
    }
}

package tldops.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Bearer;
import tldops.core.Clean;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Mail;
import tldops.core.Request;
import tldops.core.Rules;

/// Reads a mail: bytes and envelope in; who wrote it, with which secrets, and what he asks for out. Never throws, takes
/// bounded time, fetches nothing. Who really sent it is judged elsewhere from the headers.
public final class MailReader {
    private static final int MAX_SHOWN = 64 * 1024;
    private static final int MAX_ID = 250;
    private static final NewText NOTHING = new NewText("", "", "");

    private MailReader() {}

    /// Reads one mail that came in.
    ///
    /// @param raw the mail as it came in, its size limited by the door
    /// @param inbox number of its inbox row
    /// @param own who we are: our addresses, our domain
    /// @param secretariat whose resent mail and attached mails are read as the inner mail (X06)
    public static Reading read(byte[] raw, Envelope envelope, long inbox, Instant arrived, Rules.MailingList own, Set<Address> secretariat) {
        Part.Tree tree = Part.parse(raw);
        Part outer = tree.root();
        Optional<Address> from = Mailboxes.only(outer.headers(), "From");
        LocalDate today = LocalDate.ofInstant(arrived, ZoneOffset.UTC);
        Outcome outcome = tree.beyond() ? beyond(outer, envelope, from, own) : judged(outer, envelope, from, own, today);
        Part shown = outer;
        Optional<Address> redirectedBy = Optional.empty();
        if (!tree.beyond()) {
            Optional<Part.Tree> inner = forwarded(outer, outcome, secretariat);
            redirectedBy = inner.isPresent() ? from : Mailboxes.only(outer.headers(), "Resent-From").filter(secretariat::contains);
            if (inner.isPresent()) {
                shown = inner.get().root();
                Optional<Address> writer = Mailboxes.only(shown.headers(), "From");
                outcome = inner.get().beyond() ? beyond(shown, envelope, writer, own) : judged(shown, envelope, writer, own, today);
            }
            if (redirectedBy.isPresent()) outcome = outcome.byOthers();
        }
        Headers headers = shown.headers();
        Mail mail = new Mail(
                inbox,
                arrived,
                envelope,
                messageId(headers),
                outcome.from(),
                Mailboxes.all(headers, "To", "Cc"),
                headers.first("Subject").map(Decoded::header).orElse(""),
                Authentication.none("not judged yet"),
                redirectedBy,
                outcome.bearers(),
                outcome.bulk(),
                RequestReader.language(outcome.text().written()),
                Decoded.text(outcome.text().written(), MAX_SHOWN),
                Digest.hex(raw),
                Mailboxes.shown(headers, outcome.from()));
        return new Reading(mail, PostReader.broken(outcome.request(), raw), outer.headers().list());
    }

    /// What one mail, the outer or an inner one, reads as.
    ///
    /// @param bulk marks of a machine stand on it, yet it holds a secret and one verdict (MAIL_RULES 18b)
    private record Outcome(Optional<Address> from, Request request, List<Bearer> bearers, boolean bulk, NewText text) {
        /// A secret in what somebody else passes on counts no more than a quoted one (MAIL_RULES 16).
        Outcome byOthers() {
            List<Bearer> passedOn = bearers.stream().map(bearer -> new Bearer(bearer.token(), Bearer.Place.QUOTED)).distinct().toList();
            return new Outcome(from, request, passedOn, bulk, text);
        }

        boolean ownWords() {
            return bearers.stream().anyMatch(bearer -> bearer.place() != Bearer.Place.QUOTED);
        }
    }

    /// A machine gets no answer, whatever it sends.
    private static Outcome beyond(Part mail, Envelope envelope, Optional<Address> from, Rules.MailingList own) {
        Optional<Machines> machine = Machines.judge(mail, envelope, from, own);
        if (machine.isPresent()) return new Outcome(from, new Request.Automatic(machine.get().reason()), List.of(), false, NOTHING);
        if (envelope.recipients().stream().allMatch(own::isPost)) return new Outcome(from, PostReader.unreadable(), List.of(), false, NOTHING);
        return new Outcome(from, new Request.Unclear("beyond the limits of a mail we read"), List.of(), false, NOTHING);
    }

    private static Outcome judged(Part mail, Envelope envelope, Optional<Address> from, Rules.MailingList own, LocalDate today) {
        Optional<Request> report = Bounces.read(mail, envelope, own);
        if (report.isPresent()) return new Outcome(from, away(report.get(), mail, envelope, today), List.of(), false, NOTHING);
        Optional<Machines> machine = Machines.judge(mail, envelope, from, own);
        if (machine.isPresent() && machine.get().hard()) return new Outcome(from, away(new Request.Automatic(machine.get().reason()), mail, envelope, today), List.of(), false, NOTHING);
        Texts texts = Texts.of(mail);
        NewText text = Quoting.split(texts.plain());
        NewText html = texts.html().equals(texts.plain()) ? text : Quoting.split(texts.html());
        List<Bearer> bearers = Tokens.all(envelope, mail.headers(), text, own);
        String subject = mail.headers().first("Subject").map(Decoded::header).orElse("");
        Request request = Versions.read(subject, text, html, texts, !bearers.isEmpty());
        if (PostReader.isPost(envelope, request, own)) request = PostReader.read(mail, text, html, texts, own.name());
        if (machine.isPresent() && (bearers.isEmpty() || !Versions.oneVerdict(request))) request = new Request.Automatic(machine.get().reason());
        return new Outcome(from, request, bearers, machine.isPresent(), text);
    }

    /// What an auto-reply says of an absence (N22); other automatic mail says nothing of it.
    private static Request away(Request request, Part mail, Envelope envelope, LocalDate today) {
        if (!(request instanceof Request.Automatic automatic) || !Machines.replies(mail.headers()) || mail.is("multipart/report")) return request;
        Optional<String> key = envelope.recipients().stream().filter(address -> address.untagged().local().toLowerCase(Locale.ROOT).endsWith("-bounces")).flatMap(address -> address.tag().stream()).findFirst();
        String subject = mail.headers().first("Subject").map(Decoded::header).orElse("");
        return new Request.Automatic(automatic.reason(), key, AwayUntil.of(subject, Quoting.split(Texts.of(mail).plain()).written(), today));
    }

    /// The one mail that the Secretariat forwards as an attachment, unless it answers a question of its own with it.
    private static Optional<Part.Tree> forwarded(Part outer, Outcome outcome, Set<Address> secretariat) {
        boolean passes = outcome.from().filter(secretariat::contains).isPresent() && !outcome.ownWords();
        if (!passes || outcome.request() instanceof Request.Automatic || outcome.request() instanceof Request.Bounced || outcome.request() instanceof Request.Complained) return Optional.empty();
        List<Part> mails = outer.all().filter(part -> part.type().equals("message/rfc822") || part.type().equals("message/global")).toList();
        return mails.size() == 1 ? Optional.of(mails.getFirst().inner()) : Optional.empty();
    }

    private static String messageId(Headers headers) {
        return Clean.line(headers.first("Message-ID").orElse(""), MAX_ID).replaceAll("[<>\\s]", "");
    }
}

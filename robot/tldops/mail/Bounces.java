package tldops.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Address;
import tldops.core.Cause;
import tldops.core.Clean;
import tldops.core.Envelope;
import tldops.core.Request;
import tldops.core.Rules;

/// Reads delivery reports about our letters: RFC 3464 and 6533, and the free-text ones of older mailers (MAIL_RULES 25,
/// 26; L01, L02, L05). Reports of reading and of abuse are machines' mail like any other.
final class Bounces {
    private static final int MAX_RECIPIENTS = 100;
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    /// Who writes reports; a person's vacation note may speak of mailboxes too (L13).
    private static final Pattern MAILER = Pattern.compile("mailer-?daemon|mail-?daemon|mdaemon|postmaster|microsoftexchange.*|mail-?delivery.*|bounces?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_GOOD = Pattern.compile(
            "permanent (fatal )?(error|failure)|permanently (failed|rejected)|could not be delivered|couldn't be delivered|wasn't able to deliver|unable to deliver|undeliverable|delivery (has )?failed|failed permanently"
                    + "|user unknown|unknown user|no such user|mailbox (not found|unavailable|does not exist)|does not exist|address rejected|recipient (address )?rejected|not listed in|account (has been )?(disabled|deleted)"
                    + "|n'a pas pu être remis|non remis|unzustellbar|konnte nicht zugestellt werden|no se ha podido entregar|non è stato possibile recapitare|не может быть доставлено|退信|无法投递|\\b55[0-9][ -]5\\.\\d\\.\\d",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NOT_YET = Pattern.compile(
            "will (be retried|keep trying|continue)|still (being )?(trying|retr)|do not need to resend|delay(ed)?\\b|temporar(y|ily)|warning message only|not been delivered yet|noch nicht zugestellt|wird weiterhin versucht|retardé",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LINES = 60;
    /// An address on a line of its own, as qmail, Exim, Yahoo and others list them.
    private static final Pattern LISTED = Pattern.compile("\\s*<?([^\\s<>:;,\"]{1,64}@[^\\s<>:;,\"]{3,190})>?\\s*:?(?: .{0,200})?");

    private Bounces() {}

    /// What a mail says about delivery; empty when it is no report at all.
    static Optional<Request> read(Part mail, Envelope envelope, Rules.MailingList own) {
        List<Address> bounced = envelope.recipients().stream().filter(address -> isBounces(address, own)).toList();
        Optional<String> key = bounced.stream().flatMap(address -> address.tag().stream()).findFirst();
        boolean report = mail.is("multipart/report");
        String kind = mail.parameter("report-type").toLowerCase(Locale.ROOT);
        if (report && (kind.equals("disposition-notification") || holds(mail, "message/disposition-notification"))) return automatic("a report of reading (RFC 8098)");
        Optional<Part> feedback = mail.all().filter(part -> part.is("message/feedback-report")).findFirst();
        if (report && feedback.isPresent()) return Optional.of(Feedback.read(mail, feedback.get(), key, own));
        if (report && kind.equals("feedback-report")) return automatic("a report of abuse without its fields (RFC 5965)");
        Optional<Part> status = mail.all().filter(part -> part.is("message/delivery-status") || part.is("message/global-delivery-status")).findFirst();
        boolean machine = envelope.returnPath().isEmpty() || report;
        if (status.isPresent() && (machine || !bounced.isEmpty())) return Optional.of(delivery(key, status.get().content(), about(mail, own)));
        if (bounced.isEmpty() && !report) return Optional.empty();
        // who writes to the robot, too, is heard
        if (!machine && bounced.size() < envelope.recipients().size()) return Optional.empty();
        if (!machine) return automatic("mail to a bounce address that is no report");
        return Optional.of(freeText(mail, key, own));
    }

    private static Optional<Request> automatic(String reason) {
        return Optional.of(new Request.Automatic(reason));
    }

    static boolean isBounces(Address address, Rules.MailingList own) {
        return own.owns(address) && address.untagged().local().toLowerCase(Locale.ROOT).endsWith("-bounces");
    }

    private static boolean holds(Part mail, String type) {
        return mail.all().anyMatch(part -> part.is(type));
    }

    /// Groups of fields parted by empty lines: the first about the mail, each other about one recipient (RFC 3464 2.1).
    private static Request delivery(Optional<String> key, byte[] content, String about) {
        List<Request.Failure> failed = new ArrayList<>();
        Set<String> summary = new TreeSet<>();
        int groups = 0;
        for (int at = 0; at < content.length && groups <= MAX_RECIPIENTS; ) {
            Headers group = Headers.parse(content, at, content.length);
            at = group.body();
            Optional<String> recipient = group.first("Original-Recipient").or(() -> group.first("Final-Recipient"));
            String action = word(group.first("Action").orElse(""));
            String status = status(group.first("Status").orElse(""));
            if (recipient.isEmpty() && action.isEmpty()) continue;
            groups++;
            boolean forGood = action.equals("failed") || (action.isEmpty() && status.startsWith("5"));
            if (forGood) failed.add(new Request.Failure(group.first("Original-Recipient").flatMap(Bounces::recipient).or(() -> group.first("Final-Recipient").flatMap(Bounces::recipient)), status,
                    Cause.of(status, group.first("Diagnostic-Code").orElse(""))));
            summary.add((forGood ? "failed" : action.isEmpty() ? "unknown" : Clean.header(action)) + (status.isEmpty() ? "" : " " + status));
        }
        String told = summary.isEmpty() ? "a report about nobody" : String.join(", ", summary);
        return new Request.Bounced(key, List.copyOf(failed), Clean.header(told), about);
    }

    private static String word(String value) {
        return value.replaceAll("[(;].*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static String status(String value) {
        Matcher status = STATUS.matcher(value);
        return status.find() ? status.group() : "";
    }

    /// `rfc822; jane@nic.example`, `utf-8; …`, also with brackets.
    private static Optional<Address> recipient(String value) {
        String bare = value.substring(value.indexOf(';') + 1).replaceAll("\\([^)]*\\)", "").strip();
        return Address.parse(bare.startsWith("<") && bare.endsWith(">") ? bare.substring(1, bare.length() - 1) : bare);
    }

    /// qmail, Exim and others, or a report that lacks its second part: failed only where the wording leaves no doubt.
    private static Request freeText(Part mail, Optional<String> key, Rules.MailingList own) {
        String text = Decoded.text(mail.headers().first("Subject").map(Decoded::header).orElse("") + "\n" + Texts.of(mail).plain(), 16 * 1024);
        Set<Address> named = new LinkedHashSet<>(Mailboxes.all(mail.headers(), "X-Failed-Recipients"));
        boolean mailer = !named.isEmpty() || Mailboxes.only(mail.headers(), "From").map(from -> MAILER.matcher(from.local()).matches()).orElse(true);
        boolean forGood = mailer && !NOT_YET.matcher(text).find() && FOR_GOOD.matcher(text).find();
        if (!forGood) return mail.is("multipart/report") ? new Request.Bounced(key, List.of(), "a report without its status part", about(mail, own)) : new Request.Automatic("a free-text report that does not say failed", key, Optional.empty());
        if (named.isEmpty()) text.lines().limit(LINES).map(LISTED::matcher).filter(Matcher::matches).flatMap(line -> Address.parse(line.group(1)).stream()).filter(address -> !own.owns(address)).limit(MAX_RECIPIENTS).forEach(named::add);
        Cause cause = Cause.of("", text);
        List<Request.Failure> failed = named.stream().map(address -> new Request.Failure(Optional.of(address), "", cause)).toList();
        return new Request.Bounced(key, failed.isEmpty() ? List.of(new Request.Failure(Optional.empty(), "", cause)) : failed, "failed, in free text", about(mail, own));
    }

    /// The Message-ID of the letter of ours that it returns: for people, since who has seen that letter can write it, too.
    private static String about(Part mail, Rules.MailingList own) {
        return Feedback.returned(mail).flatMap(headers -> headers.first("Message-ID").stream()).map(id -> Clean.header(id).replaceAll("[<>\\s]", ""))
                .filter(id -> id.toLowerCase(Locale.ROOT).endsWith("@" + own.domain())).findFirst().orElse("");
    }
}

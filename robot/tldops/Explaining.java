package tldops;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tldops.cli.Rows;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Change;
import tldops.core.Decide;
import tldops.core.Decision;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Form;
import tldops.core.Journal;
import tldops.core.Keys;
import tldops.core.Letter;
import tldops.core.Level;
import tldops.core.Mail;
import tldops.core.Moment;
import tldops.core.Need;
import tldops.core.Needs;
import tldops.core.Person;
import tldops.core.Request;
import tldops.core.Rules;
import tldops.core.Scripts;
import tldops.core.Tld;
import tldops.mail.Header;
import tldops.mail.Reading;
import tldops.mail.Shown;
import tldops.store.Store;

/// `tldops explain`: walks a mail through the rooms as if it came in now through our own mail server, and records nothing
/// of it. What it would answer is worded with secrets that are thrown away.
record Explaining(Office office) {
    /// The line that our listener puts on top ([tldops.intake.Delivery]).
    private static final Pattern TRACE = Pattern.compile("Received: from (\\S+) \\(\\[([0-9a-fA-F.:]+)\\]\\)\\r?\\n\\tby \\S+ \\(tldops-robot\\) with ESMTPS?;");
    private static final List<String> DELIVERED = List.of("Delivered-To", "X-Original-To", "Envelope-To");

    Rows.Explanation explain(byte[] raw) {
        Instant now = office.now().get();
        Reading read = reading(raw, now);
        Need need = office.register().ask(registry -> Needs.of(registry, read.mail(), read.request()));
        Map<Tld, Authority> heard = need.nothing() ? Map.of() : office.iana().lookUp(need, now);
        byte[] chance = new byte[32];
        new SecureRandom().nextBytes(chance);
        Event event = new Event.Arrived(read.mail(), read.request(), new Facts(heard));
        String level = office.register().ask(registry -> Level.words(registry, read.mail(), new Facts(heard)));
        Decision decision = office.register().ask(registry -> Decide.on(registry, event, new Moment(now, chance)));
        Function<Letter, Store.Composed> composing = office.assembly().composing(() -> now, office.store().robot(), _ -> Optional.of(raw));
        Mail mail = read.mail();
        return new Rows.Explanation(
                mail.from().map(Address::toString).orElse("") + mail.redirectedBy().map(by -> ", passed on by " + by).orElse(""),
                mail.authentication().sureness().name().toLowerCase(java.util.Locale.ROOT) + ", level " + level,
                words(read.request()),
                heard.entrySet().stream().map(answer -> answer.getKey().display() + ": " + words(answer.getValue())).toList(),
                decision.journal().stream().map(Explaining::words).toList(),
                decision.changes().stream().map(Explaining::words).toList(),
                decision.letters().stream().map(letter -> draft(letter, composing.apply(letter).bytes())).toList());
    }

    /// Twice: the first reading tells to which of our addresses it went.
    private Reading reading(byte[] raw, Instant now) {
        Reading first = reading(raw, now, Optional.empty(), List.of());
        Rules.MailingList list = office.assembly().rules().list();
        List<Address> ours = new ArrayList<>(addresses(first.headers(), DELIVERED).stream().filter(list::owns).toList());
        if (ours.isEmpty()) ours.addAll(first.mail().visible().stream().filter(list::owns).toList());
        if (ours.isEmpty()) ours.add(list.request());
        boolean said = first.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("Return-Path"));
        Optional<Address> returnPath = said ? addresses(first.headers(), List.of("Return-Path")).stream().findFirst() : first.mail().from();
        return reading(raw, now, returnPath, ours);
    }

    private Reading reading(byte[] raw, Instant now, Optional<Address> returnPath, List<Address> recipients) {
        Config.Smtp smtp = office.config().smtp();
        Optional<Matcher> trace = Optional.of(TRACE.matcher(new String(raw, 0, Math.min(raw.length, 1000), StandardCharsets.ISO_8859_1))).filter(Matcher::lookingAt);
        // what our own listener took from outside is judged as it was then; anything else as if our mail server brought it
        boolean outside = smtp.border() && (trace.isPresent() || smtp.authservIds().isEmpty());
        Envelope envelope = new Envelope("smtp", !outside, returnPath, recipients, trace.filter(_ -> outside).map(found -> found.group(2)).orElse(""), trace.map(found -> found.group(1)).orElse(""));
        return office.assembly().judges(address -> office.register().ask(registry -> Keys.of(registry, address))).whole(envelope, 0, now, raw);
    }

    private static List<Address> addresses(List<Header> headers, List<String> names) {
        return headers.stream()
                .filter(header -> names.stream().anyMatch(header.name()::equalsIgnoreCase))
                .flatMap(header -> Address.parse(header.value().replaceAll("^<|>$", "")).stream())
                .toList();
    }

    private static String words(Request request) {
        return switch (request) {
            case Request.Automatic(var reason, _, var until) -> "written by a machine: " + reason + until.map(day -> "; away until " + day).orElse("");
            case Request.Complained(_, var unwanted, var summary) -> (unwanted ? "a report that our mail was unwanted: " : "a report about our mail: ") + summary;
            case Request.Bounced(_, var failed, var summary, _) -> "a delivery report, " + (failed.isEmpty() ? "nothing failed for good" : failed.size() + " failed for good") + ": " + summary;
            case Request.FilledIn(var form) -> "a filled-in form" + (form.quoted() ? " inside the quoted letter" : "") + ": " + words(form);
            case Request.Answered(var words, var numbers, boolean doubtful) -> "an answer: " + joined(words) + (numbers.isEmpty() ? "" : " " + joined(numbers)) + (doubtful ? ", doubtful" : "");
            case Request.Commands commands -> "commands: " + joined(commands.commands().stream().map(Explaining::words).toList()) + "; lines left over: " + commands.unprocessed().size();
            case Request.Post post -> "a post: " + post.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + post.label().map(label -> ", TLP:" + label.label()).orElse(", no label");
            case Request.Unclear(var reason) -> "unclear: " + reason;
        };
    }

    private static String words(Request.Command command) {
        return switch (command) {
            case Request.Command.Who(var password, var tlds) -> "who" + (password.isPresent() ? " ***" : "") + (tlds.isEmpty() ? "" : " " + joined(tlds));
            case Request.Command.Urgent(var tld, var text) -> "urgent " + tld + (text.isEmpty() ? "" : ", with " + text.size() + " lines");
            default -> command.words();
        };
    }

    private static String words(Form form) {
        String tlds = form.tlds().stream().map(Form.Field::typed).collect(Collectors.joining(", "));
        String people = form.filled().stream().map(entry -> "#" + entry.number() + " " + Scripts.marked(entry.name().typed()) + " <" + exact(entry.email()) + ">").collect(Collectors.joining(", "));
        return form.language() + (tlds.isEmpty() ? "" : ", " + tlds) + ", " + people + (form.statement() ? "" : ", without the statement");
    }

    /// With the A-label beside a U-label; as typed where it reads as no address.
    private static String exact(Form.Field<List<Address>> field) {
        return field.value().isEmpty() ? field.typed() : field.value().getFirst().stream().map(Address::exact).collect(Collectors.joining(", "));
    }

    private static String joined(java.util.Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String words(Authority authority) {
        return switch (authority) {
            case Authority.Known known -> known.admin() + " (" + known.name() + ", " + known.organisation() + "), " + source(known.evidence());
            case Authority.Silent(var evidence) -> "no usable address, " + source(evidence);
            case Authority.NotAssigned(var evidence) -> "not assigned, " + source(evidence);
            case Authority.NoSuchTld(var evidence) -> "no such ccTLD, " + source(evidence);
            case Authority.Unreachable(var reason) -> "no answer: " + reason;
            case Authority.Disputed(var rdap, var whois, var evidence) -> "RDAP " + rdap + ", WHOIS " + whois + ": neither counts, " + source(evidence);
        };
    }

    private static String source(Authority.Evidence evidence) {
        return evidence.source() + " at " + evidence.at() + ", SHA-256 " + evidence.sha256() + evidence.beside().map(second -> "; checked with " + source(second)).orElse("") + (evidence.remark().isEmpty() ? "" : "; " + evidence.remark());
    }

    private static String words(Journal line) {
        return line.tld().map(tld -> tld.display() + " ").orElse("") + line.what() + ": " + line.reason() + (line.transition().isEmpty() ? "" : " (" + line.transition() + ")");
    }

    private static String words(Change change) {
        return switch (change) {
            case Change.MemberSaved(var member) -> "member " + member.tld().display() + " #" + member.rank() + " " + words(member.person());
            case Change.MemberGone(var id) -> "member gone " + id.tld().display() + " " + id.address();
            case Change.CaseSaved(var saved) -> "case " + saved.number() + saved.tld().map(tld -> " " + tld.display()).orElse("") + " " + saved.matter().getClass().getSimpleName() + " "
                    + saved.stage().getClass().getSimpleName();
            case Change.Counted(var key, _) -> "counted " + key;
            case Change.CountsForgotten(var prefix, _) -> "counts forgotten " + prefix;
            case Change.DutiesForgotten(var before) -> "duties forgotten before " + before;
            case Change.Missed(var outage) -> "no mail came in from " + outage.from() + " to " + outage.to();
            case Change.MissedForgotten(var before) -> "outages forgotten before " + before;
            case Change.GuestSaved(var guest) -> "guest " + guest.address() + " " + guest.role();
            case Change.GuestGone(var address) -> "guest gone " + address;
            case Change.DelegateSaved(var delegate) -> "delegate " + delegate.tld().display() + " " + delegate.address() + " until " + delegate.until();
            case Change.DelegateGone(var tld) -> "delegate gone " + tld.display();
            case Change.PostSaved(var post) -> "post " + post.inbox() + " TLP:" + post.tlp().label();
            case Change.PostsForgotten(var before) -> "posts forgotten before " + before;
            case Change.PostGone(var inbox) -> "post gone " + inbox;
            case Change.CountGone(var key) -> "counts gone " + key;
            case Change.KeptSaved(var kept) -> kept.getClass().getSimpleName();
            case Change.Forgotten(var addresses) -> "forgotten " + joined(addresses);
            case Change.DutyDone(var duty, var period, _) -> "duty " + duty + " " + period;
        };
    }

    private static String words(Person person) {
        return Scripts.marked(person.name()) + ", " + joined(person.addresses().stream().map(Address::exact).toList()) + ", " + person.phone().typed();
    }

    private static Rows.Draft draft(Letter letter, byte[] bytes) {
        Shown shown = Shown.of(bytes).masked();
        return new Rows.Draft(letter.to().stream().map(Address::toString).toList(), letter.cc().stream().map(Address::toString).toList(), shown.subject(), shown.text());
    }
}

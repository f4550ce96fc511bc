package tldops.conversations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tldops.core.Address;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Delegate;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Keys;
import tldops.core.Language;
import tldops.core.Member;
import tldops.core.Options;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Reachability;
import tldops.core.Request;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.core.Unreachable;

/// A robot without daemon and database, to which a test writes as this or that sender, with and without proof (P2).
final class Probe {
    /// The admin contact of every ccTLD in IANA's database.
    static final String ADMIN = "hostmaster@registry.example";

    /// From where forgers write: the envelope of their mail.
    static final String FORGER = "forger@elsewhere.example";

    static final String STATEMENT = "I hereby confirm that the above persons are responsible for the\noverall security and stability of my ccTLD.\n";

    private final CorePlayer robot;
    private Instant now = Instant.parse("2027-01-14T10:00:00Z");
    private int mails;

    private Probe(CorePlayer robot) {
        this.robot = robot;
        robot.play(new Act.Clock(now));
    }

    /// @param config lines beyond the configuration of all conversations
    static Probe in(Path folder, String... config) throws IOException {
        Story none = new Story(Path.of("src/test/conversations/none.md"), List.of(), List.of());
        return new Probe(new CorePlayer(Rooms.of(StoryConfig.of(none, folder, List.of(config))), 1));
    }

    /// From now on IANA lists this admin contact for these ccTLDs.
    Probe administered(String admin, String... tlds) {
        for (String tld : tlds) robot.play(new Act.Iana(Tld.of(tld), IanaRecord.of(List.of("admin: " + admin))));
        return this;
    }

    /// From now on IANA lists this technical contact, too.
    Probe technical(String technical, String tld) {
        robot.play(new Act.Iana(Tld.of(tld), IanaRecord.of(List.of("admin: " + ADMIN, "technical: " + technical))));
        return this;
    }

    /// From now on IANA does not answer about it.
    void silent(String tld) {
        robot.play(new Act.Iana(Tld.of(tld), IanaRecord.of(List.of("unreachable"))));
    }

    Optional<Delegate> delegate(String tld) {
        return robot.ask(registry -> registry.delegate(Tld.of(tld)));
    }

    Probe member(String tld, int rank, String name, String address) {
        return member(tld, rank, name, address, "+31 6 1111111" + rank);
    }

    Probe member(String tld, int rank, String name, String address, String phone) {
        Person person = new Person(name, List.of(Address.of(address)), new Phone(phone, phone.replace(" ", ""), true, "NL"));
        apply(new Change.MemberSaved(new Member(Tld.of(tld), rank, person, Language.EN, now, Optional.of(now), "proof of " + address + tld, false, now, Optional.empty(), 99)));
        return this;
    }

    Probe takenOver(String tld, int rank, String name, String address) {
        Person person = new Person(name, List.of(Address.of(address)), new Phone("+31 6 1111111" + rank, "+3161111111" + rank, true, "NL"));
        apply(new Change.MemberSaved(new Member(Tld.of(tld), rank, person, Language.EN, now, Optional.of(now), "proof of " + address + tld, false, now, Optional.empty(), 0, Options.USUAL, true)));
        return this;
    }

    /// @param addresses one or two, the first one first
    Probe member(String tld, int rank, String name, boolean proved, String... addresses) {
        Person person = new Person(name, Arrays.stream(addresses).map(Address::of).toList(), new Phone("+31 6 1111111" + rank, "+3161111111" + rank, true, "NL"));
        apply(new Change.MemberSaved(new Member(Tld.of(tld), rank, person, Language.EN, now, proved ? Optional.of(now) : Optional.empty(), "proof of " + name + tld, false, now, Optional.empty(), 99)));
        return this;
    }

    Member member(String tld, String address) {
        return robot.ask(registry -> registry.member(new Member.Id(Tld.of(tld), Address.of(address)))).orElseThrow();
    }

    void apply(Change change) {
        robot.ask(registry -> {
            registry.apply(change);
            return change;
        });
    }

    /// It is that time, and what is due by then is done.
    List<Posted> at(String time) {
        return due(time, Event.Duty.DEADLINES);
    }

    /// It is that time, and the house is kept.
    List<Posted> keptHouse(String time) {
        return due(time, Event.Duty.HOUSEKEEPING);
    }

    /// It is that time, and it is looked whether contacts are still there.
    List<Posted> validated(String time) {
        return due(time, Event.Duty.VALIDATION);
    }

    /// It is that time, and that is done.
    List<Posted> due(String time, Event.Duty duty) {
        now = Instant.parse(time);
        robot.play(new Act.Clock(now));
        return robot.play(new Act.Due(duty));
    }

    /// What is noted of when that address was heard of.
    Optional<Instant> heard(String address) {
        return robot.ask(registry -> registry.lastCounted("alive:" + address + ";"));
    }

    /// How well that ccTLD can be reached now.
    Reachability reach(String tld) {
        return robot.ask(registry -> Reachability.of(registry, Tld.of(tld), now));
    }

    /// Why, as the last thing that happened was decided.
    List<String> journal() {
        return robot.journal();
    }

    List<Posted> invite(String... tlds) {
        return robot.play(new Act.Ordered(new Event.Order.Invite(Arrays.stream(tlds).map(Tld::of).toList())));
    }

    List<Posted> judge(long number, Request.Word word) {
        return robot.play(new Act.Ordered(new Event.Order.Judge(number, word, 5)));
    }

    List<Posted> order(Event.Order order) {
        return robot.play(new Act.Ordered(order));
    }

    /// A mail that our border found to have failed its domain's DMARC.
    ///
    /// @param token the secret it is addressed to, "" for none
    /// @param mail makes it from its header, which has no Content-Type
    List<Posted> broken(String from, String token, UnaryOperator<String> mail) {
        Address list = robot.ask(registry -> registry.rules().list().request());
        Address to = Address.of(list.toString().replace("@", token.isEmpty() ? "@" : "+" + token + "@"));
        String domain = from.substring(from.indexOf('@') + 1);
        String results = "Authentication-Results: %s; dkim=fail header.d=%s; dmarc=fail header.from=%s\r\nReceived: from mail.example by %s with ESMTP; %s\r\n".formatted(StoryConfig.AUTHSERV, domain, domain, StoryConfig.AUTHSERV, date());
        String head = results + "From: " + from + "\r\nTo: " + to + "\r\nSubject: Re: confirm\r\nDate: " + date() + "\r\nMessage-ID: <m" + ++mails + "@mail.example>\r\n";
        return robot.play(new Act.Mailed(mail.apply(head).getBytes(StandardCharsets.UTF_8), Address.parse(FORGER), List.of(to), true));
    }

    /// @param lines as in a story's `bounce` block
    List<Posted> bounced(Posted letter, String... lines) {
        return robot.play(Bounce.of(letter, List.of(lines), "bounce" + ++mails));
    }

    /// A mail as it stands, from the null reverse-path.
    List<Posted> automatic(String to, String mail) {
        byte[] raw = (mail.contains("Message-ID") ? mail : "Message-ID: <m" + ++mails + "@mail.example>\n" + mail).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return robot.play(new Act.Mailed(raw, Optional.empty(), List.of(Address.of(to)), false));
    }

    /// Since when mail to that address comes back.
    Optional<Instant> unreachable(String address) {
        return robot.ask(registry -> Unreachable.since(registry, Address.of(address)));
    }

    /// A mail that its sender's domain vouches for.
    ///
    /// @param token the secret it is addressed to, "" for none
    List<Posted> proved(String from, String token, String body) {
        String domain = from.substring(from.indexOf('@') + 1);
        String results = "Authentication-Results: %s; dkim=pass header.d=%s; dmarc=pass header.from=%s\r\nReceived: from mail.example by %s with ESMTP; %s\r\n";
        return mail(results.formatted(StoryConfig.AUTHSERV, domain, domain, StoryConfig.AUTHSERV, date()), from, token, from, "", body);
    }

    /// A mail that nobody vouches for, sent from where its sender says.
    List<Posted> unproved(String from, String token, String body) {
        return mail("", from, token, from, "", body);
    }

    /// A mail of the forger in another's name.
    List<Posted> forged(String from, String token, String body) {
        return mail("", from, token, FORGER, "", body);
    }

    /// @param results what our border server put on top, "" when nobody vouches for it
    /// @param sender its reverse-path
    List<Posted> mail(String results, String from, String token, String sender, String cc, String body) {
        Address list = robot.ask(registry -> registry.rules().list().request());
        String to = list.toString().replace("@", token.isEmpty() ? "@" : "+" + token + "@");
        String head = results + "From: " + from + "\r\nTo: " + to + "\r\n" + (cc.isEmpty() ? "" : "Cc: " + cc + "\r\n") + "Subject: hello\r\nDate: " + date()
                + "\r\nMessage-ID: <m" + ++mails + "@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
        byte[] raw = (head + body.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8);
        return robot.play(new Act.Mailed(raw, Address.parse(sender), List.of(Address.of(to)), !results.isEmpty()));
    }

    /// A mail to the list itself.
    ///
    /// @param proved whether the sender's domain vouches for it
    List<Posted> post(String from, String body, boolean proved) {
        String domain = from.substring(from.indexOf('@') + 1);
        String results = "Authentication-Results: %s; dkim=pass header.d=%s; dmarc=pass header.from=%s\r\nReceived: from mail.example by %s with ESMTP; %s\r\n"
                .formatted(StoryConfig.AUTHSERV, domain, domain, StoryConfig.AUTHSERV, date());
        Address list = robot.ask(registry -> registry.rules().list().post());
        String head = (proved ? results : "") + "From: " + from + "\r\nTo: " + list + "\r\nSubject: hello\r\nDate: " + date() + "\r\nMessage-ID: <m" + ++mails
                + "@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
        return robot.play(new Act.Mailed((head + body + "\r\n").getBytes(StandardCharsets.UTF_8), Address.parse(from), List.of(list), proved));
    }

    private String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
    }

    /// One block of the form.
    static String person(int rank, String name, String address, String phone) {
        return "Contact Person #" + rank + ":\nName: " + name + "\nEmail address: " + address + "\nMobile phone number: " + phone + "\n\n";
    }

    static Posted to(List<Posted> letters, String address) {
        return letters.stream().filter(letter -> letter.recipients().contains(address)).reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError("no letter to " + address + " among " + letters.stream().map(Posted::headers).toList()));
    }

    static long count(List<Posted> letters, String address) {
        return letters.stream().filter(letter -> letter.recipients().contains(address)).count();
    }

    static String text(Posted letter) {
        return String.join("\n", letter.text());
    }

    /// The secret of the letter to this address.
    static String token(List<Posted> letters, String address) {
        return to(letters, address).token().orElseThrow();
    }

    /// The names of all members.
    List<String> members() {
        return robot.ask(registry -> registry.members().stream().map(member -> member.person().name()).sorted().toList());
    }

    /// The only member of this name.
    Member entry(String name) {
        return robot.ask(registry -> registry.members().stream().filter(member -> member.person().name().equals(name)).findFirst()).orElseThrow();
    }

    /// Of those that were taken over, whom no admin contact has said yes to.
    List<String> unconfirmed() {
        return robot.ask(registry -> registry.members().stream().filter(Member::unconfirmed).map(member -> member.person().name()).sorted().toList());
    }

    List<Case> cases() {
        return robot.ask(registry -> List.copyOf(registry.cases()));
    }

    Case matter(long number) {
        return robot.ask(registry -> registry.caseNumber(number)).orElseThrow();
    }

    /// How that case ended; empty while it is open.
    Optional<Stage.Outcome> outcome(long number) {
        return matter(number).stage() instanceof Stage.Ended ended ? Optional.of(ended.outcome()) : Optional.empty();
    }

    /// How many keys are on file.
    int keys() {
        return robot.ask(registry -> Keys.of(registry).size());
    }

    Optional<Guest> guest(Address address) {
        return robot.ask(registry -> registry.guest(address));
    }

    Instant now() {
        return now;
    }
}

package tldops.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Calendar;
import tldops.core.CcTld;
import tldops.core.Change;
import tldops.core.Content;
import tldops.core.Decision;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Journal;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Rules;
import tldops.core.Tld;

/// Plain values for tests.
public final class Sample {
    public static final Instant NOW = Instant.parse("2027-01-18T09:00:00Z");
    public static final Address ADMIN = Address.of("admin@registry.example");
    public static final Envelope DOOR = new Envelope("smtp", false, Optional.of(ADMIN), List.of(Address.of("tld-ops-request@lists.example")), "192.0.2.1");

    private Sample() {}

    public static Inbox.Arrival mail(String messageId, String text) {
        return new Inbox.Arrival(Inbox.Kind.MAIL, DOOR, bytes(text), messageId, Digest.hex(text), NOW);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static Letter letter(String id, boolean secret, boolean reported) {
        return new Letter(id, new Content.Help(3), Language.EN, List.of(ADMIN), List.of(), Optional.empty(), true, Optional.empty(), 0, Letter.Envelope.VERP, secret, reported,
                NOW.plus(Duration.ofDays(1)));
    }

    public static Store.Composed composed(Letter letter, String body) {
        return Store.Composed.of(letter, "tld-ops-bounces+" + letter.id() + "@lists.example", letter.to(), letter.id() + "@lists.example",
                bytes("Message-ID: <" + letter.id() + "@lists.example>\r\n\r\n" + body), 0);
    }

    /// A decision whose one letter goes to these by the list's envelope.
    public static Store.Recorded post(String id, List<Address> subscribers, int bytes, Instant at) {
        Letter letter = new Letter(id, new Content.Help(3), Language.EN, List.of(Address.of("tld-ops@lists.example")), List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.VERP, false, false,
                at.plus(Duration.ofDays(5)), subscribers);
        String head = "From: ada@registry.example\r\nTo: tld-ops@lists.example\r\nSubject: " + id + "\r\nMessage-ID: <" + id + "@lists.example>\r\n\r\n";
        byte[] mail = bytes(head + ("Something that all of you should know about. " + "It goes on.\r\n").repeat(Math.max(1, bytes / 58)));
        Store.Composed composed = Store.Composed.of(letter, "tld-ops-bounces+" + id + "@lists.example", letter.to(), "<" + id + "@lists.example>", mail, 0);
        return new Store.Recorded(0, new Decision(List.of(), List.of(letter), List.of(Journal.of("post", "to all"))), List.of(composed), List.of(), at, "ada@registry.example", id + "@registry.example", "Post");
    }

    public static Store.Recorded recorded(long inbox, Journal line, List<Change> changes, Store.Composed... letters) {
        return new Store.Recorded(inbox, new Decision(changes, List.of(), List.of(line)), List.of(letters), List.of(), NOW, "admin@registry.example", "m" + inbox + "@registry.example", "Help");
    }

    public static Store.Recorded letters(Store.Composed... letters) {
        return recorded(0, Journal.of("sent", "test"), List.of(), letters);
    }

    public static Journal line(String what, Tld tld, String... people) {
        return Journal.of(what, "because", tld).people(List.of(people));
    }

    public static Rules rules() {
        return rules(Set.of());
    }

    /// With a Secretariat, and with these ccTLDs.
    public static Rules rules(Set<Address> secretariat, Tld... known) {
        Calendar calendar = new Calendar(ZoneOffset.UTC, Set.of(), Set.of());
        Duration day = Duration.ofDays(1);
        Map<Tld, CcTld> tlds = new HashMap<>();
        for (Tld tld : known) tlds.put(tld, new CcTld(tld, "Land", "NL", "EU", false, true, calendar));
        return new Rules(
                new Rules.MailingList("tld-ops", "lists.example", List.of(), Map.of()), secretariat, new Rules.Ssc(3, 2, Rules.RolePolicy.WARN, Set.of()),
                new Rules.Trust(Rules.Proof.ASK, Rules.SenderPolicy.FROM_OR_CC, Rules.Password.OPTIONAL), new Rules.Quotas(1, 20, 60, 300, 5, Duration.ofMinutes(10)),
                new Rules.Times(5, 10, 5, 10, day, day, Duration.ofHours(1), day, day, day, day, day, day), new Rules.Urgent(Duration.ofMinutes(15), 3, 10, 6), new Rules.Keeping(Duration.ofDays(90), Period.ofMonths(24)), true, tlds, calendar, new Rules.Changes(false),
                new Rules.Posting(tldops.core.Tlp.AMBER, Rules.ReplyTo.AUTHOR, Rules.FromLine.AUTO, Duration.ofMinutes(15)), Rules.Bulletins.USUAL, Rules.Batches.NONE, Rules.Contacts.NEVER, Rules.Bounces.USUAL, Rules.Looks.NONE, Rules.Anchor.USUAL);
    }
}

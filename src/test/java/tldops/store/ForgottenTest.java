package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Bearer;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Decide;
import tldops.core.Decision;
import tldops.core.Delegate;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Guest;
import tldops.core.Imports;
import tldops.core.Issued;
import tldops.core.Journal;
import tldops.core.Kept;
import tldops.core.Language;
import tldops.core.Mail;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Moment;
import tldops.core.Options;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Post;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.core.Tlp;
import tldops.core.Token;

/// `forget` on a database that holds him wherever he can be held: afterwards its dump as SQL names him nowhere but in our
/// letters, which the question said would stay for a time (L45). Those whose addresses begin or end like his lose nothing.
class ForgottenTest {
    private static final Tld NL = Tld.of("nl");
    private static final Address ANNA = Address.of("Anna@x.example");
    private static final Address HOME = Address.of("anna.home@y.example");
    private static final Address BEFORE = Address.of("anna@before.example");
    /// Ends like hers, and begins like hers.
    private static final Address JOANNA = Address.of("joanna@x.example");
    private static final Address LONGER = Address.of("anna@x.example.org");
    private static final List<String> HERS = List.of("anna@x.example", "anna.home@y.example", "anna@before.example", "Anna Vermeer", "612345678", "6 1234 5678");
    private static final Token TOKEN = Token.parse("0123456789abcdefghjkmnpqrs").orElseThrow();
    private static final List<String> COUNTS = List.of("entry:%s", "posted:%s:0a1b", "posted-by:%s", "refused:%s", "who:%s:.fr", "guess:%s", "answer:%s", "error:%s", "receipt:%s", "question:%s", "urgent-by:%s", "denied:nl:%s",
            "bounce:%s;", "switched:%s;", "gone:%s", "alive:%s;", "checked:%s;", "hard:%s;", "lost:%s;",
            "lost-told:%s;nl", "complaint:%s;", "ooo:%s;2027-09-01", "ooo-told:%s;2027-09-01", "mailed:letter;%s", "back:letter;%s", "signature:%s");

    @TempDir
    private Path temporary;

    private Store store;
    private long question;

    @BeforeEach
    void fill() {
        store = Store.open(temporary.resolve("data"));
        mails();
        List<Change> changes = new ArrayList<>(List.of(
                new Change.MemberSaved(member(NL, 1, person("Anna Vermeer", "+31 6 1234 5678", ANNA, HOME))), new Change.MemberSaved(member(NL, 2, person("Joanna Other", "+31 6 9", JOANNA))),
                new Change.MemberSaved(member(Tld.of("fr"), 1, person("Anna Longer", "+31 6 8", LONGER))),
                new Change.DelegateSaved(new Delegate(Tld.of("fr"), ANNA, Sample.ADMIN, LocalDate.of(2027, 9, 1), Optional.empty(), 3)), new Change.GuestSaved(new Guest(ANNA, "Anna Vermeer", Guest.Role.OBSERVER, false, Optional.empty(), Language.EN, Options.USUAL, Sample.NOW)),
                new Change.PostSaved(post(901, ANNA, "From Anna Vermeer", List.of())), new Change.PostSaved(post(902, JOANNA, "Other", List.of(new Post.Unreached(JOANNA, false), new Post.Unreached(HOME, false), new Post.Unreached(LONGER, false)))),
                new Change.KeptSaved(edition()), new Change.KeptSaved(new Kept.News(Sample.NOW, List.of("Anna Vermeer", "Joanna Other")))));
        for (Address address : List.of(ANNA, HOME, JOANNA, LONGER)) for (String key : COUNTS) changes.add(new Change.Counted(key.formatted(address.key()), Sample.NOW));
        cases().forEach(matter -> changes.add(new Change.CaseSaved(matter)));
        store.record(List.of(Sample.recorded(0, Sample.line("admitted", NL, "Anna Vermeer <Anna@x.example>", "Joanna Other <joanna@x.example>", "anna.home@y.example", "Anna Vermeer <anna@before.example>"), changes,
                Sample.composed(Sample.letter("welcome", false, false), "Dear Anna Vermeer, your address is anna@x.example"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Person person(String name, String phone, Address... addresses) {
        return new Person(name, List.of(addresses), new Phone(phone, phone.replace(" ", ""), true, "NL"));
    }

    private static Member member(Tld tld, int rank, Person person) {
        return new Member(tld, rank, person, Language.EN, Sample.NOW, Optional.of(Sample.NOW), "", false, Sample.NOW, Optional.of("salt:hash"), 1);
    }

    private static Post post(long inbox, Address author, String subject, List<Post.Unreached> unreached) {
        return new Post(inbox, "letter" + inbox, author, Sample.NOW, "m" + inbox + "." + author.key(), subject, Tlp.AMBER, 3, false, unreached, Optional.of(Sample.NOW), unreached.size());
    }

    private static Kept.Edition edition() {
        return new Kept.Edition(1, Sample.NOW, "0".repeat(64), new TreeMap<>(Map.of(".nl anna@x.example", "anna@x.example, anna.home@y.example (Anna Vermeer, +31 6 1234 5678, .nl)",
                ".se anna@before.example", "anna@before.example (Anna Vermeer, +31 6 1234 5678, .se)", ".nl joanna@x.example", "joanna@x.example (Joanna Other, +31 6 9, .nl)", ".fr anna@x.example.org", "anna@x.example.org (Anna Longer, +31 6 8, .fr)")), Set.of("a1"));
    }

    private List<Case> cases() {
        Person before = person("Anna Vermeer", "+31 6 1234 5678", BEFORE);
        Stage.Undo undo = new Stage.Undo(Sample.NOW, List.of(), List.of(), List.of(new Stage.Turned(new Member.Id(NL, ANNA), member(NL, 1, before))), false);
        Matter.Admission joined = new Matter.Admission(Matter.Origin.LEAFLET, List.of(new Matter.Newcomer(1, person("Anna Vermeer", "+31 6 1234 5678", ANNA), false), new Matter.Newcomer(2, person("Joanna Other", "+31 6 9", JOANNA), false)), List.of());
        Issued issued = new Issued(TOKEN.hash(), Issued.Purpose.VERDICT, ANNA, "question", true);
        Stage over = new Stage.Ended(Stage.Outcome.ADMITTED, Sample.NOW, Optional.empty());
        return List.of(matter(1, joined, over, List.of()), matter(2, new Matter.Restore(member(NL, 1, before)), new Stage.Ended(Stage.Outcome.CHANGED, Sample.NOW, Optional.of(undo)), List.of()),
                matter(3, new Matter.Appointment(HOME, LocalDate.of(2027, 9, 1), Matter.Step.PROVE), over, List.of()), matter(4, new Matter.GuestAction(ANNA, List.of(), "m"), over, List.of()),
                matter(5, new Matter.Urgent(new Member.Id(NL, ANNA), HOME, List.of("Call Anna Vermeer"), List.of(), Optional.empty(), List.of()), over, List.of()),
                matter(6, new Matter.Forgetting(ANNA), new Stage.Asked(Sample.NOW, 0), List.of(issued)),
                matter(7, new Matter.Check(ANNA, 2, false, List.of()), new Stage.Asked(Sample.NOW, 0), List.of(new Issued("0".repeat(64), Issued.Purpose.ALIVE, ANNA, "check", true))),
                matter(8, new Matter.Check(ANNA, 3, false, List.of(new Matter.Handed(NL, Optional.of(Sample.ADMIN), 9))), over, List.of()),
                matter(9, new Matter.Reconfirmation(9, BEFORE, List.of(new Member.Id(NL, ANNA))), over, List.of()), matter(10, new Matter.Reconfirmation(10, ANNA, List.of(new Member.Id(NL, JOANNA))), over, List.of()),
                matter(11, new Matter.Check(JOANNA, 3, false, List.of(new Matter.Handed(NL, Optional.of(ANNA), 9))), over, List.of()));
    }

    private static Case matter(long number, Matter about, Stage stage, List<Issued> tokens) {
        return new Case(number, Optional.of(NL), about, stage, ANNA, Language.EN, Sample.NOW, tokens, false);
    }

    private long mail(String from, Optional<Address> path, String id, String body) {
        Envelope door = new Envelope("smtp", false, path, List.of(Address.of("tld-ops-request@lists.example")), "192.0.2.1");
        String text = "From: " + from + "\r\nSubject: hello\r\n\r\n" + body;
        return store.inbox().put(new Inbox.Arrival(Inbox.Kind.MAIL, door, Sample.bytes(text), id, Digest.hex(body), Sample.NOW)).join();
    }

    private long order(Inbox.Kind kind, Object document) {
        return store.inbox().put(new Inbox.Arrival(kind, Sample.DOOR, Documents.bytes(document), "", Digest.hex(Documents.write(document)), Sample.NOW)).join();
    }

    private void mails() {
        long done = mail("Anna Vermeer <Anna@x.example>", Optional.of(ANNA), "done.anna@x.example", "Anna Vermeer wrote this");
        store.record(List.of(new Store.Recorded(done, Decision.of(Sample.line("asked", NL)), List.of(), List.of(), Sample.NOW, "Anna@x.example", "done.anna@x.example", "Help")));
        mail("Anna Vermeer <Anna@x.example>", Optional.of(ANNA), "done.anna@x.example", "Anna Vermeer wrote this");
        store.inbox().aside(mail("Anna Vermeer\r\n <anna@x.example>", Optional.empty(), "aside.anna@x.example", "+31612345678"), "at a step: anna@x.example");
        store.inbox().aside(mail("other@z.example", Optional.of(HOME), "aside2.anna.home@y.example", "Anna Vermeer"), "at a step");
        store.inbox().aside(mail("joanna@x.example", Optional.of(JOANNA), "aside3@x.example", "I am Joanna"), "at a step");
        long imported = order(Inbox.Kind.OPERATOR, new Event.Order.Import(List.of(new Imports.Entry(NL, 1, person("Anna Vermeer", "+31 6 1234 5678", ANNA)))));
        long missed = order(Inbox.Kind.UNREACHED, new Event.Undelivered("letter902", List.of(JOANNA, HOME), "550 5.1.1 <anna.home@y.example> unknown"));
        long other = order(Inbox.Kind.UNREACHED, new Event.Undelivered("letter902", List.of(JOANNA, LONGER), "550 5.1.1 unknown"));
        long given = order(Inbox.Kind.GIVEN_UP, new Event.GivenUp("welcome", "550 5.1.1 no anna@x.example."));
        for (long row : List.of(imported, missed, other, given)) store.record(List.of(new Store.Recorded(row, Decision.of(Journal.of("news", "test")), List.of(), List.of(), Sample.NOW, "", "", "news")));
        question = mail("Anna@x.example", Optional.of(ANNA), "confirm.anna@x.example", "confirm. Anna Vermeer, +31 6 1234 5678");
    }

    private Decision confirmed(Instant at) {
        Registry registry = store.load(Sample.rules());
        Mail mail = new Mail(question, at, Sample.DOOR, "confirm.anna@x.example", Optional.of(ANNA), List.of(), "confirm", Authentication.none("test"), Optional.empty(),
                List.of(new Bearer(TOKEN, Bearer.Place.ADDRESS)), false, Language.EN, "confirm", "0".repeat(64));
        return Decide.on(registry, new Event.Arrived(mail, new Request.Answered(Set.of(Request.Word.CONFIRM), List.of(), false), Facts.NONE), new Moment(at, new byte[32]));
    }

    private void forget() {
        Instant at = Sample.NOW.plus(Duration.ofMinutes(5));
        store.record(List.of(new Store.Recorded(question, confirmed(at), List.of(), List.of(), at, "Anna@x.example", "confirm.anna@x.example", "Answered")));
    }

    /// The database as SQL, each table's rows under its name; bytes as the text they are, addresses in documents as one word.
    private Map<String, String> dump() {
        Map<String, String> tables = new TreeMap<>();
        String table = "";
        for (String line : store.database().read(sql -> sql.fetch("script nosettings").getValues(0, String.class)).stream().flatMap(String::lines).toList()) {
            if (line.startsWith("INSERT INTO ")) table = line.replaceAll("INSERT INTO \"PUBLIC\"\\.\"(\\w+)\".*", "$1");
            String text = Pattern.compile("X'([0-9a-f]*)'").matcher(line).replaceAll(hex -> Matcher.quoteReplacement(new String(HexFormat.of().parseHex(hex.group(1)), StandardCharsets.UTF_8)));
            tables.merge(table, text.replaceAll("\"local\":\"([^\"]*)\",\"domain\":\"([^\"]*)\"", "$1@$2").toLowerCase(Locale.ROOT) + "\n", String::concat);
        }
        return tables;
    }

    private static boolean names(String rows, String what) {
        return rows.replace("joanna@x.example", "").replace("anna@x.example.org", "").contains(what.toLowerCase(Locale.ROOT));
    }

    private List<String> where() {
        return dump().entrySet().stream().filter(table -> HERS.stream().anyMatch(what -> names(table.getValue(), what))).map(Map.Entry::getKey).toList();
    }

    @Test
    void the_dump_of_the_whole_database_names_her_only_in_our_letters() {
        assertThat(where()).contains("CASES", "COUNTED", "DELEGATE", "GUEST", "INBOX", "KEPT", "MEMBER", "PERSONAL", "POST");

        forget();

        assertThat(where()).as("our letters stay for `store.keep-mail`").containsExactly("OUTBOX"); // L45
        assertThat(store.journals().verify()).isEmpty(); // L45
    }

    @Test
    void who_has_an_address_that_begins_or_ends_like_hers_loses_nothing() {
        forget();

        Registry registry = store.load(Sample.rules());
        for (Address address : List.of(JOANNA, LONGER))
            for (String key : COUNTS) assertThat(registry.lastCounted(key.formatted(address.key()))).as(key.formatted(address.key())).isPresent();
        assertThat(registry.members()).extracting(member -> member.person().name()).containsExactly("Anna Longer", "Joanna Other");
        assertThat(registry.posts()).singleElement().satisfies(post -> {
            assertThat(post.unreached()).extracting(Post.Unreached::address).containsExactly(JOANNA, LONGER);
            assertThat(post.toldOf()).isEqualTo(2);
        });
        assertThat(registry.kept(Kept.Edition.class).orElseThrow().entries()).containsOnlyKeys(".nl joanna@x.example", ".fr anna@x.example.org");
        assertThat(registry.kept(Kept.News.class).orElseThrow().left()).containsExactly("Joanna Other");
        assertThat(store.inbox().list(Optional.of(Inbox.State.ASIDE), 9)).singleElement().satisfies(row -> assertThat(store.inbox().raw(row.id()).orElseThrow()).isNotEmpty());
        assertThat(dump().get("INBOX")).contains("anna@x.example.org");
    }

    @Test
    void memory_and_database_agree_on_what_is_left() {
        Instant at = Sample.NOW.plus(Duration.ofMinutes(5));
        Registry memory = store.load(Sample.rules());
        memory.apply(confirmed(at).changes());
        forget();

        Registry stored = store.load(Sample.rules());
        assertThat(List.copyOf(stored.posts())).isEqualTo(List.copyOf(memory.posts()));
        assertThat(stored.kept(Kept.Edition.class)).isEqualTo(memory.kept(Kept.Edition.class));
        for (String prefix : List.of("entry:", "posted:", "who:", "gone:", "bounce:", "switched:", "denied:", "alive:", "checked:")) assertThat(stored.lastOf(prefix)).as(prefix).isEqualTo(memory.lastOf(prefix));
    }
}

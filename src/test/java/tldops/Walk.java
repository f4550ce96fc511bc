package tldops;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Authority;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Digest;
import tldops.core.Event;
import tldops.core.Journal;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.Moment;
import tldops.core.Need;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.core.Tld;
import tldops.mail.Reading;
import tldops.store.Inbox;
import tldops.store.Sample;
import tldops.store.Store;

/// The walk over a real store, with a small core of its own: the text of a mail says what happens to it.
///
/// `from@x.example text...`: each mail counts `text` and answers with one letter. `ask nl` needs IANA's word on .nl first;
/// `break` breaks in the core, `unreadable` in the reader, `unwritable` in the composer, `letter N` writes a letter with id N,
/// `slow` is never read.
final class Walk implements AutoCloseable {
    static final Tld NL = new Tld("nl");
    private static final Rooms.Limits LIMITS = new Rooms.Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofHours(24), Duration.ofHours(12));

    final AtomicReference<Instant> now = new AtomicReference<>(Sample.NOW);
    final Map<Tld, Authority> iana = new ConcurrentHashMap<>();
    final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
    Store store;
    Robot robot;
    private final Path folder;

    Walk(Path folder) {
        this.folder = folder;
        open(LIMITS);
    }

    private void open(Rooms.Limits limits) {
        store = Store.open(folder);
        Rooms rooms = new Rooms(Walk::read, (_, _, read) -> read, this::lookUp, Walk::composed, (raw, _) -> text(raw).contains("s3cret") ? bytes(text(raw).replace("s3cret", "***")) : raw, now::get, new Random(1));
        robot = new Robot(store, Sample.rules(), rooms, limits, Timekeeper.believing(now::get), new Decider.Core(Walk::need, registry -> (event, at) -> decide(registry, event, at)));
        robot.start();
    }

    @Override
    public void close() {
        robot.close();
        store.close();
    }

    void reopen() {
        reopen(LIMITS);
    }

    void reopen(Rooms.Limits limits) {
        close();
        open(limits);
    }

    private static Reading read(Inbox.Row row, byte[] raw) {
        String text = text(raw);
        if (text.contains("unreadable")) throw new IllegalArgumentException("cannot read this");
        if (text.contains("slow")) never();
        String[] parts = text.split(" ", 2);
        Mail mail = new Mail(row.id(), row.at(), row.envelope(), row.messageId(), Address.parse(parts[0]), List.of(), "", Authentication.none("test"), Optional.empty(), List.of(), false, Language.EN, parts[1], Digest.hex(raw));
        return new Reading(mail, new Request.Unclear("test"), List.of());
    }

    private static void never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Map<Tld, Authority> lookUp(Need need) {
        try {
            gate.get().await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return Map.of(NL, iana.getOrDefault(NL, new Authority.Unreachable("nobody there")));
    }

    private static Need need(Registry registry, Read read) {
        boolean asks = read.mail().filter(mail -> mail.text().startsWith("ask")).isPresent();
        return asks ? new Need(Set.of(NL), Set.of(), Duration.ofHours(1)) : Need.NOTHING;
    }

    private static Decision decide(Registry registry, Event event, Moment at) {
        return switch (event) {
            case Event.Arrived(var mail, _, var facts) -> {
                if (mail.text().contains("break")) throw new IllegalStateException("a bug");
                Journal line = Journal.of(mail.text(), "seen before: " + registry.counted("mails", Instant.EPOCH), NL);
                if (facts.authorities().containsKey(NL)) line = line.evidence(facts.of(NL));
                String id = mail.text().startsWith("letter ") ? mail.text().substring(7) : at.name("letter", 26);
                Letter letter = Sample.letter(mail.text().contains("unwritable") ? "unwritable" : id, false, true);
                yield Decision.of(line).and(letter).and(new Change.Counted("mails", at.now()));
            }
            case Event.Due(var duty, var period, var waiting, _) -> Decision.of(Journal.of("duty " + duty, period + " without " + waiting.senders() + waiting.tlds()));
            case Event.Sent(var letter, _) -> Decision.of(Journal.of("sent", letter.length() + " letters of an id"));
            case Event.GivenUp _, Event.Undelivered _, Event.Expired _ -> Decision.nothing("given up");
            case Event.Missed _, Event.Differs _ -> Decision.nothing("missed");
            case Event.ClockDoubted _ -> Decision.nothing("doubted");
            case Event.Archived _ -> Decision.nothing("archived");
            case Event.Probed probed -> Decision.of(Journal.of("probe", probed.door()));
            case Event.Ordered(var order, var operator, _) -> Decision.of(Journal.of("ordered", order + " by " + operator));
        };
    }

    private static Store.Composed composed(Letter letter) {
        if (letter.id().equals("unwritable")) throw new IllegalStateException("no template");
        return Sample.composed(letter, "body");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] raw) {
        return new String(raw, StandardCharsets.UTF_8);
    }

    long put(String text) {
        return store.inbox().put(new Inbox.Arrival(Inbox.Kind.MAIL, Sample.DOOR, bytes(text), Digest.hex(text).substring(0, 20) + "@x.example", Digest.hex(text), now.get())).join();
    }

    List<String> decided() {
        return store.journals().range(0, Long.MAX_VALUE).stream().map(line -> line.journal().what()).toList();
    }

    Inbox.Row row(long id) {
        return store.inbox().row(id).orElseThrow();
    }

    static Authority known() {
        return new Authority.Silent(new Authority.Evidence("whois.iana.org", Sample.NOW, Digest.hex("answer"), "answer"));
    }
}

package tldops.store;

import static tldops.store.jooq.Tables.BODY;
import static tldops.store.jooq.Tables.OUTBOX;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import tldops.core.Address;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Journal;
import tldops.core.Letter;
import tldops.store.jooq.tables.records.BodyRecord;
import tldops.store.jooq.tables.records.OutboxRecord;

/// Letters on their way through the outbox: written with a body that the copies share, ended with the erasing of what
/// nobody needs any more (DESIGN 1.8, MAIL_RULES 33).
final class Leaving {
    /// That the relay took a letter, on its way into the database; the letter has its name in no other database.
    ///
    /// @param letter what its row is called
    /// @param places of a letter to many whose copies they are; empty for a whole letter
    record Gone(long id, String letter, Instant at, List<Integer> places) {
        Gone(long id, String letter, Instant at) {
            this(id, letter, at, List.of());
        }

        boolean whole() {
            return places.isEmpty();
        }
    }

    private record Whole(long id, String letter, Instant at) {}

    static final Spool.Form<Gone> FORM = new Spool.Form<>(Leaving::packed, Leaving::unpacked);

    /// What an end of letters led to.
    ///
    /// @param news whether the inbox has news of it for the core
    record Ends(List<Ended> letters, boolean news, Instant at) {}

    record Ended(Outbox.Due letter, Outbox.State state) {}

    private static final int LONG = 16 << 10;

    private Leaving() {}

    /// A whole letter is JSON, as it always was; copies are many and short: `id name time place place ...`.
    private static byte[] packed(Gone gone) {
        if (gone.whole()) return Documents.bytes(new Whole(gone.id, gone.letter, gone.at));
        String places = gone.places.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return (gone.id + " " + gone.letter + " " + gone.at + " " + places).getBytes(StandardCharsets.US_ASCII);
    }

    private static Gone unpacked(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == '{') {
            Whole whole = Documents.read(bytes, Whole.class);
            return new Gone(whole.id, whole.letter, whole.at);
        }
        List<String> words = List.of(new String(bytes, StandardCharsets.US_ASCII).split(" "));
        return new Gone(Long.parseLong(words.get(0)), words.get(1), Instant.parse(words.get(2)), words.subList(3, words.size()).stream().map(Integer::valueOf).toList());
    }

    /// Letters as they are to be sent, the one that is due first before the others.
    static List<Outbox.Due> letters(DSLContext sql, Condition which) {
        Map<String, byte[]> bodies = new HashMap<>();
        return sql.select(OUTBOX.ID, OUTBOX.LETTER, OUTBOX.ENVELOPE_FROM, OUTBOX.RECIPIENTS, OUTBOX.HEADERS, BODY.BYTES, OUTBOX.ATTEMPTS, OUTBOX.BEST_BEFORE, OUTBOX.SECRET, OUTBOX.REPORTED,
                        OUTBOX.KIND, OUTBOX.CASE_NUMBER, OUTBOX.BODY, OUTBOX.WRITTEN, OUTBOX.BULLETIN, OUTBOX.SUBSCRIBERS, OUTBOX.DONE)
                .from(OUTBOX).leftJoin(BODY).on(BODY.SHA256.eq(OUTBOX.BODY))
                .where(which).orderBy(OUTBOX.NEXT_TRY, OUTBOX.ID).fetch(found -> due(found, bodies));
    }

    private static Outbox.Due due(Record found, Map<String, byte[]> bodies) {
        String row = found.get(OUTBOX.LETTER);
        List<Address> recipients = Columns.addresses(found.get(OUTBOX.RECIPIENTS));
        Optional<Mailing> mailing = found.get(OUTBOX.SUBSCRIBERS) > 0 ? Optional.of(new Mailing(row, recipients, found.get(OUTBOX.DONE))) : Optional.empty();
        // the same body is in memory once
        byte[] body = bodies.computeIfAbsent(found.get(OUTBOX.BODY), _ -> Optional.ofNullable(found.get(BODY.BYTES)).orElse(new byte[0]));
        return new Outbox.Due(found.get(OUTBOX.ID), Mailing.letter(row), Columns.optional(found.get(OUTBOX.ENVELOPE_FROM)), recipients, found.get(OUTBOX.HEADERS), body, found.get(OUTBOX.ATTEMPTS),
                found.get(OUTBOX.BEST_BEFORE), found.get(OUTBOX.SECRET), found.get(OUTBOX.REPORTED), found.get(OUTBOX.KIND), found.get(OUTBOX.CASE_NUMBER), found.get(OUTBOX.BODY),
                found.get(OUTBOX.WRITTEN), found.get(OUTBOX.BULLETIN), mailing);
    }

    /// A letter as it is to be stored: its own beginning, and what others may share.
    ///
    /// @param hash of the rest; "" when there is none
    /// @param parts of those who get it by the list's envelope; empty for a letter to those in its headers
    @SuppressWarnings("ArrayRecordComponent")
    private record Cut(Store.Composed composed, Instant at, byte[] own, byte[] rest, String hash, List<List<Address>> parts) {
        int rows() {
            return Math.max(1, parts.size());
        }
    }

    /// @return the letters as they are to be sent
    static List<Outbox.Due> write(DSLContext sql, Collection<Store.Recorded> batch) {
        List<Cut> letters = cut(batch);
        if (letters.isEmpty()) return List.of();
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        letters.stream().filter(letter -> !letter.hash.isEmpty()).forEach(letter -> bodies.putIfAbsent(letter.hash, letter.rest));
        Iterator<Long> ids = Numbers.next(sql, Numbers.Of.LETTER, letters.stream().mapToInt(Cut::rows).sum()).iterator();
        List<OutboxRecord> rows = new ArrayList<>();
        List<Outbox.Due> due = new ArrayList<>();
        for (Cut letter : letters) {
            String sha256 = Digest.hex(letter.composed.bytes());
            byte[] body = bodies.getOrDefault(letter.hash, new byte[0]);
            for (int part = 0; part < letter.rows(); part++) {
                OutboxRecord row = row(ids.next(), letter, part, sha256);
                rows.add(row);
                due.add(due(row, letter, part, body));
            }
        }
        Set<String> there = bodies.isEmpty() ? Set.of() : sql.select(BODY.SHA256).from(BODY).where(BODY.SHA256.in(bodies.keySet())).fetchSet(BODY.SHA256);
        Rows.insert(sql, BODY, bodies.entrySet().stream().filter(body -> !there.contains(body.getKey())).map(body -> new BodyRecord(body.getKey(), body.getValue())).toList());
        Rows.insert(sql, OUTBOX, rows);
        return due;
    }

    /// A body is kept once for all its letters where several have it, and where it is long. Any other stands with its
    /// headers and costs two trees of the database less.
    private static List<Cut> cut(Collection<Store.Recorded> batch) {
        // by identity: what letters share is one array
        IdentityHashMap<byte[], String> hashes = new IdentityHashMap<>();
        List<Cut> all = batch.stream().flatMap(recorded -> recorded.letters().stream().map(letter -> cut(letter, recorded.at(), hashes))).toList();
        Map<String, Long> times = all.stream().collect(Collectors.groupingBy(Cut::hash, Collectors.counting()));
        return all.stream().map(letter -> {
            boolean shared = times.getOrDefault(letter.hash, 0L) > 1 || letter.own.length + letter.rest.length > LONG || !letter.parts.isEmpty();
            return shared ? letter : new Cut(letter.composed, letter.at, letter.composed.bytes(), new byte[0], "", letter.parts);
        }).toList();
    }

    private static Cut cut(Store.Composed composed, Instant at, IdentityHashMap<byte[], String> hashes) {
        return new Cut(composed, at, composed.own(), composed.rest(), hashes.computeIfAbsent(composed.rest(), Digest::hex), Mailing.parts(composed.letter().subscribers()));
    }

    private static Outbox.Due due(OutboxRecord row, Cut letter, int part, byte[] body) {
        Store.Composed composed = letter.composed;
        List<Address> recipients = letter.parts.isEmpty() ? composed.recipients() : letter.parts.get(part);
        Optional<Mailing> mailing = letter.parts.isEmpty() ? Optional.empty() : Optional.of(new Mailing(row.getLetter(), recipients, ""));
        return new Outbox.Due(row.getId(), composed.letter().id(), Columns.optional(composed.envelopeFrom()), recipients, row.getHeaders(), body, row.getAttempts(), row.getBestBefore(),
                row.getSecret(), row.getReported(), row.getKind(), row.getCaseNumber(), row.getBody(), row.getWritten(), row.getBulletin(), mailing);
    }

    private static OutboxRecord row(long id, Cut cut, int part, String sha256) {
        Store.Composed composed = cut.composed;
        Letter letter = composed.letter();
        OutboxRecord row = new OutboxRecord();
        row.setId(id);
        row.setLetter(cut.parts.isEmpty() ? letter.id() : Mailing.row(letter.id(), part));
        row.setKind(letter.content().getClass().getSimpleName());
        row.setCaseNumber(letter.caseNumber());
        row.setMessageId(composed.messageId());
        row.setEnvelopeFrom(composed.envelopeFrom());
        row.setRecipients(Columns.lines(cut.parts.isEmpty() ? composed.recipients() : cut.parts.get(part)));
        row.setHeaders(cut.own);
        row.setBody(cut.hash);
        row.setSha256(sha256);
        row.setSecret(letter.secret());
        row.setReported(letter.reported());
        row.setBestBefore(Columns.time(letter.bestBefore()));
        row.setWritten(Columns.time(cut.at));
        row.setState(Outbox.State.WAITING.name());
        row.setNextTry(Columns.time(cut.at));
        row.setAttempts(0);
        row.setReason("");
        row.setBulletin(letter.bulletin());
        row.setSubscribers(cut.parts.isEmpty() ? 0 : cut.parts.get(part).size());
        row.setDone("");
        return row;
    }

    /// Where the body begins: behind the first empty line.
    static int headers(byte[] mail) {
        for (int i = 0; i + 1 < mail.length; i++) {
            if (mail[i] != '\n') continue;
            if (mail[i + 1] == '\n') return i + 2;
            if (mail[i + 1] == '\r' && i + 2 < mail.length && mail[i + 2] == '\n') return i + 3;
        }
        return mail.length;
    }

    static byte[] joined(byte[] headers, byte[] body) {
        byte[] bytes = Arrays.copyOf(headers, headers.length + body.length);
        System.arraycopy(body, 0, bytes, headers.length, body.length);
        return bytes;
    }

    private static byte[] header(byte[] mail) {
        return Arrays.copyOf(mail, headers(mail));
    }

    /// How far letters to many have come; those that nobody waits for any more end.
    static Ends progress(DSLContext sql, List<Outbox.Due> letters, Instant at) {
        List<Ended> ended = new ArrayList<>();
        boolean news = false;
        List<List<Object>> open = new ArrayList<>();
        for (Outbox.Due letter : letters) {
            Mailing mailing = letter.mailing().orElseThrow();
            String done = mailing.done();
            if (mailing.over()) {
                Ends over = end(sql, List.of(letter), mailing.someTaken() ? Outbox.State.SENT : Outbox.State.GIVEN_UP, mailing.reason(), at);
                ended.addAll(over.letters());
                news |= over.news();
            } else {
                open.add(List.of(done, letter.id(), Outbox.State.WAITING.name()));
            }
            mailing.written(done);
        }
        Rows.run(sql, "update outbox set done = ? where id = ? and state = ?", open);
        return new Ends(ended, news, at);
    }

    /// What the relay took before a crash.
    static int again(DSLContext sql, List<Gone> gone) {
        Map<String, List<Gone>> rows = gone.stream().collect(Collectors.groupingBy(Gone::letter, LinkedHashMap::new, Collectors.toList()));
        rows.forEach((row, all) -> {
            List<Outbox.Due> letters = letters(sql, OUTBOX.LETTER.eq(row).and(OUTBOX.STATE.eq(Outbox.State.WAITING.name())));
            Instant at = all.getLast().at();
            letters.forEach(letter -> letter.mailing().ifPresent(mailing -> all.forEach(each -> mailing.taken(each.places()))));
            if (letters.stream().anyMatch(letter -> letter.mailing().isPresent())) progress(sql, letters, at);
            else end(sql, letters, Outbox.State.SENT, "", at);
        });
        return rows.size();
    }

    /// The relay will not take these copies.
    static Ends refused(DSLContext sql, Outbox.Due letter, Map<String, List<Address>> why, Instant at) {
        Mailing mailing = letter.mailing().orElseThrow();
        why.forEach((reason, whom) -> mailing.refused(mailing.places(whom), reason));
        Arriving.insert(sql, why.entrySet().stream().map(each -> unreached(letter, each.getValue(), each.getKey(), at)).toList());
        return new Ends(progress(sql, List.of(letter), at).letters(), true, at);
    }

    static Ends end(DSLContext sql, List<Outbox.Due> leaving, Outbox.State state, String reason, Instant at) {
        int[] ended = Rows.run(sql, "update outbox set state = ?, reason = ?, ended = ?, headers = ?, done = ? where id = ? and state = ?",
                leaving.stream().map(letter -> Arrays.<Object>asList(state.name(), reason, Columns.time(at), letter.secret() ? null : header(letter.headers()),
                        letter.mailing().map(Mailing::done).orElse(""), letter.id(), Outbox.State.WAITING.name())).toList());
        List<Outbox.Due> letters = IntStream.range(0, ended.length).filter(i -> ended[i] == 1).mapToObj(leaving::get).toList();
        // the last one to leave takes the body along
        List<List<Object>> bodies = letters.stream().map(Outbox.Due::body).filter(body -> !body.isEmpty()).distinct().map(body -> List.<Object>of(body, body, Outbox.State.WAITING.name())).toList();
        Rows.run(sql, "delete from body where sha256 = ? and not exists (select 1 from outbox where outbox.body = ? and outbox.state = ?)", bodies);
        if (state == Outbox.State.EXPIRED) Journals.append(sql, letters.stream().map(letter -> expired(letter, at)).toList());
        List<Inbox.Arrival> news = letters.stream().flatMap(letter -> news(sql, letter, state, reason, at)).toList();
        return new Ends(letters.stream().map(letter -> new Ended(letter, state)).toList(), !Arriving.insert(sql, news).isEmpty(), at);
    }

    /// Of a letter to many its last row tells that it is over, each of them whom it left out.
    private static Stream<Inbox.Arrival> news(DSLContext sql, Outbox.Due letter, Outbox.State state, String reason, Instant at) {
        if (letter.mailing().isEmpty()) return letter.reported() ? Stream.of(report(letter, state, reason, at)) : Stream.empty();
        List<Address> left = letter.mailing().get().left();
        Stream<Inbox.Arrival> missed = left.isEmpty() ? Stream.empty() : Stream.of(unreached(letter, left, reason, at));
        if (!letter.reported()) return missed;
        Set<String> states = sql.selectDistinct(OUTBOX.STATE).from(OUTBOX).where(Overview.rows(letter.letterId())).fetchSet(OUTBOX.STATE);
        if (states.contains(Outbox.State.WAITING.name())) return missed;
        Outbox.State whole = states.contains(Outbox.State.SENT.name()) ? Outbox.State.SENT : state;
        return Stream.concat(missed, Stream.of(report(letter, whole, reason, at)));
    }

    private static Inbox.Arrival unreached(Outbox.Due letter, List<Address> whom, String reason, Instant at) {
        return arrival(Inbox.Kind.UNREACHED, new Event.Undelivered(letter.letterId(), whom, reason), at);
    }

    private static Journals.Entry expired(Outbox.Due letter, Instant at) {
        Journal line = new Journal("letter dropped", "past its best-before, unsent", Optional.empty(), letter.caseNumber(), "", "", List.of());
        return new Journals.Entry(at, 0, "", "", letter.kind(), line, "", "", "");
    }

    private static Inbox.Arrival report(Outbox.Due letter, Outbox.State state, String reason, Instant at) {
        Event event = state == Outbox.State.SENT ? new Event.Sent(letter.letterId(), at) : new Event.GivenUp(letter.letterId(), reason);
        Inbox.Kind kind = switch (state) {
            case SENT -> Inbox.Kind.SENT;
            case EXPIRED -> Inbox.Kind.EXPIRED;
            default -> Inbox.Kind.GIVEN_UP;
        };
        return arrival(kind, event, at);
    }

    private static Inbox.Arrival arrival(Inbox.Kind kind, Event event, Instant at) {
        return new Inbox.Arrival(kind, new Envelope("outbox", false, Optional.empty(), List.of(), ""), Documents.bytes(event), "", "", at);
    }
}

package tldops.store;

import static tldops.store.jooq.Tables.BODY;
import static tldops.store.jooq.Tables.OUTBOX;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
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
    record Gone(long id, String letter, Instant at) {}

    static final Spool.Form<Gone> FORM = new Spool.Form<>(Documents::bytes, bytes -> Documents.read(bytes, Gone.class));

    private static final int LONG = 16 << 10;

    private Leaving() {}

    /// Letters as they are to be sent, the one that is due first before the others.
    static List<Outbox.Due> letters(DSLContext sql, Condition which) {
        return sql.select(OUTBOX.ID, OUTBOX.LETTER, OUTBOX.ENVELOPE_FROM, OUTBOX.RECIPIENTS, OUTBOX.HEADERS, BODY.BYTES, OUTBOX.ATTEMPTS, OUTBOX.BEST_BEFORE, OUTBOX.SECRET, OUTBOX.REPORTED,
                        OUTBOX.KIND, OUTBOX.CASE_NUMBER, OUTBOX.BODY, OUTBOX.WRITTEN)
                .from(OUTBOX).leftJoin(BODY).on(BODY.SHA256.eq(OUTBOX.BODY))
                .where(which).orderBy(OUTBOX.NEXT_TRY, OUTBOX.ID).fetch(Leaving::due);
    }

    private static Outbox.Due due(Record found) {
        return new Outbox.Due(found.get(OUTBOX.ID), found.get(OUTBOX.LETTER), Columns.optional(found.get(OUTBOX.ENVELOPE_FROM)), Columns.addresses(found.get(OUTBOX.RECIPIENTS)),
                found.get(OUTBOX.HEADERS), Optional.ofNullable(found.get(BODY.BYTES)).orElse(new byte[0]), found.get(OUTBOX.ATTEMPTS), found.get(OUTBOX.BEST_BEFORE), found.get(OUTBOX.SECRET), found.get(OUTBOX.REPORTED),
                found.get(OUTBOX.KIND), found.get(OUTBOX.CASE_NUMBER), found.get(OUTBOX.BODY), found.get(OUTBOX.WRITTEN));
    }

    /// @return the letters as they are to be sent
    static List<Outbox.Due> write(DSLContext sql, Collection<Store.Recorded> batch) {
        List<Store.Composed> letters = batch.stream().flatMap(recorded -> recorded.letters().stream()).toList();
        if (letters.isEmpty()) return List.of();
        List<String> shared = shared(letters);
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        List<OutboxRecord> rows = new ArrayList<>();
        List<Long> ids = Numbers.next(sql, Numbers.Of.LETTER, letters.size());
        for (Store.Recorded recorded : batch) {
            for (Store.Composed composed : recorded.letters()) {
                String hash = shared.get(rows.size());
                byte[] own = hash.isEmpty() ? composed.bytes() : header(composed.bytes());
                if (!hash.isEmpty()) bodies.computeIfAbsent(hash, _ -> body(composed.bytes()));
                rows.add(row(ids.get(rows.size()), composed, own, hash, recorded.at()));
            }
        }
        Set<String> there = bodies.isEmpty() ? Set.of() : sql.select(BODY.SHA256).from(BODY).where(BODY.SHA256.in(bodies.keySet())).fetchSet(BODY.SHA256);
        Rows.insert(sql, BODY, bodies.entrySet().stream().filter(body -> !there.contains(body.getKey())).map(body -> new BodyRecord(body.getKey(), body.getValue())).toList());
        Rows.insert(sql, OUTBOX, rows);
        return IntStream.range(0, rows.size()).mapToObj(i -> due(rows.get(i), letters.get(i), bodies.getOrDefault(rows.get(i).getBody(), new byte[0]))).toList();
    }

    /// The hash of each letter's body when it is kept once for all its letters: those of several letters, and long ones.
    /// "" for any other, which stands with its headers and costs two trees of the database less.
    private static List<String> shared(List<Store.Composed> letters) {
        List<String> hashes = letters.stream().map(letter -> Digest.hex(body(letter.bytes()))).toList();
        Map<String, Long> times = hashes.stream().collect(Collectors.groupingBy(hash -> hash, Collectors.counting()));
        return IntStream.range(0, hashes.size()).mapToObj(i -> times.getOrDefault(hashes.get(i), 0L) > 1 || letters.get(i).bytes().length > LONG ? hashes.get(i) : "").toList();
    }

    private static Outbox.Due due(OutboxRecord row, Store.Composed composed, byte[] body) {
        return new Outbox.Due(row.getId(), row.getLetter(), Columns.optional(composed.envelopeFrom()), composed.recipients(), row.getHeaders(), body, row.getAttempts(), row.getBestBefore(),
                row.getSecret(), row.getReported(), row.getKind(), row.getCaseNumber(), row.getBody(), row.getWritten());
    }

    private static OutboxRecord row(long id, Store.Composed composed, byte[] headers, String body, Instant at) {
        Letter letter = composed.letter();
        OutboxRecord row = new OutboxRecord();
        row.setId(id);
        row.setLetter(letter.id());
        row.setKind(letter.content().getClass().getSimpleName());
        row.setCaseNumber(letter.caseNumber());
        row.setMessageId(composed.messageId());
        row.setEnvelopeFrom(composed.envelopeFrom());
        row.setRecipients(Columns.lines(composed.recipients()));
        row.setHeaders(headers);
        row.setBody(body);
        row.setSha256(Digest.hex(composed.bytes()));
        row.setSecret(letter.secret());
        row.setReported(letter.reported());
        row.setBestBefore(Columns.time(letter.bestBefore()));
        row.setWritten(Columns.time(at));
        row.setState(Outbox.State.WAITING.name());
        row.setNextTry(Columns.time(at));
        row.setAttempts(0);
        row.setReason("");
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

    private static byte[] header(byte[] mail) {
        return Arrays.copyOf(mail, headers(mail));
    }

    private static byte[] body(byte[] mail) {
        return Arrays.copyOfRange(mail, headers(mail), mail.length);
    }

    /// @return the numbers of the new inbox rows that tell the core
    static List<Long> end(DSLContext sql, List<Outbox.Due> leaving, Outbox.State state, String reason, Instant at) {
        int[] ended = Rows.run(sql, "update outbox set state = ?, reason = ?, ended = ?, headers = ? where id = ? and state = ?",
                leaving.stream().map(letter -> Arrays.<Object>asList(state.name(), reason, Columns.time(at), letter.secret() ? null : header(letter.headers()), letter.id(), Outbox.State.WAITING.name())).toList());
        List<Outbox.Due> letters = IntStream.range(0, ended.length).filter(i -> ended[i] == 1).mapToObj(leaving::get).toList();
        // the last one to leave takes the body along
        List<List<Object>> bodies = letters.stream().map(Outbox.Due::body).filter(body -> !body.isEmpty()).distinct().map(body -> List.<Object>of(body, body, Outbox.State.WAITING.name())).toList();
        Rows.run(sql, "delete from body where sha256 = ? and not exists (select 1 from outbox where outbox.body = ? and outbox.state = ?)", bodies);
        if (state == Outbox.State.EXPIRED) Journals.append(sql, letters.stream().map(letter -> expired(letter, at)).toList());
        return Arriving.insert(sql, letters.stream().filter(Outbox.Due::reported).map(letter -> report(letter, state, reason, at)).toList());
    }

    private static Journals.Entry expired(Outbox.Due letter, Instant at) {
        Journal line = new Journal("letter dropped", "past its best-before, unsent", Optional.empty(), letter.caseNumber(), "", "", List.of());
        return new Journals.Entry(at, 0, "", "", letter.kind(), line, "", "");
    }

    private static Inbox.Arrival report(Outbox.Due letter, Outbox.State state, String reason, Instant at) {
        Event event = state == Outbox.State.SENT ? new Event.Sent(letter.letterId(), at) : new Event.GivenUp(letter.letterId(), reason);
        Inbox.Kind kind = switch (state) {
            case SENT -> Inbox.Kind.SENT;
            case EXPIRED -> Inbox.Kind.EXPIRED;
            default -> Inbox.Kind.GIVEN_UP;
        };
        Envelope envelope = new Envelope("outbox", false, Optional.empty(), List.of(), "");
        return new Inbox.Arrival(kind, envelope, Documents.bytes(event), "", "", at);
    }
}

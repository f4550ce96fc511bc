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
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Journal;
import tldops.core.Letter;
import tldops.store.jooq.tables.records.BodyRecord;
import tldops.store.jooq.tables.records.OutboxRecord;

/// Letters on their way through the outbox: written with a body that all copies share, ended with the erasing of what
/// nobody needs any more (DESIGN 1.8, MAIL_RULES 33).
final class Leaving {
    private Leaving() {}

    /// @return the letters as they are to be sent
    static List<Outbox.Due> write(DSLContext sql, Collection<Store.Recorded> batch) {
        List<OutboxRecord> rows = new ArrayList<>();
        List<Store.Composed> letters = new ArrayList<>();
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (Store.Recorded recorded : batch) {
            for (Store.Composed composed : recorded.letters()) {
                int headers = headers(composed.bytes());
                byte[] body = Arrays.copyOfRange(composed.bytes(), headers, composed.bytes().length);
                String hash = Digest.hex(body);
                bodies.putIfAbsent(hash, body);
                letters.add(composed);
                rows.add(row(composed, Arrays.copyOf(composed.bytes(), headers), hash, recorded.at()));
            }
        }
        if (rows.isEmpty()) return List.of();
        List<Long> ids = Numbers.next(sql, Numbers.Of.LETTER, rows.size());
        for (int i = 0; i < rows.size(); i++) rows.get(i).setId(ids.get(i));
        Set<String> there = sql.select(BODY.SHA256).from(BODY).where(BODY.SHA256.in(bodies.keySet())).fetchSet(BODY.SHA256);
        Rows.insert(sql, BODY, bodies.entrySet().stream().filter(body -> !there.contains(body.getKey())).map(body -> new BodyRecord(body.getKey(), body.getValue())).toList());
        Rows.insert(sql, OUTBOX, rows);
        return IntStream.range(0, rows.size()).mapToObj(i -> due(rows.get(i), letters.get(i), bodies.getOrDefault(rows.get(i).getBody(), new byte[0]))).toList();
    }

    private static Outbox.Due due(OutboxRecord row, Store.Composed composed, byte[] body) {
        return new Outbox.Due(row.getId(), row.getLetter(), Columns.optional(composed.envelopeFrom()), composed.recipients(), row.getHeaders(), body, row.getAttempts(), row.getBestBefore(),
                row.getSecret(), row.getReported(), row.getKind(), row.getCaseNumber(), row.getBody(), row.getWritten());
    }

    private static OutboxRecord row(Store.Composed composed, byte[] headers, String body, Instant at) {
        Letter letter = composed.letter();
        OutboxRecord row = new OutboxRecord();
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

    /// @return the numbers of the new inbox rows that tell the core
    static List<Long> end(DSLContext sql, Collection<Outbox.Due> letters, Outbox.State state, String reason, Instant at) {
        List<List<Object>> ends = letters.stream().map(letter -> List.<Object>of(state.name(), reason, Columns.time(at), letter.id(), Outbox.State.WAITING.name())).toList();
        Rows.run(sql, "update outbox set state = ?, reason = ?, ended = ? where id = ? and state = ?", ends);
        Rows.run(sql, "update outbox set headers = null where id = ?", letters.stream().filter(Outbox.Due::secret).map(letter -> List.<Object>of(letter.id())).toList());
        // the last one to leave takes the body along
        List<List<Object>> bodies = letters.stream().map(Outbox.Due::body).distinct().map(body -> List.<Object>of(body, body, Outbox.State.WAITING.name())).toList();
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

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
import org.jooq.DSLContext;
import org.jooq.Result;
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

    static void write(DSLContext sql, Collection<Store.Recorded> batch) {
        List<OutboxRecord> rows = new ArrayList<>();
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (Store.Recorded recorded : batch) {
            for (Store.Composed composed : recorded.letters()) {
                int headers = headers(composed.bytes());
                byte[] body = Arrays.copyOfRange(composed.bytes(), headers, composed.bytes().length);
                String hash = Digest.hex(body);
                bodies.put(hash, body);
                rows.add(row(composed, Arrays.copyOf(composed.bytes(), headers), hash, recorded.at()));
            }
        }
        if (rows.isEmpty()) return;
        List<Long> ids = Numbers.next(sql, Numbers.Of.LETTER, rows.size());
        for (int i = 0; i < rows.size(); i++) rows.get(i).setId(ids.get(i));
        Set<String> there = sql.select(BODY.SHA256).from(BODY).where(BODY.SHA256.in(bodies.keySet())).fetchSet(BODY.SHA256);
        Rows.insert(sql, BODY, bodies.entrySet().stream().filter(body -> !there.contains(body.getKey())).map(body -> new BodyRecord(body.getKey(), body.getValue())).toList());
        Rows.insert(sql, OUTBOX, rows);
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
    static List<Long> end(DSLContext sql, Collection<Long> ids, Outbox.State state, String reason, Instant at, Outbox.Ended told) {
        Result<OutboxRecord> ended = sql.selectFrom(OUTBOX).where(OUTBOX.ID.in(ids).and(OUTBOX.STATE.eq(Outbox.State.WAITING.name()))).orderBy(OUTBOX.ID).fetch();
        for (OutboxRecord row : ended) {
            row.setState(state.name());
            row.setReason(reason);
            row.setEnded(Columns.time(at));
            if (row.getSecret()) row.setHeaders(null);
        }
        sql.batchUpdate(ended).execute();
        for (OutboxRecord row : ended) told.ended(row.getKind(), state, row.getWritten(), at);
        // the last one to leave takes the body along
        sql.deleteFrom(BODY)
                .where(BODY.SHA256.in(Set.copyOf(ended.getValues(OUTBOX.BODY))))
                .andNotExists(sql.selectOne().from(OUTBOX).where(OUTBOX.BODY.eq(BODY.SHA256).and(OUTBOX.STATE.eq(Outbox.State.WAITING.name()))))
                .execute();
        if (state == Outbox.State.EXPIRED) Journals.append(sql, ended.stream().map(row -> expired(row, at)).toList());
        return Arriving.insert(sql, ended.stream().filter(OutboxRecord::getReported).map(row -> report(row, state, reason, at)).toList());
    }

    private static Journals.Entry expired(OutboxRecord row, Instant at) {
        Journal line = new Journal("letter dropped", "past its best-before, unsent", Optional.empty(), row.getCaseNumber(), "", "", List.of());
        return new Journals.Entry(at, 0, "", "", row.getKind(), line, "", "");
    }

    private static Inbox.Arrival report(OutboxRecord row, Outbox.State state, String reason, Instant at) {
        Event event = state == Outbox.State.SENT ? new Event.Sent(row.getLetter(), at) : new Event.GivenUp(row.getLetter(), reason);
        Inbox.Kind kind = switch (state) {
            case SENT -> Inbox.Kind.SENT;
            case EXPIRED -> Inbox.Kind.EXPIRED;
            default -> Inbox.Kind.GIVEN_UP;
        };
        Envelope envelope = new Envelope("outbox", false, Optional.empty(), List.of(), "");
        return new Inbox.Arrival(kind, envelope, Documents.bytes(event), "", "", at);
    }
}

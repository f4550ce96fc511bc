package tldops.store;

import static tldops.store.jooq.Tables.INBOX;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import tldops.core.Digest;
import tldops.core.Envelope;
import tldops.store.jooq.tables.records.InboxRecord;

/// How arrivals become rows of the inbox, many at once, and how a mail that comes a second time is found (L26).
final class Arriving {
    private Arriving() {}

    /// @return the number of each; the number of the first when it is a duplicate
    static List<Long> insert(DSLContext sql, List<Inbox.Arrival> arrivals) {
        return insert(sql, arrivals, _ -> {});
    }

    /// @param again told of each that came before
    static List<Long> insert(DSLContext sql, List<Inbox.Arrival> arrivals, Consumer<Inbox.Arrival> again) {
        if (arrivals.isEmpty()) return List.of();
        List<Long> ids = Numbers.next(sql, Numbers.Of.MAIL, arrivals.size());
        List<String> keys = arrivals.stream().map(Arriving::sameMail).toList();
        List<String> asked = keys.stream().filter(key -> !key.isEmpty()).toList();
        Map<String, Long> known = new HashMap<>(sql.select(INBOX.SAME_MAIL, INBOX.ID).from(INBOX).where(INBOX.SAME_MAIL.in(asked)).fetchMap(INBOX.SAME_MAIL, INBOX.ID));
        List<InboxRecord> rows = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            String key = keys.get(i);
            Optional<Long> first = key.isEmpty() ? Optional.empty() : Optional.ofNullable(known.putIfAbsent(key, ids.get(i)));
            numbers.add(first.orElse(ids.get(i)));
            rows.add(row(ids.get(i), arrivals.get(i), key, first));
            if (first.isPresent()) again.accept(arrivals.get(i));
        }
        Rows.insert(sql, INBOX, rows);
        return numbers;
    }

    private static String sameMail(Inbox.Arrival arrival) {
        return arrival.kind() == Inbox.Kind.MAIL ? Digest.hex(arrival.messageId() + "\n" + arrival.digest()) : "";
    }

    private static InboxRecord row(long id, Inbox.Arrival arrival, String key, Optional<Long> first) {
        Envelope envelope = arrival.envelope();
        InboxRecord row = new InboxRecord();
        row.setId(id);
        row.setKind(arrival.kind().name());
        row.setState((first.isPresent() ? Inbox.State.DUPLICATE : Inbox.State.NEW).name());
        row.setCame(Columns.time(arrival.at()));
        row.setDoor(envelope.door());
        row.setTrusted(envelope.trusted());
        row.setReturnPath(envelope.returnPath().map(Object::toString).orElse(""));
        row.setRecipients(Columns.lines(envelope.recipients()));
        row.setClient(envelope.client());
        row.setMessageId(arrival.messageId());
        row.setDigest(arrival.digest());
        row.setSameMail(first.isPresent() || key.isEmpty() ? null : key);
        row.setFirstId(first.orElse(null));
        row.setRaw(first.isPresent() ? new byte[0] : arrival.raw());
        row.setRawHash(Digest.hex(arrival.raw()));
        row.setReason("");
        return row;
    }
}
